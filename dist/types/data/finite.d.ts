import type { Tensor } from '../core/tensor.ts';
/** Where the first NaN or infinity of a tensor stands; undefined when there is none. */
export declare function firstNotFinite(tensor: Tensor): number | undefined;
/** A class index: 0, 1, 2, … */
export declare function isWhole(value: number): boolean;
