import type { Finding, ModelSummary } from '../../core/products.ts';
export interface Limits {
    /** Bytes. */
    readonly size?: number | undefined;
    readonly parameters?: number | undefined;
    readonly opset?: {
        readonly min?: number | undefined;
        readonly max?: number | undefined;
    } | undefined;
}
/** What of a model lies beyond the limits that its pipeline sets. */
export declare function checkLimits(summary: ModelSummary, limits: Limits): Finding[];
