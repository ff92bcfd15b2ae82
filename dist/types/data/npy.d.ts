import { type Tensor } from '../core/tensor.ts';
/** Reads one array. `name` is for messages. Throws `data-not-npz` on broken bytes and `data-type` on types no model takes. */
export declare function readNpy(bytes: Uint8Array, name: string): Tensor;
/** The `.npy` bytes of a tensor; equal tensors give equal bytes. Strings become fixed-width Unicode, as NumPy stores them. */
export declare function writeNpy(tensor: Tensor): Uint8Array;
