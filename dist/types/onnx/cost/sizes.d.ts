import type { Model } from '../format/messages.ts';
export interface TensorSize {
    /** Path of its graph in front where that is nested. */
    readonly name: string;
    readonly type: string;
    readonly dims: readonly number[];
    readonly bytes: number;
}
export interface Sizes {
    /** The largest first. */
    readonly tensors: readonly TensorSize[];
    /** Bytes of constants by the operator that takes them first; the largest first. */
    readonly operators: readonly {
        readonly operator: string;
        readonly bytes: number;
        readonly tensors: number;
    }[];
    /** Constants of at least 1 kB with the same content, and what keeping them once would save. */
    readonly duplicates: readonly {
        readonly names: readonly string[];
        readonly savedBytes: number;
    }[];
}
/** Where the bytes of a model are: constants of all graphs and Constant nodes. */
export declare function sizesOfModel(model: Model): Sizes;
