import type { Target } from '../core/target.ts'
import type { HeldLease } from './held-lease.ts'

/** A target that is told nothing unless the run that tells it drives the rollout. */
export function heldTarget(target: Target, lease: HeldLease): Target {
  return {
    describe: target.describe,
    settlesWithinMs: target.settlesWithinMs,
    traffic: target.traffic,
    async prepare(stable, candidate) {
      await lease.hold()
      return target.prepare(stable, candidate)
    },
    async apply(weight) {
      await lease.hold({ moves: true })
      return target.apply(weight)
    },
    weight: () => target.weight(),
    async restore() {
      await lease.hold({ moves: true })
      return target.restore()
    },
    close: () => target.close(),
  }
}
