import { type Problem } from '../core/errors/index.ts';
import type { Ledger } from '../core/ledger.ts';
import type { Override, Warning } from '../core/products/index.ts';
import type { World } from '../core/world.ts';
import type { Cache, StageRecord } from './cache.ts';
import type { Journal } from './journal.ts';
import { type Known } from './key.ts';
import type { Pipeline, PipelineStage } from './load.ts';
import type { PlanOptions } from './plan.ts';
import { type Sharing } from './share.ts';
import type { Store } from './store.ts';
/** How one stage ended. */
export type StageResult = {
    readonly seconds: number;
} & ({
    readonly status: 'finished';
    readonly record: StageRecord;
    readonly product: unknown;
    readonly cached: boolean;
} | {
    readonly status: 'skipped';
    readonly why: string;
    readonly blocked: boolean;
} | {
    readonly status: 'failed';
    readonly problems: readonly Problem[];
    readonly fault: 'user' | 'bug' | 'cancelled';
});
/** What all stages of one run share. */
export interface RunContext {
    readonly pipeline: Pipeline;
    readonly world: World;
    readonly options: PlanOptions;
    readonly override?: Override | undefined;
    /** How it takes part in a benchmark that several machines share. */
    readonly sharing?: Sharing | undefined;
    readonly journal: Journal;
    readonly store: Store;
    readonly cache: Cache;
    readonly ledger: Ledger;
    readonly signal: AbortSignal;
    progress(stage: string, message: string, fraction?: number): void;
}
/** Runs one stage: from the journal, from the cache, or for real. Never throws: what went wrong is the result. */
export declare function runStage(stage: PipelineStage, known: Known, results: ReadonlyMap<string, StageResult>, context: RunContext): Promise<StageResult>;
/** Warnings of a finished stage. */
export declare function warningsOf(result: StageResult): readonly Warning[];
