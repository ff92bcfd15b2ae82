import type { StageKind } from '../core/stage.ts'
import type { TargetKind } from '../core/target.ts'
import type { VariantKind } from '../core/variant.ts'
import { variants } from '../optimize/index.ts'
import { sources } from '../sources/index.ts'
import { targets } from '../targets/index.ts'
import { benchmark } from './benchmark/index.ts'
import { compare } from './compare/index.ts'
import { gate } from './gate.ts'
import { optimizeWith } from './optimize.ts'
import { release } from './release.ts'
import { rolloutOn } from './rollout/index.ts'
import { validateOn } from './validate/index.ts'

/**
 * Every kind of stage, in the order in which a pipeline usually has them, for rollouts and load tests on these targets and
 * with these variants to be made.
 */
export function stageKindsFor(
  reachable: readonly TargetKind[],
  makeable: readonly VariantKind[] = variants,
): readonly StageKind[] {
  return [
    validateOn(reachable),
    optimizeWith(makeable),
    benchmark,
    compare,
    gate,
    release,
    rolloutOn(reachable, sources),
  ]
}

/** Every kind of stage, with the built-in targets and variants. */
export const stageKinds: readonly StageKind[] = stageKindsFor(targets)

export { targets, variants }
