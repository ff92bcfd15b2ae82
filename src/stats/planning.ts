import { standardDeviation } from 'simple-statistics'
import { normalQuantile, studentQuantile } from './distributions.ts'
import type { Interval } from './interval.ts'

/** What is planned for when nothing else is said: an effect is found nine times out of ten. */
export const usualPower = 0.9

/**
 * The smallest true change that so many paired differences would have told from none, at the error rate alpha (one-sided)
 * and the given power: (t_{1−α} + t_{power}) s/√n. Undefined below two values.
 */
export function detectableChange(
  differences: readonly number[],
  alpha: number,
  power: number = usualPower,
): number | undefined {
  const n = differences.length
  if (n < 2) return undefined
  const spread = deviation(differences) / Math.sqrt(n)
  return (studentQuantile(1 - alpha, n - 1) + studentQuantile(power, n - 1)) * spread
}

interface Aim {
  readonly estimate: number
  readonly margin: number
  readonly alpha: number
}

/**
 * How many paired differences would settle whether the true change lies beyond `margin`, if it is `estimate` and they go on
 * to vary as they did: ((z_{1−α} + z_{power}) s/(margin − estimate))² + 2. Undefined when no number that anyone could take
 * would do, and below two values.
 */
export function valuesNeeded(differences: readonly number[], aim: Aim, power: number = usualPower): number | undefined {
  return differences.length < 2 ? undefined : needed(deviation(differences), aim, power)
}

/** As `detectableChange`, from an interval: for methods whose spread is not that of the values. */
export function detectableFrom(interval: Interval, alpha: number, power: number = usualPower): number {
  const z = normalQuantile(1 - alpha)
  return (halfWidth(interval) * (z + normalQuantile(power))) / z
}

/** As `valuesNeeded`, from an interval on `n` values. */
export function valuesNeededFrom(
  interval: Interval,
  n: number,
  aim: Aim,
  power: number = usualPower,
): number | undefined {
  return needed((halfWidth(interval) * Math.sqrt(n)) / normalQuantile(1 - aim.alpha), aim, power)
}

function needed(spread: number, { estimate, margin, alpha }: Aim, power: number): number | undefined {
  const z = normalQuantile(1 - alpha) + normalQuantile(power)
  const values = Math.ceil(((z * spread) / (margin - estimate)) ** 2 + 2)
  return values <= unaffordable ? values : undefined
}

/** More values than anyone takes. */
export const unaffordable = 1_000_000

function halfWidth({ low, high }: Interval): number {
  return (high - low) / 2
}

/** The sample standard deviation. */
function deviation(values: readonly number[]): number {
  return standardDeviation([...values]) * Math.sqrt(values.length / (values.length - 1))
}
