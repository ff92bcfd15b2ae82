import { normalCdf } from '../../../src/stats/distributions.ts'

/** How two samples interleave. */
export interface Ranking {
  /** Pairs in which the value of the first sample is the greater one; ties count one half. */
  readonly u: number
  /** Pairs of equal values. */
  readonly ties: number
  /** How many values are equal to each other, group by group in ascending order. */
  readonly groups: readonly number[]
}

export function rank(first: readonly number[], second: readonly number[]): Ranking {
  const [x, y] = [Float64Array.from(first).sort(), Float64Array.from(second).sort()]
  const groups: number[] = []
  let [u, ties, fromX, fromY] = [0, 0, 0, 0]
  while (fromX < x.length || fromY < y.length) {
    const value = Math.min(x[fromX] ?? Infinity, y[fromY] ?? Infinity)
    let [toX, toY] = [fromX, fromY]
    while (x[toX] === value) toX++
    while (y[toY] === value) toY++
    const [equalX, equalY] = [toX - fromX, toY - fromY]
    u += equalX * (fromY + equalY / 2)
    ties += equalX * equalY
    groups.push(equalX + equalY)
    fromX = toX
    fromY = toY
  }
  return { u, ties, groups }
}

/**
 * The two-sided p-value of the Mann–Whitney test: exact up to 50 values a side, 25 where values are tied, beyond that normal
 * with corrections for ties and continuity. 1 where all values are equal, which decides nothing.
 */
export function rankSumTest(first: readonly number[], second: readonly number[]): number {
  const { u, groups } = rank(first, second)
  const [n1, n2] = [first.length, second.length]
  if (groups.length < 2) return 1
  const tied = groups.length < n1 + n2
  if (Math.max(n1, n2) > (tied ? 25 : 50)) return normalApproximation(u, n1, n2, groups)
  // With ties, samples of different sizes have different tails: the one that counts is that of the lower sample.
  return 2 * u <= n1 * n2 ? exactTwoSided(u, n1, n2, groups) : exactTwoSided(n1 * n2 - u, n2, n1, groups)
}

/** Twice P(U ≤ u) for the sample of `n1`, at most 1, where every assignment of the values to the two samples is equally likely. */
export function exactTwoSided(u: number, n1: number, n2: number, groups: readonly number[]): number {
  if (2 * u >= n1 * n2) return 1
  // Rank sums are doubled, so that the mean ranks of ties are whole numbers.
  const most = Math.round(2 * u) + n1 * (n1 + 1)
  const ways = waysToRankSums(n1, most, groups)
  let below = 0
  for (const count of ways) below += count
  return Math.min(1, (2 * below) / choose(n1 + n2, n1))
}

/** In how many ways `size` values can be chosen that have each doubled rank sum up to `most`: group by group. */
function waysToRankSums(size: number, most: number, groups: readonly number[]): Float64Array {
  const ways = Array.from({ length: size + 1 }, () => new Float64Array(most + 1))
  ;(ways[0] as Float64Array)[0] = 1
  let before = 0
  for (const equal of groups) {
    const doubledRank = 2 * before + equal + 1
    before += equal
    for (let chosen = Math.min(size, before); chosen > 0; chosen--) {
      const target = ways[chosen] as Float64Array
      for (let taken = 1; taken <= Math.min(equal, chosen); taken++) {
        addShifted(target, ways[chosen - taken] as Float64Array, taken * doubledRank, choose(equal, taken))
      }
    }
  }
  return ways[size] as Float64Array
}

function addShifted(target: Float64Array, source: Float64Array, shift: number, times: number): void {
  for (let sum = shift; sum < target.length; sum++)
    target[sum] = (target[sum] as number) + times * (source[sum - shift] as number)
}

export function choose(n: number, k: number): number {
  let product = 1
  for (let at = 1; at <= Math.min(k, n - k); at++) product = (product * (n + 1 - at)) / at
  return product
}

function normalApproximation(u: number, n1: number, n2: number, groups: readonly number[]): number {
  const distance = Math.abs(u - (n1 * n2) / 2)
  return Math.min(1, 2 * normalCdf(-Math.max(0, distance - 0.5) / deviationOfU(n1, n2, groups)))
}

/** The standard deviation of U when the samples do not differ, corrected for ties. */
export function deviationOfU(n1: number, n2: number, groups: readonly number[]): number {
  const n = n1 + n2
  const tied = groups.reduce((sum, equal) => sum + equal ** 3 - equal, 0)
  return Math.sqrt(((n1 * n2) / 12) * (n + 1 - tied / (n * (n - 1))))
}
