import type { Interval } from './interval.ts';
export interface Judgement {
    readonly verdict: 'pass' | 'fail' | 'inconclusive';
    /** Better beyond doubt: the whole interval lies on the better side of no change. */
    readonly improved: boolean;
}
/**
 * Is a change certainly not worse than the margin allows? `pass` when the whole interval lies on the acceptable side of the
 * margin, `fail` when all of it lies beyond, else `inconclusive`; and `inconclusive` whenever the interval does not achieve
 * the level 1 − 2 alpha, so that too little data never passes. `margin` ≥ 0 is how much worse is acceptable, on the
 * interval's scale; `better` says which way is good. Each of `pass` and `fail` is wrong at most at the rate alpha.
 */
export declare function nonInferiority(interval: Interval, { margin, better, alpha }: {
    readonly margin: number;
    readonly better: 'lower' | 'higher';
    readonly alpha: number;
}): Judgement;
/** A count needs no test: it passes when it is worse by no more than the margin. */
export declare function exactlyNotWorse(change: number, margin: number, better: 'lower' | 'higher'): Judgement;
