import type { ComparisonRow } from '../../core/products.ts';
import type { Comparing } from './comparing.ts';
/** One row for each scenario. A block is one observation: its workers ran side by side under the same conditions. */
export declare function speedRows(comparing: Comparing): ComparisonRow[];
