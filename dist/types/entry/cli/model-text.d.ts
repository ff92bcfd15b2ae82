import type { Finding, Measurements, ModelSummary } from '../../core/products/index.ts';
/** What a model is, in a few lines. */
export declare function summaryLines(summary: ModelSummary, file: string): string;
export declare function findingLines(findings: readonly Finding[]): string;
/** How fast each contender was in each scenario: the median of block medians, and the spread between blocks. */
export declare function speedLines(measured: Measurements): string;
