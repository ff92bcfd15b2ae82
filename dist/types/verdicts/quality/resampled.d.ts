import { type Statistic } from '../../stats/bootstrap.ts';
import { type Evidence, type Outcome } from './evidence.ts';
/**
 * What examples that differ and none of which happened to be seen may do. `fall`: how far the metric falls when so many turn
 * from right to wrong, where that is known. Else `differing`, how many of those that were seen came out otherwise: where all
 * but a few came out alike, those unseen may weigh as much as those that make the metric vary at all.
 */
type Unseen = {
    readonly fall: (examples: number) => number;
} | {
    readonly differing: number;
};
/** Compares a statistic by the paired bootstrap. The interval reaches as far as the unseen examples may move it. */
export declare function resampled(evidence: Evidence, statistics: readonly [Statistic, Statistic], unseen: Unseen): Outcome;
/** The mean of a value of each example. */
export declare function resampledMeans(evidence: Evidence, [before, after]: readonly [readonly number[], readonly number[]], unseen?: Unseen): Outcome;
export declare function differingOf(before: readonly number[], after: readonly number[]): number;
/**
 * A user's own metric of the whole data set, from what was kept of its resamples. Where all but a few examples came out alike,
 * those unseen may weigh as much as those that make the metric vary at all.
 */
export declare function resampledCorpus(evidence: Evidence): Outcome;
export {};
