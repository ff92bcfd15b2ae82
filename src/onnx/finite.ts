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
  float32: () => counter32(0x7f800000),
  complex64: () => counter32(0x7f800000),
  float64: () => counter64,
  complex128: () => counter64,
  float16: () => counter16(0x7c00),
  bfloat16: () => counter16(0x7f80),
}

const none: NonFinite = { nan: 0, infinite: 0 }

/** `infinity` is the pattern of infinity: everything above it, the sign aside, is NaN. Patterns are seldom looked at one by one. */
function counter32(infinity: number): Counter {
  // The sum of a magnitude and `step` reaches the sign bit when all bits of the exponent are set.
  const step = 0x80000000 - infinity
  return (piece) => {
    const words = new Int32Array(piece.buffer, piece.byteOffset, piece.length >> 2)
    let [a, b, c, d] = [0, 0, 0, 0]
    const fours = words.length - (words.length & 3)
    for (let at = 0; at < fours; at += 4) {
      a |= ((words[at] as number) & 0x7fffffff) + step
      b |= ((words[at + 1] as number) & 0x7fffffff) + step
      c |= ((words[at + 2] as number) & 0x7fffffff) + step
      d |= ((words[at + 3] as number) & 0x7fffffff) + step
    }
    for (let at = fours; at < words.length; at++) a |= ((words[at] as number) & 0x7fffffff) + step
    return (a | b | c | d) >= 0 ? none : tally(words, (word) => word & 0x7fffffff, infinity)
  }
}

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
