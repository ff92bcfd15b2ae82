import { influencesOf } from './bootstrap.ts'
import { studentLimit } from './distributions.ts'
import type { Interval } from './interval.ts'
import { skewnessAllowance } from './small-sample.ts'

/**
 * The change from the mean of the first values to the mean of the second, which are paired: Student's interval with the jackknife's
 * error, moved outwards by `skewnessAllowance`, as a few values that are far off may be all that makes the means differ. `change` tells how
 * far one mean lies from another. `alpha` is the error rate of each side. Below two values the level is 0. Throws a RangeError on no
 * values.
 */
export function changeOfMeans(
  before: readonly number[],
  after: readonly number[],
  change: (before: number, after: number) => number,
  alpha: number,
): Interval {
  const n = after.length
  if (n === 0) throw new RangeError('an interval needs at least one value')
  const [first, second] = [sumOf(before), sumOf(after)]
  const estimate = change(first / n, second / n)
  if (n === 1) return { estimate, low: -Infinity, high: Infinity, level: 0 }
  const without = after.map((value, at) =>
    change((first - (before[at] as number)) / (n - 1), (second - value) / (n - 1)),
  )
  const influences = influencesOf(Float64Array.from(without))
  const error = Math.sqrt((sumOf(influences.map((influence) => influence ** 2)) * n) / (n - 1))
  const level = 1 - 2 * alpha
  const reach = studentLimit(alpha, n - 1) * error + skewnessAllowance(influences, level)
  return { estimate, low: estimate - reach, high: estimate + reach, level }
}

function sumOf(values: readonly number[] | Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
