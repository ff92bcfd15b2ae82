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
 */
export declare function spendingBounds(stages: readonly Stage[]): number[];
/** O'Brien and Fleming's spending: almost nothing early. `fraction` of the information, 0 to 1; one-sided alpha. */
export declare function obrienFleming(alpha: number, fraction: number): number;
