import { type Statistic } from '../../../stats/bootstrap.ts';
import { type Evidence, type Outcome } from './evidence.ts';
/**
 * Compares a statistic by the paired bootstrap. `fall` says how far it may fall when so many examples turn from right to
 * wrong, where that is known: the interval reaches as far as that many examples, none of which happened to be seen.
 */
export declare function resampled(evidence: Evidence, statistics: readonly [Statistic, Statistic], fall?: (examples: number) => number): Outcome;
/** The mean of a value of each example. */
export declare function resampledMeans(evidence: Evidence, [before, after]: readonly [readonly number[], readonly number[]], fall?: (examples: number) => number): Outcome;
/**
 * A user's own metric of the whole data set, from what was kept of its resamples. Where all but a few examples came out alike,
 * those unseen may weigh as much as those that make the metric vary at all.
 */
export declare function resampledCorpus(evidence: Evidence): Outcome;
