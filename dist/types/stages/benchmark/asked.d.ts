import type { Question } from '../../core/products/index.ts';
/** What the questions make it necessary to measure; everything that can be, when there are none. */
export interface Asked {
    readonly speed: boolean;
    readonly parameters: boolean;
    /** Metrics of the table that need predictions, by the names that were asked for (`accuracy[lang=de]`), in the order of the questions. */
    readonly quality: readonly string[];
    /** Metrics of the user's own. */
    readonly custom: readonly Question[];
    /** False when nothing was asked: then quality is measured only where that is possible. */
    readonly insists: boolean;
}
/** What to measure of a candidate that is production itself: nothing but its counts. */
export declare const nothing: Asked;
export declare function askedBy(questions: readonly Question[]): Asked;
