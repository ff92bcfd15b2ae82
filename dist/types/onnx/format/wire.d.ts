import { type ByteSource, type Range } from '../../core/bytes.ts';
/**
 * The protobuf wire format, read: varints, tags, length-delimited fields, skipping.
 * Source: protobuf.dev/programming-guides/encoding.
 */
/** Bytes that are not protobuf. `truncated` when something reaches past the end of the bytes at hand. */
export declare class WireError extends Error {
    readonly name = "WireError";
    readonly kind: 'truncated' | 'malformed';
    constructor(kind: 'truncated' | 'malformed', message: string);
}
/** The part of a source that is in memory at the moment: all of it, or a stretch that moves along. */
interface Window {
    readonly source: ByteSource;
    /** Filled anew with each stretch: whoever keeps bytes of it copies them. */
    bytes: Buffer;
    start: number;
    end: number;
    /** How much was read at once last. */
    size: number;
}
/** A place in a source. `low` and `high` hold the last varint: its two halves of 32 bits, as signed integers. */
export interface Cursor {
    readonly window: Window;
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
export declare function cursorOver(source: ByteSource, start?: number, end?: number): Cursor;
export declare function cursorOverBytes(bytes: Uint8Array): Cursor;
/** How a value begins: the number of its field and a wire type, in one number as they are on the wire. */
export type Tag = number;
export declare function readTag(cursor: Cursor): Tag;
/** From 1 to 2^29 - 1. */
export declare function numberOf(tag: Tag): number;
export declare function wireTypeOf(tag: Tag): number;
/** A varint as a number. Beyond 2^53 it is rounded; whoever needs every bit reads `readInt64`. */
export declare function readInt(cursor: Cursor): number;
export declare function readInt64(cursor: Cursor): bigint;
export declare function readUint64(cursor: Cursor): bigint;
export declare function readFloat(cursor: Cursor): number;
export declare function readDouble(cursor: Cursor): number;
/** The payload of a length-delimited field, as a cursor over the same source. */
export declare function readDelimited(cursor: Cursor): Cursor;
/** Where the payload of a length-delimited field is. It is not read. */
export declare function readRange(cursor: Cursor): Range;
/** A copy of a short range that was just read over. */
export declare function copyOf({ window }: Cursor, { start, end }: Range): Uint8Array;
/** The payload of a length-delimited field as text; what is not UTF-8 becomes U+FFFD. */
export declare function readText(cursor: Cursor): string;
/** Steps over the value of a field. */
export declare function skip(cursor: Cursor, tag: Tag, depth?: number): void;
export {};
