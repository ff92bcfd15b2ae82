import * as fs from 'node:fs'
import path from 'node:path'
import type { ByteSource } from '../core/bytes.ts'
import { portError } from '../core/errors/ports.ts'
import type { Refusal } from '../core/world.ts'

/** What makes a file this file: another one under the same name, or one written to since, differs in it. */
type Identity = Pick<fs.Stats, 'dev' | 'ino' | 'size' | 'mtimeMs'>

/**
 * A file as bytes that are read when they are needed. It is open while something is done that does not wait, and no longer, and must
 * be the file it was at first: throws `file-changed` otherwise. Files of any size.
 */
export function fileSource(file: string): ByteSource {
  const first = withFile(file, 0, (handle) => fs.fstatSync(handle))
  if (!first.isFile()) throw portError('file-denied', { path: file, reason: 'it is not a regular file' })
  return sourceOf(file, first, 0)
}

/**
 * A file that a model names as the place of its weights. The name is the model's and may be hostile: what is opened is a regular
 * file inside of the folder, reached through no symbolic link and known by no second name (a hard link may stand for a file
 * outside), and is the very file that was looked at (no other was put in its place in between).
 */
export function sourceWithin(folder: string, location: string): ByteSource | Refusal {
  const segments = location.split('/')
  if (location === '' || /[\0\\]/.test(location) || /^([A-Za-z]:|\/)/.test(location) || segments.includes('..'))
    return 'outside'
  try {
    // An empty folder name means the working directory to the system, and nothing to a comparison of paths.
    const real = fs.realpathSync(folder === '' ? '.' : folder)
    return openWithin(real, segments)
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
    if (code === 'ELOOP') return 'link'
    if (code === 'EACCES' || code === 'EPERM') return 'denied'
    throw thrown
  }
}

const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = fs.constants
/** A symbolic link is not followed, and a pipe is not waited for. */
const carefully = O_RDONLY | O_NOFOLLOW | O_NONBLOCK

function openWithin(folder: string, segments: readonly string[]): ByteSource | Refusal {
  let at = folder
  for (const segment of segments) {
    at = path.join(at, segment)
    if (fs.lstatSync(at).isSymbolicLink()) return 'link'
  }
  const seen = fs.lstatSync(at)
  if (!seen.isFile()) return 'not-a-file'
  const opened = withFile(at, carefully, (handle) => fs.fstatSync(handle))
  if (opened.nlink > 1) return 'hard-link'
  if (!same(seen, opened) || !isWithin(folder, fs.realpathSync(at))) return 'outside'
  return sourceOf(at, opened, carefully)
}

function isWithin(folder: string, file: string): boolean {
  const steps = path.relative(folder, file).split(path.sep)
  return steps[0] !== '..' && !path.isAbsolute(steps.join(path.sep))
}

function sourceOf(file: string, first: Identity, flags: number): ByteSource {
  const opened = openForNow(file, flags)
  const fill = (into: Uint8Array, start: number): void => {
    const handle = opened()
    if (!same(first, fs.fstatSync(handle)) || !filled(handle, into, start))
      throw portError('file-changed', { path: file })
  }
  return {
    length: first.size,
    fill,
    read(start, end) {
      const bytes = new Uint8Array(end - start)
      fill(bytes, start)
      return bytes
    },
  }
}

/** One call of the system reads 2 GiB at most. */
const mostAtOnce = 2 ** 30

function filled(handle: number, bytes: Uint8Array, position: number): boolean {
  for (let done = 0; done < bytes.length; ) {
    const read = fs.readSync(handle, bytes, done, Math.min(mostAtOnce, bytes.length - done), position + done)
    if (read === 0) return false
    done += read
  }
  return true
}

function same(a: Identity, b: Identity): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeMs === b.mtimeMs
}

/** Opens a file when it is asked for, and closes it when what is going on now has ended: the structure of a model takes hundreds of reads. */
function openForNow(file: string, flags: number): () => number {
  let now: number | undefined
  return () => {
    if (now !== undefined) return now
    const handle = fs.openSync(file, flags)
    now = handle
    queueMicrotask(() => {
      now = undefined
      fs.closeSync(handle)
    })
    return handle
  }
}

function withFile<Result>(file: string, flags: number, action: (handle: number) => Result): Result {
  const handle = fs.openSync(file, flags)
  try {
    return action(handle)
  } finally {
    fs.closeSync(handle)
  }
}
