import { normalCdf } from './distributions.ts'

/** The areas under the ROC curves of two scores of the same examples. */
export interface AreaComparison {
  /** Of the first score and of the second. */
  readonly areas: readonly [number, number]
  /** The second area less the first. */
  readonly difference: number
  /** DeLong's standard error of the difference. */
  readonly error: number
  /** By how much each example moves the difference. They add up to nothing. */
  readonly influences: Float64Array
  /** Examples that the scores rank differently. */
  readonly differing: number
}

/**
 * DeLong, DeLong & Clarke-Pearson (Biometrics 44, 1988): the areas and the error of their difference, by placements, in
 * n log n steps. Ties count one half. Throws a RangeError when there is no positive or no negative example.
 */
export function compareAreas(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  positive: readonly boolean[],
): AreaComparison {
  const [first, second] = [placements(before, positive), placements(after, positive)]
  const shift = second.map((placement, at) => placement - (first[at] as number))
  const [ups, downs] = [momentsOf(shift, positive, true), momentsOf(shift, positive, false)]
  return {
    areas: [momentsOf(first, positive, true).mean, momentsOf(second, positive, true).mean],
    difference: ups.mean,
    error: Math.sqrt(ups.variance / ups.count + downs.variance / downs.count),
    influences: shift.map((value, at) => (value - ups.mean) / (positive[at] ? ups.count : downs.count)),
    differing: shift.filter((value) => Math.abs(value) > rounding).length,
  }
}

/** Placements are sums of rounded quotients. */
const rounding = 1e-12

/** DeLong's test of equal areas: two-sided. Undefined where the two rank every pair alike, which no test can judge. */
export function delong({ difference, error }: AreaComparison): { readonly z: number; readonly p: number } | undefined {
  if (!(error > 0)) return undefined
  const z = difference / error
  return { z, p: 2 * normalCdf(-Math.abs(z)) }
}

/**
 * The share of the examples of the other class that each example is ranked rightly against: a positive one above, a negative one below.
 * The structural components V10 and V01; the same as differences of midranks (Sun & Xu, IEEE Signal Processing Letters 21, 2014).
 */
function placements(scores: ArrayLike<number>, positive: readonly boolean[]): Float64Array {
  const all = Float64Array.from(scores)
  const [ups, downs] = [split(all, positive, true).sort(), split(all, positive, false).sort()]
  if (ups.length === 0 || downs.length === 0) throw new RangeError('an area needs examples of both classes')
  for (let at = 0; at < all.length; at++) {
    const score = all[at] as number
    const others = positive[at] ? downs : ups
    const below = countBelow(others, score)
    const tied = others[below] === score ? countTied(others, score, below) : 0
    const share = (below + tied / 2) / others.length
    all[at] = positive[at] ? share : 1 - share
  }
  return all
}

/** How many sorted values lie below a score. */
function countBelow(sorted: Float64Array, score: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const half = (low + high) >> 1
    if ((sorted[half] as number) < score) low = half + 1
    else high = half
  }
  return low
}

/** How many sorted values equal a score, the first of which is at `from`. */
function countTied(sorted: Float64Array, score: number, from: number): number {
  let [low, high] = [from, sorted.length]
  while (low < high) {
    const half = (low + high) >> 1
    if (sorted[half] === score) low = half + 1
    else high = half
  }
  return low - from
}

function split(values: Float64Array, positive: readonly boolean[], wanted: boolean): Float64Array {
  const chosen = new Float64Array(values.length)
  let count = 0
  for (let at = 0; at < values.length; at++) if (positive[at] === wanted) chosen[count++] = values[at] as number
  return chosen.subarray(0, count)
}

/** Of the values of one class. The sample variance of one value, which tells nothing of it, is infinite. */
function momentsOf(
  values: Float64Array,
  positive: readonly boolean[],
  wanted: boolean,
): { readonly count: number; readonly mean: number; readonly variance: number } {
  const chosen = split(values, positive, wanted)
  const mean = chosen.reduce((sum, value) => sum + value, 0) / chosen.length
  const squares = chosen.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { count: chosen.length, mean, variance: chosen.length < 2 ? Infinity : squares / (chosen.length - 1) }
}
