import type { ComparisonRow, Measurements, Question } from '../core/products/index.ts';
/**
 * One row for each metric asked about, of the chosen contender against production; for a speed metric one for each scenario.
 * Pure: the same measurements give the same rows to the last digit. No rows when there is no production to compare with,
 * or when the candidate is production itself.
 * Throws `metric-not-measured`.
 */
export declare function compareRows(measurements: Measurements, questions: readonly Question[], alpha: number): ComparisonRow[];
