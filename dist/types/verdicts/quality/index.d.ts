import type { ComparisonRow } from '../../core/products/index.ts';
import type { Comparing } from '../comparing.ts';
/** A quality metric: values of both contenders on the same examples. */
export declare function pairedRow(comparing: Comparing): ComparisonRow;
