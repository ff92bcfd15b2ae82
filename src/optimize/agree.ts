import { fromFloat16 } from '../core/float16.ts'
import { ownValue } from '../core/own.ts'
import type { Tensor } from '../core/tensor.ts'

export type Outputs = Readonly<Record<string, Tensor>>

/**
 * How far one set of outputs is from another: the largest difference of two elements, as a part of the largest element of
 * that output (of 1, when all are smaller). Infinite when an output is missing or has another shape or type, and when
 * integers or texts differ at all.
 */
export function largestDifference(wanted: Outputs, given: Outputs): number {
  const distances = Object.entries(wanted).map(([name, tensor]) => distance(tensor, ownValue(given, name)))
  return Math.max(0, ...distances)
}

function distance(wanted: Tensor, given: Tensor | undefined): number {
  if (given?.type !== wanted.type || given.dims.join() !== wanted.dims.join()) return Number.POSITIVE_INFINITY
  const [left, right] = [floatsOf(wanted), floatsOf(given)]
  if (left !== undefined && right !== undefined) return relativeDistance(left, right)
  for (let i = 0; i < wanted.data.length; i++) if (wanted.data[i] !== given.data[i]) return Number.POSITIVE_INFINITY
  return 0
}

function floatsOf(tensor: Tensor): ArrayLike<number> | undefined {
  if (tensor.type === 'float16') return Float32Array.from(tensor.data as Uint16Array, fromFloat16)
  return tensor.type === 'float32' || tensor.type === 'float64' ? (tensor.data as Float32Array) : undefined
}

function relativeDistance(wanted: ArrayLike<number>, given: ArrayLike<number>): number {
  let largest = 1
  let apart = 0
  for (let i = 0; i < wanted.length; i++) {
    const [a, b] = [wanted[i] as number, given[i] as number]
    if (Number.isFinite(a) && Number.isFinite(b)) {
      apart = Math.max(apart, Math.abs(a - b))
      largest = Math.max(largest, Math.abs(a))
      // Infinities that agree are no difference; a NaN or infinity on one side alone is beyond any tolerance.
    } else if (!Object.is(a, b)) return Number.POSITIVE_INFINITY
  }
  return apart / largest
}
