/**
 * The protobuf wire format: varints, tags, length-delimited fields, skipping.
 * Source: protobuf.dev/programming-guides/encoding.
 */
/** Bytes that are not protobuf. `truncated` when something reaches past the end of the bytes at hand. */
export declare class WireError extends Error {
    readonly name = "WireError";
    readonly kind: 'truncated' | 'malformed';
    constructor(kind: 'truncated' | 'malformed', message: string);
}
/** A place in some bytes. `low` and `high` hold the last varint: its two halves of 32 bits, as signed integers. */
export interface Cursor {
    readonly bytes: Uint8Array;
    readonly view: DataView;
    readonly end: number;
    at: number;
    low: number;
    high: number;
}
export declare const wireTypes: {
    readonly varint: 0;
    readonly fixed64: 1;
    readonly bytes: 2;
    readonly group: 3;
    readonly groupEnd: 4;
    readonly fixed32: 5;
};
export declare function cursorOver(bytes: Uint8Array, start?: number, end?: number): Cursor;
/** A field number (1 to 2^29 - 1) and a wire type. */
export declare function readTag(cursor: Cursor): {
    number: number;
    wireType: number;
};
/** A varint as a number. Beyond 2^53 it is rounded; whoever needs every bit reads `readInt64`. */
export declare function readInt(cursor: Cursor): number;
export declare function readInt64(cursor: Cursor): bigint;
export declare function readUint64(cursor: Cursor): bigint;
export declare function readFloat(cursor: Cursor): number;
export declare function readDouble(cursor: Cursor): number;
/** The payload of a length-delimited field, as a cursor over the same memory. */
export declare function readDelimited(cursor: Cursor): Cursor;
/** Steps over the value of a field. */
export declare function skip(cursor: Cursor, wireType: number, number: number, depth?: number): void;
/** Encoded bytes under way: small writes gather in `pending`, big payloads are kept as they are and copied once, by `joined`. */
export interface Sink {
    readonly parts: Uint8Array[];
    pending: number[];
    length: number;
}
export declare function sink(): Sink;
export declare function writeTag(to: Sink, number: number, wireType: number): void;
/** A safe integer, negative ones in the two's complement form of 64 bits. */
export declare function writeInt(to: Sink, value: number): void;
export declare function writeInt64(to: Sink, value: bigint): void;
export declare function writeFloat(to: Sink, value: number): void;
export declare function writeDouble(to: Sink, value: number): void;
export declare function writeBytes(to: Sink, bytes: Uint8Array): void;
export declare function writeDelimited(to: Sink, bytes: Uint8Array): void;
/** Appends what another sink holds, after its length. */
export declare function writeNested(to: Sink, from: Sink): void;
/** All bytes of a sink in one array. */
export declare function joined(from: Sink): Uint8Array;
