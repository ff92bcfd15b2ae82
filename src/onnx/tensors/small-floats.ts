/** How a floating-point format of 8 bits or less lays out its bits: a sign (unless `unsigned`), an exponent, a mantissa. */
interface Layout {
  readonly exponent: number
  readonly mantissa: number
  readonly bias: number
  /** Which bit patterns are no finite numbers: `none`; `ieee` (largest exponent: infinities, NaN); `ones` (all ones: NaN); `minus-zero` (NaN). */
  readonly special: 'none' | 'ieee' | 'ones' | 'minus-zero'
  readonly unsigned?: true
}

/**
 * OCP 8-bit Floating Point Specification 1.0 (e4m3fn, e5m2), OCP Microscaling Formats 1.0 (e2m1, e2m3, e3m2, e8m0), and
 * Noune et al. 2022, arXiv 2206.02915 (fnuz: no negative zero, whose pattern is NaN).
 */
const layouts: Readonly<Record<string, Layout>> = {
  float8e4m3fn: { exponent: 4, mantissa: 3, bias: 7, special: 'ones' },
  float8e4m3fnuz: { exponent: 4, mantissa: 3, bias: 8, special: 'minus-zero' },
  float8e5m2: { exponent: 5, mantissa: 2, bias: 15, special: 'ieee' },
  float8e5m2fnuz: { exponent: 5, mantissa: 2, bias: 16, special: 'minus-zero' },
  float8e8m0: { exponent: 8, mantissa: 0, bias: 127, special: 'ones', unsigned: true },
  float4e2m1: { exponent: 2, mantissa: 1, bias: 1, special: 'none' },
  float6e2m3: { exponent: 2, mantissa: 3, bias: 1, special: 'none' },
  float6e3m2: { exponent: 3, mantissa: 2, bias: 3, special: 'none' },
}

const tables = new Map<string, Float64Array>()

/** The value of every bit pattern of a format; undefined for other element types. */
export function smallFloats(type: string): Float64Array | undefined {
  const layout = layouts[type]
  if (layout === undefined) return undefined
  const table = tables.get(type) ?? tableOf(layout)
  tables.set(type, table)
  return table
}

function tableOf(layout: Layout): Float64Array {
  const width = layout.exponent + layout.mantissa + (layout.unsigned ? 0 : 1)
  return Float64Array.from({ length: 2 ** width }, (_, bits) => floatOf(bits, layout))
}

function floatOf(bits: number, { exponent, mantissa, bias, special, unsigned }: Layout): number {
  const magnitudes = 2 ** (exponent + mantissa)
  const magnitude = bits % magnitudes
  const negative = !unsigned && bits >= magnitudes
  if (special === 'minus-zero' && negative && magnitude === 0) return Number.NaN
  if (special === 'ones' && magnitude === magnitudes - 1) return Number.NaN
  const power = Math.floor(magnitude / 2 ** mantissa)
  const fraction = (magnitude % 2 ** mantissa) / 2 ** mantissa
  const sign = negative ? -1 : 1
  if (special === 'ieee' && power === 2 ** exponent - 1) return fraction === 0 ? sign * Infinity : Number.NaN
  // e8m0 is a power of two alone: it has no zero and nothing below its smallest normal number.
  if (power === 0 && mantissa > 0) return sign * fraction * 2 ** (1 - bias)
  return sign * (1 + fraction) * 2 ** (power - bias)
}
