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
 * decided when to stop. `scatters` say how far apart the parts lie of which each difference was made, whatever its sign: what
 * scatters more than usual at a look weighs less (`weightsOf`). `level` is 0 when too few values were looked at or the looks
 * contradict one another. Throws a RangeError on no values.
 */
export declare function repeatedInterval(differences: readonly number[], looks: readonly Look[], alpha: number, scatters?: readonly number[]): Interval;
/**
 * What differences are worth whose parts scatter so much: one that scatters no more than usual counts fully, one that scatters
 * twice as much as usual a quarter.
 */
export declare function weightsOf(scatters: readonly number[]): readonly number[];
/** The one-sided level of each look. */
export declare function nominalLevels(looks: readonly Look[], alpha: number): readonly number[];
