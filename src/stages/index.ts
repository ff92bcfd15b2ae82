import type { StageKind } from '../core/stage.ts'
import type { TargetKind } from '../core/target.ts'
import { sources } from '../sources/index.ts'
import { targets } from '../targets/index.ts'
import { benchmark } from './benchmark/index.ts'
import { compare } from './compare/index.ts'
import { gate } from './gate.ts'
import { optimize } from './optimize.ts'
import { release } from './release.ts'
import { rolloutOn } from './rollout/index.ts'
import { validateOn } from './validate/index.ts'

/** Every kind of stage, in the order in which a pipeline usually has them, for rollouts and load tests on these targets. */
export function stageKindsFor(reachable: readonly TargetKind[]): readonly StageKind[] {
  return [validateOn(reachable), optimize, benchmark, compare, gate, release, rolloutOn(reachable, sources)]
}

/** Every kind of stage, for rollouts and load tests on the built-in targets. */
export const stageKinds: readonly StageKind[] = stageKindsFor(targets)

export { targets }
