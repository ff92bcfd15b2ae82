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

/**
 * Why one of these files is not what it has to be, as the end of a sentence; undefined when all of them are. Every byte is read.
 * A link is none of them: where it leads may change after it was looked at.
 */
export async function whatDiffers(folder: string, digests: Digests): Promise<string | undefined> {
  const reasons = await Promise.all(
    Object.entries(digests).map(async ([name, wanted]) => {
      const file = path.join(folder, name)
      const found = await lstat(file).catch(() => undefined)
      if (found === undefined) return `${name} is not there`
      if (found.isSymbolicLink()) return `${name} is a symbolic link`
      if (!found.isFile()) return `${name} is not a file`
      const digest = await sha256Of(file)
      return digest === wanted ? undefined : `the SHA-256 of ${name} is ${digest}, not ${wanted}`
    }),
  )
  return reasons.find((reason) => reason !== undefined)
}

/**
 * What a folder holds beside files of these names. The dynamic linker looks for every library there that onnxruntime needs, in folders of
 * it too, so that any name may be loaded; but no plain file whose name begins with a dot, as file managers leave them.
 */
export async function whatElse(folder: string, names: readonly string[]): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.find((entry) => !names.includes(entry.name) && !(entry.isFile() && entry.name.startsWith('.')))?.name
}

/** Pieces of a megabyte: of smaller ones, asking for them takes longer than hashing. */
async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file, { highWaterMark: 2 ** 20 })) hash.update(piece as Uint8Array)
  return hash.digest('hex')
}
