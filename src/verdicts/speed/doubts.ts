import type { Row, Speed } from '../../core/products/index.ts'
import type { Doubt } from '../row/doubt.ts'
import { type Asked, type Found, judgementOf } from '../row/row.ts'
import { tidy } from '../row/scale.ts'
import { type Pair, pairsOf } from './blocks.ts'
import { atOneClock, clocksOf } from './clocks.ts'
import { workerFigure } from './figures.ts'
import { type ComparingSpeed, centreOf, changeOf, foundIn, pairedOf } from './observations.ts'

/** Where a GPU's clock was not the same for both, the verdict has to be the same in clock cycles. What is no time stays as it is. */
export function clockDoubt(
  comparing: ComparingSpeed,
  speed: Speed,
  pairs: readonly Pair[],
  asked: Asked,
  inTime: Found,
): Doubt | undefined {
  const mhz = clocksOf(pairs)
  if (mhz === undefined) return undefined
  const inCycles = foundIn(pairedOf(comparing, speed, atOneClock(pairs)), asked.alpha)
  const { verdict } = judgementOf(asked, inCycles)
  return verdict === judgementOf(asked, inTime).verdict ? undefined : { code: 'clocks-differ', mhz, inCycles: verdict }
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
  const { scale, intervalOf } = centreOf(comparing, workerFigure(metric.figure), speed, pairs, [])
  const { estimate, low, high, level } = changeOf(scale, intervalOf(pairs.length, alpha))
  const floor = { blocks: pairs.length, low: tidy(low), high: tidy(high), level: tidy(level) }
  const certain = (low > 0 || high < 0) && level >= 1 - 2 * alpha
  if (!certain || Math.abs(estimate) <= scale.margin / 2) return { floor }
  return { floor, doubt: { code: 'copies-differ', scale: scale.scale, change: estimate } }
}
