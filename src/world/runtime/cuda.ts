import { copyFile, link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { messageOf, type UserError, userError } from '../../core/errors.ts'
import { digest, sha256 } from '../../core/json.ts'
import { keep } from './keep.ts'
import { librariesOf } from './nupkg.ts'
import { cacheEntry, type Surroundings } from './places.ts'
import { nativeFolder, targetName } from './target.ts'

/** What onnxruntime opens for an NVIDIA GPU; it looks for them beside its own library and nowhere else. */
export const cudaLibraries: readonly string[] = [
  'libonnxruntime_providers_shared.so',
  'libonnxruntime_providers_cuda.so',
  'libonnxruntime_providers_tensorrt.so',
]

/** The libraries that the user gave, before anything was made of them. */
interface Given {
  /** Differs when the libraries do. */
  readonly key: string
  readonly names: readonly string[]
  fill(folder: string): Promise<void>
}

/**
 * onnxruntime together with the CUDA libraries that `AIRWORTHY_CUDA` names, in a folder of the tool cache of its own: those of a
 * folder that the user mounted, or of a package, checked against `AIRWORTHY_CUDA_SHA256`. The script with which
 * onnxruntime-node would fetch them itself checks no digest, and is never run. Throws `cuda-libraries`.
 */
export async function withCuda(runtime: string, around: Surroundings): Promise<string> {
  const from = path.resolve(around.cwd, around.env['AIRWORTHY_CUDA'] ?? '')
  if (targetName(around) !== 'linux-x64') throw wrong(from, 'onnxruntime has such libraries for linux-x64 alone')
  const given = await givenAt(from, around.env['AIRWORTHY_CUDA_SHA256'] || undefined, around.pin.version)
  if (!given.names.includes('libonnxruntime_providers_shared.so') || given.names.length < 2)
    throw wrong(
      from,
      `it holds ${given.names.join(', ') || 'none of them'}, and needs ${cudaLibraries.slice(0, 2).join(' and ')}`,
    )
  const key = digest({ runtime, given: given.key }).slice(0, 12)
  const entry = cacheEntry(around, 'airworthy-onnxruntime-cuda', `${around.pin.version}-${key}`)
  const native = path.join(entry.folder, nativeFolder(around))
  if (await isFile(entry.marker)) return native
  try {
    await keep(entry, async (folder) => {
      const place = path.join(folder, nativeFolder(around))
      await mkdir(place, { recursive: true })
      for (const name of await readdir(runtime)) await share(path.join(runtime, name), path.join(place, name))
      await given.fill(place)
    })
  } catch (cause) {
    throw wrong(from, `they could not be put beside onnxruntime, ${messageOf(cause)}`)
  }
  return native
}

async function givenAt(from: string, wanted: string | undefined, version: string): Promise<Given> {
  const found = await stat(from).catch(() => undefined)
  if (found === undefined) throw wrong(from, 'it is not there')
  if (found.isDirectory()) {
    if (wanted !== undefined) throw wrong(from, 'a SHA-256 is given, which is for a package, and this is a folder')
    return mounted(from)
  }
  if (!from.endsWith('.nupkg')) throw wrong(from, 'it is neither a folder nor a package whose name ends in .nupkg')
  if (wanted === undefined) throw wrong(from, 'no SHA-256 of the package is given (cuda-sha256, AIRWORTHY_CUDA_SHA256)')
  if (!/^[0-9a-f]{64}$/i.test(wanted)) throw wrong(from, `${wanted} is no SHA-256`)
  return packaged(from, wanted.toLowerCase(), version, found.size)
}

/** The libraries stay where they are mounted: they have half a gigabyte. */
async function mounted(from: string): Promise<Given> {
  const files = await Promise.all(
    cudaLibraries.map(async (name) => [name, await stat(path.join(from, name)).catch(() => undefined)] as const),
  )
  const present = files.flatMap(([name, file]) =>
    file?.isFile() ? [{ name, size: file.size, changed: file.mtimeMs }] : [],
  )
  const names = present.map(({ name }) => name)
  return {
    key: digest({ from, present }),
    names,
    async fill(folder) {
      for (const name of names) await symlink(path.join(from, name), path.join(folder, name))
    },
  }
}

/** The real one has 300 MB; it is held in memory. */
const packageLimit = 2 ** 31 - 1

async function packaged(from: string, wanted: string, version: string, size: number): Promise<Given> {
  if (size > packageLimit) throw wrong(from, `it has ${size} bytes, more than ${packageLimit}`)
  const bytes = await readFile(from)
  const found = sha256(bytes)
  if (found !== wanted) throw wrong(from, `its SHA-256 is ${found}, not ${wanted}`)
  const libraries = readPackage(from, bytes, version)
  return {
    key: wanted,
    names: Object.keys(libraries),
    async fill(folder) {
      for (const [name, content] of Object.entries(libraries)) await writeFile(path.join(folder, name), content)
    },
  }
}

function readPackage(from: string, bytes: Uint8Array, version: string): Readonly<Record<string, Uint8Array>> {
  try {
    return librariesOf(bytes, cudaLibraries, version)
  } catch (cause) {
    throw wrong(from, messageOf(cause))
  }
}

/** One file under two names where the file system can; a copy elsewhere. */
async function share(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
}

async function isFile(file: string): Promise<boolean> {
  return (await stat(file).catch(() => undefined))?.isFile() ?? false
}

function wrong(path: string, reason: string): UserError {
  return userError('cuda-libraries', { path, reason })
}
