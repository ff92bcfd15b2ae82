import type { Tensor } from '../core/tensor.ts';
/**
 * The arrays of a NumPy `.npz` archive by name, in the archive's order, row-major. `name` is for messages.
 * Throws `data-not-npz` (not an archive, truncated, a broken array), `data-too-large` and `data-type`.
 */
export declare function readNpz(bytes: Uint8Array, name?: string, limit?: number): Record<string, Tensor>;
/** A `.npz` archive that NumPy reads; equal arrays in equal order give equal bytes. */
export declare function writeNpz(arrays: Readonly<Record<string, Tensor>>): Uint8Array;
