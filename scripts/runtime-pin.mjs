import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Where the build writes `runtimePin()`. */
export const pinFile = 'src/world/runtime/pin.ts'

/** The files of each package that a process loads and that are not in the bundle. */
const packages = {
  pin: {
    name: 'onnxruntime-node',
    says: 'The onnxruntime whose JavaScript is in the bundle: its native library has to be of the same version.',
    // Its install script may have added CUDA libraries, which are not in the archive.
    loads: (file) => file.startsWith('bin/') && !/_providers_\w+\.so$/.test(file),
  },
  webPin: {
    name: 'onnxruntime-web',
    says: 'The same for WebAssembly. Other builds of it are in the package too; this is the one that is loaded.',
    loads: (file) => /^dist\/ort-wasm-simd-threaded\.(?:mjs|wasm)$/.test(file),
  },
}

/** Whether the pins that were written are of the packages in package-lock.json: only then do they have to be made again. */
export function isOfLock(text, top) {
  return Object.values(packages).every(({ name }) => text.includes(locked(name, top).integrity))
}

/**
 * The source of the pins: version and digest as in package-lock.json, and the digest of every file that is loaded, of all platforms, from
 * the installed package, whose archive npm has checked.
 */
export function runtimePin(top) {
  const pins = Object.entries(packages).map(([variable, each]) => pinOf(variable, each, top))
  return `// Written by \`npm run build\` from package-lock.json and the packages that npm installed by it.
/** A package of the npm registry, of one version with these very bytes. */
export interface Pin {
  readonly name: string
  readonly version: string
  /** The SHA-512 of its archive, as in package-lock.json. */
  readonly integrity: string
  /** The SHA-256 of every file that a process loads, by its path in the package. */
  readonly files: Readonly<Record<string, string>>
}

${pins.join('\n')}`
}

function pinOf(variable, { name, says, loads }, top) {
  const { version, integrity } = locked(name, top)
  const folder = path.join(top, 'node_modules', name)
  const installed = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version
  if (installed !== version) throw new Error(`${name} ${installed} is installed, not ${version}: run npm ci`)
  const files = filesIn(folder).filter(loads)
  if (files.length === 0) throw new Error(`${name} has none of the files that are loaded`)
  const digests = files.map((file) => property(file, sha256(path.join(folder, file))))
  return `/** ${says} */
export const ${variable}: Pin = {
  name: '${name}',
  version: '${version}',
  integrity: '${integrity}',
  files: {
${digests.join('\n')}
  },
}
`
}

/** As the formatter would break it. */
function property(name, value) {
  const line = `    '${name}': '${value}',`
  return line.length <= 120 ? line : `    '${name}':\n      '${value}',`
}

function locked(name, top) {
  const lockFile = path.join(top, 'package-lock.json')
  const { version, integrity } = JSON.parse(readFileSync(lockFile, 'utf8')).packages[`node_modules/${name}`]
  if (!/^sha512-[\w+/]{86}==$/.test(integrity)) throw new Error(`${lockFile} has no SHA-512 of ${name}`)
  return { version, integrity }
}

function filesIn(folder) {
  const entries = ['bin', 'dist']
    .map((name) => path.join(folder, name))
    .filter((each) => existsSync(each))
    .flatMap((each) => readdirSync(each, { recursive: true, withFileTypes: true }))
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort()
}

function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}
