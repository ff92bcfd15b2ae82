import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { portError } from './errors/ports.ts'
import type { Sha256 } from './json.ts'
import type { World } from './world.ts'

/** Some bytes under their digest. They can be read more than once, and from any place on. */
export interface Content {
  readonly sha256: Sha256
  readonly bytes: number
  /** The bytes from `from` to the end, in pieces of any length. No piece may be written to. */
  read(from: number): AsyncIterable<Uint8Array>
}

/**
 * Where bytes lie, each under its SHA-256. Every method throws `digest-malformed` for a name that is no digest. Any number of
 * processes may use one store at a time.
 */
export interface Store {
  /** For people: `the folder .airworthy/store`. */
  readonly describe: string
  /** Whether bytes lie under this digest. That they are the right ones shows when they are read. */
  has(sha256: Sha256): Promise<boolean>
  /** The content under this digest, or undefined. A full read from byte 0 throws `content-differs` if the bytes do not match. */
  open(sha256: Sha256): Promise<Content | undefined>
  /**
   * Takes bytes in, all or nothing, and returns when they are there to stay. Bytes that are there already are not read again;
   * where an earlier attempt broke off, it may go on from there. Bytes of another digest or length are `content-differs`.
   */
  put(content: Content): Promise<void>
  /** Drops bytes; silent when there are none. */
  remove(sha256: Sha256): Promise<void>
}

/** What an implementation provides; `defineStore` adds the digest checks. */
export interface StoreDriver {
  readonly describe: string
  /** How many bytes lie there; undefined for none. */
  size(sha256: Sha256): Promise<number | undefined>
  /** Bytes that are known to lie there. */
  read(sha256: Sha256, from: number): AsyncIterable<Uint8Array>
  /**
   * Makes bytes visible, all at once, in place of any others there. `content.read(0)` fails at its end when the bytes are wrong. A
   * driver that resumes an earlier attempt reads from a later offset, and must check the digest of the whole itself.
   */
  write(content: Content): Promise<void>
  remove(sha256: Sha256): Promise<void>
}

export interface StoreTools {
  readonly world: World
  /** Where relative paths in settings start. */
  readonly folder: string
}

/** A row in the table of stores. */
export interface StoreKind {
  readonly name: string
  readonly summary: string
  readonly settings: z.ZodType
  /** An example of its settings, YAML flow style, for the reference. */
  readonly example: string
  /** Makes a store from checked settings, the output of `settings`. Reads and writes nothing yet. */
  make(settings: unknown, tools: StoreTools): Store
}

/** Defines a kind of store. The settings' type lives inside this one call. */
export function defineStore<Settings extends z.ZodType>(definition: {
  readonly name: string
  readonly summary: string
  readonly settings: Settings
  readonly example: string
  make(settings: z.output<Settings>, tools: StoreTools): StoreDriver
}): StoreKind {
  return { ...definition, make: (settings, tools) => storeOf(definition.make(settings as z.output<Settings>, tools)) }
}

/** What all stores promise, whatever their driver. */
function storeOf(driver: StoreDriver): Store {
  const { describe } = driver
  return {
    describe,
    has: async (sha256) => (await driver.size(digestIn(sha256))) !== undefined,
    async open(sha256) {
      const bytes = await driver.size(digestIn(sha256))
      if (bytes === undefined) return undefined
      return checked({ sha256, bytes, read: (from) => driver.read(sha256, from) }, describe)
    },
    async put(content) {
      if ((await driver.size(digestIn(content.sha256))) === content.bytes) return
      await driver.write(checked(content, 'what was to be stored'))
    },
    remove: async (sha256) => driver.remove(digestIn(sha256)),
  }
}

function digestIn(text: string): Sha256 {
  if (/^[0-9a-f]{64}$/.test(text)) return text
  throw portError('digest-malformed', { text })
}

/** The same content, whose reading ends with `content-differs` where the bytes are too few, too many or others. */
function checked(content: Content, where: string): Content {
  const { sha256, bytes } = content
  return {
    sha256,
    bytes,
    async *read(from) {
      const hash = createHash('sha256')
      let left = bytes - from
      for await (const piece of content.read(from)) {
        left -= piece.length
        if (left < 0) break
        hash.update(piece)
        yield piece
      }
      if (left !== 0 || (from === 0 && hash.digest('hex') !== sha256))
        throw portError('content-differs', { sha256, where })
    },
  }
}
