import type { TargetKind } from '../core/target.ts';
/** The table of targets: what a rollout can serve on. */
export declare const targets: readonly TargetKind[];
