import type { Tensor } from './tensor.ts'

/** IEEE 754 half precision: tensors of type float16 hold these raw bits. */

const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/** The value of 16 bits. */
export function fromFloat16(half: number): number {
  const sign = half & 0x8000 ? -1 : 1
  const exponent = (half >> 10) & 0x1f
  const fraction = half & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}

/** The 16 bits nearest to a value that is first rounded to float32; ties go to even, what is too large to infinity. */
export function toFloat16(value: number): number {
  float[0] = value
  const word = bits[0] as number
  const sign = (word >>> 16) & 0x8000
  const magnitude = word & 0x7fffffff
  if (magnitude > 0x7f800000) return sign | 0x7e00
  if (magnitude >= 0x47800000) return sign | 0x7c00
  // Below 2^-14 halves are spaced evenly, 2^-24 apart.
  if (magnitude < 0x38800000) return sign | roundToEven(Math.abs(float[0] as number) * 2 ** 24)
  const rebased = magnitude - 0x38000000
  return sign | ((rebased + 0xfff + ((rebased >>> 13) & 1)) >>> 13)
}

function roundToEven(value: number): number {
  const below = Math.floor(value)
  const rest = value - below
  if (rest !== 0.5) return Math.round(value)
  return below % 2 === 0 ? below : below + 1
}

/** A tensor whose elements are numbers to whoever reads them: float16 as the same numbers in float32, any other tensor as it is. */
export function asNumbers(tensor: Tensor): Tensor {
  if (tensor.type !== 'float16') return tensor
  return { type: 'float32', dims: tensor.dims, data: Float32Array.from(tensor.data as Uint16Array, fromFloat16) }
}
