import { type Dims } from '../dims.ts';
import { type Rules } from '../node.ts';
import type { Dim } from '../types.ts';
/** NumPy's matmul: vectors count as rows on the left and columns on the right, stacks of matrices broadcast. */
export declare function matmul(a: Dims | undefined, b: Dims | undefined): Dims | undefined;
export declare function turned(dims: Dims | undefined, turn: boolean): Dims | undefined;
export declare function divided(dim: Dim, by: Dim): Dim;
export declare const previews: Rules;
export declare const matrices: Rules;
