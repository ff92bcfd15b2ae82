import { type Pipeline } from '../../pipeline/load.ts';
import { type RunOptions } from '../../pipeline/run.ts';
import { type Entry } from '../context.ts';
interface Shared {
    readonly input?: readonly string[];
    readonly fresh?: boolean;
    readonly dryRun?: boolean;
    readonly json?: boolean;
}
interface Overriding {
    readonly override?: string;
    readonly by?: string;
}
/** `airworthy run [PIPELINE]`: exit code by the outcome. */
export declare function runCommand(entry: Entry, file: string | undefined, options: Shared & Overriding & {
    readonly resume?: boolean;
    readonly run?: string;
    readonly shard?: string;
}): Promise<number>;
/** Runs a pipeline, shows its report and gives its exit code. */
export declare function runAndTell(entry: Entry, pipeline: Pipeline, options: RunOptions, json: boolean | undefined): Promise<number>;
export {};
