import type { StageKind } from '../core/stage.ts'
import { targets } from '../targets/index.ts'
import { benchmark } from './benchmark.ts'
import { compare } from './compare/index.ts'
import { gate } from './gate.ts'
import { optimize } from './optimize.ts'
import { release } from './release.ts'
import { rollout } from './rollout.ts'
import { validate } from './validate.ts'

/** Every kind of stage, in the order in which a pipeline usually has them. */
export const stageKinds: readonly StageKind[] = [validate, optimize, benchmark, compare, gate, release, rollout]

export { targets }
