import type { Interval } from './interval.ts';
/**
 * The Hodges–Lehmann estimate of the centre of paired differences and the exact interval that inverts Wilcoxon's signed-rank
 * test: symmetric differences are all it assumes. `alpha` is the error rate of each side. The ends are the q-th smallest and
 * q-th largest of the M = n(n+1)/2 Walsh averages, q the smallest rank sum s with P(V ≤ s) ≥ alpha and at least 1; the level
 * achieved is 1 − 2 P(V ≤ q − 1). (R's wilcox.test takes the same ranks.) With fewer values than 2^−n ≤ alpha asks for, the
 * level is below 1 − 2 alpha. Throws a RangeError on no values.
 *
 * `weights` say how much each difference is worth, all 1 unless given: the test that is inverted ranks weighted distances from
 * the centre, and the averages are weighted. It is as exact as without, whatever the weights, as long as they do not depend on
 * the signs: a difference and its mirror image have the same weight, so that each sign stays as likely as the other.
 */
export declare function signedRankInterval(differences: readonly number[], alpha: number, weights?: readonly number[]): Interval;
/** The fewest values whose interval can achieve 1 − 2 alpha: 7 for alpha = 1 %. */
export declare function fewestValues(alpha: number): number;
/**
 * P(V ≤ s) of the signed-rank statistic of n values, no ties: exact up to 400 values, then normal with a continuity
 * correction (the two differ by less than 1e-4 there).
 */
export declare function signedRankBelow(n: number): (s: number) => number;
