import { mean as arithmeticMean } from 'simple-statistics'

export { median, quantile } from '../core/quantile.ts'

export function mean(values: readonly number[]): number {
  return arithmeticMean(values as number[])
}
