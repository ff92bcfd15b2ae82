import type { Interval } from './interval.ts'
import { createRandom } from './random.ts'
import { fewestUnits, type Sample, skewnessAllowance, unitsOf } from './small-sample.ts'

/** A figure of one contender on a data set whose example i occurs `weights[i]` times. */
export type Statistic = (weights: Uint8Array) => number

/** A statistic on all examples, on resampled ones, and with some left out. */
export interface Replicates {
  readonly value: number
  /** On each resample. The same sample, seed and count give every statistic the same resamples, so that two can be paired. */
  readonly resampled: readonly number[]
  /** With one of at most 500 sets of units left out: what each set contributes follows from it (the jackknife). Of a single unit, the value. */
  readonly without: readonly number[]
}

interface Resampling {
  readonly seed: number
  readonly resamples: number
}

/**
 * Computes a statistic again and again on examples drawn with replacement: whole groups, where the sample has them.
 * Throws a RangeError on no examples.
 */
export function replicate(statistic: Statistic, sample: Sample, resampling: Resampling): Replicates {
  const units = unitsOf(sample)
  if (units === 0) throw new RangeError('nothing can be drawn from no examples')
  const weigh = weighing(statistic, sample)
  const value = weigh(new Uint8Array(units).fill(1))
  const resampled = draws(units, resampling, weigh)
  const sets = Math.min(units, mostSets)
  // Without its only unit there is nothing to compute a figure from.
  const without = units === 1 ? [value] : Array.from({ length: sets }, (_, set) => weigh(leavingOut(set, sets, units)))
  return { value, resampled, without }
}

const mostSets = 500

/** The percentile at rank 10 or further in, for an error rate of 0.05 % or more; 4000 where examples are few enough to afford it. */
export function resamplesFor(examples: number, alpha: number): number {
  const enough = Math.min(20_000, Math.max(1000, Math.ceil(10 / alpha)))
  return Math.max(enough, Math.min(4000, Math.floor(2e7 / Math.max(1, examples))))
}

/**
 * How far a statistic of the second contender lies from that of the first, from replicates on the same resamples. The ends are
 * percentiles of the resampled differences, moved away from the estimate by √(n/(n−1)), for the variance that resampling
 * loses, and by `skewnessAllowance`: where the contenders differ on a few dozen examples, plain percentiles that claim 1 % on each
 * side are wrong in 2 to 6 %, these in less than 2 % (`lab/quality-intervals.ts`). BCa is no better there, as what it corrects by
 * is estimated from the same few. `units`: effective, see `effectiveUnits`; below 30 the level is 0, and when there are too
 * few resamples for such percentiles. `relative`: the difference
 * as a share of the first value, which is not 0; where that may as well be 0 or of the other sign (`isAboutZero`), shares of it mean nothing,
 * the level is 0 and the ends are those of the difference over the value.
 */
export function bootstrapDifference(
  before: Replicates,
  after: Replicates,
  { level, units, relative = false }: { readonly level: number; readonly units: number; readonly relative?: boolean },
): Interval {
  const unit = relative ? Math.abs(before.value) : 1
  const meaningless = relative && isAboutZero(before)
  const pairwise = (first: readonly number[], second: readonly number[]): Float64Array =>
    relative && !meaningless ? shares(first, second) : gaps(first, second).map((gap) => gap / unit)
  const estimate = (after.value - before.value) / unit
  const differences = pairwise(before.resampled, after.resampled).sort()
  const resamples = differences.length
  // Ranks are taken outwards, so that the interval is at least as wide as the level says.
  const rank = Math.floor(((1 - level) / 2 + rounding) * (resamples + 1))
  const widening = Math.sqrt(units / Math.max(1, units - 1))
  const allowance = skewnessAllowance(influencesOf(pairwise(before.without, after.without)), level)
  const reach = (end: number): number => Math.abs(estimate - end) * widening + allowance
  const low = Math.min(estimate, differences[Math.max(0, rank - 1)] as number)
  const high = Math.max(estimate, differences[Math.min(resamples - 1, resamples - rank)] as number)
  return {
    estimate,
    low: estimate - reach(low),
    high: estimate + reach(high),
    level: units < fewestUnits || rank < 1 || meaningless ? 0 : level,
  }
}

/** Whether a figure is 0, or of the other sign, on some resamples or with some examples left out. */
export function isAboutZero({ value, resampled, without }: Replicates): boolean {
  return [resampled, without].some((values) => values.some((each) => Math.sign(each) !== Math.sign(value)))
}

/** (1 − 0.98)/2 is 0.010000000000000009. */
const rounding = 1e-12

/** How much each set of units left out moved the statistic: the jackknife's values, which add up to nothing. */
export function influencesOf(without: Float64Array): Float64Array {
  const mean = without.reduce((sum, value) => sum + value, 0) / without.length
  return without.map((value) => ((mean - value) * (without.length - 1)) / without.length)
}

function gaps(before: readonly number[], after: readonly number[]): Float64Array {
  const found = new Float64Array(after.length)
  for (let at = 0; at < after.length; at++) found[at] = (after[at] as number) - (before[at] as number)
  return found
}

function shares(before: readonly number[], after: readonly number[]): Float64Array {
  return gaps(before, after).map((gap, at) => gap / Math.abs(before[at] as number))
}

/** The statistic by weights of units. */
function weighing(statistic: Statistic, { examples, groups }: Sample): Statistic {
  if (groups === undefined) return statistic
  const [units, weights] = [Uint32Array.from(groups), new Uint8Array(examples)]
  return (unitWeights) => {
    for (let at = 0; at < examples; at++) weights[at] = unitWeights[units[at] as number] as number
    return statistic(weights)
  }
}

/** Every so-manieth unit, so that data sorted by class make sets that are alike. */
function leavingOut(set: number, sets: number, units: number): Uint8Array {
  const weights = new Uint8Array(units).fill(1)
  for (let unit = set; unit < units; unit += sets) weights[unit] = 0
  return weights
}

function draws(units: number, { seed, resamples }: Resampling, statistic: Statistic): number[] {
  const results: number[] = []
  if (units * resamples <= mostKept) {
    const kept = keptDraws(units, seed, resamples)
    for (let at = 0; at < resamples; at++) results.push(statistic(kept.subarray(at * units, (at + 1) * units)))
    return results
  }
  const [random, weights] = [createRandom(seed), new Uint8Array(units)]
  for (let at = 0; at < resamples; at++) results.push(statistic(drawInto(weights.fill(0), random)))
  return results
}

/** Bytes of draws that are kept from one statistic to the next: drawing takes longer than what most statistics do with it. */
const mostKept = 40_000_000

/** Draws by what they follow from: those of the whole data set, and of its slices. The ones used last come last. */
const lastDraws = new Map<string, Uint8Array>()

function keptDraws(units: number, seed: number, resamples: number): Uint8Array {
  const key = `${units}/${seed}/${resamples}`
  const weights = lastDraws.get(key) ?? drawn(units, seed, resamples)
  lastDraws.delete(key)
  const room = mostKept - weights.length
  for (let kept = bytesKept(); kept > room; kept = bytesKept()) lastDraws.delete([...lastDraws.keys()][0] as string)
  lastDraws.set(key, weights)
  return weights
}

function bytesKept(): number {
  return [...lastDraws.values()].reduce((sum, { length }) => sum + length, 0)
}

function drawn(units: number, seed: number, resamples: number): Uint8Array {
  const [random, weights] = [createRandom(seed), new Uint8Array(units * resamples)]
  for (let at = 0; at < resamples; at++) drawInto(weights.subarray(at * units, (at + 1) * units), random)
  return weights
}

/** As many draws as there are units. That one comes up more than 255 times does not happen: 1/255! is below 1e-500. */
function drawInto(weights: Uint8Array, { below }: { below(count: number): number }): Uint8Array {
  for (let draw = 0; draw < weights.length; draw++) {
    const unit = below(weights.length)
    weights[unit] = (weights[unit] as number) + 1
  }
  return weights
}
