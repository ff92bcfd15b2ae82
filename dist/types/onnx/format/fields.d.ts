/** How the value of a field is laid out on the wire. `int` is a varint small enough for a number. */
export type ScalarKind = 'int' | 'int32' | 'int64' | 'uint64' | 'float' | 'double' | 'string' | 'bytes';
export interface Field {
    readonly number: number;
    /** A scalar, or the fields of a nested message. A function, because messages contain one another. */
    readonly kind: ScalarKind | (() => Fields);
    readonly repeated: boolean;
    /** True when writers pack the numbers into one length-delimited field; readers take both. */
    readonly packed: boolean;
}
/** A field of a message by its name there, and how one value of it begins on the wire. */
export interface Member extends Field {
    readonly name: string;
    readonly wireType: number;
}
/** The fields of one message, in the order of their numbers, which is the order in which they are written. */
export interface Fields {
    readonly all: readonly Member[];
    /** At the place of its number. */
    readonly byNumber: readonly (Member | undefined)[];
    /** Those that are lists of numbers. */
    readonly numbers: readonly Member[];
    /** Those that are bytes, or lists of them. */
    readonly payloads: readonly Member[];
    /** Those that are one nested message. */
    readonly singles: readonly Member[];
    /** What a message of no bytes reads as. */
    readonly empty: Readonly<Record<string, unknown>>;
}
/** Shared by all messages, so that an absent list costs nothing. */
export declare const none: readonly never[];
/** Numbers and packing as in onnx/onnx-ml.proto, release 1.23. */
export declare const modelFields: Fields;
