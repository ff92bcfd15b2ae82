import { readFileSync } from 'node:fs'

/** Where the build writes `runtimePin()`. */
export const pinFile = 'src/world/runtime/pin.ts'

/** The source of the pin of onnxruntime-node: the version and the digest in package-lock.json. */
export function runtimePin(lockFile = 'package-lock.json') {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'))
  const { version, integrity } = packages['node_modules/onnxruntime-node']
  if (!/^sha512-[\w+/]{86}==$/.test(integrity)) throw new Error(`${lockFile} has no SHA-512 of onnxruntime-node`)
  return `// Written by \`npm run build\` from package-lock.json.
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
  version: '${version}',
  integrity: '${integrity}',
}
`
}
