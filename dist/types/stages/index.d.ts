import type { StageKind } from '../core/stage.ts';
import type { TargetKind } from '../core/target.ts';
import { targets } from '../targets/index.ts';
/** Every kind of stage, in the order in which a pipeline usually has them, for rollouts and load tests on these targets. */
export declare function stageKindsFor(reachable: readonly TargetKind[]): readonly StageKind[];
/** Every kind of stage, for rollouts and load tests on the built-in targets. */
export declare const stageKinds: readonly StageKind[];
export { targets };
