import { piecesOf, type Range } from '../../core/bytes.ts'

/** The protobuf wire format, written. Source: protobuf.dev/programming-guides/encoding. */

/**
 * Encoded bytes under way: small writes gather in `pending`; big payloads stay where they are until `written` or `joined`
 * copies them.
 */
export interface Sink {
  readonly parts: (Uint8Array | Range)[]
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

export function writeRange(to: Sink, range: Range): void {
  flush(to)
  to.parts.push(range)
  to.length += range.end - range.start
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

/** All bytes of a sink, in pieces of a few megabytes at most. */
export function* written(from: Sink): Generator<Uint8Array> {
  flush(from)
  for (const part of from.parts) {
    if (part instanceof Uint8Array) yield part
    else yield* piecesOf(part)
  }
}

/** All bytes of a sink in one array. */
export function joined(from: Sink): Uint8Array {
  const bytes = new Uint8Array(from.length)
  let at = 0
  for (const piece of written(from)) {
    bytes.set(piece, at)
    at += piece.length
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
