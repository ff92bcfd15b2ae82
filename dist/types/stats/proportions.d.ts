import type { Interval } from './interval.ts';
/**
 * The difference x1/n1 − x2/n2 of two independent proportions, with Newcombe's hybrid score interval (Statistics in Medicine
 * 17, 1998, method 10): sound at 0 and 1, where the usual interval has no width. `level` is two-sided. Where one side has no
 * trials nothing is known: estimate 0, interval −1 to 1.
 */
export declare function proportionDifference(x1: number, n1: number, x2: number, n2: number, level: number): Interval;
/**
 * The difference of two proportions measured on the same examples, with Tango's score interval (Statistics in Medicine 17,
 * 1998). `gained`: examples right only the second time, `lost`: right only the first time, of `examples` in all; the
 * difference is (gained − lost)/examples. `level` is two-sided. With no examples: estimate 0, interval −1 to 1.
 */
export declare function pairedDifference(gained: number, lost: number, examples: number, level: number): Interval;
/**
 * The change of a proportion measured on the same examples, as a share of the first: p₂/p₁ − 1, with the score interval of the ratio
 * (Nam & Blackwelder, Statistics in Medicine 21, 2002; Tang, Tang & Chan, 22, 2003). `both`: examples right both times; those that are
 * wrong both times say nothing of it. −1 or more; at no change the score is McNemar's. `gained` and `lost` as for `pairedDifference`; `level`
 * is two-sided. Throws a RangeError where none was right the first time.
 */
export declare function pairedChange(gained: number, lost: number, both: number, level: number): Interval;
/**
 * McNemar's test of equal proportions on paired examples, from the two kinds of discordant pairs; two-sided. The mid-p value
 * keeps the error rate in practice and is less timid than the exact one (Fagerland, Lydersen & Laake 2013).
 */
export declare function mcnemar(gained: number, lost: number): {
    readonly exact: number;
    readonly midP: number;
};
