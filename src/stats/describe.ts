import { mean as arithmeticMean, quantileSorted } from 'simple-statistics'

/** The p-quantile of unsorted values, 0 ≤ p ≤ 1. Throws on no values. */
export function quantile(values: readonly number[], p: number): number {
  return quantileSorted(Float64Array.from(values).sort() as unknown as number[], p)
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

export function mean(values: readonly number[]): number {
  return arithmeticMean(values as number[])
}
