import type { Interval } from './interval.ts';
/** A look that was taken at growing paired differences: after how many, and which share of the error rate was spent by then. */
export interface Look {
    readonly count: number;
    /** 0 to 1, never falling from look to look. */
    readonly spent: number;
}
/**
 * The interval of paired differences that were looked at several times while they grew: at each look the exact signed-rank
 * interval at the level that Lan and DeMets' spending leaves it, and what all of them have in common (Jennison & Turnbull's
 * repeated confidence intervals). It covers the centre with probability 1 − 2 `alpha` × the share spent, however the looks
 * decided when to stop. `level` is 0 when too few values were looked at or the looks contradict one another.
 * Throws a RangeError on no values.
 */
export declare function repeatedInterval(differences: readonly number[], looks: readonly Look[], alpha: number): Interval;
/** The one-sided level of each look. */
export declare function nominalLevels(looks: readonly Look[], alpha: number): readonly number[];
