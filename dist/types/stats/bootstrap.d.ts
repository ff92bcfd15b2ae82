import type { Interval } from './interval.ts';
/**
 * The mean of differences measured on the same examples, with the percentile interval of the paired bootstrap, widened by
 * √(n/(n−1)) for the variance that resampling loses. `level` is two-sided; the same seed gives the same interval.
 * Throws a RangeError on no values.
 */
export declare function pairedBootstrap(differences: readonly number[], { level, seed, resamples }: {
    readonly level: number;
    readonly seed: number;
    readonly resamples?: number;
}): Interval;
