import { eachPiece, type Range } from '../../core/bytes.ts'
import { finiteWasm } from './finite-wasm.ts'
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
  const total = { nan: 0, infinite: 0 }
  const add = ({ nan, infinite }: NonFinite): void => {
    total.nan += nan
    total.infinite += infinite
  }
  const wide = wideFloats[type]
  const table = wide === undefined ? tableOf(type) : undefined
  if (wide !== undefined) eachSuspect(raw, wide, (piece) => add(wide.count(piece)))
  else if (table !== undefined)
    eachPiece(raw, (piece) => add(countValues(Float64Array.from(piece, (bits) => table[bits] as number))))
  return total
}

interface WideFloats {
  /** Whether any of the bytes in the scanner's memory belongs to a NaN or an infinity. */
  readonly any: (scanner: Scanner, end: number) => number
  readonly count: (piece: Uint8Array) => NonFinite
}

const float32: WideFloats = {
  any: ({ any32 }, end) => any32(end),
  count: (piece) => countValues(new Float32Array(piece.buffer, piece.byteOffset, piece.length >> 2)),
}
const float64: WideFloats = {
  any: ({ any64 }, end) => any64(end),
  count: (piece) => countValues(new Float64Array(piece.buffer, piece.byteOffset, piece.length >> 3)),
}
const wideFloats: Readonly<Record<string, WideFloats>> = {
  float32,
  complex64: float32,
  float64,
  complex128: float64,
  float16: float16(0x7c00),
  bfloat16: float16(0x7f80),
}

/** `infinity` is the pattern of infinity: everything above it, the sign aside, is NaN. */
function float16(infinity: number): WideFloats {
  return {
    any: ({ any16 }, end) => any16(end, infinity),
    count: (piece) => {
      const magnitudes = new Uint16Array(piece.buffer, piece.byteOffset, piece.length >> 1).map((half) => half & 0x7fff)
      return {
        nan: magnitudes.filter((magnitude) => magnitude > infinity).length,
        infinite: magnitudes.filter((magnitude) => magnitude === infinity).length,
      }
    },
  }
}

/** What scripts/finite.wat exports: sixteen bytes are looked at in one instruction, which JavaScript has no way to say. */
interface Scanner {
  readonly memory: { readonly buffer: ArrayBuffer }
  any16(end: number, exponent: number): number
  any32(end: number): number
  any64(end: number): number
}

/** The types of Node.js leave its members out. */
const { WebAssembly } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object
    readonly Instance: new (module: object) => { readonly exports: unknown }
  }
}

let loaded: { readonly scanner: Scanner; readonly buffer: Uint8Array } | undefined

function load(): { readonly scanner: Scanner; readonly buffer: Uint8Array } {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(finiteWasm, 'base64')))
  const scanner = exports as Scanner
  return { scanner, buffer: new Uint8Array(scanner.memory.buffer, 0, 2 ** 20) }
}

/** Pieces are read into the memory of the scanner, a whole number of elements each: as long as a power of two, but for the last one. */
function eachSuspect(raw: Range, { any }: WideFloats, look: (piece: Uint8Array) => void): void {
  loaded ??= load()
  const { scanner, buffer } = loaded
  eachPiece(
    raw,
    (piece) => {
      // The scanner looks at 64 bytes at once: zeros fill them up.
      const end = Math.ceil(piece.length / 64) * 64
      buffer.fill(0, piece.length, end)
      if (any(scanner, end) !== 0) look(piece)
    },
    buffer,
  )
}

function countValues(values: Float32Array | Float64Array): NonFinite {
  let [nan, infinite] = [0, 0]
  for (const value of values) {
    if (Number.isNaN(value)) nan += 1
    else if (!Number.isFinite(value)) infinite += 1
  }
  return { nan, infinite }
}

/** Floats of eight bits, by the table of their values; smaller ones have nothing but numbers. */
function tableOf(type: string): readonly number[] | Float64Array | undefined {
  const table = smallFloats(type)
  return table?.length === 256 && !table.every(Number.isFinite) ? table : undefined
}
