/**
 * These libraries, as far as the package has them, out of a NuGet package of onnxruntime of this version. Takes their very names
 * in their very folder, and nothing else. Throws an Error that says what is wrong with the package.
 */
export declare function librariesOf(archive: Uint8Array, names: readonly string[], version: string): Readonly<Record<string, Uint8Array>>;
