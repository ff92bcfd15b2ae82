import { type Tensor, type TensorInfo } from '../core/tensor.ts';
/**
 * Inputs made from nothing but what the model says of itself, seeded: the same model, batch and seed give the same values.
 * The first symbolic dimension of all inputs is the batch; what else has its name follows it. Floats are uniform in [0, 1),
 * integers and booleans 0 or 1 (valid as indices, lengths and masks). Speed rarely depends on more; where it does, give data.
 * `stated` shapes are taken as they are. Throws `input-unsupported` (an element type the runtime cannot be fed with),
 * `batch-fixed`, and `shape-unknown-input` for a shape of no input.
 */
export declare function makeInputs(inputs: readonly TensorInfo[], batch: number, seed: number, stated?: Readonly<Record<string, readonly number[]>>): Record<string, Tensor>;
/**
 * The batch a model runs at when it is asked for `batch`: that, where a dimension is left open; its own, where all shapes are
 * fixed and 1 was asked for. Throws `batch-fixed` when a model of fixed shapes is asked for any other batch.
 */
export declare function batchFor(inputs: readonly TensorInfo[], batch: number): number;
