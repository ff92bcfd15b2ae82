import type { Subject } from '../core/products/index.ts';
import type { Effects } from '../core/stage.ts';
import type { World } from '../core/world.ts';
import { type StageRecord } from './cache.ts';
import { type Pipeline, type PipelineStage } from './load.ts';
import { type PolicyOptions } from './policy.ts';
export interface PlannedStage {
    readonly name: string;
    readonly kind: string;
    readonly needs: readonly string[];
    /** What it may touch. */
    readonly effects: Effects;
    /** True when it runs alone. */
    readonly measures: boolean;
    readonly action: 'run' | 'cached' | 'skip' | 'refuse';
    /** Why it is skipped or refused, what the cached result was, or what it is for. */
    readonly why: string;
    readonly estimateMs: number;
}
/** What a run would do. Plain JSON. */
export interface Plan {
    readonly pipeline: string;
    readonly file: string;
    readonly subject: Subject;
    /** In the order in which they would run. */
    readonly stages: readonly PlannedStage[];
    readonly estimateMs: number;
}
export interface PlanOptions extends PolicyOptions {
    /** Leave the cache aside. */
    readonly fresh?: boolean | undefined;
}
/** What the cache holds of a pipeline, and what the pipeline is about: everything a plan depends on besides the pipeline. */
export interface Facts {
    readonly subject: Subject;
    readonly trust: World['trust'];
    readonly event: string;
    readonly branch: string | undefined;
    /** Stages whose result is in the cache. */
    readonly cached: ReadonlyMap<string, StageRecord>;
}
/** Plans a run: looks (reading only) and decides. Touches nothing. */
export declare function plan(pipeline: Pipeline, world: World, options?: PlanOptions): Promise<Plan>;
/** The plan that follows from the facts. Pure. */
export declare function decide(pipeline: Pipeline, facts: Facts, options?: PlanOptions): Plan;
/** The stages of a pipeline in run order. */
export declare function inOrder(pipeline: Pipeline): readonly PipelineStage[];
