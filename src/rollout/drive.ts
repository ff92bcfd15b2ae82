import { Bug, Cancelled } from '../core/errors/index.ts'
import type { Ledger } from '../core/ledger.ts'
import { printShare } from '../core/quantity/index.ts'
import type { Checkpoint } from '../core/stage.ts'
import type { Served, Target, TrafficWindow } from '../core/target.ts'
import type { Clock } from '../core/world.ts'
import { type RolloutState, rolloutState } from '../registry/index.ts'
import { type AnalysisRule, analyse, sharedAlpha, totals, windowsPerLook } from '../verdicts/traffic/index.ts'
import { rolloutError } from './errors.ts'
import type { Hook, HookCall, HookResult } from './hooks.ts'
import { type Action, type HookEvent, keys, nextStep, weightOf } from './machine.ts'
import { openTraffic, type Traffic } from './traffic.ts'

export interface RolloutPlan {
  readonly id: string
  readonly model: string
  readonly version: string
  /** What serves today; undefined for the first release. */
  readonly from: string | undefined
  /** The kind of target. */
  readonly target: string
  readonly steps: readonly number[]
  /** How long one look lasts. */
  readonly bakeMs: number
  readonly analysis: readonly AnalysisRule[]
  readonly hold: number
  readonly hooks: Readonly<Record<HookEvent, readonly Hook[]>>
}

/** What a rollout acts through. */
export interface Ports {
  readonly ledger: Ledger
  readonly target: Target
  readonly stable: Served | undefined
  readonly candidate: Served
  readonly checkpoint: Checkpoint
  readonly clock: Clock
  readonly signal: AbortSignal
  runHook(hook: Hook, call: HookCall): Promise<HookResult>
  progress(message: string, fraction?: number): void
}

/** Chance of a wrong promotion, and of a false rollback, over a whole rollout. */
const alpha = 0.01

/** Looks at where traffic goes after a rollback, before it counts as not verified. */
const verifications = 5

/**
 * Takes a rollout from wherever the ledger says it is to its end, and gives its last state. Each action takes effect first and
 * is recorded then, under a key of its own: killed at any moment and started again, it does no recorded action twice.
 * @throws `weight-not-in-force`, `rollback-unverified`, Cancelled, and whatever the target throws; the rollout stays open.
 */
export async function drive(plan: RolloutPlan, ports: Ports): Promise<RolloutState> {
  const { ledger, target, signal } = ports
  const hooks = { promoted: plan.hooks.promoted.length, 'rolled-back': plan.hooks['rolled-back'].length }
  const traffic = await openTraffic(plan.id, ports.checkpoint)
  const read = async (): Promise<RolloutState | undefined> => rolloutState(await ledger.read(), plan.id)
  let state = await read()
  if (state?.finished === undefined) await target.prepare(ports.stable, ports.candidate)
  for (;;) {
    if (signal.aborted) throw new Cancelled('the rollout was cancelled')
    const action = nextStep(state, { hold: plan.hold, hooks })
    if (action.do === 'done' && state !== undefined) return state
    await perform(action, state, plan, ports, traffic)
    state = await read()
  }
}

async function perform(
  action: Action,
  state: RolloutState | undefined,
  plan: RolloutPlan,
  ports: Ports,
  traffic: Traffic,
): Promise<void> {
  const { ledger, progress } = ports
  const { id, model, version } = plan
  const of = { model, rollout: id }
  switch (action.do) {
    case 'start': {
      const { from, target, steps } = plan
      await ledger.append(keys.started(id), { kind: 'rollout-started', ...of, version, from, target, steps })
      return
    }
    case 'set-weight': {
      progress(`${printShare(action.weight)} of traffic to ${version}`)
      await enforce(ports, action.weight)
      await ledger.append(keys.weight(id, action.step), {
        kind: 'rollout-weight',
        ...of,
        step: action.step,
        weight: action.weight,
      })
      return
    }
    case 'judge':
      return judge(action, started(state), plan, ports, traffic)
    case 'promote': {
      await ledger.append(keys.promoted(id), {
        kind: 'assign',
        model,
        stage: 'production',
        version,
        why: `promoted by rollout ${id}`,
      })
      return
    }
    case 'roll-back': {
      progress(`rolling back: ${action.why}`)
      await enforce(ports, 0)
      await ledger.append(keys.rollback(id), { kind: 'rollout-weight', ...of, step: action.step, weight: 0 })
      return
    }
    case 'run-hook':
      return callHook(action, plan, ports)
    case 'finish':
      return finish(action, plan, ports)
    case 'done':
      throw new Bug('a rollout was done before it began')
    default:
      action satisfies never
  }
}

/** Lets traffic flow for one look, and judges the step from all of its looks together. */
async function judge(
  action: Action & { do: 'judge' },
  state: RolloutState,
  plan: RolloutPlan,
  ports: Ports,
  traffic: Traffic,
): Promise<void> {
  const { step, look } = action
  const weight = weightOf(state)
  const alphas = sharedAlpha(alpha, { steps: state.steps.length, hold: plan.hold, metrics: plan.analysis.length })
  await enforce(ports, weight)
  await traffic.add(step, look, await observe(windowsPerLook(plan.analysis, alphas), plan, ports))
  const windows = traffic.of(step)
  const { verdict, judgements } = analyse(plan.analysis, windows, weight, totals(traffic.before(step)).stable, alphas)
  const { stable, candidate } = totals(windows)
  ports.progress(
    `${printShare(weight)} of traffic: ${verdict} (${judgements.map(({ why }) => why).join('; ')})`,
    (step + 1) / state.steps.length,
  )
  await ports.ledger.append(keys.look(plan.id, step, look), {
    kind: 'rollout-judged',
    model: plan.model,
    rollout: plan.id,
    step,
    verdict,
    requests: { stable: stable.requests, candidate: candidate.requests },
    judgements,
    seconds: windows.reduce((sum, { seconds }) => sum + seconds, 0),
  })
}

async function observe(count: number, { bakeMs }: RolloutPlan, { target, signal }: Ports): Promise<TrafficWindow[]> {
  const windows: TrafficWindow[] = []
  while (windows.length < count) {
    if (signal.aborted) throw new Cancelled('the rollout was cancelled')
    windows.push(await target.observe(bakeMs / count))
  }
  return windows
}

async function callHook(
  { on, index, why }: Action & { do: 'run-hook' },
  plan: RolloutPlan,
  ports: Ports,
): Promise<void> {
  const hook = plan.hooks[on][index]
  if (hook === undefined) throw new Bug(`a rollout has no hook ${index} on ${on}`)
  const { id, model, version } = plan
  const key = keys.hook(id, on, index)
  const { name, outcome, detail } = await ports.runHook(hook, {
    model,
    version,
    rollout: id,
    event: on,
    eventId: key,
    why,
  })
  ports.progress(`hook ${name}: ${outcome}`)
  await ports.ledger.append(key, { kind: 'hook', model, rollout: id, name, outcome, detail })
}

async function finish({ outcome, why }: Action & { do: 'finish' }, plan: RolloutPlan, ports: Ports): Promise<void> {
  const verified = outcome === 'rolled-back' ? await verifyRollback(plan, ports) : undefined
  await ports.ledger.append(keys.finished(plan.id), {
    kind: 'rollout-finished',
    model: plan.model,
    rollout: plan.id,
    outcome,
    why,
    ...(verified === undefined ? {} : { verified }),
  })
}

/** Watches real requests until none of them reaches the candidate and, where there is a version before it, some reach that one. */
async function verifyRollback(plan: RolloutPlan, ports: Ports): Promise<{ stable: number; candidate: number }> {
  let [stable, candidate] = [0, 0]
  for (let attempt = 0; attempt < verifications; attempt++) {
    await enforce(ports, 0)
    const window = await ports.target.observe(Math.min(plan.bakeMs, 10_000))
    stable = window.stable.requests
    candidate = window.candidate.requests
    if (candidate === 0 && (stable > 0 || plan.from === undefined)) return { stable, candidate }
  }
  throw rolloutError('rollback-unverified', { rollout: plan.id, stable, candidate })
}

/** Gives the candidate this weight unless it has it, as after a restart; a write proves nothing, so it is read back. */
async function enforce({ target }: Ports, weight: number): Promise<void> {
  if (isClose(await target.weight(), weight)) return
  await target.apply(weight)
  const found = await target.weight()
  if (!isClose(found, weight))
    throw rolloutError('weight-not-in-force', { target: target.describe, wanted: weight, found })
}

/** Targets that count in whole percents round; but nothing is close to 0 that is not 0. */
function isClose(found: number, wanted: number): boolean {
  return wanted === 0 || wanted === 1 ? found === wanted : Math.abs(found - wanted) <= 0.005
}

function started(state: RolloutState | undefined): RolloutState {
  if (state === undefined) throw new Bug('a rollout was judged before it began')
  return state
}
