import type { Statistic } from '../stats/bootstrap.ts';
/** The mean of a value of each example. */
export declare function meanStatistic(values: readonly number[]): Statistic;
/** The root of the mean squared error. */
export declare function rmseStatistic(outputs: readonly number[], labels: readonly number[]): Statistic;
/**
 * The share of the labels' variance that outputs explain: 1 − Σ(output − label)²/Σ(label − mean label)². Where all labels are the
 * same it is 1 when all outputs are right, else 0, as scikit-learn has it.
 */
export declare function r2Statistic(outputs: readonly number[], labels: readonly number[]): Statistic;
