/** Lower-case hexadecimal SHA-256 of some bytes: the name of an artifact or a product. */
export type Sha256 = string;
/**
 * JSON with sorted keys and no spaces: equal values give equal bytes, so digests and `verify` can rely on it.
 * Undefined members are left out, as JSON.stringify does. Throws a TypeError on NaN and infinities, which JSON cannot hold.
 */
export declare function canonical(value: unknown): string;
export declare function sha256(bytes: Uint8Array | string): Sha256;
/** The digest of a plain value, through its canonical JSON. */
export declare function digest(value: unknown): Sha256;
