import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { messageOf } from '../../core/errors/index.ts'
import { digest, sha256 } from '../../core/json.ts'
import { checkoutOf, isWithin } from '../checkout.ts'
import { worldError } from '../errors.ts'
import { digestsIn, notOfThePackage, whatDiffers, whatDiffersFrom, whatElse } from './check.ts'
import { keep } from './keep.ts'
import { librariesOf, type PackagedLibrary } from './nupkg.ts'
import { cacheEntry, type Surroundings } from './places.ts'
import type { Found } from './search.ts'
import { cudaLibraries, nativeFolder, targetName } from './target.ts'

/** The libraries that the user gave, before anything was made of them. */
interface Given {
  /** Differs when the libraries do. */
  readonly key: string
  /** Puts them into a folder, and gives their names. */
  put(folder: string): Promise<readonly string[]>
  /** Why those in a folder are not these, as the end of a sentence. */
  differs(folder: string): Promise<string | undefined>
}

/**
 * The folder of onnxruntime together with the CUDA libraries that `AIRWORTHY_CUDA` names, in a folder of the tool cache of its own:
 * those of a folder that the user mounted, or of a package, checked against `AIRWORTHY_CUDA_SHA256`. The script with which
 * onnxruntime-node would fetch them itself checks no digest, and is never run. Where none are named, those that it left beside
 * onnxruntime may be loaded, unless others may have put them there. Throws `cuda-libraries` and `runtime-changed`.
 */
export async function withCuda(runtime: Found, around: Surroundings): Promise<string> {
  const named = around.env['AIRWORTHY_CUDA']
  const from = named ? path.resolve(around.cwd, named) : runtime.within
  try {
    return named ? await combine(runtime.within, from, around) : await asInstalled(runtime, around)
  } catch (cause) {
    if (isChange(cause)) throw cause
    throw worldError('cuda-libraries', { path: from, reason: messageOf(cause) }, { cause })
  }
}

/** Throws an Error that says, as the end of a sentence, why libraries that lie beside onnxruntime may not be loaded. */
async function asInstalled({ within }: Found, around: Surroundings): Promise<string> {
  const present = (await readdir(within)).filter((name) => cudaLibraries.includes(name))
  if (present.length > 0 && isForeign(within, around))
    throw new Error(`a stranger may have put ${present[0]} there; name libraries with AIRWORTHY_CUDA`)
  return within
}

/** Whether a stranger may have written what is there. */
function isForeign(folder: string, { trusted, cwd, env }: Surroundings): boolean {
  return !trusted && isWithin(folder, checkoutOf(cwd, env))
}

/** Throws an Error that says, as the end of a sentence, what is wrong with the libraries. */
async function combine(runtime: string, from: string, around: Surroundings): Promise<string> {
  const { version } = around.pin
  if (targetName(around) !== 'linux-x64') throw new Error('onnxruntime has such libraries for linux-x64 alone')
  const given = await givenAt(from, around)
  const key = digest({ runtime, given: given.key }).slice(0, 12)
  const entry = cacheEntry(around, 'airworthy-onnxruntime-cuda', `${version}-${key}`)
  const native = nativeFolder(around)
  if (!existsSync(entry.marker))
    await keep(entry, async (folder) => {
      const place = path.join(folder, native)
      await mkdir(place, { recursive: true })
      for (const name of Object.keys(digestsIn(native, around.pin.files)))
        await share(path.join(runtime, name), path.join(place, name))
      const names = await given.put(place)
      if (!names.includes('libonnxruntime_providers_shared.so') || names.length < 2)
        throw new Error(
          `it holds ${names.join(', ') || 'none of them'}, and needs ${cudaLibraries.slice(0, 2).join(' and ')}`,
        )
    })
  const folder = path.join(entry.folder, native)
  await refuseChanged(folder, given, around)
  return folder
}

/** Others may write to the tool cache: what lies there is compared with what is pinned, and with what the user gave. */
async function refuseChanged(folder: string, given: Given, { pin, ...target }: Surroundings): Promise<void> {
  const own = digestsIn(nativeFolder(target), pin.files)
  const other = await whatElse(folder, [...Object.keys(own), ...cudaLibraries])
  const reason =
    other === undefined ? ((await whatDiffers(folder, own)) ?? (await given.differs(folder))) : notOfThePackage(other)
  if (reason === undefined) return
  throw worldError('runtime-changed', { folder, reason, name: pin.name, version: pin.version })
}

function isChange(thrown: unknown): boolean {
  return (thrown as { readonly code?: unknown }).code === 'runtime-changed'
}

async function givenAt(from: string, around: Surroundings): Promise<Given> {
  const wanted = around.env['AIRWORTHY_CUDA_SHA256'] || undefined
  const found = await stat(from).catch(() => undefined)
  if (found === undefined) throw new Error('it is not there')
  if (found.isDirectory()) {
    if (wanted !== undefined) throw new Error('a SHA-256 is given, which is for a package, and this is a folder')
    if (isForeign(from, around)) throw new Error('a stranger may have written what is there; mount it elsewhere')
    return mounted(from)
  }
  if (!from.endsWith('.nupkg')) throw new Error('it is neither a folder nor a package whose name ends in .nupkg')
  if (wanted === undefined) throw new Error('no SHA-256 of the package is given (cuda-sha256, AIRWORTHY_CUDA_SHA256)')
  if (!/^[0-9a-f]{64}$/i.test(wanted)) throw new Error(`${wanted} is not a SHA-256`)
  return packaged(from, wanted.toLowerCase(), around.pin.version)
}

/** The libraries stay where they are mounted: they are large, and the user's own. */
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
    async differs(folder) {
      for (const name of await librariesIn(folder)) {
        const to = await readlink(path.join(folder, name)).catch(() => undefined)
        if (to !== path.join(from, name)) return `${name} is not the one of ${from}`
      }
      return undefined
    },
  }
}

/**
 * The package is read in every run that uses CUDA. Digests of what was taken out of it could stand beside that only for whoever changed
 * the one to change the other.
 */
function packaged(from: string, wanted: string, version: string): Given {
  const libraries = async (): Promise<readonly PackagedLibrary[]> => {
    const bytes = await readFile(from)
    const found = sha256(bytes)
    if (found !== wanted) throw new Error(`its SHA-256 is ${found}, not ${wanted}`)
    return librariesOf(bytes, cudaLibraries, version)
  }
  return {
    key: wanted,
    async put(folder) {
      const taken = await libraries()
      for (const { name, read } of taken) await writeFile(path.join(folder, name), read())
      return taken.map(({ name }) => name)
    },
    async differs(folder) {
      const given = await libraries()
      const other = (await librariesIn(folder)).find((present) => !given.some(({ name }) => name === present))
      if (other !== undefined) return notOfThePackage(other)
      for (const { name, read } of given) {
        const reason = await whatDiffersFrom(read(), folder, name)
        if (reason !== undefined) return reason
      }
      return undefined
    },
  }
}

async function librariesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).filter((name) => cudaLibraries.includes(name))
}

/** One file under two names where the file system can; a copy elsewhere. */
async function share(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
}
