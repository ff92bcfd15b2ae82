import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { messageOf } from '../../core/errors/index.ts'
import { digest, sha256 } from '../../core/json.ts'
import { worldError } from '../errors.ts'
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
  /** Puts them into a folder, and gives their names. */
  put(folder: string): Promise<readonly string[]>
}

/**
 * onnxruntime together with the CUDA libraries that `AIRWORTHY_CUDA` names, in a folder of the tool cache of its own: those of a
 * folder that the user mounted, or of a package, checked against `AIRWORTHY_CUDA_SHA256`. The script with which
 * onnxruntime-node would fetch them itself checks no digest, and is never run. Throws `cuda-libraries`.
 */
export async function withCuda(runtime: string, around: Surroundings): Promise<string> {
  const from = path.resolve(around.cwd, around.env['AIRWORTHY_CUDA'] ?? '')
  try {
    return await combine(runtime, from, around)
  } catch (cause) {
    throw worldError('cuda-libraries', { path: from, reason: messageOf(cause) }, { cause })
  }
}

/** Throws an Error that says, as the end of a sentence, what is wrong with the libraries. */
async function combine(runtime: string, from: string, around: Surroundings): Promise<string> {
  const { version } = around.pin
  if (targetName(around) !== 'linux-x64') throw new Error('onnxruntime has such libraries for linux-x64 alone')
  const given = await givenAt(from, around.env['AIRWORTHY_CUDA_SHA256'] || undefined, version)
  const key = digest({ runtime, given: given.key }).slice(0, 12)
  const entry = cacheEntry(around, 'airworthy-onnxruntime-cuda', `${version}-${key}`)
  const native = nativeFolder(around)
  if (!existsSync(entry.marker))
    await keep(entry, async (folder) => {
      const place = path.join(folder, native)
      await mkdir(place, { recursive: true })
      for (const name of await readdir(runtime)) await share(path.join(runtime, name), path.join(place, name))
      const names = await given.put(place)
      if (!names.includes('libonnxruntime_providers_shared.so') || names.length < 2)
        throw new Error(
          `it holds ${names.join(', ') || 'none of them'}, and needs ${cudaLibraries.slice(0, 2).join(' and ')}`,
        )
    })
  return path.join(entry.folder, native)
}

async function givenAt(from: string, wanted: string | undefined, version: string): Promise<Given> {
  const found = await stat(from).catch(() => undefined)
  if (found === undefined) throw new Error('it is not there')
  if (found.isDirectory()) {
    if (wanted !== undefined) throw new Error('a SHA-256 is given, which is for a package, and this is a folder')
    return mounted(from)
  }
  if (!from.endsWith('.nupkg')) throw new Error('it is neither a folder nor a package whose name ends in .nupkg')
  if (wanted === undefined) throw new Error('no SHA-256 of the package is given (cuda-sha256, AIRWORTHY_CUDA_SHA256)')
  if (!/^[0-9a-f]{64}$/i.test(wanted)) throw new Error(`${wanted} is not a SHA-256`)
  return packaged(from, wanted.toLowerCase(), version)
}

/** The libraries stay where they are mounted: they are large. */
async function mounted(from: string): Promise<Given> {
  const files = await Promise.all(
    cudaLibraries.map(async (name) => [name, await stat(path.join(from, name)).catch(() => undefined)] as const),
  )
  const present = files.flatMap(([name, file]) =>
    file?.isFile() ? [{ name, size: file.size, changed: file.mtimeMs }] : [],
  )
  return {
    key: digest({ from, present }),
    async put(folder) {
      for (const { name } of present) await symlink(path.join(from, name), path.join(folder, name))
      return present.map(({ name }) => name)
    },
  }
}

/** Read only where the tool cache does not have the libraries of a package with this digest yet. */
function packaged(from: string, wanted: string, version: string): Given {
  return {
    key: wanted,
    async put(folder) {
      const bytes = await readFile(from)
      const found = sha256(bytes)
      if (found !== wanted) throw new Error(`its SHA-256 is ${found}, not ${wanted}`)
      const libraries = librariesOf(bytes, cudaLibraries, version)
      for (const [name, content] of Object.entries(libraries)) await writeFile(path.join(folder, name), content)
      return Object.keys(libraries)
    },
  }
}

/** One file under two names where the file system can; a copy elsewhere. */
async function share(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
}
