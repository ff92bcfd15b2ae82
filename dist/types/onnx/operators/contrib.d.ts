/** The operators of the domain com.microsoft, from the list in onnxruntime's documentation (docs/ContribOperators.md). */
export declare const contribOperators: ReadonlySet<string>;
