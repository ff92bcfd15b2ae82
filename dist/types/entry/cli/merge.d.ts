import type { Entry } from '../context.ts';
interface Options {
    readonly input?: readonly string[];
    readonly dryRun?: boolean;
    readonly json?: boolean;
}
/** `airworthy merge PIPELINE SHARDS…`: the run goes on from what all shards measured; exit code by the outcome. */
export declare function mergeCommand(entry: Entry, file: string, places: readonly string[], { input, dryRun, json }: Options): Promise<number>;
export {};
