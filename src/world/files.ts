import { createHash, randomUUID } from 'node:crypto'
import type { Stats } from 'node:fs'
import * as fs from 'node:fs/promises'
import path from 'node:path'
import { portError } from '../core/errors/ports.ts'
import type { Files } from '../core/world.ts'
import { fileSource, sourceWithin } from './file-source.ts'
import { lockFiles } from './lock-files.ts'
import { makeFolder } from './make-folder.ts'
import type { Mask } from './secrets/index.ts'

/**
 * The real file system. Writes are atomic and on disk when they return; texts are masked. The folder `closed` is made when something
 * is first written there, and no other user may look into it.
 */
export function createFiles(mask: Mask, closed?: string): Files {
  const write = <T>(file: string, action: () => Promise<T>): Promise<T> =>
    explain(file, async () => {
      if (closed !== undefined && file.startsWith(`${closed}${path.sep}`)) await makeFolder(closed, 0o700)
      return action()
    })
  return {
    read: (file) => explain(file, () => readWhole(file)),
    readText: (file) => explain(file, () => fs.readFile(file, 'utf8')),
    open: (file) => explain(file, async () => fileSource(file)),
    openWithin: (folder, name) => explain(folder, async () => sourceWithin(folder, name)),
    readRange: (file, offset, length) => explain(file, () => readRange(file, offset, length)),
    pieces: (file, from) => piecesOf(file, from),
    size: (file) => explain(file, () => sizeOf(file)),
    exists: (file) => explain(file, async () => (await statOf(file)) !== undefined),
    isLink: (file) => explain(file, () => isLink(file)),
    realPath: (file) => explain(file, () => realPath(file)),
    writtenAt: (file) => explain(file, async () => (await statOf(file))?.mtime.toISOString()),
    stamp: (file) => explain(file, () => stampOf(file)),
    list: (directory) => explain(directory, () => list(directory)),
    write: (file, bytes) => write(file, () => writeAtomically(file, (temporary) => writeDurably(temporary, bytes))),
    writePieces: (file, pieces) =>
      write(file, () => writeAtomically(file, (temporary) => writePieces(temporary, pieces))),
    writeText: (file, text) =>
      write(file, () => writeAtomically(file, (temporary) => writeDurably(temporary, mask(text)))),
    appendLine: (file, line) => write(file, () => appendLine(file, mask(line))),
    cutEnd: (file, end) => write(file, () => cutEnd(file, end)),
    appendPieces: (file, pieces) => write(file, () => appendPieces(file, pieces)),
    move: (from, to) => write(to, () => explain(from, () => fs.rename(from, to))),
    copy: (from, to) => write(to, () => copy(from, to)),
    makeDirectory: (directory) => write(directory, () => makeFolder(directory)),
    remove: (file) => explain(file, () => fs.rm(file, { recursive: true, force: true })),
    hash: (file) => explain(file, () => hash(file)),
    createExclusive: (file, text) => write(file, () => createExclusive(file, mask(text))),
    locks: {
      take: (lock, name) => write(lock, () => lockFiles.take(lock, name)),
      look: (lock) => explain(lock, () => lockFiles.look(lock)),
      takeOver: (lock, from, to) => explain(lock, () => lockFiles.takeOver(lock, from, to)),
      removeOld: (lock) => explain(lock, () => lockFiles.removeOld(lock)),
      beat: (lock, name) => explain(lock, () => lockFiles.beat(lock, name)),
      drop: (lock, name) => explain(lock, () => lockFiles.drop(lock, name)),
    },
    masked: mask,
    maskedRest: mask.torn,
    maskedValue: mask.value,
  }
}

/** Node's error codes, in the user's words. */
async function explain<T>(file: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT') throw portError('file-missing', { path: file }, { cause })
    if (code === 'ENOSPC' || code === 'EDQUOT') throw portError('disk-full', { path: file }, { cause })
    const reason = reasons[code ?? '']
    if (reason !== undefined) throw portError('file-denied', { path: file, reason }, { cause })
    throw cause
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links go in circles',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB, too large to be read at once',
  ERR_INVALID_ARG_VALUE: 'its name has a NUL character',
  EIO: 'the disk reports an error',
  ENXIO: 'it is a socket, or a device that is not there',
  EMFILE: 'too many files are open',
}

function statOf(file: string): Promise<Stats | undefined> {
  return unlessMissing(() => fs.stat(file))
}

async function unlessMissing<T>(look: () => Promise<T>): Promise<T | undefined> {
  try {
    return await look()
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw cause
  }
}

async function isLink(file: string): Promise<boolean> {
  return (await unlessMissing(() => fs.lstat(file)))?.isSymbolicLink() ?? false
}

async function realPath(file: string): Promise<string> {
  try {
    return await fs.realpath(file)
  } catch (cause) {
    const above = path.dirname(file)
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT' || above === file) throw cause
    return path.join(await realPath(above), path.basename(file))
  }
}

async function stampOf(file: string): Promise<string | undefined> {
  const stat = await unlessMissing(() => fs.stat(file, { bigint: true }))
  if (stat === undefined) return undefined
  return [stat.dev, stat.ino, stat.mode, stat.size, stat.mtimeNs, stat.ctimeNs].join(' ')
}

async function sizeOf(file: string): Promise<number | undefined> {
  const stat = await statOf(file)
  return stat?.isFile() ? Number(stat.size) : undefined
}

const { O_RDONLY, O_NONBLOCK = 0 } = fs.constants

/**
 * Opens a file of bytes. A commit can bring a link to a device that never ends, and a pipe would be waited for: throws `file-denied`
 * for both. What a folder is not good for is said by whoever reads it.
 */
async function openRegular(file: string): Promise<fs.FileHandle> {
  const handle = await fs.open(file, O_RDONLY | O_NONBLOCK)
  const stat = await handle.stat()
  if (stat.isFile() || stat.isDirectory()) return handle
  await handle.close()
  throw portError('file-denied', { path: file, reason: 'it is not a regular file' })
}

async function readWhole(file: string): Promise<Uint8Array> {
  const handle = await openRegular(file)
  try {
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

async function readRange(file: string, offset: number, length: number): Promise<Uint8Array> {
  const handle = await openRegular(file)
  try {
    const buffer = new Uint8Array(length)
    let done = 0
    while (done < length) {
      const { bytesRead } = await handle.read(buffer, done, length - done, offset + done)
      if (bytesRead === 0) break
      done += bytesRead
    }
    return buffer.subarray(0, done)
  } finally {
    await handle.close()
  }
}

async function* piecesOf(file: string, from: number): AsyncGenerator<Uint8Array> {
  const handle = await explain(file, () => openRegular(file))
  try {
    for (let at = from; ; ) {
      const buffer = new Uint8Array(pieceBytes)
      const { bytesRead } = await explain(file, () => handle.read(buffer, 0, pieceBytes, at))
      if (bytesRead === 0) return
      at += bytesRead
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

const pieceBytes = 2 ** 20

async function list(directory: string): Promise<readonly string[]> {
  return (await statOf(directory))?.isDirectory() ? (await fs.readdir(directory)).sort() : []
}

async function writeAtomically(file: string, write: (temporary: string) => Promise<void>): Promise<void> {
  await makeFolder(path.dirname(file))
  const temporary = temporaryOf(file)
  try {
    await write(temporary)
    await fs.rename(temporary, file)
  } catch (cause) {
    await fs.rm(temporary, { force: true })
    throw cause
  }
}

function temporaryOf(file: string): string {
  return `${file}.${randomUUID().slice(0, 8)}.part`
}

/** What file systems answer that have no hard links. */
const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])

async function writeDurably(file: string, content: Uint8Array | string): Promise<void> {
  await withHandle(file, 'wx', (handle) => handle.writeFile(content))
}

async function writePieces(file: string, pieces: Iterable<Uint8Array>): Promise<void> {
  await withHandle(file, 'wx', async (handle) => {
    for (const piece of pieces) await handle.writeFile(piece)
  })
}

async function appendPieces(file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  await makeFolder(path.dirname(file))
  await withHandle(file, 'a', async (handle) => {
    for await (const piece of pieces) await handle.writeFile(piece)
  })
}

/** What is wrong with the original is told of the original, a full disk of the copy. */
async function copy(from: string, to: string): Promise<void> {
  await explain(from, () => fs.access(from, fs.constants.R_OK))
  await explain(to, () => writeAtomically(to, (temporary) => copyDurably(from, temporary)))
}

async function copyDurably(from: string, to: string): Promise<void> {
  await fs.copyFile(from, to)
  await fs.chmod(to, 0o644)
  await withHandle(to, 'r+', async () => {})
}

/** One write call for the whole line, so that lines of concurrent writers never mix. */
async function appendLine(file: string, line: string): Promise<void> {
  await makeFolder(path.dirname(file))
  await withHandle(file, 'a', (handle) => handle.writeFile(`${line}\n`))
}

async function cutEnd(file: string, end: Uint8Array): Promise<boolean> {
  return withHandle(file, 'r+', async (handle) => {
    const at = (await handle.stat()).size - end.length
    if (at < 0) return false
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(end.length), 0, end.length, at)
    if (bytesRead !== end.length || !buffer.equals(end)) return false
    await handle.truncate(at)
    return true
  })
}

async function withHandle<Result>(
  file: string,
  flags: string,
  action: (handle: fs.FileHandle) => Promise<Result>,
): Promise<Result> {
  const handle = await fs.open(file, flags)
  try {
    const result = await action(handle)
    await handle.sync()
    return result
  } finally {
    await handle.close()
  }
}

async function hash(file: string): Promise<string> {
  const digest = createHash('sha256')
  const handle = await openRegular(file)
  // Ends with the stream, which closes it.
  for await (const chunk of handle.createReadStream()) digest.update(chunk as Uint8Array)
  return digest.digest('hex')
}

async function createExclusive(file: string, text: string): Promise<boolean> {
  await makeFolder(path.dirname(file))
  const temporary = temporaryOf(file)
  try {
    await writeDurably(temporary, text)
    // Unlike a rename it fails where there is one.
    await fs.link(temporary, file).catch((cause: unknown) => {
      if (!noLinks.has((cause as NodeJS.ErrnoException).code ?? '')) throw cause
      return fs.copyFile(temporary, file, fs.constants.COPYFILE_EXCL)
    })
    return true
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw cause
  } finally {
    await fs.rm(temporary, { force: true })
  }
}
