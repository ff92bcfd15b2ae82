import type { Dim, TensorValue, ValueType } from './types.ts';
export type Dims = readonly Dim[];
export declare function tensorOf(element: number | undefined, dims: Dims | undefined): TensorValue;
/** As many dimensions of which nothing is known. */
export declare function unknownDims(rank: number): Dim[];
/** As many unknown dimensions as a size says; undefined when that is unknown or no rank that a tensor can have. */
export declare function ranked(rank: Dim): Dim[] | undefined;
/** The product of some sizes. A symbol survives when everything else is 1; nothing survives a 0 but 0. */
export declare function product(dims: Dims): Dim;
/** The sum of some sizes. A symbol survives when everything else is 0. */
export declare function sum(dims: Dims): Dim;
/** Whether two sizes cannot be the same: both are numbers and differ. */
export declare function contradict(one: Dim, other: Dim): boolean;
/** The more that is known of two descriptions of one size: a number, else a symbol. */
export declare function merged(one: Dim, other: Dim): Dim;
/** What holds for either of two sizes: unknown when they differ. */
export declare function either(one: Dim, other: Dim): Dim;
/** NumPy's broadcasting; undefined when a rank is unknown, null when the shapes do not fit. */
export declare function broadcast(shapes: readonly (Dims | undefined)[]): Dims | undefined | null;
/** What is known of a value by two accounts of it; null when they contradict one another. */
export declare function mergedType(one: ValueType | undefined, other: ValueType | undefined): ValueType | undefined | null;
/** What is known of a value that is one or the other, as after a branch. */
export declare function eitherType(one: ValueType | undefined, other: ValueType | undefined): ValueType | undefined;
export declare function sameType(one: ValueType | undefined, other: ValueType | undefined): boolean;
/** `[N, 3, ?]`, for messages; a shape of which nothing is known is `[...]`. */
export declare function shapeText(dims: Dims | undefined): string;
