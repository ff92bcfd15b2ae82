/** Bytes that are read when they are needed, out of memory or out of a file that may be larger than memory. */
export interface ByteSource {
    /** How many there are. */
    readonly length: number;
    /**
     * The bytes from `start` to `end`, both within the length. Not to be written to: they may be shared.
     * A file that is gone or was changed since it was opened is a UserError `file-missing` or `file-changed`.
     */
    read(start: number, end: number): Uint8Array;
    /** Copies the bytes from `start` on into a buffer, as many as it holds. */
    fill(into: Uint8Array, start: number): void;
}
/** A part of some bytes: from `start` to `end`. */
export interface Range {
    readonly source: ByteSource;
    readonly start: number;
    readonly end: number;
}
export declare function memory(bytes: Uint8Array): ByteSource;
export declare function whole(source: ByteSource): Range;
export declare function bytesOf({ source, start, end }: Range): Uint8Array;
/** A range in pieces of a megabyte at most: what is written or looked through need not be in memory at once. */
export declare function piecesOf({ source, start, end }: Range, size?: number): Generator<Uint8Array>;
/**
 * Looks through a range in pieces, all in the same buffer, which starts at a multiple of 8 bytes: no piece may be kept. The
 * buffer is as long as a piece may be; without one, pieces have 256 KiB at most.
 */
export declare function eachPiece({ source, start, end }: Range, look: (piece: Uint8Array) => void, buffer?: Uint8Array): void;
/** Ranges one after the other, as one source. */
export declare function concatenated(ranges: readonly Range[]): ByteSource;
