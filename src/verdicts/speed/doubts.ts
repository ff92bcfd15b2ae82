import type { ComparisonRow, Speed } from '../../core/products/index.ts'
import { printChange } from '../../core/quantity/index.ts'
import { type Judgement, judge } from '../../stats/claims.ts'
import { repeatedInterval, weightsOf } from '../../stats/sequential.ts'
import { signedRankInterval } from '../../stats/signed-rank.ts'
import type { Comparing } from '../comparing.ts'
import { claimedIn, tidy } from '../scale.ts'
import { figures, type Pair, pairsOf } from './blocks.ts'
import { atOneClock, clocksOf } from './clocks.ts'
import { centreOf, changeOf, pairedOf } from './observations.ts'

/** Where a GPU's clock was not the same for both, the verdict has to be the same in clock cycles. What is no time stays as it is. */
export function clockDoubt(
  comparing: Comparing,
  speed: Speed,
  pairs: readonly Pair[],
  { verdict }: Judgement,
): string | undefined {
  const clocks = clocksOf(pairs)
  if (clocks === undefined) return undefined
  const { scale, differences, scatters, looks } = pairedOf(comparing, speed, atOneClock(pairs))
  const interval = changeOf(scale, repeatedInterval(differences, looks, comparing.alpha, scatters))
  const inCycles = judge(interval, { ...claimedIn(comparing, scale.margin), alpha: comparing.alpha }).verdict
  if (inCycles === verdict) return undefined
  const [before, after] = clocks.map((mhz) => `${Math.round(mhz)} MHz`)
  return `the clock of the GPU was ${before} for one and ${after} for the other, and in clock cycles it would be: ${inCycles}`
}

export interface Noise {
  readonly floor: NonNullable<ComparisonRow['noise']>
  /** Set when the two copies differ certainly, and by more than half the margin: no verdict can be trusted then. */
  readonly doubt?: string | undefined
}

/** How far a second copy of production came out from production itself, in the blocks where one ran along. */
export function noiseOf(comparing: Comparing, speed: Speed): Noise | undefined {
  const copy = comparing.measurements.contenders.find(({ role }) => role === 'copy')
  if (copy === undefined || figures[comparing.metric.name] === undefined) return undefined
  const pairs = pairsOf(speed.blocks, comparing.production, copy.id)
  if (pairs.length === 0) return undefined
  const { scale, differences, scatters = [] } = centreOf(comparing, speed, pairs, [])
  const { estimate, low, high, level } = changeOf(
    scale,
    signedRankInterval(differences, comparing.alpha, weightsOf(scatters)),
  )
  const floor = { blocks: pairs.length, low: tidy(low), high: tidy(high), level: tidy(level) }
  const certain = (low > 0 || high < 0) && level >= 1 - 2 * comparing.alpha
  if (!certain || Math.abs(estimate) <= scale.margin / 2) return { floor }
  const apart = printChange({ scale: scale.scale, unit: comparing.metric.unit }, estimate)
  return { floor, doubt: `two copies of production differed by ${apart} in the same run` }
}
