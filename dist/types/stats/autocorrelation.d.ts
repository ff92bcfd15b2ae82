/**
 * How much each of a series of values follows the one `lag` places before it: the sample autocorrelation, −1 to 1, with the sum
 * of squares of the whole series below (the usual, biased one). 0 for a series that never changes.
 */
export declare function autocorrelation(values: readonly number[], lag: number): number;
/**
 * How many independent values say as much of the mean as these, which follow one another: n / (1 + 2 Σ ρ), where the
 * autocorrelations ρ are summed two by two for as long as such a pair is positive, and no pair counts for more than the one
 * before it (Geyer's initial monotone sequence, 1992).
 * Between 1 and n.
 */
export declare function effectiveSize(values: readonly number[]): number;
