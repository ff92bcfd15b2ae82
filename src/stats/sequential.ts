import { normalCdf } from './distributions.ts'
import type { Interval } from './interval.ts'
import { fewestValues, signedRankInterval } from './signed-rank.ts'
import { type Known, spendingBounds } from './spending.ts'

/** A look that was taken at growing paired differences: after how many, and which share of the error rate was spent by then. */
export interface Look {
  readonly count: number
  /** 0 to 1, never falling from look to look. */
  readonly spent: number
}

/** The interval of the first `count` differences at the one-sided error rate `alpha`. */
export type IntervalOf = (count: number, alpha: number) => Interval

/**
 * The interval of paired differences that were looked at several times while they grew: at each look the exact signed-rank
 * interval (or another: `intervalOf`) at the level that Lan and DeMets' spending leaves it, and what all of them have in common
 * (Jennison & Turnbull's repeated confidence intervals). It covers the centre with probability 1 − 2 `alpha` × the share spent,
 * however the looks decided when to stop. `level` is 0 when too few values were looked at or the looks contradict one another.
 * Throws a RangeError on no values.
 */
export function repeatedInterval(
  differences: readonly number[],
  looks: readonly Look[],
  alpha: number,
  intervalOf: IntervalOf = (count, level) => signedRankInterval(differences.slice(0, count), level),
): Interval {
  const taken = feasible(looks, differences.length, alpha)
  const last = taken.at(-1)
  if (last === undefined) return { ...intervalOf(differences.length, alpha), level: 0 }
  const levels = nominalLevels(taken, alpha)
  let [low, high, estimate] = [-Infinity, Infinity, 0]
  for (const [at, { count }] of taken.entries()) {
    const interval = intervalOf(count, levels[at] as number)
    estimate = interval.estimate
    if (interval.level < 1 - 2 * (levels[at] as number) - rounding) continue
    low = Math.max(low, interval.low)
    high = Math.min(high, interval.high)
  }
  if (low === -Infinity || low > high) return { ...intervalOf(differences.length, alpha), level: 0 }
  return { estimate, low, high, level: 1 - 2 * alpha * last.spent }
}

/**
 * As `repeatedInterval`, of the last look alone, at the level that is left for it. What few values decide, later ones may show where
 * earlier ones did not, and the interval of those few is then narrow for no reason. Throws a RangeError on no values.
 */
export function lastInterval(count: number, looks: readonly Look[], alpha: number, intervalOf: IntervalOf): Interval {
  const taken = feasible(looks, count, alpha)
  const last = taken.at(-1)
  if (last === undefined) return { ...intervalOf(count, alpha), level: 0 }
  const level = nominalLevels(taken, alpha).at(-1) as number
  const interval = intervalOf(last.count, level)
  return { ...interval, level: interval.level < 1 - 2 * level - rounding ? 0 : 1 - 2 * alpha * last.spent }
}

/** An achieved level is a sum of many rounded terms. */
const rounding = 1e-12

/** Looks at too few values for what they may spend spend nothing: a later one has it. */
function feasible(looks: readonly Look[], count: number, alpha: number): Look[] {
  return looks.filter((look) => look.count <= count && look.count >= fewestValues(alpha * look.spent))
}

const known: Known = new Map()

/** The one-sided level of each look. */
export function nominalLevels(looks: readonly Look[], alpha: number): readonly number[] {
  const stages = looks.map(({ count, spent }) => ({ information: count, spent: alpha * spent }))
  return spendingBounds(stages, known).map((bound) => normalCdf(-bound))
}
