import { type Limit, metricNamed } from '../../core/metric.ts'
import type { Scenario, Speed } from '../../core/products/index.ts'
import { median } from '../../stats/describe.ts'
import type { Interval } from '../../stats/interval.ts'
import { createRandom } from '../../stats/random.ts'
import { type Look, weightsOf } from '../../stats/sequential.ts'
import { type Comparing, notMeasured } from '../comparing.ts'
import { type Scale, scaleFor } from '../scale.ts'
import { blockFigure, figures, type Pair } from './blocks.ts'
import { rateWithin } from './limit.ts'
import { fewestExceedances, percentile, percentiles, runsOf, type TailFigure, tailOf } from './tails.ts'

/** Paired values of a metric, one for each block or group of blocks, with the looks that were taken at them. */
export interface Paired {
  /** What people read: production's value and the other's. */
  readonly values: readonly [number, number]
  readonly scale: Scale
  readonly differences: readonly number[]
  /** How far the parts of each difference lie apart, where that is known: it is worth the less. */
  readonly scatters?: readonly number[] | undefined
  readonly looks: readonly Look[]
  /** Blocks behind each difference. */
  readonly size: number
  readonly method: string
  /** Why no verdict can be given whatever the interval says. */
  readonly doubt?: string | undefined
}

/** What is compared of a metric in these pairs. Throws `metric-not-measured`. */
export function pairedOf(comparing: Comparing, speed: Speed, pairs: readonly Pair[]): Paired {
  const looks = speed.looks.map(({ blocks, spent }) => ({ count: blocks, spent }))
  const { name } = comparing.metric
  const limit = metricNamed(name)?.limit
  if (limit !== undefined) return tailsOf(comparing, pairs, rateFigure(limit, speed.scenario, comparing), looks)
  const p = percentiles[name]
  return p === undefined ? centreOf(comparing, speed, pairs, looks) : tailsOf(comparing, pairs, percentile(p), looks)
}

/** Requests come to both contenders at the same random moments, in every group at others. */
function rateFigure(limit: Limit, { batch }: Scenario, { measurements }: Comparing): TailFigure {
  const at = (group: number) => createRandom(measurements.seed, group)
  return { p: limit.p, value: (runsMs, group) => batch * rateWithin(runsMs, limit, at(group)) }
}

/** By one figure of each block. */
export function centreOf(
  comparing: Comparing,
  { scenario }: Speed,
  pairs: readonly Pair[],
  looks: readonly Look[],
): Paired {
  const { name } = comparing.metric
  const figure = figures[name]
  if (figure === undefined) throw notMeasured(comparing, 'it is no figure of a benchmark')
  const value = (side: 0 | 1): number => median(pairs.map((pair) => figure.value(pair[side], scenario)))
  const scale = scaleFor(comparing.question.margin, value(0))
  const blocks = pairs.map((pair) => blockFigure(figure, scale.scale, pair, scenario))
  const weighted = weightsOf(blocks.map(({ scatter }) => scatter)).some((weight) => weight < 1)
  return {
    values: [value(0), value(1)],
    scale,
    differences: blocks.map((block) => block.difference),
    scatters: blocks.map((block) => block.scatter),
    looks,
    size: 1,
    method: `${weighted ? 'weighted ' : ''}Hodges–Lehmann interval on ${pairs.length} blocks${lookWords(looks)}`,
  }
}

/** By what the tails of groups of blocks say. */
function tailsOf(comparing: Comparing, pairs: readonly Pair[], figure: TailFigure, looks: readonly Look[]): Paired {
  const { p } = figure
  const values = [figure.value(runsOf(pairs, 0), 0), figure.value(runsOf(pairs, 1), 0)] as const
  const scale = scaleFor(comparing.question.margin, values[0])
  const tail = tailOf(pairs, figure, scale.scale, looks)
  const { exceedances, size } = tail
  const few = exceedances < fewestExceedances || tail.differences.length === 0
  const runs = Math.ceil(fewestExceedances / (1 - p) - 1e-6)
  return {
    values,
    scale,
    differences: few && tail.differences.length === 0 ? [0] : tail.differences,
    looks: tail.looks,
    size,
    method: `Hodges–Lehmann interval on ${tail.differences.length} groups of ${size} blocks${lookWords(tail.looks)}`,
    ...(few
      ? {
          doubt: `only ${exceedances} runs were slower than that percentile, and ${fewestExceedances} are needed (${runs} runs of each)`,
        }
      : {}),
  }
}

function lookWords(looks: readonly Look[]): string {
  return looks.length > 1 ? `, ${looks.length} looks` : ''
}

/** An interval of differences as changes: of log-ratios, as shares. */
export function changeOf({ scale }: Scale, interval: Interval): Interval {
  if (scale === 'absolute') return interval
  const { estimate, low, high, level } = interval
  return { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), level }
}
