import type { Statistic } from '../stats/bootstrap.ts';
type ClassMetric = 'precision' | 'recall' | 'f1';
export interface ClassStatistic {
    readonly statistic: Statistic;
    /** How far the metric falls, at worst, when so many examples turn from right to wrong. */
    fall(examples: number): number;
}
/** Whether labels and predictions know classes 0 and 1 alone: then class 1 is what is looked for. */
export declare function isBinary(labels: readonly number[], ...predictions: readonly (readonly number[])[]): boolean;
/**
 * Precision, recall or F1 of predictions: of class 1 (`binary`), else the plain mean over all classes that occur among labels
 * or predictions (scikit-learn's `average="binary"` and `"macro"`): those of the examples that are weighed, in each resample anew.
 */
export declare function classStatistic(name: ClassMetric, labels: readonly number[], predictions: readonly number[], binary: boolean): ClassStatistic;
export {};
