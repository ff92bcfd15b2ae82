import type { LedgerEntry } from '../core/ledger.ts';
import type { Override } from '../core/products/index.ts';
import type { ReportFormat, RunReport } from '../core/report.ts';
import type { World } from '../core/world.ts';
import type { InputValue } from './expressions.ts';
import type { Pipeline } from './load.ts';
import { type PlanOptions } from './plan.ts';
import { type StageResult } from './run-stage.ts';
import type { ReadShard } from './shard-file.ts';
/** What is told while a run goes on. */
export type RunEvent = {
    readonly event: 'stage-started';
    readonly stage: string;
    readonly kind: string;
} | {
    readonly event: 'progress';
    readonly stage: string;
    readonly message: string;
    readonly fraction?: number | undefined;
} | {
    readonly event: 'stage-finished';
    readonly stage: string;
    readonly result: StageResult;
}
/** The ledger has this entry: by this run, or since before. */
 | {
    readonly event: 'recorded';
    readonly entry: LedgerEntry;
};
export interface RunOptions extends PlanOptions {
    /** Go on with an earlier run: the latest of this pipeline, or the one with this id. */
    readonly resume?: boolean | string | undefined;
    /** The inputs that the pipeline was loaded with: kept in the journal, so that a resumed run has them. */
    readonly inputs?: Readonly<Record<string, InputValue>> | undefined;
    /** Measure this shard of the benchmark, and stop there. A resumed run keeps what it was started with. */
    readonly shard?: string | undefined;
    /** Go on with what all shards measured instead of measuring: see `readShards`. A resumed run keeps it. */
    readonly merge?: readonly ReadShard[] | undefined;
    /** Lets a candidate through that a gate stops; the ledger keeps who and why. Refused in dry and in untrusted runs. */
    readonly override?: Override | undefined;
    /** Report formats to write into the run's folder. */
    readonly formats?: readonly ReportFormat[] | undefined;
    /** How this tool is called here, for the commands a report proposes. */
    readonly command?: string | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly listener?: ((event: RunEvent) => void) | undefined;
}
/**
 * Runs a pipeline and gives its report. Every stage is journalled before and after, so that a run that is killed at any
 * moment can be resumed. Mistakes inside a stage are part of the report; those before the first stage are thrown.
 */
export declare function run(pipeline: Pipeline, world: World, options?: RunOptions): Promise<RunReport>;
