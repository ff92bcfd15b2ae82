import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline as join, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { createTarDecoder, type ParsedTarEntry } from 'modern-tar'
import { nativeFolder, neededFiles, type Target, targetName } from './target.ts'

/** What the files of one platform may take: the largest has 90 MB. */
const unpackedLimit = 2 ** 29

/**
 * Takes what one kind of machine needs out of an npm archive: package.json and the native files. Throws an Error that says what
 * is wrong, and may then have written some of them.
 */
export async function unpack(archive: string, target: Target, folder: string): Promise<void> {
  const native = nativeFolder(target)
  await mkdir(path.join(folder, native), { recursive: true })
  const written: string[] = []
  let bytes = 0
  for await (const { header, body } of entriesOf(archive)) {
    const name = nameWithin(header)
    if (!isWanted(name, native)) {
      await body.cancel()
      continue
    }
    bytes += header.size
    if (bytes > unpackedLimit)
      throw new Error(`the files of ${targetName(target)} take more than ${unpackedLimit} bytes`)
    // Refuses a name that comes twice.
    await pipeline(body, createWriteStream(path.join(folder, name), { flags: 'wx', mode: 0o644 }))
    written.push(name)
  }
  const needed = ['package.json', ...neededFiles(target).map((file) => `${native}/${file}`)]
  const missing = needed.find((name) => !written.includes(name))
  if (missing !== undefined) throw new Error(`the archive has no ${missing}`)
}

function entriesOf(archive: string): AsyncIterable<ParsedTarEntry> {
  const unzipped = join(createReadStream(archive), createGunzip(), () => {})
  return Readable.toWeb(unzipped).pipeThrough(createTarDecoder())
}

/** The name in the package's folder. An archive of npm holds plain files under `package/` and nothing else. */
function nameWithin({ name, type }: ParsedTarEntry['header']): string {
  const parts = name.replace(/\/$/, '').split('/')
  const plain = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0:]/.test(part))
  if (!plain || parts[0] !== 'package') throw new Error(`the archive has an entry outside of its folder: ${name}`)
  if (type !== 'file' && type !== 'directory') throw new Error(`the archive has a ${type}: ${name}`)
  return parts.slice(1).join('/')
}

function isWanted(name: string, native: string): boolean {
  return name === 'package.json' || path.posix.dirname(name) === native
}
