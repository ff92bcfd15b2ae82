import type { MetricSourceKind } from '../core/metric-source.ts'
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

/** What the settings of stages choose among. */
export interface Families {
  readonly targets: readonly TargetKind[]
  readonly sources: readonly MetricSourceKind[]
  readonly variants: readonly VariantKind[]
}

export const builtIn: Families = { targets, sources, variants }

/** Every kind of stage, in the order in which a pipeline usually has them, for stages that choose among these. */
export function stageKindsFor(families: Families): readonly StageKind[] {
  return [
    validateOn(families.targets),
    optimizeWith(families.variants),
    benchmark,
    compare,
    gate,
    release,
    rolloutOn(families.targets, families.sources),
  ]
}

/** Every kind of stage, with the built-in families. */
export const stageKinds: readonly StageKind[] = stageKindsFor(builtIn)
