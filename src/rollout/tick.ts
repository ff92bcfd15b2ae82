import { Bug, Cancelled } from '../core/errors/index.ts'
import { printShare } from '../core/quantity/index.ts'
import { enforce, type Pause } from './enforce.ts'
import type { HeldLease } from './held-lease.ts'
import { heldTarget } from './held-target.ts'
import { rulesOf } from './lease.ts'
import { judge, pauseBriefly, verifyRollback } from './looks.ts'
import { type Action, keys, nextStep, weightOf } from './machine.ts'
import type { Ports, RolloutPlan } from './plan.ts'
import type { RolloutState } from './state.ts'

/** How a rollout stands after a tick: finished, or with nothing to do for a while. */
export interface TickResult {
  readonly state: RolloutState
  readonly pause?: Pause
}

/**
 * Does everything of a rollout that is due, and says until when there is nothing to do. Each action takes effect first and is recorded
 * then, together with those that follow at once, each under a key of its own: killed at any moment and called again, by whatever
 * process, it does no recorded action twice.
 * @throws `rollout-lost`, `weight-not-in-force`, `rollback-unverified`, Cancelled, and whatever the target throws; the rollout stays open.
 */
export async function tick(plan: RolloutPlan, given: Ports, lease: HeldLease): Promise<TickResult> {
  const ports = { ...given, target: heldTarget(given.target, lease) }
  const found = await lease.read()
  if (found.finished !== undefined) return { state: found }
  const readiness = await ports.target.prepare(ports.stable, ports.candidate)
  if (readiness !== 'ready') return paused(pauseBriefly(plan, ports, readiness.waitsFor), lease)
  while (lease.state().finished === undefined) {
    if (ports.signal.aborted) throw new Cancelled('the rollout was cancelled')
    const since = await ports.source.since()
    const state = lease.state()
    const action = nextStep(state, rulesOf(plan, ports), { now: ports.clock.now(), since })
    const pause = await perform(action, state, { plan, ports, lease })
    if (pause !== undefined) return paused(pause, lease)
  }
  await lease.flush()
  return { state: await lease.read() }
}

/** Nobody may take over while there is nothing to do. */
async function paused(pause: Pause, lease: HeldLease): Promise<TickResult> {
  await lease.flush()
  await lease.hold({ until: pause.until })
  return { state: await lease.read(), pause }
}

interface Driving {
  readonly plan: RolloutPlan
  readonly ports: Ports
  readonly lease: HeldLease
}

async function perform(action: Action, state: RolloutState, driving: Driving): Promise<Pause | undefined> {
  const { plan, ports, lease } = driving
  const { id, model, version } = plan
  const of = { model, rollout: id }
  switch (action.do) {
    case 'set-weight': {
      const { step, weight } = action
      ports.progress(`${printShare(weight)} of traffic to ${version}`)
      const pause = await enforce(weight, state, ports)
      if (pause === undefined) lease.add(keys.weight(id, step), { kind: 'rollout-weight', ...of, step, weight })
      return pause
    }
    case 'judge':
      return (await enforce(weightOf(state), state, ports)) ?? judge(action, state, plan, ports, lease)
    case 'promote': {
      const { source, from: against = '' } = state
      const why = `promoted by rollout ${id}`
      const assigned = { kind: 'assign', ...of, stage: 'production', version, why, against } as const
      lease.add(keys.promoted(id), { ...assigned, ...(source === undefined ? {} : { source }) })
      return undefined
    }
    case 'roll-back': {
      ports.progress(`rolling back: ${action.why}`)
      await ports.target.restore()
      const pause = await enforce(0, state, ports)
      if (pause === undefined)
        lease.add(keys.rollback(id), { kind: 'rollout-weight', ...of, step: action.step, weight: 0 })
      return pause
    }
    case 'run-hook':
      return callHook(action, driving)
    case 'verify':
      return (await enforce(0, state, ports)) ?? verifyRollback(action, plan, ports, lease)
    case 'finish': {
      const { outcome, why } = action
      lease.add(keys.finished(id), { kind: 'rollout-finished', ...of, outcome, why })
      return undefined
    }
    case 'wait':
      return (await enforce(weightOf(state), state, ports)) ?? { until: action.until, why: 'traffic flows' }
    case 'done':
      throw new Bug('a finished rollout was asked to go on')
    default:
      return action satisfies never
  }
}

/** What it tells is durable before a hook runs, and it runs in the name of who drives. */
async function callHook(
  { on, index, why }: Action & { do: 'run-hook' },
  { plan: { id, model, version }, ports, lease }: Driving,
): Promise<undefined> {
  const hook = ports.hooks[on][index]
  if (hook === undefined) throw new Bug(`a rollout has no hook ${index} on ${on}`)
  await lease.flush()
  await lease.hold()
  const key = keys.hook(id, on, index)
  const { outcome, detail } = await ports.runHook(hook, { model, version, rollout: id, event: on, eventId: key, why })
  ports.progress(`hook ${hook.name}: ${outcome}`)
  lease.add(key, { kind: 'hook', model, rollout: id, name: hook.name, outcome, detail })
  return undefined
}
