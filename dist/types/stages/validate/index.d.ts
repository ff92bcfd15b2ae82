import { type StageKind } from '../../core/stage.ts';
import type { TargetKind } from '../../core/target.ts';
/** Validation whose load test can serve on these targets. */
export declare function validateOn(targets: readonly TargetKind[]): StageKind;
