import type { Override } from '../../core/products/index.ts';
import type { RunReport } from '../../core/report.ts';
import type { World } from '../../core/world.ts';
import { type Pipeline } from '../../pipeline/load.ts';
import { type RunEvent } from '../../pipeline/run.ts';
import type { Mask } from '../../world/secrets.ts';
import { type RunOnGitHub } from './event.ts';
/** The inputs that every Action takes which runs a pipeline. */
export interface PipelineInputs {
    readonly pipeline: string;
    readonly folder: string;
    readonly values: Readonly<Record<string, string>>;
    readonly dryRun: boolean;
    readonly override: Override | undefined;
    readonly shard: string | undefined;
    /** Folders or files of shards. */
    readonly merge: readonly string[];
    readonly failOn: 'inconclusive' | 'fail';
}
export declare function pipelineInputs(here: RunOnGitHub): PipelineInputs;
/** The world of an Action: its token is an input, and not in the environment. */
export declare function actionWorld(folder: string, mask: Mask): World;
export interface Ran {
    readonly report: RunReport;
    readonly pipeline: Pipeline;
}
/** Loads the pipeline and runs it; progress goes to the log. */
export declare function runPipeline(inputs: PipelineInputs, world: World, here: RunOnGitHub, mask: Mask, listener?: (event: RunEvent) => void): Promise<Ran>;
/** Outputs, annotations and the summary of the job: what needs no permission at all. */
export declare function tell({ report, pipeline }: Ran, here: RunOnGitHub, mask: Mask): Promise<void>;
/** The variable is missing where something other than a runner starts the Action; the toolkit throws then. */
export declare function summarize(text: string): Promise<void>;
/** The exit code of the step. */
export declare function exitCodeOf(report: RunReport, failOn: PipelineInputs['failOn']): number;
