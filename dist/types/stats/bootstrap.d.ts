import type { Interval } from './interval.ts';
import { type Sample } from './small-sample.ts';
/** A figure of one contender on a data set whose example i occurs `weights[i]` times. */
export type Statistic = (weights: Uint8Array) => number;
/** A statistic on all examples, on resampled ones, and with some left out. */
export interface Replicates {
    readonly value: number;
    /** On each resample. The same sample, seed and count give every statistic the same resamples, so that two can be paired. */
    readonly resampled: readonly number[];
    /** With one of at most 500 sets of units left out: what each set contributes follows from it (the jackknife). */
    readonly without: readonly number[];
}
interface Resampling {
    readonly seed: number;
    readonly resamples: number;
}
/**
 * Computes a statistic again and again on examples drawn with replacement: whole groups, where the sample has them.
 * Throws a RangeError on no examples.
 */
export declare function replicate(statistic: Statistic, sample: Sample, resampling: Resampling): Replicates;
/** The percentile at rank 10 or further in, for an error rate of 0.05 % or more; 4000 where examples are few enough to afford it. */
export declare function resamplesFor(examples: number, alpha: number): number;
/**
 * How far a statistic of the second contender lies from that of the first, from replicates on the same resamples. The ends are
 * percentiles of the resampled differences, moved away from the estimate by √(n/(n−1)), for the variance that resampling
 * loses, and by `skewnessAllowance`: where the contenders differ on a few dozen examples, plain percentiles that claim 1 % on each
 * side are wrong in 2 to 6 %, these in less than 2 % (`lab/quality-intervals.ts`). BCa is no better there, as what it corrects by
 * is estimated from the same few. `units`: effective, see `effectiveUnits`; below 30 the level is 0. `unseen`: the interval
 * reaches at least so far to either side. The level is 0 too when there are too few resamples for such percentiles.
 */
export declare function bootstrapDifference(before: Replicates, after: Replicates, { level, units, unseen: absolute, relative, }: {
    readonly level: number;
    readonly units: number;
    readonly unseen?: number;
    readonly relative?: boolean;
}): Interval;
/** How much each set of units left out moved the statistic: the jackknife's values, which add up to nothing. */
export declare function influencesOf(without: Float64Array): Float64Array;
export {};
