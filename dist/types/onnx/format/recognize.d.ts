/** What a file is that is not an ONNX model, and what its owner can do. */
export interface Recognized {
    /** Ends the sentence "… is not an ONNX model: it …". */
    readonly why: string;
    readonly next: string;
}
/** What a file is by its first bytes (64 are enough), when it is one of the well-known kinds that are not ONNX models. */
export declare function recognize(bytes: Uint8Array): Recognized | undefined;
