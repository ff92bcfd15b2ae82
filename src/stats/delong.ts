import { normalCdf } from './distributions.ts'

/** The areas under the ROC curves of two scores of the same examples. */
export interface AreaComparison {
  /** Of the first score and of the second. */
  readonly areas: readonly [number, number]
  /** The second area less the first. */
  readonly difference: number
  /** DeLong's standard error of the difference. */
  readonly error: number
  /** By how much each example moves each area. They add up to nothing. */
  readonly influences: readonly [Float64Array, Float64Array]
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
  const [first, second] = [rankedBy(before, positive), rankedBy(after, positive)]
  const moved = second.influences.map((influence, at) => influence - (first.influences[at] as number))
  const apart = second.placements.map((placement, at) => placement - (first.placements[at] as number))
  return {
    areas: [first.area, second.area],
    difference: second.area - first.area,
    error: areaError(moved, positive),
    influences: [first.influences, second.influences],
    differing: apart.filter((distance) => Math.abs(distance) > rounding).length,
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
 * The standard error of what each example moves so far, where the examples of each class were drawn on their own. Infinite where a class
 * has one example, which tells nothing of the others.
 */
export function areaError(influences: Float64Array, positive: readonly boolean[]): number {
  const variance = [true, false].reduce((sum, wanted) => {
    const moves = split(influences, positive, wanted)
    const squares = moves.reduce((total, move) => total + move ** 2, 0)
    return sum + (moves.length < 2 ? Infinity : (squares * moves.length) / (moves.length - 1))
  }, 0)
  return Math.sqrt(variance)
}

interface Ranked {
  readonly placements: Float64Array
  readonly area: number
  readonly influences: Float64Array
}

function rankedBy(scores: ArrayLike<number>, positive: readonly boolean[]): Ranked {
  const placed = placements(scores, positive)
  const ups = split(placed, positive, true)
  const area = ups.reduce((sum, placement) => sum + placement, 0) / ups.length
  const downs = placed.length - ups.length
  return {
    placements: placed,
    area,
    influences: placed.map((placement, at) => (placement - area) / (positive[at] ? ups.length : downs)),
  }
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
