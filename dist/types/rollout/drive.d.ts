import type { Ledger } from '../core/ledger.ts';
import type { Checkpoint } from '../core/stage.ts';
import type { Served, Target } from '../core/target.ts';
import type { Clock } from '../core/world.ts';
import { type RolloutState } from '../registry/index.ts';
import { type AnalysisRule } from '../verdicts/traffic/index.ts';
import type { Hook, HookCall, HookResult } from './hooks.ts';
import { type HookEvent } from './machine.ts';
export interface RolloutPlan {
    readonly id: string;
    readonly model: string;
    readonly version: string;
    /** What serves today; undefined for the first release. */
    readonly from: string | undefined;
    /** The kind of target. */
    readonly target: string;
    readonly steps: readonly number[];
    /** How long one look lasts. */
    readonly bakeMs: number;
    readonly analysis: readonly AnalysisRule[];
    readonly hold: number;
    readonly hooks: Readonly<Record<HookEvent, readonly Hook[]>>;
}
/** What a rollout acts through. */
export interface Ports {
    readonly ledger: Ledger;
    readonly target: Target;
    readonly stable: Served | undefined;
    readonly candidate: Served;
    readonly checkpoint: Checkpoint;
    readonly clock: Clock;
    readonly signal: AbortSignal;
    runHook(hook: Hook, call: HookCall): Promise<HookResult>;
    progress(message: string, fraction?: number): void;
}
/**
 * Takes a rollout from wherever the ledger says it is to its end, and gives its last state. Each action takes effect first and
 * is recorded then, under a key of its own: killed at any moment and started again, it does no recorded action twice.
 * @throws `weight-not-in-force`, `rollback-unverified`, Cancelled, and whatever the target throws; the rollout stays open.
 */
export declare function drive(plan: RolloutPlan, ports: Ports): Promise<RolloutState>;
