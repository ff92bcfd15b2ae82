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
