/** A part of the bytes of a file. */
export interface Source {
    readonly bytes: Uint8Array;
    readonly start: number;
    readonly end: number;
}
/**
 * A message as it was read remembers its bytes, so that whoever does not change it writes it back as it was, whatever wrote
 * it. A private field, because a changed copy (`{ ...message, name }`) must not inherit it.
 */
export declare class ReadMessage {
    #private;
    constructor(empty: Readonly<Record<string, unknown>>, source: Source);
    static sourceOf(value: object): Source | undefined;
}
