import { median } from './describe.ts'

/** A fall of less than this share is too small to wait for, however certain. */
const negligible = 0.01

/**
 * Whether times, in the order in which they were measured, have stopped falling: the median of their second half is not
 * certainly (three standard errors) and noticeably (1 %) below that of the first. Fewer than four times never are steady.
 */
export function steady(times: readonly number[]): boolean {
  if (times.length < 4) return false
  const half = times.length >> 1
  const [first, second] = [times.slice(0, half), times.slice(half)]
  const [before, after] = [median(first), median(second)]
  const error = Math.hypot(errorOfMedian(first, before), errorOfMedian(second, after))
  return before - after <= Math.max(negligible * before, 3 * error)
}

/** The standard error of a median, from the median absolute deviation: 1.2533 σ/√n, σ = 1.4826 MAD, for normal values. */
function errorOfMedian(values: readonly number[], middle: number): number {
  const deviation = 1.4826 * median(values.map((value) => Math.abs(value - middle)))
  return (1.2533 * deviation) / Math.sqrt(values.length)
}
