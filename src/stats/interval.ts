/** A two-sided interval. `level` is the confidence it really achieves, which may differ from the one that was asked for. */
export interface Interval {
  readonly estimate: number
  readonly low: number
  readonly high: number
  readonly level: number
}

/** The interval, so wide that it reaches at least so far to either side of the estimate. */
export function widenedTo(interval: Interval, halfWidth: number): Interval {
  const { estimate, low, high } = interval
  return { ...interval, low: Math.min(low, estimate - halfWidth), high: Math.max(high, estimate + halfWidth) }
}

/** All that two intervals hold, with the estimate of the first; as certain as the less certain of them. */
export function spanOf(one: Interval, other: Interval): Interval {
  const { estimate } = one
  return {
    estimate,
    low: Math.min(one.low, other.low),
    high: Math.max(one.high, other.high),
    level: Math.min(one.level, other.level),
  }
}
