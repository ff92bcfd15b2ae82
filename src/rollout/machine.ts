import type { Span } from '../core/metric-source.ts'
import { printShare } from '../core/quantity/index.ts'
import type { Look, RolloutState } from './state.ts'

/** What a rollout does next. Every action is idempotent, and is recorded in the ledger after it took effect. */
export type Action =
  | { readonly do: 'set-weight'; readonly step: number; readonly weight: number }
  | { readonly do: 'judge'; readonly step: number; readonly look: number; readonly span: Span }
  | { readonly do: 'promote' }
  | { readonly do: 'roll-back'; readonly step: number; readonly why: string }
  | { readonly do: 'run-hook'; readonly on: HookEvent; readonly index: number; readonly why: string }
  | { readonly do: 'verify'; readonly spans: readonly Span[]; readonly last: boolean; readonly why: string }
  | { readonly do: 'finish'; readonly outcome: HookEvent; readonly why: string }
  | { readonly do: 'wait'; readonly until: string }
  | { readonly do: 'done' }

export type HookEvent = 'promoted' | 'rolled-back'

/** How the rollout goes, beside its steps. */
export interface Rules {
  /** How long one look lasts. */
  readonly bakeMs: number
  /** How many more looks a step gets while it is inconclusive. */
  readonly hold: number
  /** How many hooks there are to run on each ending. */
  readonly hooks: Readonly<Record<HookEvent, number>>
}

/** When the question is asked. */
export interface Moment {
  /** ISO 8601. */
  readonly now: string
  /** The first moment of which the metric source can speak; undefined where it has always watched. */
  readonly since: string | undefined
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
  readonly claimed: (id: string, nonce: string) => string
  readonly left: (id: string, nonce: string) => string
} = {
  started: (id) => `${id}/started`,
  weight: (id, step) => `${id}/step-${step + 1}/weight`,
  look: (id, step, look) => `${id}/step-${step + 1}/look-${look}`,
  rollback: (id) => `${id}/rollback/weight`,
  promoted: (id) => `${id}/promoted`,
  hook: (id, on, index) => `${id}/${on}/hook-${index + 1}`,
  finished: (id) => `${id}/finished`,
  // Said more than once, by one run or by several.
  claimed: (id, nonce) => `${id}/claimed/${nonce}`,
  left: (id, nonce) => `${id}/left/${nonce}`,
}

/**
 * The next action of a rollout that has begun. Its whole state is what the ledger holds, so whoever asks, after whatever kill, goes on
 * where the last one stopped. A step that fails, or is inconclusive once its holds are used up, rolls
 * back: no data is never a pass. Pure: time comes in.
 */
export function nextStep(state: RolloutState, rules: Rules, moment: Moment): Action {
  if (state.finished !== undefined) return { do: 'done' }
  if (state.promoted) {
    const why = promotionReason(state)
    return hookToRun(state, rules, 'promoted', why) ?? { do: 'finish', outcome: 'promoted', why }
  }
  const halt = haltReason(state, rules)
  if (halt === undefined) return advance(state, rules, moment)
  const rollback = state.weights.find(({ weight }) => weight === 0)
  if (rollback === undefined) return { do: 'roll-back', ...halt }
  return hookToRun(state, rules, 'rolled-back', halt.why) ?? verification(rollback.at, halt.why, rules, moment)
}

/** The weight that the ledger says is in force: the last one set; 0 before the first. */
export function weightOf(state: RolloutState): number {
  return state.weights.at(-1)?.weight ?? 0
}

function advance(state: RolloutState, rules: Rules, moment: Moment): Action {
  const step = state.steps.findIndex(
    (_, index) => !state.looks.some((look) => look.step === index && look.verdict === 'pass'),
  )
  const weight = state.steps[step]
  if (weight === undefined) return { do: 'promote' }
  const set = state.weights.find((each) => each.step === step)
  if (set === undefined) return { do: 'set-weight', step, weight }
  const looks = state.looks.filter((look) => look.step === step)
  const last = looks.at(-1)
  const span = spanFrom(latest(set.at, last && endOf(last), moment.since), rules.bakeMs)
  if (moment.now < span.to) return { do: 'wait', until: span.to }
  return { do: 'judge', step, look: looks.length + 1, span }
}

/** A look is recorded after what it saw, whatever the clock says that saw it. */
function endOf({ windows, at }: Look): string {
  const to = windows.at(-1)?.to
  return to !== undefined && to < at ? to : at
}

/** The last of some moments. ISO 8601 in UTC sorts as text. */
function latest(first: string, ...others: readonly (string | undefined)[]): string {
  return others.reduce<string>((last, each) => (each !== undefined && each > last ? each : last), first)
}

function spanFrom(from: string, ms: number): Span {
  return { from, to: new Date(Date.parse(from) + ms).toISOString() }
}

/** Why the rollout must be rolled back, if it must. */
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

/** Hooks come before the end, which after a rollback is recorded with the proof that traffic is back. */
function hookToRun(state: RolloutState, rules: Rules, on: HookEvent, why: string): Action | undefined {
  const ran = new Set(state.hooks.map(({ key }) => key))
  for (let index = 0; index < rules.hooks[on]; index++) {
    if (!ran.has(keys.hook(state.id, on, index))) return { do: 'run-hook', on, index, why }
  }
  return undefined
}

/** Looks at where traffic goes after a rollback, before it counts as not verified, and how long each lasts at most. */
const verifications = 5
const longestVerificationMs = 10_000

/** A metric source that lags further behind than this many looks is not waited for by looking back. */
const longestLag = 30

/** Watches one stretch of traffic after the other. The latest of which the source can tell says where requests go: newest first. */
function verification(rollbackAt: string, why: string, { bakeMs }: Rules, { now, since }: Moment): Action {
  const from = Date.parse(latest(rollbackAt, since))
  const ms = Math.min(bakeMs, longestVerificationMs)
  const over = Math.floor((Date.parse(now) - from) / ms)
  if (over < 1) return { do: 'wait', until: new Date(from + ms).toISOString() }
  const spans = Array.from({ length: Math.min(over, longestLag) }, (_, back) =>
    spanFrom(new Date(from + (over - 1 - back) * ms).toISOString(), ms),
  )
  return { do: 'verify', spans, last: over >= verifications, why }
}

function promotionReason({ steps }: RolloutState): string {
  return steps.length === 1 ? 'its one step passed' : `all ${steps.length} steps passed`
}
