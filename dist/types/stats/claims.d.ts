import type { Interval } from './interval.ts';
/**
 * What is claimed of a candidate, with a margin ≥ 0 on the scale of the change. `not-worse`: worse by less than the margin
 * (non-inferiority). `better`: better by more than the margin (superiority). `equivalent`: different by less than the margin,
 * either way (two one-sided tests, TOST).
 */
export type Claim = 'not-worse' | 'better' | 'equivalent';
export interface Claimed {
    readonly claim: Claim;
    readonly margin: number;
    readonly better: 'lower' | 'higher';
}
export interface Judgement {
    readonly verdict: 'pass' | 'fail' | 'inconclusive';
    /** Better beyond doubt: the whole interval lies on the better side of no change. */
    readonly improved: boolean;
}
/**
 * Does a change certainly keep the claim? `pass` when the whole interval lies where the claim holds, `fail` when all of it lies
 * where it does not, else `inconclusive`; and `inconclusive` whenever the interval does not achieve the level 1 − 2 alpha, so
 * that too little data never passes. Each of `pass` and `fail` is wrong at most at the rate alpha.
 */
export declare function judge(interval: Interval, { alpha, ...claimed }: Claimed & {
    readonly alpha: number;
}): Judgement;
/** A count needs no test. At the margin itself a count passes, except that `better` by nothing is not better. */
export declare function judgeExactly(change: number, { claim, margin, better }: Claimed): Judgement;
/** The change, in the metric's own direction, that parts what keeps the claim from what does not: the nearer to `change` of two. */
export declare function edgeOf(change: number, { claim, margin, better }: Claimed): number;
