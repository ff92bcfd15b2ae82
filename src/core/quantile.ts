import { quantileSorted } from 'simple-statistics'

/**
 * The p-quantile of unsorted values, 0 ≤ p ≤ 1: linear interpolation between neighbours (R's type 7). The only definition
 * there is, so that the percentile of a verdict and that of a plot agree. Throws on no values.
 */
export function quantile(values: readonly number[], p: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), p)
}

/** The same of values that are sorted already, the smallest first. */
export function quantileOfSorted(values: ArrayLike<number>, p: number): number {
  return quantileSorted(values as number[], p)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}
