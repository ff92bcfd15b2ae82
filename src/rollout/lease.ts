import { leaseBounds } from '../registry/index.ts'
import { longestHookMs } from './hooks/run.ts'
import { type Action, nextStep, type Rules } from './machine.ts'
import type { Ports, RolloutPlan } from './plan.ts'
import type { RolloutState } from './state.ts'

/** A source that has not told of a look after this time, or after another look's time, has nothing to tell: that is inconclusive. */
const patienceMs = 60_000

/** For what nobody can say how long it takes: to start servers, to ask a cluster, to push an entry. */
export const marginMs: number = leaseBounds.shortest

/**
 * The longest that a run keeps a rollout to itself without a heartbeat, in milliseconds: as long has the next to wait once it is killed, and
 * twice in that time a run that bakes for days records that it lives.
 */
export const longestLeaseMs: number = leaseBounds.longest - marginMs

/** How often a run that has nothing to do asks for a longer lease, in milliseconds: it has as long to get it. */
export const heartbeatMs = longestLeaseMs / 2

/** How long a metric source is waited for after the end of a look, in milliseconds. */
export function patienceOf({ settings }: RolloutPlan): number {
  return Math.max(patienceMs, settings.bakeMs)
}

export function rulesOf({ settings: { bakeMs, hold } }: RolloutPlan, { hooks }: Ports): Rules {
  return { bakeMs, hold, hooks: { promoted: hooks.promoted.length, 'rolled-back': hooks['rolled-back'].length } }
}

/**
 * For how many milliseconds a run keeps a rollout to itself after what it records now: until its next entry, as far as it can tell, and
 * a margin. A run that needs longer says so before that is over.
 */
export function leaseMs(state: RolloutState, plan: RolloutPlan, ports: Ports): number {
  const now = ports.clock.now()
  const next = nextStep(state, rulesOf(plan, ports), { now, since: undefined })
  return Math.min(longestLeaseMs, waitFor(next, Date.parse(now), plan, ports.target.settlesWithinMs ?? 0)) + marginMs
}

function waitFor(next: Action, now: number, plan: RolloutPlan, settlesWithinMs: number): number {
  switch (next.do) {
    case 'set-weight':
    case 'promote':
    case 'roll-back':
    case 'finish':
      return settlesWithinMs
    case 'wait':
      return Math.max(0, Date.parse(next.until) - now) + settlesWithinMs + patienceOf(plan)
    case 'judge':
    case 'verify':
      return settlesWithinMs + patienceOf(plan)
    case 'run-hook':
      return longestHookMs
    case 'done':
      return 0
    default:
      return next satisfies never
  }
}
