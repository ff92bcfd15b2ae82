/** A package of the npm registry, of one version with these very bytes. */
export interface Pin {
    readonly name: string;
    readonly version: string;
    /** The SHA-512 of its archive, as in package-lock.json. */
    readonly integrity: string;
}
/** The onnxruntime whose JavaScript is in the bundle: its native library has to be of the same version. */
export declare const pin: Pin;
