import { type Range } from '../../core/bytes.ts';
import { type Tensor, type TensorData } from '../../core/tensor.ts';
import type { OnnxTensor } from '../format/messages.ts';
import { type ExternalData } from './external.ts';
type Numbers = Exclude<TensorData, string[]>;
/**
 * The elements of a constant. Undefined when they are in another file that is not at hand, when their number does not fit
 * the dims, or when JavaScript has no array for the type (complex numbers, floats of 8 bits, less than a byte an element):
 * `valuesOf` has those too.
 */
export declare function elementsOf(tensor: OnnxTensor, external?: ExternalData): TensorData | undefined;
/** A constant as a tensor that a runtime takes. Undefined as `elementsOf`, and for bfloat16. */
export declare function tensorOf(tensor: OnnxTensor, external?: ExternalData): Tensor | undefined;
/** Numbers as JavaScript has them; 64-bit integers as bigints. */
export type Values = Exclude<Numbers, never>;
/**
 * The elements of a constant as numbers, whatever their type and however they are stored; a complex number is two, real part
 * first. Undefined for texts, and as `elementsOf`.
 */
export declare function valuesOf(tensor: OnnxTensor, external?: ExternalData): Values | undefined;
/**
 * The elements of a constant as they would stand in `rawData`: little-endian, those of less than a byte packed from the lowest
 * bits on. Undefined for texts and for another file that is not at hand.
 */
export declare function rawRangeOf(tensor: OnnxTensor, external?: ExternalData): Range | undefined;
export {};
