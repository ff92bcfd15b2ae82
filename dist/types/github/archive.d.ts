/** Files of an archive by their names. */
export type Archive = ReadonlyMap<string, Uint8Array>;
/**
 * Unpacks a zip archive in memory. Names that lead out of a folder, too many files, or more bytes than a report has are
 * `download-refused`; so is what is no zip archive.
 */
export declare function unpack(name: string, bytes: Uint8Array): Archive;
