import * as fs from 'node:fs/promises'
import path from 'node:path'
import type { LockFiles, LockSeen } from '../core/world.ts'

/** What a person reads who looks into a lock. */
const words =
  'A lock of Airworthy. The name of this file says who holds it: host, process, its start, machine, namespace of process ids, since when, what for.\n'

/** Errors are Node's own: who calls this explains them. No method leaves a lock half made. */
export const lockFiles: LockFiles = {
  async take(lock, name) {
    const folder = `${lock}.${name.slice(name.lastIndexOf(',') + 1)}.part`
    await fs.mkdir(path.dirname(lock), { recursive: true })
    try {
      await fs.mkdir(folder)
      await fs.writeFile(path.join(folder, name), words)
      // Whoever may write beside the lock may take it over.
      await fs.chmod(folder, (await fs.stat(path.dirname(lock))).mode & 0o777)
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
    // It may be renamed between the two looks.
    for (;;) {
      const names = await namesIn(lock)
      if (names === 'file') {
        const seen = await seenFile(lock)
        if (seen !== undefined) return seen
        continue
      }
      // Those of a network file system begin with a dot.
      const name = names.find((each) => !each.startsWith('.'))
      if (name === undefined) return undefined
      const stamp = await stampOf(path.join(lock, name))
      if (stamp !== undefined) return { name, stamp }
    }
  },

  async takeOver(lock, from, to) {
    const file = path.join(lock, to)
    if ((await unlessMissing(() => fs.rename(path.join(lock, from), file).then(() => true))) !== true) return false
    await touch(file)
    return true
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

async function namesIn(lock: string): Promise<readonly string[] | 'file'> {
  try {
    return await fs.readdir(lock)
  } catch (cause) {
    if (isOneOf(cause, 'ENOENT')) return []
    if (isOneOf(cause, 'ENOTDIR')) return 'file'
    throw cause
  }
}

async function seenFile(lock: string): Promise<LockSeen | undefined> {
  try {
    const stamp = await stampOf(lock)
    return stamp === undefined ? undefined : { text: await fs.readFile(lock, 'utf8'), stamp }
  } catch (cause) {
    if (isOneOf(cause, 'ENOENT', 'EISDIR')) return undefined
    throw cause
  }
}

/** Opened, because a network file system tells old times of a file that is not. */
async function stampOf(file: string): Promise<string | undefined> {
  return unlessMissing(async () => {
    const handle = await fs.open(file, 'r')
    try {
      const { mtimeNs, ctimeNs } = await handle.stat({ bigint: true })
      return `${mtimeNs} ${ctimeNs}`
    } finally {
      await handle.close()
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

function isOneOf(cause: unknown, ...codes: readonly string[]): boolean {
  return codes.includes((cause as NodeJS.ErrnoException).code ?? '')
}
