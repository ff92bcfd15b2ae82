/** The p-quantile of unsorted values, 0 ≤ p ≤ 1. Throws on no values. */
export declare function quantile(values: readonly number[], p: number): number;
export declare function median(values: readonly number[]): number;
export declare function mean(values: readonly number[]): number;
