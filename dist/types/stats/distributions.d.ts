/** P(Z ≤ z) of the standard normal distribution. */
export declare function normalCdf(z: number): number;
/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export declare function normalQuantile(p: number): number;
/** P(X ≤ successes) of `trials` independent trials that each succeed with probability `p`. */
export declare function binomialCdf(successes: number, trials: number, p: number): number;
export declare function binomialPmf(successes: number, trials: number, p: number): number;
/**
 * The quantile of Student's t: Cornish–Fisher expansion, Abramowitz & Stegun 26.7.5. Within 0.2 % for 7 degrees of freedom
 * or more and tails down to 1 %: good enough to plan with, and used for nothing else.
 */
export declare function studentQuantile(p: number, degrees: number): number;
