import { type ByteSource, memory, type Range } from '../core/bytes.ts'

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
  bytes: Uint8Array
  view: DataView
  start: number
  end: number
  /** How much was read at once last. */
  size: number
}

/** A place in a source. `low` and `high` hold the last varint: its two halves of 32 bits, as signed integers. */
export interface Cursor {
  readonly window: Window
  readonly end: number
  at: number
  low: number
  high: number
}

export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, group: 3, groupEnd: 4, fixed32: 5 } as const

/** How much of a source is read at once: little after a jump over weights, ever more where structure follows structure. */
const windowBytes = { least: 2 ** 12, most: 2 ** 16 }
const nothing = new Uint8Array()

export function cursorOver(source: ByteSource, start = 0, end: number = source.length): Cursor {
  const window = {
    source,
    bytes: nothing,
    view: new DataView(nothing.buffer),
    start: 0,
    end: 0,
    size: windowBytes.least,
  }
  return { window, at: start, end, low: 0, high: 0 }
}

export function cursorOverBytes(bytes: Uint8Array): Cursor {
  return cursorOver(memory(bytes))
}

/** Has at least `length` bytes from `at` on in the window, as far as the source reaches; gives the place of `at` in it. */
function placeOf(window: Window, at: number, length: number): number {
  if (at >= window.start && at + length <= window.end) return at - window.start
  const { source } = window
  const onwards = at > window.start && at <= window.end
  window.size = onwards ? Math.min(2 * window.size, windowBytes.most) : windowBytes.least
  window.bytes = source.read(at, Math.min(source.length, at + Math.max(length, window.size)))
  window.view = new DataView(window.bytes.buffer, window.bytes.byteOffset, window.bytes.length)
  window.start = at
  window.end = at + window.bytes.length
  return 0
}

/** A field number (1 to 2^29 - 1) and a wire type. */
export function readTag(cursor: Cursor): { number: number; wireType: number } {
  readVarint(cursor)
  const tag = cursor.low >>> 0
  if (cursor.high !== 0 || tag >>> 3 === 0) throw malformed(cursor, 'a field has no valid number')
  return { number: tag >>> 3, wireType: tag & 7 }
}

/** A varint as a number. Beyond 2^53 it is rounded; whoever needs every bit reads `readInt64`. */
export function readInt(cursor: Cursor): number {
  readVarint(cursor)
  return cursor.high * 2 ** 32 + (cursor.low >>> 0)
}

export function readInt64(cursor: Cursor): bigint {
  readVarint(cursor)
  return (BigInt(cursor.high) << 32n) | BigInt(cursor.low >>> 0)
}

export function readUint64(cursor: Cursor): bigint {
  return BigInt.asUintN(64, readInt64(cursor))
}

export function readFloat(cursor: Cursor): number {
  const at = advance(cursor, 4)
  const place = placeOf(cursor.window, at, 4)
  return cursor.window.view.getFloat32(place, true)
}

export function readDouble(cursor: Cursor): number {
  const at = advance(cursor, 8)
  const place = placeOf(cursor.window, at, 8)
  return cursor.window.view.getFloat64(place, true)
}

/** The payload of a length-delimited field, as a cursor over the same source. */
export function readDelimited(cursor: Cursor): Cursor {
  const { start, end } = readRange(cursor)
  return { window: cursor.window, at: start, end, low: 0, high: 0 }
}

/** Where the payload of a length-delimited field is. It is not read. */
export function readRange(cursor: Cursor): Range {
  const length = readInt(cursor)
  if (length < 0) throw malformed(cursor, 'a length is negative')
  const start = advance(cursor, length)
  return { source: cursor.window.source, start, end: start + length }
}

/** A copy of a short range that was just read over. */
export function copyOf({ window }: Cursor, { start, end }: Range): Uint8Array {
  const place = placeOf(window, start, end - start)
  return window.bytes.slice(place, place + end - start)
}

/** Longer texts are no names and no documentation. */
const longestText = 2 ** 26

/** The payload of a length-delimited field as text; what is not UTF-8 becomes U+FFFD. */
export function readText(cursor: Cursor): string {
  const { start, end } = readRange(cursor)
  if (end - start > longestText) throw malformed(cursor, `a text is longer than ${longestText} bytes`)
  const place = placeOf(cursor.window, start, end - start)
  return textOf(cursor.window.bytes, place, end - start)
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** Names are short and ASCII: put together by hand they are there before a decoder has started. */
function textOf(bytes: Uint8Array, start: number, length: number): string {
  if (length > 24) return utf8.decode(bytes.subarray(start, start + length))
  let text = ''
  for (let at = start; at < start + length; at++) {
    const byte = bytes[at] as number
    if (byte > 127) return utf8.decode(bytes.subarray(start, start + length))
    text += String.fromCharCode(byte)
  }
  return text
}

/** Steps over the value of a field. */
export function skip(cursor: Cursor, wireType: number, number: number, depth = 0): void {
  if (wireType === wireTypes.varint) readVarint(cursor)
  else if (wireType === wireTypes.fixed64) advance(cursor, 8)
  else if (wireType === wireTypes.bytes) readRange(cursor)
  else if (wireType === wireTypes.group) skipGroup(cursor, number, depth)
  else if (wireType === wireTypes.fixed32) advance(cursor, 4)
  else throw malformed(cursor, `wire type ${wireType} is not one`)
}

function skipGroup(cursor: Cursor, number: number, depth: number): void {
  if (depth > 100) throw malformed(cursor, 'groups are nested more than 100 deep')
  for (;;) {
    const tag = readTag(cursor)
    if (tag.wireType !== wireTypes.groupEnd) skip(cursor, tag.wireType, tag.number, depth + 1)
    else if (tag.number === number) return
    else throw malformed(cursor, 'a group ends that did not begin')
  }
}

/** Reads 7 bits a byte, least significant first, at most 10 bytes; bits beyond the 64th fall away, as in every protobuf reader. */
function readVarint(cursor: Cursor): void {
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
  if (length > cursor.end - start)
    throw new WireError('truncated', `byte ${start}: ${length} more bytes were announced`)
  cursor.at = start + length
  return start
}

function malformed(cursor: Cursor, what: string): WireError {
  return new WireError('malformed', `byte ${cursor.at}: ${what}`)
}
