import type { Tensor } from '../core/tensor.ts'

/** Where the first NaN or infinity of a tensor stands; undefined when there is none. */
export function firstNotFinite(tensor: Tensor): number | undefined {
  const { type, data } = tensor
  if (type === 'float16') return found((data as Uint16Array).findIndex((bits) => (bits & 0x7c00) === 0x7c00))
  if (type !== 'float32' && type !== 'float64') return undefined
  return found((data as Float32Array | Float64Array).findIndex((value) => !Number.isFinite(value)))
}

/** Squares of larger numbers, and sums of many such squares, would be infinite. */
const largest = 2 ** 480

/** Whether a value can be computed with: a finite number, whose square is one too. */
export function isNumber(value: number): boolean {
  return Math.abs(value) <= largest
}

/** A class index: 0, 1, 2, … */
export function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function found(index: number): number | undefined {
  return index < 0 ? undefined : index
}
