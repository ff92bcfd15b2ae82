import type { Target } from '../core/target.ts'
import type { Tenure } from './tenure.ts'

/** A target that is told nothing unless the run that tells it drives the rollout. */
export function heldTarget(target: Target, tenure: Tenure): Target {
  return {
    describe: target.describe,
    settlesWithinMs: target.settlesWithinMs,
    traffic: target.traffic,
    async prepare(stable, candidate) {
      await tenure.hold()
      return target.prepare(stable, candidate)
    },
    async apply(weight) {
      await tenure.hold({ moves: true })
      return target.apply(weight)
    },
    weight: () => target.weight(),
    async restore() {
      await tenure.hold({ moves: true })
      return target.restore()
    },
    close: () => target.close(),
  }
}
