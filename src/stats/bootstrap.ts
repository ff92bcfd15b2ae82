import { mean } from 'simple-statistics'
import type { Interval } from './interval.ts'
import { createRandom } from './random.ts'

/** Below this many examples percentiles of resampled means are too narrow to be believed: the level is given as 0. */
const fewestExamples = 30

/**
 * The mean of differences measured on the same examples, with the percentile interval of the paired bootstrap, widened by
 * √(n/(n−1)) for the variance that resampling loses. `level` is two-sided; the same seed gives the same interval.
 * Throws a RangeError on no values.
 */
export function pairedBootstrap(
  differences: readonly number[],
  { level, seed, resamples = 4000 }: { readonly level: number; readonly seed: number; readonly resamples?: number },
): Interval {
  const n = differences.length
  if (n === 0) throw new RangeError('an interval needs at least one value')
  const estimate = mean([...differences])
  const means = resampledMeans(Float64Array.from(differences), resamples, seed)
  const widening = Math.sqrt(n / Math.max(1, n - 1))
  // Ranks are taken outwards, so that the interval is at least as wide as the level says.
  const rank = Math.floor(((1 - level) / 2) * (resamples + 1))
  const low = means[Math.max(0, rank - 1)] as number
  const high = means[Math.min(resamples - 1, resamples - rank)] as number
  return {
    estimate,
    low: estimate + (low - estimate) * widening,
    high: estimate + (high - estimate) * widening,
    level: n < fewestExamples ? 0 : level,
  }
}

function resampledMeans(values: Float64Array, resamples: number, seed: number): Float64Array {
  const random = createRandom(seed)
  const means = new Float64Array(resamples)
  for (let at = 0; at < resamples; at++) {
    let sum = 0
    for (let draw = 0; draw < values.length; draw++) sum += values[random.below(values.length)] as number
    means[at] = sum / values.length
  }
  return means.sort()
}
