import type { Row, Speed } from '../../core/products/index.ts'
import { type Judgement, judge } from '../../stats/claims.ts'
import { repeatedInterval, weightsOf } from '../../stats/sequential.ts'
import { signedRankInterval } from '../../stats/signed-rank.ts'
import { askedOf } from '../row/comparing.ts'
import type { Doubt } from '../row/doubt.ts'
import { claimedIn } from '../row/row.ts'
import { tidy } from '../row/scale.ts'
import { type Pair, pairsOf } from './blocks.ts'
import { atOneClock, clocksOf } from './clocks.ts'
import { workerFigure } from './figures.ts'
import { type ComparingSpeed, centreOf, changeOf, pairedOf } from './observations.ts'

/** Where a GPU's clock was not the same for both, the verdict has to be the same in clock cycles. What is no time stays as it is. */
export function clockDoubt(
  comparing: ComparingSpeed,
  speed: Speed,
  pairs: readonly Pair[],
  { verdict }: Judgement,
): Doubt | undefined {
  const mhz = clocksOf(pairs)
  if (mhz === undefined) return undefined
  const { scale, differences, scatters, looks } = pairedOf(comparing, speed, atOneClock(pairs))
  const interval = changeOf(scale, repeatedInterval(differences, looks, comparing.alpha, scatters))
  const claimed = claimedIn(askedOf(comparing), scale)
  const inCycles = judge(interval, { ...claimed, alpha: comparing.alpha }).verdict
  return inCycles === verdict ? undefined : { code: 'clocks-differ', mhz, inCycles }
}

export interface Noise {
  readonly floor: NonNullable<Row['noise']>
  /** Set when the two copies differ certainly, and by more than half the margin: no verdict can be trusted then. */
  readonly doubt?: Doubt | undefined
}

/** How far a second copy of production came out from production itself, in the blocks where one ran along. */
export function noiseOf(comparing: ComparingSpeed, speed: Speed): Noise | undefined {
  const { alpha, measurements, metric, production } = comparing
  const copy = measurements.contenders.find(({ role }) => role === 'copy')
  if (copy === undefined || metric.figure.by === 'tail') return undefined
  const pairs = pairsOf(speed.blocks, production, copy.id)
  if (pairs.length === 0) return undefined
  const { scale, differences, scatters = [] } = centreOf(comparing, workerFigure(metric.figure), speed, pairs, [])
  const { estimate, low, high, level } = changeOf(scale, signedRankInterval(differences, alpha, weightsOf(scatters)))
  const floor = { blocks: pairs.length, low: tidy(low), high: tidy(high), level: tidy(level) }
  const certain = (low > 0 || high < 0) && level >= 1 - 2 * alpha
  if (!certain || Math.abs(estimate) <= scale.margin / 2) return { floor }
  return { floor, doubt: { code: 'copies-differ', scale: scale.scale, change: estimate } }
}
