import type { ComparisonRow, Scenario } from '../../core/products/index.ts';
import { type Comparing } from '../comparing.ts';
/** One row for each scenario in which the metric means something. A block is one observation: its workers ran side by side under the same conditions. */
export declare function speedRows(comparing: Comparing): ComparisonRow[];
/** How much a model can do is measured while it has all it can do; what a GPU needs, while one contender has it to itself. */
export declare function means(metric: string, { rate, order }: Scenario): boolean;
