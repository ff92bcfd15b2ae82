import type { ComparisonRow } from '../../core/products.ts';
/** A row before it has its sentence. */
export type Unexplained = Omit<ComparisonRow, 'why'>;
/**
 * The verdict as one sentence with its numbers. `unsteady` is the change that a second copy of production showed, where that
 * was too much to trust any verdict.
 */
export declare function explain(row: Unexplained, unsteady?: number): string;
/** A value with its unit, three digits. */
export declare function valueText(value: number, unit: string): string;
