import { type Tensor, type TensorData } from '../core/tensor.ts';
import type { OnnxTensor } from './messages.ts';
/**
 * The elements of a constant. Undefined when they are not in the model (another file), when their number does not fit the
 * dims, or when JavaScript has no array for the type (complex numbers, and less than a byte an element).
 */
export declare function elementsOf(tensor: OnnxTensor): TensorData | undefined;
/** A constant as a tensor that a runtime takes. Undefined as `elementsOf`, and for bfloat16. */
export declare function tensorOf(tensor: OnnxTensor): Tensor | undefined;
