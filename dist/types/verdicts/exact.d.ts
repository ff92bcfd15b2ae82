import type { ComparisonRow } from '../core/products/index.ts';
import type { Comparing } from './comparing.ts';
/** A count, such as the size: it differs or it does not, and no test is needed. */
export declare function exactRow(comparing: Comparing): ComparisonRow;
