import { eachPiece, type Range } from '../core/bytes.ts'
import { smallFloats } from './small-floats.ts'

export interface NonFinite {
  readonly nan: number
  readonly infinite: number
}

/**
 * How many elements of a floating-point type are NaN and infinite; `raw` holds them as `rawData` would. Types without such
 * values have none. Looks through the raw data piece by piece: weights of gigabytes are never in memory.
 */
export function countNonFinite(raw: Range, type: string): NonFinite {
  const count = counters[type]?.() ?? tableCounter(type)
  if (count === undefined) return { nan: 0, infinite: 0 }
  const total = { nan: 0, infinite: 0 }
  eachPiece(raw, (piece) => {
    const { nan, infinite } = count(piece)
    total.nan += nan
    total.infinite += infinite
  })
  return total
}

type Counter = (piece: Uint8Array) => NonFinite

/** A piece is a whole number of elements: it is as long as a power of two, but for the last one. */
const counters: Readonly<Record<string, () => Counter>> = {
  float32: () => counter32,
  complex64: () => counter32,
  float64: () => counter64,
  complex128: () => counter64,
  float16: () => counter16(0x7c00),
  bfloat16: () => counter16(0x7f80),
}

const none: NonFinite = { nan: 0, infinite: 0 }

/**
 * A sum of finite floats of 32 bits, made in 64 bits, is finite, however many there are; one that is not makes it NaN or infinite,
 * and keeps it so. Only then are patterns looked at one by one. Eight sums, because each addition waits for the one before.
 */
const counter32: Counter = (piece) => {
  const values = new Float32Array(piece.buffer, piece.byteOffset, piece.length >> 2)
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
  const eights = values.length - (values.length & 7)
  for (let at = 0; at < eights; at += 8) {
    a += values[at] as number
    b += values[at + 1] as number
    c += values[at + 2] as number
    d += values[at + 3] as number
    e += values[at + 4] as number
    f += values[at + 5] as number
    g += values[at + 6] as number
    h += values[at + 7] as number
  }
  for (let at = eights; at < values.length; at++) a += values[at] as number
  if (Number.isFinite(a + b + c + d + e + f + g + h)) return none
  const words = new Int32Array(piece.buffer, piece.byteOffset, values.length)
  return tally(words, (word) => word & 0x7fffffff, 0x7f800000)
}

/** `infinity` is the pattern of infinity: everything above it, the sign aside, is NaN. */
function counter16(infinity: number): Counter {
  const step = 0x8000 - infinity
  return (piece) => {
    const halves = new Uint16Array(piece.buffer, piece.byteOffset, piece.length >> 1)
    let any = 0
    for (let at = 0; at < halves.length; at++) any |= ((halves[at] as number) & 0x7fff) + step
    return (any & 0x8000) === 0 ? none : tally(halves, (half) => half & 0x7fff, infinity)
  }
}

function tally(
  patterns: Int32Array | Uint16Array,
  magnitude: (pattern: number) => number,
  infinity: number,
): NonFinite {
  let [nan, infinite] = [0, 0]
  for (const pattern of patterns) {
    if (magnitude(pattern) > infinity) nan += 1
    else if (magnitude(pattern) === infinity) infinite += 1
  }
  return { nan, infinite }
}

const counter64: Counter = (piece) => countValues(new Float64Array(piece.buffer, piece.byteOffset, piece.length >> 3))

function countValues(values: Float64Array): NonFinite {
  let [nan, infinite] = [0, 0]
  for (const value of values) {
    if (Number.isNaN(value)) nan += 1
    else if (!Number.isFinite(value)) infinite += 1
  }
  return { nan, infinite }
}

/** Floats of eight bits, by the table of their values; smaller ones have nothing but numbers. */
function tableCounter(type: string): Counter | undefined {
  const table = smallFloats(type)
  if (table === undefined || table.length !== 256 || table.every(Number.isFinite)) return undefined
  return (piece) => countValues(Float64Array.from(piece, (bits) => table[bits] as number))
}
