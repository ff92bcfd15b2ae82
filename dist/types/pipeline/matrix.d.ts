import type { Pipeline } from './load.ts';
/** A job of a workflow's matrix: nothing in it means anything to YAML or a shell. */
export interface MatrixJob {
    readonly shard: string;
    readonly 'runs-on': readonly string[];
    /** Which scenarios it measures, for people. */
    readonly scenarios: string;
}
/** What `strategy: matrix:` takes. */
export interface Matrix {
    readonly include: readonly MatrixJob[];
}
/**
 * One job for each shard of a pipeline's benchmark; scenarios that name no runner share one on the default runner. Pure.
 * Throws `benchmark-unclear` and `matrix-too-large`.
 */
export declare function matrixOf(pipeline: Pipeline, defaultRunner?: readonly string[]): Matrix;
