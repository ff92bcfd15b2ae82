import type { DataReference } from '../core/products/index.ts';
import type { Tensor } from '../core/tensor.ts';
import type { Files, Trust } from '../core/world.ts';
/** A data set in memory. Inputs hold one example a row, except scalars, which are the same for every example. */
export interface Data {
    readonly name: string;
    readonly examples: number;
    readonly inputs: Readonly<Record<string, Tensor>>;
    /** The index of the right class of each example, or the value to be predicted. */
    readonly labels?: readonly number[] | undefined;
    /** The group of each example, numbered from 0 in order of appearance. */
    readonly groups?: readonly number[] | undefined;
    /** What else is known of each example, as text: arrays of one value for each that are not inputs. Slices are made of them. */
    readonly columns: Readonly<Record<string, readonly string[]>>;
}
/**
 * Loads the data set that a pipeline names. `path` is where its file is now. Throws `data-array-missing`, `data-empty`,
 * `data-lengths-differ`, `data-not-finite`, `data-label`, what `readNpz` throws, and what a user's own reader leads to.
 */
export declare function loadData(name: string, reference: DataReference, source: {
    readonly path: string;
    readonly files: Pick<Files, 'read'>;
    readonly trust: Trust;
}): Promise<Data>;
