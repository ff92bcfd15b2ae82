import { type Dims } from '../dims.ts';
import type { NodeView, Rules } from '../node.ts';
/** What is left of a shape when some axes are reduced; without a list of axes, all. */
export declare function reduced(node: NodeView, dims: Dims, axes: readonly number[] | undefined, keep: boolean): Dims;
export declare const reductions: Rules;
