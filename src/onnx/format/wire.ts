import { type ByteSource, memory, type Range } from '../../core/bytes.ts'
import type { Extent } from './limits.ts'
import type { Texts } from './texts.ts'

/**
 * The protobuf wire format, read: varints, tags, length-delimited fields, skipping.
 * Source: protobuf.dev/programming-guides/encoding.
 */

/** Bytes that are not protobuf. `truncated` when something reaches past the end of the bytes at hand. */
export class WireError extends Error {
  override readonly name = 'WireError'
  readonly kind: 'truncated' | 'malformed'

  constructor(kind: 'truncated' | 'malformed', message: string) {
    super(message)
    this.kind = kind
  }
}

/** The part of a source that is in memory at the moment: all of it, or a stretch that moves along. */
interface Window {
  readonly source: ByteSource
  /** Filled anew with each stretch: whoever keeps bytes of it copies them. */
  bytes: Buffer
  start: number
  end: number
  /** How much was read at once last. */
  size: number
}

/** A place in a source. `low` and `high` hold the last varint: its two halves of 32 bits, as signed integers. */
export interface Cursor {
  readonly window: Window
  end: number
  at: number
  low: number
  high: number
}

export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, group: 3, groupEnd: 4, fixed32: 5 } as const

/** How much of a source is read at once: little after a jump over weights, ever more where structure follows structure. */
const windowBytes = { least: 2 ** 12, most: 2 ** 16 }
const nothing = Buffer.alloc(0)

export function cursorOver(source: ByteSource, start = 0, end: number = source.length): Cursor {
  const window = {
    source,
    bytes: nothing,
    start: 0,
    end: 0,
    size: windowBytes.least,
  }
  // The size of a file comes as a float, whatever it is: made an integer, so that all places that follow from it are.
  return { window, at: start, end: Math.trunc(end), low: 0, high: 0 }
}

export function cursorOverBytes(bytes: Uint8Array): Cursor {
  const { buffer, byteOffset, length } = bytes
  const window = {
    source: memory(bytes),
    bytes: Buffer.from(buffer, byteOffset, length),
    start: 0,
    end: length,
    size: 0,
  }
  return { window, at: 0, end: length, low: 0, high: 0 }
}

/** Has at least `length` bytes from `at` on in the window, as far as the source reaches; gives the place of `at` in it. */
function placeOf(window: Window, at: number, length: number): number {
  if (at >= window.start && at + length <= window.end) return at - window.start
  const { source } = window
  const onwards = at > window.start && at <= window.end
  window.size = onwards ? Math.min(2 * window.size, windowBytes.most) : windowBytes.least
  const count = Math.min(source.length - at, Math.max(length, window.size))
  if (window.bytes.length < count) window.bytes = Buffer.allocUnsafeSlow(count)
  source.fill(window.bytes.length === count ? window.bytes : window.bytes.subarray(0, count), at)
  window.start = at
  window.end = at + count
  return 0
}

/** How a value begins: the number of its field and a wire type, in one number as they are on the wire. */
export type Tag = number

export function readTag(cursor: Cursor): Tag {
  readVarint(cursor)
  const tag = cursor.low >>> 0
  if (cursor.high !== 0 || numberOf(tag) === 0) throw malformed(cursor, 'a field has no valid number')
  return tag
}

/** From 1 to 2^29 - 1. */
export function numberOf(tag: Tag): number {
  return tag >>> 3
}

export function wireTypeOf(tag: Tag): number {
  return tag & 7
}

/** A varint as a number. Beyond 2^53 it is rounded; whoever needs every bit reads `readInt64`. */
export function readInt(cursor: Cursor): number {
  readVarint(cursor)
  const { low, high } = cursor
  // Lengths and sizes are small: kept as integers they, and all places that follow from them, take no memory of their own.
  return high === 0 && low >= 0 ? low : high * 2 ** 32 + (low >>> 0)
}

export function readInt64(cursor: Cursor): bigint {
  readVarint(cursor)
  return (BigInt(cursor.high) << 32n) | BigInt(cursor.low >>> 0)
}

/** An integer of 64 bits as its lower and its upper half, as they lie in memory. */
export function readHalves(cursor: Cursor, into: Int32Array, at: number): void {
  readVarint(cursor)
  into[at] = cursor.low
  into[at + 1] = cursor.high
}

export function readUint64(cursor: Cursor): bigint {
  return BigInt.asUintN(64, readInt64(cursor))
}

export function readFloat(cursor: Cursor): number {
  const at = advance(cursor, 4)
  const place = placeOf(cursor.window, at, 4)
  return cursor.window.bytes.readFloatLE(place)
}

export function readDouble(cursor: Cursor): number {
  const at = advance(cursor, 8)
  const place = placeOf(cursor.window, at, 8)
  return cursor.window.bytes.readDoubleLE(place)
}

/** Steps into the payload of a length-delimited field. Gives the end to go back to with `leave`, once the payload has been read. */
export function enter(cursor: Cursor): number {
  const length = readLength(cursor)
  const outer = cursor.end
  if (length > outer - cursor.at) throw truncated(cursor, length)
  cursor.end = cursor.at + length
  return outer
}

export function leave(cursor: Cursor, outer: number): void {
  cursor.at = cursor.end
  cursor.end = outer
}

/** Where the payload of a length-delimited field is. It is not read. */
export function readRange(cursor: Cursor): Range {
  const length = readLength(cursor)
  const start = advance(cursor, length)
  return { source: cursor.window.source, start, end: start + length }
}

function readLength(cursor: Cursor): number {
  const length = readInt(cursor)
  if (length < 0) throw malformed(cursor, 'a length is negative')
  return length
}

/** A copy of a short range that was just read over; `shared`: the same one for the same bytes. */
export function copyOf({ window }: Cursor, { start, end }: Range, texts: Texts, shared = false): Uint8Array {
  const place = placeOf(window, start, end - start)
  return texts[shared ? 'bytesAt' : 'copyOf'](window.bytes, place, place + end - start)
}

/** The payload of a length-delimited field as text; what is not UTF-8 becomes U+FFFD. */
export function readText(cursor: Cursor, texts: Texts, extent: Extent): string {
  const length = readLength(cursor)
  const start = advance(cursor, length)
  // Before it is read: the window holds all of it.
  extent.longest(length)
  const place = placeOf(cursor.window, start, length)
  return texts.textAt(cursor.window.bytes, place, place + length)
}

/** Steps over the value of a field. */
export function skip(cursor: Cursor, tag: Tag, depth = 0): void {
  const wireType = wireTypeOf(tag)
  if (wireType === wireTypes.varint) readVarint(cursor)
  else if (wireType === wireTypes.fixed64) advance(cursor, 8)
  else if (wireType === wireTypes.bytes) readRange(cursor)
  else if (wireType === wireTypes.group) skipGroup(cursor, numberOf(tag), depth)
  else if (wireType === wireTypes.fixed32) advance(cursor, 4)
  else throw malformed(cursor, `wire type ${wireType} is not one`)
}

function skipGroup(cursor: Cursor, number: number, depth: number): void {
  if (depth > 100) throw malformed(cursor, 'groups are nested more than 100 deep')
  for (;;) {
    const tag = readTag(cursor)
    if (wireTypeOf(tag) !== wireTypes.groupEnd) skip(cursor, tag, depth + 1)
    else if (numberOf(tag) === number) return
    else throw malformed(cursor, 'a group ends that did not begin')
  }
}

/** Most varints of a model are one byte that is in the window: tags, lengths of names, dims. */
function readVarint(cursor: Cursor): void {
  const { window, at } = cursor
  const byte =
    at >= window.start && at < window.end && at < cursor.end ? (window.bytes[at - window.start] as number) : 128
  if (byte < 128) {
    cursor.at = at + 1
    cursor.low = byte
    cursor.high = 0
  } else readLongVarint(cursor)
}

/** Reads 7 bits a byte, least significant first, at most 10 bytes; bits beyond the 64th fall away, as in every protobuf reader. */
function readLongVarint(cursor: Cursor): void {
  let low = 0
  let high = 0
  for (let shift = 0; shift < 70; shift += 7) {
    const place = placeOf(cursor.window, advance(cursor, 1), 1)
    const byte = cursor.window.bytes[place] as number
    if (shift < 28) low |= (byte & 127) << shift
    else if (shift === 28) {
      low |= (byte & 127) << 28
      high |= (byte & 127) >>> 4
    } else high |= shift < 64 ? (byte & 127) << (shift - 32) : 0
    if (byte < 128) {
      cursor.low = low
      cursor.high = high
      return
    }
  }
  throw malformed(cursor, 'a number is longer than 10 bytes')
}

function advance(cursor: Cursor, length: number): number {
  const start = cursor.at
  if (length > cursor.end - start) throw truncated(cursor, length)
  cursor.at = start + length
  return start
}

function truncated(cursor: Cursor, length: number): WireError {
  return new WireError('truncated', `byte ${cursor.at}: ${length} more bytes were announced`)
}

function malformed(cursor: Cursor, what: string): WireError {
  return new WireError('malformed', `byte ${cursor.at}: ${what}`)
}
