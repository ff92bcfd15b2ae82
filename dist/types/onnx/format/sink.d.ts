import { type Range } from '../../core/bytes.ts';
/** The protobuf wire format, written. Source: protobuf.dev/programming-guides/encoding. */
/**
 * Encoded bytes under way: small writes gather in `pending`; big payloads stay where they are until `written` or `joined`
 * copies them.
 */
export interface Sink {
    readonly parts: (Uint8Array | Range)[];
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
export declare function writeRange(to: Sink, range: Range): void;
export declare function writeDelimited(to: Sink, bytes: Uint8Array): void;
/** Appends what another sink holds, after its length. */
export declare function writeNested(to: Sink, from: Sink): void;
/** All bytes of a sink, in pieces of a few megabytes at most. */
export declare function written(from: Sink): Generator<Uint8Array>;
/** All bytes of a sink in one array. */
export declare function joined(from: Sink): Uint8Array;
