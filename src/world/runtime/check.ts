import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { worldError } from '../errors.ts'
import type { Found } from './search.ts'
import { cudaLibraries } from './target.ts'

/**
 * Compares what was found with what is pinned, before anything is loaded from it. Throws `runtime-changed`, which names the file.
 * CUDA libraries may be there, where the package's own install script puts them: onnxruntime opens those for CUDA alone.
 */
export async function refuseChanged({ pin, place, within, part }: Found): Promise<void> {
  const digests = digestsIn(part, pin.files)
  const names = [...Object.keys(digests), ...(place.onlyOurs ? [] : cudaLibraries)]
  // WebAssembly looks for nothing: what else is in its folder is never loaded.
  const other = part === 'dist' ? undefined : await whatElse(within, names)
  const reason = other === undefined ? await whatDiffers(within, digests) : notOfThePackage(other)
  if (reason !== undefined)
    throw worldError('runtime-changed', { folder: within, reason, name: pin.name, version: pin.version })
}

export function notOfThePackage(name: string): string {
  return `${name} does not belong to the package, and could be loaded`
}

/** The SHA-256 that each file of a folder has to have, by its name. */
export type Digests = Readonly<Record<string, string>>

/** Of the files that are pinned by their paths in a package, those of one folder of it. */
export function digestsIn(folder: string, files: Readonly<Record<string, string>>): Digests {
  const entries = Object.entries(files).filter(([file]) => path.posix.dirname(file) === folder)
  return Object.fromEntries(entries.map(([file, digest]) => [path.posix.basename(file), digest]))
}

/** Why one of these files is not what it has to be, as the end of a sentence; undefined when all of them are. Every byte is read. */
export async function whatDiffers(folder: string, digests: Digests): Promise<string | undefined> {
  const reasons = await Promise.all(
    Object.entries(digests).map(async ([name, wanted]) => {
      const reason = await whatItIs(folder, name)
      if (reason !== undefined) return reason
      const digest = await sha256Of(path.join(folder, name))
      return digest === wanted ? undefined : `the SHA-256 of ${name} is ${digest}, not ${wanted}`
    }),
  )
  return reasons.find((reason) => reason !== undefined)
}

/** Why a file is not one with these bytes, as the end of a sentence; undefined when it is. Hashing both would take longer. */
export async function whatDiffersFrom(bytes: Uint8Array, folder: string, name: string): Promise<string | undefined> {
  const reason = await whatItIs(folder, name)
  if (reason !== undefined) return reason
  let at = 0
  for await (const piece of piecesOf(path.join(folder, name))) {
    if (Buffer.compare(piece, bytes.subarray(at, at + piece.length)) !== 0) return `${name} is another one`
    at += piece.length
  }
  return at === bytes.length ? undefined : `${name} is another one`
}

/** What stands under a name in place of a file. A link is none: where it leads may change after it was looked at. */
async function whatItIs(folder: string, name: string): Promise<string | undefined> {
  const found = await lstat(path.join(folder, name)).catch(() => undefined)
  if (found === undefined) return `${name} is not there`
  if (found.isSymbolicLink()) return `${name} is a symbolic link`
  return found.isFile() ? undefined : `${name} is not a file`
}

/**
 * What a folder holds beside files of these names. The dynamic linker looks for every library there that onnxruntime needs, in folders of
 * it too, so that any name may be loaded; but no plain file whose name begins with a dot, as file managers leave them.
 */
export async function whatElse(folder: string, names: readonly string[]): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.find((entry) => !names.includes(entry.name) && !(entry.isFile() && entry.name.startsWith('.')))?.name
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of piecesOf(file)) hash.update(piece)
  return hash.digest('hex')
}

/** Of a megabyte: asking for smaller ones takes longer than what is done with them. */
function piecesOf(file: string): AsyncIterable<Uint8Array> {
  return createReadStream(file, { highWaterMark: 2 ** 20 })
}
