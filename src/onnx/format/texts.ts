import type { Extent } from './limits.ts'

/** Longer texts are no names. */
const longestName = 64

/** How long the arrays are in which copies stand. Bytes. */
const copiesLength = 2 ** 14

type Made = string | Uint8Array

/**
 * Makes texts of bytes, the same one for the same bytes where it was made not long ago: a model writes the name of a value wherever a node
 * gives or takes it, and the names of operators everywhere. Sharing saves most of the time and memory of reading, and equal
 * texts are then compared by where they are.
 */
export class Texts {
  /** By a hash of the bytes; a text takes the place of another one of its hash. */
  readonly #names: (Made | undefined)[]
  #copies = new Uint8Array(0)
  /** How much of `copies` is taken. */
  #copied = 0

  readonly #extent: Extent

  /**
   * @param bytes how long the file is: a short one needs no large table
   * @param extent counts what is made and not shared
   */
  constructor(bytes: number, extent: Extent) {
    this.#extent = extent
    const size = 2 ** Math.min(17, Math.max(6, Math.ceil(Math.log2(bytes / 32 + 1))))
    this.#names = new Array<Made | undefined>(size).fill(undefined)
  }

  /** The bytes from `start` to `end` as text; what is not UTF-8 becomes U+FFFD. */
  textAt(bytes: Buffer, start: number, end: number): string {
    if (start === end) return ''
    if (end - start > longestName) return this.#madeOf(bytes, start, end)
    const place = this.#placeOf(bytes, start, end)
    const known = this.#names[place]
    if (typeof known === 'string' && isText(known, bytes, start, end)) return known
    const text = this.#madeOf(bytes, start, end)
    this.#names[place] = text
    return text
  }

  /** A copy of the bytes from `start` to `end`, for texts that stay bytes: trees have a million times the word LEAF. */
  bytesAt(bytes: Buffer, start: number, end: number): Uint8Array {
    if (end - start > longestName) return this.copyOf(bytes, start, end)
    const place = this.#placeOf(bytes, start, end)
    const known = this.#names[place]
    if (known instanceof Uint8Array && isSame(known, bytes, start, end)) return known
    const copy = this.copyOf(bytes, start, end)
    this.#names[place] = copy
    return copy
  }

  /** Copies stand side by side in arrays of some length: in one of its own each would take ten times its size. */
  copyOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
    const length = end - start
    // Each begins where numbers of eight bytes may begin.
    const at = Math.ceil(this.#copied / 8) * 8
    if (at + length > this.#copies.length) {
      this.#copies = new Uint8Array(Math.max(copiesLength, length))
      this.#copied = 0
      return this.copyOf(bytes, start, end)
    }
    this.#extent.part()
    for (let index = 0; index < length; index++) this.#copies[at + index] = bytes[start + index] as number
    this.#copied = at + length
    return new Uint8Array(this.#copies.buffer, at, length)
  }

  #madeOf(bytes: Buffer, start: number, end: number): string {
    this.#extent.part()
    this.#extent.text(end - start)
    return bytes.toString('utf8', start, end)
  }

  #placeOf(bytes: Buffer, start: number, end: number): number {
    let hash = end - start
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0
    return (hash ^ (hash >>> 15)) & (this.#names.length - 1)
  }
}

/** Only texts of ASCII are told: one with other characters is made anew each time. */
function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== bytes[start + at]) return false
  return true
}

function isSame(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false
  for (let at = 0; at < known.length; at++) if (known[at] !== bytes[start + at]) return false
  return true
}
