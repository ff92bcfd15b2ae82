/**
 * The protobuf wire format: varints, tags, length-delimited fields, skipping.
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

/** A place in some bytes. `low` and `high` hold the last varint: its two halves of 32 bits, as signed integers. */
export interface Cursor {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly end: number
  at: number
  low: number
  high: number
}

export const wireTypes = { varint: 0, fixed64: 1, bytes: 2, group: 3, groupEnd: 4, fixed32: 5 } as const

export function cursorOver(bytes: Uint8Array, start = 0, end: number = bytes.length): Cursor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { bytes, view, at: start, end, low: 0, high: 0 }
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
  return cursor.view.getFloat32(advance(cursor, 4), true)
}

export function readDouble(cursor: Cursor): number {
  return cursor.view.getFloat64(advance(cursor, 8), true)
}

/** The payload of a length-delimited field, as a cursor over the same memory. */
export function readDelimited(cursor: Cursor): Cursor {
  const length = readInt(cursor)
  if (length < 0) throw malformed(cursor, 'a length is negative')
  const start = advance(cursor, length)
  return { ...cursor, at: start, end: start + length }
}

/** Steps over the value of a field. */
export function skip(cursor: Cursor, wireType: number, number: number, depth = 0): void {
  if (wireType === wireTypes.varint) readVarint(cursor)
  else if (wireType === wireTypes.fixed64) advance(cursor, 8)
  else if (wireType === wireTypes.bytes) readDelimited(cursor)
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
    const byte = cursor.bytes[advance(cursor, 1)] as number
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

/** Encoded bytes under way: small writes gather in `pending`, big payloads are kept as they are and copied once, by `joined`. */
export interface Sink {
  readonly parts: Uint8Array[]
  pending: number[]
  length: number
}

export function sink(): Sink {
  return { parts: [], pending: [], length: 0 }
}

export function writeTag(to: Sink, number: number, wireType: number): void {
  writeVarint(to, (number << 3) | wireType, 0)
}

/** A safe integer, negative ones in the two's complement form of 64 bits. */
export function writeInt(to: Sink, value: number): void {
  if (value >= 0 && value < 2 ** 31) writeVarint(to, value, 0)
  else writeInt64(to, BigInt(value))
}

export function writeInt64(to: Sink, value: bigint): void {
  const bits = BigInt.asUintN(64, value)
  writeVarint(to, Number(bits & 0xffffffffn), Number(bits >> 32n))
}

export function writeFloat(to: Sink, value: number): void {
  writeFixed(to, new Uint8Array(Float32Array.of(value).buffer))
}

export function writeDouble(to: Sink, value: number): void {
  writeFixed(to, new Uint8Array(Float64Array.of(value).buffer))
}

export function writeBytes(to: Sink, bytes: Uint8Array): void {
  flush(to)
  to.parts.push(bytes)
  to.length += bytes.length
}

export function writeDelimited(to: Sink, bytes: Uint8Array): void {
  writeInt(to, bytes.length)
  writeBytes(to, bytes)
}

/** Appends what another sink holds, after its length. */
export function writeNested(to: Sink, from: Sink): void {
  writeInt(to, from.length)
  flush(from)
  flush(to)
  for (const part of from.parts) to.parts.push(part)
  to.length += from.length
}

/** All bytes of a sink in one array. */
export function joined(from: Sink): Uint8Array {
  flush(from)
  const bytes = new Uint8Array(from.length)
  let at = 0
  for (const part of from.parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

function writeVarint(to: Sink, low: number, high: number): void {
  let rest = low >>> 0
  let above = high >>> 0
  while (above > 0 || rest > 127) {
    writeByte(to, (rest & 127) | 128)
    rest = ((rest >>> 7) | (above << 25)) >>> 0
    above >>>= 7
  }
  writeByte(to, rest)
}

function writeFixed(to: Sink, bytes: Uint8Array): void {
  for (const byte of bytes) writeByte(to, byte)
}

function writeByte(to: Sink, byte: number): void {
  to.pending.push(byte)
  to.length += 1
}

function flush(to: Sink): void {
  if (to.pending.length === 0) return
  to.parts.push(Uint8Array.from(to.pending))
  to.pending = []
}
