import { type Tensor, type TensorInfo } from '../core/tensor.ts';
import type { Data } from './load.ts';
/**
 * Checks that a data set feeds exactly the inputs of a model, in their types and shapes. The first dimension is the batch.
 * Throws `data-input-missing`, `data-input-unknown` or `data-misfit`.
 */
export declare function checkFit(data: Data, inputs: readonly TensorInfo[]): void;
/**
 * The examples `start` (inclusive) to `end` (exclusive) as one batch, beginning again at the first example where the data
 * set ends before. Scalars go along as they are.
 */
export declare function batchOf(data: Data, start: number, end: number): Record<string, Tensor>;
