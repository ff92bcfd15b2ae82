import { Bug, Cancelled } from '../core/errors/index.ts'
import { printShare } from '../core/quantity/index.ts'
import { enforce, type Pause } from './enforce.ts'
import { judge, pauseBriefly, verifyRollback } from './looks.ts'
import { type Action, keys, nextStep, type Rules, weightOf } from './machine.ts'
import type { Ports, RolloutPlan } from './plan.ts'
import { type RolloutState, rolloutState } from './state.ts'

/** How a rollout stands after a tick: finished, or with nothing to do for a while. */
export type TickResult =
  | { readonly state: RolloutState; readonly pause?: undefined }
  | { readonly state: RolloutState | undefined; readonly pause: Pause }

/**
 * Does everything of a rollout that is due, and says until when there is nothing to do. Each action takes effect first and is
 * recorded then, under a key of its own: killed at any moment and called again, by whatever process, it does no recorded action twice.
 * @throws `weight-not-in-force`, `rollback-unverified`, Cancelled, and whatever the target throws; the rollout stays open.
 */
export async function tick(plan: RolloutPlan, ports: Ports): Promise<TickResult> {
  const { bakeMs, hold } = plan.settings
  const hooks = { promoted: ports.hooks.promoted.length, 'rolled-back': ports.hooks['rolled-back'].length }
  const read = async (): Promise<RolloutState | undefined> => rolloutState(await ports.ledger.read(), plan.id)
  const first = await read()
  if (first?.finished !== undefined) return { state: first }
  const readiness = await ports.target.prepare(ports.stable, ports.candidate)
  if (readiness !== 'ready') return { state: first, pause: pauseBriefly(plan, ports, readiness.waitsFor) }
  for (let state = first; ; state = await read()) {
    if (state?.finished !== undefined) return { state }
    if (ports.signal.aborted) throw new Cancelled('the rollout was cancelled')
    const moment = { now: ports.clock.now(), since: await ports.source.since() }
    const action = nextStep(state, { bakeMs, hold, hooks } satisfies Rules, moment)
    const pause = await perform(action, state, plan, ports)
    if (pause !== undefined) return { state: await read(), pause }
  }
}

/** Takes a rollout from wherever the ledger says it is to its end, waiting where there is nothing to do, and gives its last state. */
export async function drive(plan: RolloutPlan, ports: Ports): Promise<RolloutState> {
  for (;;) {
    const { state, pause } = await tick(plan, ports)
    if (pause === undefined) return state
    const ms = Date.parse(pause.until) - Date.parse(ports.clock.now())
    await ports.clock.sleep(Math.max(1, ms), ports.signal)
  }
}

async function perform(
  action: Action,
  state: RolloutState | undefined,
  plan: RolloutPlan,
  ports: Ports,
): Promise<Pause | undefined> {
  const { ledger, progress } = ports
  const { id, model, version } = plan
  const of = { model, rollout: id }
  switch (action.do) {
    case 'start': {
      const { from, source, steps, settings } = plan
      const target = Object.keys(settings.target)[0] ?? ''
      const started = { kind: 'rollout-started', ...of, version, from, target, steps, settings } as const
      await ledger.append(keys.started(id), { ...started, ...(source === undefined ? {} : { source }) })
      return undefined
    }
    case 'set-weight': {
      const { step, weight } = action
      progress(`${printShare(weight)} of traffic to ${version}`)
      const pause = await enforce(weight, begun(state), ports)
      if (pause !== undefined) return pause
      await ledger.append(keys.weight(id, step), { kind: 'rollout-weight', ...of, step, weight })
      return undefined
    }
    case 'judge':
      return (await enforce(weightOf(begun(state)), begun(state), ports)) ?? judge(action, begun(state), plan, ports)
    case 'promote': {
      const why = `promoted by rollout ${id}`
      const { source } = begun(state)
      const assigned = { kind: 'assign', model, stage: 'production', version, why } as const
      await ledger.append(keys.promoted(id), { ...assigned, ...(source === undefined ? {} : { source }) })
      return undefined
    }
    case 'roll-back': {
      progress(`rolling back: ${action.why}`)
      await ports.target.restore()
      const pause = await enforce(0, begun(state), ports)
      if (pause !== undefined) return pause
      await ledger.append(keys.rollback(id), { kind: 'rollout-weight', ...of, step: action.step, weight: 0 })
      return undefined
    }
    case 'run-hook':
      return callHook(action, plan, ports)
    case 'verify':
      return (await enforce(0, begun(state), ports)) ?? verifyRollback(action, plan, ports)
    case 'finish': {
      const { outcome, why } = action
      await ledger.append(keys.finished(id), { kind: 'rollout-finished', ...of, outcome, why })
      return undefined
    }
    case 'wait':
      return (
        (await enforce(weightOf(begun(state)), begun(state), ports)) ?? { until: action.until, why: 'traffic flows' }
      )
    case 'done':
      throw new Bug('a finished rollout was asked to go on')
    default:
      return action satisfies never
  }
}

async function callHook(
  { on, index, why }: Action & { do: 'run-hook' },
  plan: RolloutPlan,
  ports: Ports,
): Promise<undefined> {
  const hook = ports.hooks[on][index]
  if (hook === undefined) throw new Bug(`a rollout has no hook ${index} on ${on}`)
  const { id, model, version } = plan
  const key = keys.hook(id, on, index)
  const { outcome, detail } = await ports.runHook(hook, { model, version, rollout: id, event: on, eventId: key, why })
  ports.progress(`hook ${hook.name}: ${outcome}`)
  await ports.ledger.append(key, { kind: 'hook', model, rollout: id, name: hook.name, outcome, detail })
  return undefined
}

function begun(state: RolloutState | undefined): RolloutState {
  if (state === undefined) throw new Bug('a rollout was looked at before it began')
  return state
}
