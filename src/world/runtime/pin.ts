// Written by `npm run build` from package-lock.json.
/** A package of the npm registry, of one version with these very bytes. */
export interface Pin {
  readonly name: string
  readonly version: string
  /** The SHA-512 of its archive, as in package-lock.json. */
  readonly integrity: string
}

/** The onnxruntime whose JavaScript is in the bundle: its native library has to be of the same version. */
export const pin: Pin = {
  name: 'onnxruntime-node',
  version: '1.30.0',
  integrity: 'sha512-twhs1C2C/BFkz1yc5OY0KIU2GUq6DURO7hD4bx5Q2Qy3nAMJwRXW8xU3NVczE29VA9lolLOYepoD8fjTGOfIqw==',
}
