import { createHash } from 'node:crypto'
import path from 'node:path'
import { memory } from '../../../src/core/bytes.ts'
import { portError } from '../../../src/core/errors/ports.ts'
import type { Files } from '../../../src/core/world.ts'

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
    masked: (text) => text,
    maskedRest: (text) => text,
    maskedValue: (value) => value,
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
