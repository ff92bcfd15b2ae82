import { type Side } from './facts.ts';
/**
 * The time up to which a plot of these sides reaches: eight times as far above the median as the upper quartile lies,
 * at least the 90th and at most the 99.5th percentile, and every block median. What is slower would squeeze the rest; the
 * caption counts it.
 */
export declare function lastDrawn(sides: readonly Side[]): number;
/** The share of all samples that lies in each of `bins` equal parts of low to high. What lies outside counts in none. */
export declare function histogram(samples: readonly number[], low: number, high: number, bins: number): readonly number[];
