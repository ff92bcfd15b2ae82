import type { Row } from './outputs.ts';
/** The class given to an example whose scores hold NaN: equal to no label. */
export declare const noClass = -1;
/** The class with the highest score, the first of equal ones; `noClass` where a score is NaN. */
export declare function topClass(scores: Row): number;
/** How many classes come before the label when they are sorted by score, the first of equal ones first; all of them where a score is NaN. */
export declare function rankOf(label: number, scores: Row): number;
/**
 * Whether scores can be probabilities as they stand: none below 0, and a sum of 1 within what half precision rounds. A single
 * score is a probability between 0 and 1. Logits of a whole data set never look like that.
 */
export declare function isDistribution(scores: Row): boolean;
/** The probabilities that logits stand for: softmax. */
export declare function softmax(logits: Row): Float64Array;
/**
 * −ln of the probability that the label is given. A probability counts as at least 2⁻²³, the precision of single floats
 * (scikit-learn's `log_loss` does the same), and NaN as none: the loss is at most 15.94.
 */
export declare function lossOf(label: number, scores: Row, kind: 'probabilities' | 'logits'): number;
