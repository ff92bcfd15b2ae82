import type { Interval } from './interval.ts';
/** What is planned for when nothing else is said: an effect is found nine times out of ten. */
export declare const usualPower = 0.9;
/**
 * The smallest true change that so many paired differences would have told from none, at the error rate alpha (one-sided)
 * and the given power: (t_{1−α} + t_{power}) s/√n. Undefined below two values.
 */
export declare function detectableChange(differences: readonly number[], alpha: number, power?: number): number | undefined;
interface Aim {
    readonly estimate: number;
    readonly margin: number;
    readonly alpha: number;
}
/**
 * How many paired differences would settle whether the true change lies beyond `margin`, if it is `estimate` and they go on
 * to vary as they did: ((z_{1−α} + z_{power}) s/(margin − estimate))² + 2. Undefined when no number that anyone could take
 * would do, and below two values.
 */
export declare function valuesNeeded(differences: readonly number[], aim: Aim, power?: number): number | undefined;
/** As `detectableChange`, from an interval: for methods whose spread is not that of the values. */
export declare function detectableFrom(interval: Interval, alpha: number, power?: number): number;
/** As `valuesNeeded`, from an interval on `n` values. */
export declare function valuesNeededFrom(interval: Interval, n: number, aim: Aim, power?: number): number | undefined;
export {};
