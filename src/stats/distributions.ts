import binomialCumulative from '@stdlib/stats-base-dists-binomial-cdf'
import binomialMass from '@stdlib/stats-base-dists-binomial-pmf'
import normalCumulative from '@stdlib/stats-base-dists-normal-cdf'
import normalInverse from '@stdlib/stats-base-dists-normal-quantile'
import studentCumulative from '@stdlib/stats-base-dists-t-cdf'

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  return normalCumulative(z, 0, 1)
}

/** The z with P(Z ≤ z) = p, 0 < p < 1. */
export function normalQuantile(p: number): number {
  return normalInverse(p, 0, 1)
}

/** P(X ≤ successes) of `trials` independent trials that each succeed with probability `p`. */
export function binomialCdf(successes: number, trials: number, p: number): number {
  return binomialCumulative(successes, trials, p)
}

export function binomialPmf(successes: number, trials: number, p: number): number {
  return binomialMass(successes, trials, p)
}

/**
 * The quantile of Student's t: Cornish–Fisher expansion, Abramowitz & Stegun 26.7.5. Within 0.2 % for 7 degrees of freedom
 * or more and tails down to 1 %: good enough to plan with, and used for nothing else (`studentLimit` is exact).
 */
export function studentQuantile(p: number, degrees: number): number {
  const z = normalQuantile(p)
  const [z3, z5, z7] = [z ** 3, z ** 5, z ** 7]
  return (
    z +
    (z3 + z) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * degrees ** 3)
  )
}

/** What Student's t exceeds with probability `alpha`, 0 < alpha ≤ 0.5: to ten digits, by bisection. */
export function studentLimit(alpha: number, degrees: number): number {
  let [low, high] = [0, 1]
  while (studentCumulative(-high, degrees) > alpha) high *= 2
  while (high - low > 1e-10 * high) {
    const half = (low + high) / 2
    if (studentCumulative(-half, degrees) > alpha) low = half
    else high = half
  }
  return high
}
