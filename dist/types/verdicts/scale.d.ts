import type { Question } from '../core/products/index.ts';
import type { Margin } from '../core/quantity.ts';
import type { Claimed } from '../stats/claims.ts';
import type { Comparing } from './comparing.ts';
/** The scale a change is told on: relative to production's value, or in the metric's own unit. */
export interface Scale {
    readonly scale: 'relative' | 'absolute';
    /** Positive: how much worse is acceptable. */
    readonly margin: number;
}
/** A share of nothing means nothing: against a production value of 0 any worsening counts. */
export declare function scaleFor(margin: Margin, production: number): Scale;
/** The claim of a question, as it is judged. */
export declare function claimedIn({ question, metric }: Comparing, margin: number): Claimed;
/** What is claimed, as rows say it. */
export declare function claimOf({ claim }: Question): Pick<Question, 'claim'>;
/**
 * Twelve digits: far finer than any measurement, and coarser than what the last bits of logarithms differ by between
 * machines, so that evidence recomputes to the same bytes.
 */
export declare function tidy(value: number): number;
