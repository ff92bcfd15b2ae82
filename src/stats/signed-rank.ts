import { normalCdf } from './distributions.ts'
import type { Interval } from './interval.ts'

/**
 * The Hodges–Lehmann estimate of the centre of paired differences and the exact interval that inverts Wilcoxon's signed-rank
 * test: symmetric differences are all it assumes. `alpha` is the error rate of each side. The ends are the q-th smallest and
 * q-th largest of the M = n(n+1)/2 Walsh averages, q the smallest rank sum s with P(V ≤ s) ≥ alpha and at least 1; the level
 * achieved is 1 − 2 P(V ≤ q − 1). (R's wilcox.test takes the same ranks.) With fewer values than 2^−n ≤ alpha asks for, the
 * level is below 1 − 2 alpha. Throws a RangeError on no values.
 *
 * `weights` say how much each difference is worth, all 1 unless given: the test that is inverted ranks weighted distances from
 * the centre, and the averages are weighted. It is as exact as without, whatever the weights, as long as they do not depend on
 * the signs: a difference and its mirror image have the same weight, so that each sign stays as likely as the other.
 */
export function signedRankInterval(
  differences: readonly number[],
  alpha: number,
  weights: readonly number[] = differences.map(() => 1),
): Interval {
  if (differences.length === 0) throw new RangeError('an interval needs at least one value')
  const walsh = walshAverages(differences, weights)
  const below = signedRankBelow(differences.length)
  const q = Math.max(1, firstRankSum(below, alpha))
  return {
    estimate: middle(walsh),
    low: walsh[q - 1] as number,
    high: walsh[walsh.length - q] as number,
    level: 1 - 2 * below(q - 1),
  }
}

/** The fewest values whose interval can achieve 1 − 2 alpha: 7 for alpha = 1 %. */
export function fewestValues(alpha: number): number {
  return Math.ceil(-Math.log2(alpha))
}

/**
 * P(V ≤ s) of the signed-rank statistic of n values, no ties: exact up to 400 values, then normal with a continuity
 * correction (the two differ by less than 1e-4 there).
 */
export function signedRankBelow(n: number): (s: number) => number {
  if (n > exactLimit) {
    const mean = (n * (n + 1)) / 4
    const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24)
    return (s) => (s < 0 ? 0 : normalCdf((Math.floor(s) + 0.5 - mean) / deviation))
  }
  const cumulative = cumulativeSignedRank(n)
  return (s) => (s < 0 ? 0 : (cumulative[Math.min(Math.floor(s), cumulative.length - 1)] as number))
}

const exactLimit = 400

const known = new Map<number, Float64Array>()

/** Each rank joins the sum or stays out of it, with probability one half: a convolution rank by rank. */
function cumulativeSignedRank(n: number): Float64Array {
  const found = known.get(n)
  if (found !== undefined) return found
  const mass = new Float64Array((n * (n + 1)) / 2 + 1)
  mass[0] = 1
  for (let rank = 1; rank <= n; rank++) {
    for (let sum = (rank * (rank + 1)) / 2; sum >= 0; sum--) {
      mass[sum] = ((mass[sum] as number) + (sum >= rank ? (mass[sum - rank] as number) : 0)) / 2
    }
  }
  for (let sum = 1; sum < mass.length; sum++) mass[sum] = (mass[sum] as number) + (mass[sum - 1] as number)
  known.set(n, mass)
  return mass
}

/** The smallest s with P(V ≤ s) ≥ alpha, by bisection: P is monotone. 0 where even P(V ≤ 0) is. */
function firstRankSum(below: (s: number) => number, alpha: number): number {
  let [from, to] = [0, 1]
  while (below(to) < alpha) to *= 2
  while (from < to) {
    const half = Math.floor((from + to) / 2)
    if (below(half) >= alpha) to = half
    else from = half + 1
  }
  return from
}

function walshAverages(values: readonly number[], weights: readonly number[]): Float64Array {
  const averages = new Float64Array((values.length * (values.length + 1)) / 2)
  let at = 0
  for (let i = 0; i < values.length; i++) {
    const [x, v] = [values[i] as number, weights[i] as number]
    for (let j = i; j < values.length; j++) {
      const [y, w] = [values[j] as number, weights[j] as number]
      averages[at++] = v === w ? (x + y) / 2 : (v * x + w * y) / (v + w)
    }
  }
  return averages.sort()
}

function middle(sorted: Float64Array): number {
  const half = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2
}
