import { z } from 'zod';
import type { TargetKind } from '../../core/target.ts';
import { type Hook } from '../../rollout/hooks.ts';
import type { AnalysisRule } from '../../verdicts/traffic/index.ts';
import { type ChosenTarget } from '../target.ts';
export interface RolloutSettings {
    readonly target: ChosenTarget;
    /** Shares, rising; the last is 1. */
    readonly steps: readonly number[];
    /** Milliseconds. */
    readonly bake: number;
    readonly analysis: readonly AnalysisRule[];
    readonly hold: number;
    readonly 'on-rollback': readonly Hook[];
    readonly 'on-promoted': readonly Hook[];
}
/** The settings of a rollout that can choose among these targets. */
export declare function rolloutSettings(targets: readonly TargetKind[]): z.ZodType<RolloutSettings>;
