import studentCdf from '@stdlib/stats-base-dists-t-cdf'
import { mean, median } from '../../../src/stats/describe.ts'
import { rankSumTest } from './rank-sum.ts'
import { allRuns } from './repetitions.ts'
import type { Rule } from './rule.ts'

const alpha = 0.01

export const welch: Rule = {
  name: 'Welch’s t, 1 %',
  what: 'Slower when Welch’s t-test of all runs, two-sided, gives p < 0.01 and the mean is higher; the textbook test (Welch 1947) on runs as if they were independent.',
  decide({ production, candidate }) {
    const { t, p } = welchTest(allRuns(candidate), allRuns(production))
    return p < alpha && t > 0 ? 'slower' : 'not slower'
  },
}

export const mannWhitney: Rule = {
  name: 'Mann–Whitney, 1 %',
  what: 'Slower when the Mann–Whitney test of all runs, two-sided, gives p < 0.01 and the median is higher; the textbook test (Mann & Whitney 1947) on runs as if they were independent.',
  decide({ production, candidate }) {
    const [old, recent] = [allRuns(production), allRuns(candidate)]
    return rankSumTest(old, recent) < alpha && median(recent) > median(old) ? 'slower' : 'not slower'
  },
}

/** Two-sided. Each sample holds at least two values; where nothing varies, p is 1. */
export function welchTest(
  first: readonly number[],
  second: readonly number[],
): { readonly t: number; readonly degrees: number; readonly p: number } {
  const [a, b] = [varianceOfMean(first), varianceOfMean(second)]
  if (a + b === 0) return { t: 0, degrees: first.length + second.length - 2, p: 1 }
  const t = (mean(first) - mean(second)) / Math.sqrt(a + b)
  const degrees = (a + b) ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1))
  return { t, degrees, p: 2 * studentCdf(-Math.abs(t), degrees) }
}

function varianceOfMean(values: readonly number[]): number {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1) / values.length
}
