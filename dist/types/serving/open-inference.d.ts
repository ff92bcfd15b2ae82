import { type Tensor } from '../core/tensor.ts';
/** The protocol's name of an element type; the type itself where it has none. */
export declare function datatypeOf(type: string): string;
/** A request or response body part: a JSON array of named tensors. What is not finite becomes null, as JSON has no word for it. */
export declare function writeTensors(tensors: Readonly<Record<string, Tensor>>): string;
/** Reads `inputs` of a request. @throws Error, with a sentence for the caller, on anything that is not a list of tensors. */
export declare function readTensors(value: unknown): Record<string, Tensor>;
