import { createHash } from 'node:crypto'
import path from 'node:path'
import { memory } from '../../../src/core/bytes.ts'
import { portError } from '../../../src/core/errors/ports.ts'
import type { Files, LockFiles } from '../../../src/core/world.ts'

/** Files in memory, which outlive the processes that use them. */
export interface Disk {
  readonly files: Map<string, Uint8Array>
  /** When each was last touched. */
  readonly touched: Map<string, number>
}

export function createDisk(): Disk {
  return { files: new Map(), touched: new Map() }
}

/** What a file system does, at once and without any fault. `tear`: where an append ends early, when it does. */
export function filesOn({ files, touched }: Disk, now: () => number, tear: () => number | undefined): Files {
  const get = (file: string): Uint8Array => {
    const bytes = files.get(file)
    if (bytes === undefined) throw portError('file-missing', { path: file })
    return bytes
  }
  const put = (file: string, bytes: Uint8Array): void => {
    files.set(file, bytes)
    touched.set(file, now())
  }
  const append = (file: string, bytes: Uint8Array): void => {
    const before = files.get(file) ?? new Uint8Array()
    put(file, Buffer.concat([before, bytes.subarray(0, tear() ?? bytes.length)]))
  }
  const refuse = (what: string) => (): never => {
    throw new Error(`the simulated disk has no ${what}`)
  }
  return {
    read: async (file) => get(file),
    readText: async (file) => decode(get(file)),
    open: async (file) => memory(get(file)),
    openWithin: async (folder, name) => memory(get(path.join(folder, name))),
    readRange: async (file, offset, length) => get(file).subarray(offset, offset + length),
    async *pieces(file, from) {
      yield get(file).subarray(from)
    },
    size: async (file) => files.get(file)?.length,
    exists: async (file) => files.has(file),
    isLink: async () => false,
    realPath: async (file) => file,
    writtenAt: async (file) => (files.has(file) ? new Date(touched.get(file) ?? 0).toISOString() : undefined),
    stamp: async (file) => (files.has(file) ? `${touched.get(file)}` : undefined),
    list: async (folder) =>
      [
        ...new Set(
          [...files.keys()].filter((file) => path.dirname(file) === folder).map((file) => path.basename(file)),
        ),
      ].sort(),
    write: async (file, bytes) => put(file, bytes),
    writePieces: async (file, pieces) => put(file, Buffer.concat([...pieces])),
    writeText: async (file, text) => put(file, encode(text)),
    appendLine: async (file, line) => append(file, encode(`${line}\n`)),
    async cutEnd(file, end) {
      const bytes = get(file)
      if (!Buffer.from(bytes.subarray(Math.max(0, bytes.length - end.length))).equals(end)) return false
      put(file, bytes.subarray(0, bytes.length - end.length))
      return true
    },
    appendPieces: refuse('appendPieces'),
    async move(from, to) {
      put(to, get(from))
      files.delete(from)
    },
    copy: async (from, to) => put(to, get(from)),
    makeDirectory: async () => {},
    async remove(file) {
      for (const each of [...files.keys()]) if (each === file || each.startsWith(`${file}/`)) files.delete(each)
    },
    hash: async (file) => createHash('sha256').update(get(file)).digest('hex'),
    async createExclusive(file, text) {
      if (files.has(file)) return false
      put(file, encode(text))
      return true
    },
    locks: locksOn({ files, touched }, now),
    masked: (text) => text,
    maskedRest: (text) => text,
    maskedValue: (value) => value,
  }
}

/** As they lie on a real disk: a folder with one file, whose name says who holds the lock. */
function locksOn({ files, touched }: Disk, now: () => number): LockFiles {
  const nameIn = (lock: string): string | undefined =>
    [...files.keys()].find((file) => path.dirname(file) === lock && !path.basename(file).startsWith('.'))
  const has = (lock: string, name: string): boolean => files.has(path.join(lock, name))
  const put = (lock: string, name: string): void => {
    files.set(path.join(lock, name), new Uint8Array())
    touched.set(path.join(lock, name), now())
  }
  return {
    async take(lock, name) {
      if (nameIn(lock) !== undefined) return false
      put(lock, name)
      return true
    },
    async look(lock) {
      const file = nameIn(lock)
      return file === undefined ? undefined : { name: path.basename(file), stamp: String(touched.get(file)) }
    },
    async takeOver(lock, from, to) {
      if (!files.delete(path.join(lock, from))) return false
      put(lock, to)
      return true
    },
    async removeOld() {},
    async beat(lock, name) {
      if (has(lock, name)) put(lock, name)
      return has(lock, name)
    },
    async drop(lock, name) {
      files.delete(path.join(lock, name))
    },
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
