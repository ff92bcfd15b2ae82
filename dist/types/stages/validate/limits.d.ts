import type { Artifact, Finding, ModelSummary } from '../../core/products/index.ts';
import type { StageTools } from '../../core/stage.ts';
export interface Limits {
    /** Bytes. */
    readonly size?: number | undefined;
    readonly parameters?: number | undefined;
    readonly opset?: {
        readonly min?: number | undefined;
        readonly max?: number | undefined;
    } | undefined;
    /** Milliseconds. */
    readonly latency?: number | undefined;
}
/** What of a model lies beyond the limits that its pipeline sets. */
export declare function checkLimits(summary: ModelSummary, limits: Limits): Finding[];
/**
 * That a run on made-up inputs of batch 1, on one thread of the CPU, stays below a ceiling. A look and no benchmark: one process,
 * the median of a few dozen runs after warming up.
 */
export declare function checkLatency(artifact: Artifact, { latency }: Limits, tools: StageTools): Promise<readonly Finding[]> | readonly Finding[];
