import { mean } from '../../../src/stats/describe.ts'
import { normalQuantile } from '../../../src/stats/distributions.ts'
import { createRandom } from '../../../src/stats/random.ts'
import { brentRoot } from './brent-root.ts'
import { deviationOfU, rank } from './rank-sum.ts'
import { allRuns, repetitions } from './repetitions.ts'
import type { Rule } from './rule.ts'

/** Its manual asks for at least 50 points of each time series. */
const points = 50
const confidence = 0.98
/** Of the estimated shift itself, not of production's time. */
const tolerance = 0.25
/** Of the mean ratio: 1 is any increase. */
const allowedIncrease = 1
/** Of its root finder: absolute, in the unit of the values. */
const accuracy = 1e-4

export const kayenta: Rule = {
  name: 'Kayenta',
  what: 'Slower (High) when the lower end of the 98 % interval of the Hodges–Lehmann shift of 50 points a side, by normal approximation with continuity correction, lies above a quarter of that shift and the mean is not lower; NetflixACAJudge.scala, MannWhitneyClassifier.scala, EffectSizes.scala and MannWhitney.scala of spinnaker/kayenta.',
  decide({ production, candidate }, seed) {
    const control = repetitions(allRuns(production), points)
    const experiment = repetitions(allRuns(candidate), points)
    if (sameValues(control, experiment)) return 'not slower'
    return isHigh(experiment, control, seed) ? 'slower' : 'not slower'
  },
}

function sameValues(first: readonly number[], second: readonly number[]): boolean {
  const [x, y] = [Float64Array.from(first).sort(), Float64Array.from(second).sort()]
  return x.length === y.length && x.every((value, at) => value === y[at])
}

function isHigh(experiment: readonly number[], control: readonly number[], seed: number): boolean {
  const constant = new Set(experiment).size === 1 && new Set(control).size === 1
  const [x, y] = constant ? [noisy(experiment, seed, 1), noisy(control, seed, 2)] : [experiment, control]
  const { low, estimate } = shiftInterval(x, y, confidence)
  return low > tolerance * Math.abs(estimate) && mean(x) / mean(y) >= allowedIncrease
}

/** It adds noise of 1e-5 of the value where nothing varies on either side. */
function noisy(values: readonly number[], seed: number, stream: number): number[] {
  const random = createRandom(seed, stream)
  return values.map((value) => value * (1 + 1e-5 * normalQuantile(random.uniform() || 0.5)))
}

/** The Hodges–Lehmann shift of `x` against `y` with its interval: where the standardised rank sum crosses its quantiles. */
export function shiftInterval(
  x: readonly number[],
  y: readonly number[],
  level: number,
): { readonly low: number; readonly estimate: number; readonly high: number } {
  const least = Math.min(...x) - Math.max(...y)
  const most = Math.max(...x) - Math.min(...y)
  const crossing = (quantile: number): number => {
    const at = (shift: number): number => standardised(x, y, shift) - quantile
    if (at(least) <= 0) return least
    if (at(most) >= 0) return most
    return brentRoot(at, least, most, accuracy)
  }
  const z = normalQuantile((1 + level) / 2)
  return { low: crossing(z), estimate: crossing(0), high: crossing(-z) }
}

/** The rank sum of x − shift among y, in standard deviations from what is expected when they do not differ. */
export function standardised(x: readonly number[], y: readonly number[], shift: number): number {
  const { u, groups } = rank(
    x.map((value) => value - shift),
    y,
  )
  const distance = u - (x.length * y.length) / 2
  return (distance - Math.sign(distance) / 2) / deviationOfU(x.length, y.length, groups)
}
