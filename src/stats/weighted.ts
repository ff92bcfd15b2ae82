import { median } from './describe.ts'
import type { Interval } from './interval.ts'
import { signedRankInterval } from './signed-rank.ts'

/** What scatters up to so many times as much as usual counts fully: the scatter of a few rounds is itself known roughly. */
export const toleratedScatter = 1.5

/** The unweighted interval beside the weighted one has so many times its error rate. */
const plainErrorFactor = 3

/**
 * The signed-rank interval of differences of which some were disturbed. `scatters` say how far apart the parts lie of which each
 * difference was made, whatever its sign: the more they lie apart, the less it is worth (`weightsOf`). That is exact as long as what
 * scatters the parts does not know a side. So that no verdict rests on weights alone, the interval also spans the unweighted one
 * at three times `alpha` (0.5 at most). Throws a RangeError on no values.
 */
export function weightedInterval(differences: readonly number[], alpha: number, scatters: readonly number[]): Interval {
  const weights = weightsOf(scatters)
  const weighted = signedRankInterval(differences, alpha, weights)
  if (weights.every((weight) => weight === 1)) return weighted
  const plain = signedRankInterval(differences, Math.min(0.5, plainErrorFactor * alpha))
  return { ...weighted, low: Math.min(weighted.low, plain.low), high: Math.max(weighted.high, plain.high) }
}

/**
 * What differences are worth whose parts scatter so much: one that scatters up to `tolerated` times as much as usual counts fully,
 * one that scatters twice as much as that a quarter.
 */
export function weightsOf(scatters: readonly number[], tolerated: number = toleratedScatter): readonly number[] {
  const most = scatters.length === 0 ? 0 : tolerated * median(scatters)
  return scatters.map((scatter) => (most === 0 || scatter <= most ? 1 : (most / scatter) ** 2))
}
