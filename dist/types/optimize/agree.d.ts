import type { Tensor } from '../core/tensor.ts';
export type Outputs = Readonly<Record<string, Tensor>>;
/**
 * How far one set of outputs is from another: the largest difference of two elements, as a part of the largest element of
 * that output (of 1, when all are smaller). Infinite when an output is missing or has another shape or type, and when
 * integers or texts differ at all.
 */
export declare function largestDifference(wanted: Outputs, given: Outputs): number;
