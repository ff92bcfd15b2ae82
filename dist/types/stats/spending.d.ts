/** One planned look at accumulating evidence. */
export interface Stage {
    /** Information so far, in any unit (blocks, users): rises from look to look. */
    readonly information: number;
    /** One-sided error rate that may have been spent by this look: never falls, below 1/2. */
    readonly spent: number;
}
/**
 * The critical value of each look such that a true null hypothesis is rejected at or before look i with probability
 * `spent` of i: Lan & DeMets (Biometrika 70, 1983), by the recursive integration of Armitage, McPherson & Rowe (1969) over a
 * statistic of independent normal increments. One-sided, not binding: nothing is gained by stopping for the other reason.
 * Infinity where a look spends nothing. Throws a RangeError on information that does not rise or spending that falls.
 * `known`: what earlier calls worked out, of use when looks are added to the same ones again and again.
 */
export declare function spendingBounds(stages: readonly Stage[], known?: Known): number[];
/** What is known after some looks, by their information and spending. */
export type Known = Map<string, Reached>;
interface Reached extends Stage {
    readonly bound: number;
    readonly step: number;
    /** Before the look, where no bound was crossed yet. */
    readonly before: Density | undefined;
}
/** O'Brien and Fleming's spending: almost nothing early. `fraction` of the information, 0 to 1; one-sided alpha. */
export declare function obrienFleming(alpha: number, fraction: number): number;
/** The statistic where no bound was crossed yet, as a density on quadrature points: score scale, variance = information. */
interface Density {
    readonly points: Float64Array;
    /** Density times quadrature weight. */
    readonly masses: Float64Array;
}
export {};
