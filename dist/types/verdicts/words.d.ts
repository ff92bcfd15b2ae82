import type { ComparisonRow } from '../core/products/index.ts';
/** A row before it has its sentence. */
export type Unexplained = Omit<ComparisonRow, 'why'>;
/**
 * The verdict as one sentence with its numbers. `doubt` says why no verdict can be trusted, where that is so, in words that
 * follow "because".
 */
export declare function explain(row: Unexplained, doubt?: string): string;
/** An amount of change, without its direction. */
export declare function changeWords({ scale, unit }: Pick<Unexplained, 'scale' | 'unit'>, change: number): string;
/** A value with its unit, three digits. */
export declare function valueText(value: number, unit: string): string;
