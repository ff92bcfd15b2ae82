import { printShare } from '../core/quantity/index.ts'
import type { RolloutState } from '../registry/index.ts'

/** What a rollout does next. Every action is idempotent, and is recorded in the ledger after it took effect. */
export type Action =
  | { readonly do: 'start' }
  | { readonly do: 'set-weight'; readonly step: number; readonly weight: number }
  | { readonly do: 'judge'; readonly step: number; readonly look: number }
  | { readonly do: 'promote' }
  | { readonly do: 'roll-back'; readonly step: number; readonly why: string }
  | { readonly do: 'run-hook'; readonly on: HookEvent; readonly index: number; readonly why: string }
  | { readonly do: 'finish'; readonly outcome: HookEvent; readonly why: string }
  | { readonly do: 'done' }

export type HookEvent = 'promoted' | 'rolled-back'

/** What the pipeline says of the rollout, and the ledger does not. */
export interface Rules {
  /** How many more looks a step gets while it is inconclusive. */
  readonly hold: number
  /** How many hooks there are to run on each ending. */
  readonly hooks: Readonly<Record<HookEvent, number>>
}

/** The names under which what a rollout did is recorded: recording one twice changes nothing. */
export const keys: {
  readonly started: (id: string) => string
  readonly weight: (id: string, step: number) => string
  readonly look: (id: string, step: number, look: number) => string
  readonly rollback: (id: string) => string
  readonly promoted: (id: string) => string
  readonly hook: (id: string, on: HookEvent, index: number) => string
  readonly finished: (id: string) => string
} = {
  started: (id) => `${id}/started`,
  weight: (id, step) => `${id}/step-${step + 1}/weight`,
  look: (id, step, look) => `${id}/step-${step + 1}/look-${look}`,
  rollback: (id) => `${id}/rollback/weight`,
  promoted: (id) => `${id}/promoted`,
  hook: (id, on, index) => `${id}/${on}/hook-${index + 1}`,
  finished: (id) => `${id}/finished`,
}

/**
 * The next action of a rollout. Its whole state is what the ledger holds (undefined: nothing yet), so whoever asks, after
 * whatever kill, goes on where the last one stopped. A step that fails, or is inconclusive once its holds are used up, rolls
 * back: no data is never a pass.
 */
export function nextStep(state: RolloutState | undefined, rules: Rules): Action {
  if (state === undefined) return { do: 'start' }
  if (state.finished !== undefined) return { do: 'done' }
  if (state.promoted) return ending(state, rules, 'promoted', promotionReason(state))
  const halt = haltReason(state, rules)
  if (halt === undefined) return advance(state)
  if (!state.weights.some(({ weight }) => weight === 0)) return { do: 'roll-back', ...halt }
  return ending(state, rules, 'rolled-back', halt.why)
}

/** The weight that the ledger says is in force: the last one set; 0 before the first. */
export function weightOf(state: RolloutState): number {
  return state.weights.at(-1)?.weight ?? 0
}

function advance(state: RolloutState): Action {
  const step = state.steps.findIndex(
    (_, index) => !state.looks.some((look) => look.step === index && look.verdict === 'pass'),
  )
  const weight = state.steps[step]
  if (weight === undefined) return { do: 'promote' }
  if (!state.weights.some((set) => set.step === step)) return { do: 'set-weight', step, weight }
  return { do: 'judge', step, look: state.looks.filter((look) => look.step === step).length + 1 }
}

/** Why the rollout must be taken back, if it must. */
function haltReason(state: RolloutState, { hold }: Rules): { readonly step: number; readonly why: string } | undefined {
  const last = state.looks.at(-1)
  if (last === undefined || last.verdict === 'pass') return undefined
  const { step } = last
  const share = `at ${printShare(state.steps[step] ?? 0)} of traffic`
  const reasons = last.judgements.filter(({ verdict }) => verdict === last.verdict).map(({ why }) => why)
  const because = reasons.length === 0 ? 'nothing could be judged' : reasons.join('; ')
  if (last.verdict === 'fail') return { step, why: `${share}, ${because}` }
  const looks = state.looks.filter((look) => look.step === step).length
  if (looks <= hold) return undefined
  return { step, why: `${share}, still inconclusive after ${looks} ${looks === 1 ? 'look' : 'looks'}: ${because}` }
}

/** Hooks first, then the end, which after a rollback is recorded with the proof that traffic is back. */
function ending(state: RolloutState, rules: Rules, outcome: HookEvent, why: string): Action {
  const ran = new Set(state.hooks.map(({ key }) => key))
  for (let index = 0; index < rules.hooks[outcome]; index++) {
    if (!ran.has(keys.hook(state.id, outcome, index))) return { do: 'run-hook', on: outcome, index, why }
  }
  return { do: 'finish', outcome, why }
}

function promotionReason({ steps }: RolloutState): string {
  return steps.length === 1 ? 'its one step passed' : `all ${steps.length} steps passed`
}
