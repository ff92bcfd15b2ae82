import { constants, type Dirent, type Stats } from 'node:fs'
import * as fs from 'node:fs/promises'
import path from 'node:path'
import { portError } from '../core/errors/ports.ts'
import type { LockFiles, LockSeen } from '../core/world.ts'
import { makeFolder } from './make-folder.ts'

/** What a person reads who looks into a lock. */
const words =
  'A lock of Airworthy. The name of this file says who holds it: host, process, its start, machine, namespace of process ids, since when, what for.\n'

/** Errors are Node's own: who calls this explains them. No method leaves a lock half made. */
export const lockFiles: LockFiles = {
  async take(lock, name) {
    const folder = `${lock}.${name.slice(name.lastIndexOf(',') + 1)}.part`
    await makeFolder(path.dirname(lock))
    try {
      await fs.mkdir(folder)
      await makeFile(path.join(folder, name), lock)
      // Whoever may write beside the lock may take it over.
      await fs.chmod(folder, await modeBeside(lock))
      // Fails where there is a file, or a folder with a file in it. In place of an empty folder, except on Windows.
      await fs.rename(folder, lock)
      return true
    } catch (cause) {
      await fs.rm(folder, { recursive: true, force: true })
      if (!isOneOf(cause, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM', 'EBUSY')) throw cause
      await removeEmpty(lock)
      return false
    }
  },

  async look(lock) {
    // It may be renamed between the looks.
    for (;;) {
      const stats = await unlessMissing(() => fs.lstat(lock))
      if (stats === undefined) return undefined
      const obstacle = obstacleOf(stats)
      if (obstacle !== undefined) return { obstacle: `it is ${obstacle}` }
      const seen = stats.isDirectory() ? await seenIn(lock) : ((await seenFile(lock)) ?? 'changed')
      if (seen !== 'changed') return seen
    }
  },

  async takeOver(lock, from, to) {
    const own = `${lock}.${to.slice(to.lastIndexOf(',') + 1)}.part`
    const file = path.join(lock, to)
    try {
      await makeFile(own, lock)
      if ((await unlessMissing(() => fs.rename(path.join(lock, from), file).then(() => true))) !== true) return false
      await fs.rename(own, file)
    } catch (cause) {
      if (!isOneOf(cause, 'EACCES', 'EPERM', 'EBUSY')) throw cause
      throw portError('lock-obstructed', { lock, what: `its holder is gone, and ${reasonOf(cause)}` }, { cause })
    } finally {
      await fs.rm(own, { force: true })
    }
    // Whoever stood still in between may have lost it meanwhile, and would now be there besides.
    const others = (await fs.readdir(lock)).filter((name) => name !== to && !name.startsWith('.'))
    if (others.length === 0) return true
    await fs.rm(file, { force: true })
    return false
  },

  async removeOld(lock) {
    // A folder stays: it is the lock of whoever was faster.
    await fs.unlink(lock).catch((cause: unknown) => {
      if (!isOneOf(cause, 'ENOENT', 'EISDIR', 'EPERM')) throw cause
    })
  },

  beat: (lock, name) => touch(path.join(lock, name)),

  async drop(lock, name) {
    await unlessMissing(() => fs.unlink(path.join(lock, name)))
    await removeEmpty(lock)
  },
}

/** What its name says of an obstacle; undefined for a folder and a regular file. */
function obstacleOf(entry: Stats | Dirent): string | undefined {
  if (entry.isSymbolicLink()) return 'a symbolic link'
  if (entry.isFIFO()) return 'a named pipe'
  if (entry.isSocket()) return 'a socket'
  return entry.isDirectory() || entry.isFile() ? undefined : 'a device'
}

/** What a folder holds: `changed` where it was renamed or removed meanwhile. */
async function seenIn(lock: string): Promise<LockSeen | undefined | 'changed'> {
  const entries = await readFolder(lock)
  if (entries === undefined) return 'changed'
  for (const entry of entries) {
    const obstacle = entry.isDirectory() ? 'a folder' : obstacleOf(entry)
    if (obstacle !== undefined) return { obstacle: `${entry.name} in it is ${obstacle}` }
  }
  const names = entries.map(({ name }) => name).sort()
  // Files of a network file system or a file manager begin with a dot. One that lies there alone is in the way of a new lock.
  const name = names.find((each) => !each.startsWith('.')) ?? names[0]
  if (name === undefined) return undefined
  const stamp = await stampOf(path.join(lock, name))
  return stamp === undefined ? 'changed' : { name, stamp }
}

async function readFolder(lock: string): Promise<readonly Dirent[] | undefined> {
  return unlessMissing(() => fs.readdir(lock, { withFileTypes: true }))
}

/** A file of the lock with what a person reads in it, for all that may write beside the lock. */
async function makeFile(file: string, lock: string): Promise<void> {
  await fs.writeFile(file, words)
  await fs.chmod(file, (await modeBeside(lock)) & 0o666)
}

async function modeBeside(lock: string): Promise<number> {
  return (await fs.stat(path.dirname(lock))).mode & 0o777
}

async function seenFile(lock: string): Promise<LockSeen | undefined> {
  try {
    const stamp = await stampOf(lock)
    return stamp === undefined ? undefined : { text: await textOf(lock), stamp }
  } catch (cause) {
    if (isOneOf(cause, 'ENOENT', 'EISDIR', 'ELOOP')) return undefined
    throw cause
  }
}

/** What earlier versions wrote is a line. */
async function textOf(file: string): Promise<string> {
  const handle = await fs.open(file, asItIs)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(200), 0, 200, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** A link is not followed, and a pipe that took its place is not waited for. Windows has neither flag. */
const asItIs = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/** Opened, because a network file system tells old times of a file that is not. One that may not be read has to do without. */
async function stampOf(file: string): Promise<string | undefined> {
  return unlessMissing(async () => {
    const handle = await fs.open(file, asItIs).catch((cause: unknown) => {
      if (!isOneOf(cause, 'EACCES')) throw cause
      return undefined
    })
    try {
      const { mtimeNs, ctimeNs } = await (handle?.stat({ bigint: true }) ?? fs.lstat(file, { bigint: true }))
      return `${mtimeNs} ${ctimeNs}`
    } finally {
      await handle?.close()
    }
  })
}

async function touch(file: string): Promise<boolean> {
  const now = new Date()
  return (await unlessMissing(() => fs.utimes(file, now, now).then(() => true))) ?? false
}

/** A folder that another has a file in again stays. */
async function removeEmpty(lock: string): Promise<void> {
  await fs.rmdir(lock).catch((cause: unknown) => {
    if (!isOneOf(cause, 'ENOENT', 'ENOTDIR', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY')) throw cause
  })
}

async function unlessMissing<T>(action: () => Promise<T>): Promise<T | undefined> {
  try {
    return await action()
  } catch (cause) {
    if (isOneOf(cause, 'ENOENT', 'ENOTDIR')) return undefined
    throw cause
  }
}

function reasonOf(cause: unknown): string {
  const { code } = cause as NodeJS.ErrnoException
  return code === 'EBUSY' ? 'a file in it is in use' : 'this user may not take it over'
}

function isOneOf(cause: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((cause as NodeJS.ErrnoException).code ?? '')
}
