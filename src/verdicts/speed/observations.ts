import type { SpeedMetric, TailFigure } from '../../core/metric.ts'
import type { Speed } from '../../core/products/index.ts'
import { median } from '../../stats/describe.ts'
import { type Interval, spanOf } from '../../stats/interval.ts'
import { createRandom } from '../../stats/random.ts'
import { type IntervalOf, type Look, lastInterval, repeatedInterval } from '../../stats/sequential.ts'
import { signedRankInterval } from '../../stats/signed-rank.ts'
import { weightsOf } from '../../stats/weighted.ts'
import type { Comparing } from '../row/comparing.ts'
import type { Doubt } from '../row/doubt.ts'
import type { Method } from '../row/method.ts'
import type { Found } from '../row/row.ts'
import { ruleSets } from '../row/rules.ts'
import { type Scale, scaleFor } from '../row/scale.ts'
import { blockFigure, type Pair } from './blocks.ts'
import { type WorkerFigure, workerFigure } from './figures.ts'
import { meansOf } from './means.ts'
import { fewestExceedances, type GroupFigure, percentile, runsOf, type Tail, tailOf } from './tails.ts'

export type ComparingSpeed = Comparing<SpeedMetric>

/** Paired values of a metric, one for each block or group of blocks, with the looks that were taken at them. */
export interface Paired {
  /** What people read: production's value and the other's. */
  readonly values: readonly [number, number]
  readonly scale: Scale
  readonly differences: readonly number[]
  /** Of the first so many differences. */
  readonly intervalOf: IntervalOf
  /** Whether the last look alone counts, instead of what all have in common. */
  readonly byLastLook: boolean
  readonly looks: readonly Look[]
  /** Blocks behind each difference. */
  readonly size: number
  readonly method: Method
  /** Why no verdict can be given whatever the interval says. */
  readonly doubt?: Doubt | undefined
}

/** What is compared of a metric in these pairs. Throws `metric-not-measured`. */
export function pairedOf(comparing: ComparingSpeed, speed: Speed, pairs: readonly Pair[]): Paired {
  const looks = speed.looks.map(({ blocks, spent }) => ({ count: blocks, spent }))
  const { figure } = comparing.metric
  return figure.by === 'tail'
    ? tailsOf(comparing, pairs, groupFigure(figure, comparing, speed), looks)
    : centreOf(comparing, workerFigure(figure), speed, pairs, looks)
}

/** Both contenders of a group meet the same random numbers, other groups meet others. */
function groupFigure({ p, value }: TailFigure, { measurements }: ComparingSpeed, { scenario }: Speed): GroupFigure {
  if (value === undefined) return percentile(p)
  const groupOf = (group: number) => ({ scenario, random: () => createRandom(measurements.seed, group) })
  return { p, value: (runsMs, group) => value(runsMs, groupOf(group)) }
}

/** By one figure of each block. */
export function centreOf(
  comparing: ComparingSpeed,
  figure: WorkerFigure,
  { scenario }: Speed,
  pairs: readonly Pair[],
  looks: readonly Look[],
): Paired {
  const { weighsBlocks, comparesMeans } = ruleSets[comparing.rules]
  const means = comparesMeans && figure.averaged ? meansOf(figure.averaged, scenario, pairs) : undefined
  const value = (side: 0 | 1): number => median(pairs.map((pair) => figure.value(pair[side], scenario)))
  const values = means?.values ?? ([value(0), value(1)] as const)
  const scale = scaleFor(comparing.question.margin, values[0])
  const blocks = pairs.map((pair) => blockFigure(figure, scale.scale, pair, scenario))
  const differences = blocks.map((block) => block.difference)
  const weightsIn = (count: number): readonly number[] | undefined =>
    weighsBlocks ? weightsOf(blocks.slice(0, count).map(({ scatter }) => scatter)) : undefined
  const centre: IntervalOf = (count, alpha) => signedRankInterval(differences.slice(0, count), alpha, weightsIn(count))
  const weighted = weightsIn(blocks.length)?.some((weight) => weight < 1) === true
  const by = means === undefined ? (weighted ? 'weighted-blocks' : 'blocks') : 'means'
  return {
    values,
    scale,
    differences,
    intervalOf:
      means === undefined
        ? centre
        : (count, alpha) => spanOf(means.intervalOf(scale, count, alpha), centre(count, alpha)),
    byLastLook: means !== undefined,
    looks,
    size: 1,
    method: { code: 'blocks', blocks: pairs.length, looks: looks.length, by },
  }
}

/** By what the tails of groups of blocks say. */
function tailsOf(
  comparing: ComparingSpeed,
  pairs: readonly Pair[],
  figure: GroupFigure,
  looks: readonly Look[],
): Paired {
  const values = [figure.value(runsOf(pairs, 0), 0), figure.value(runsOf(pairs, 1), 0)] as const
  const scale = scaleFor(comparing.question.margin, values[0])
  const tail = tailOf(pairs, figure, scale.scale, looks)
  const { size } = tail
  const differences = tail.differences.length === 0 ? [0] : tail.differences
  return {
    values,
    scale,
    differences,
    intervalOf: (count, alpha) => signedRankInterval(differences.slice(0, count), alpha),
    byLastLook: false,
    looks: tail.looks,
    size,
    method: { code: 'block-groups', groups: tail.differences.length, size, looks: tail.looks.length },
    doubt: fewSlowRuns(tail, figure.p),
  }
}

function fewSlowRuns({ exceedances, differences }: Tail, p: number): Doubt | undefined {
  if (exceedances >= fewestExceedances && differences.length > 0) return undefined
  const runs = Math.ceil(fewestExceedances / (1 - p) - rounding)
  return { code: 'few-slow-runs', slower: exceedances, needed: fewestExceedances, runs }
}

/** 100 / (1 − 0.99) is 9999.999999999991. */
const rounding = 1e-6

/** What is found out from paired values, with the interval that accounts for all looks. */
export function foundIn(
  { values, scale, differences, intervalOf, byLastLook, looks, method, doubt }: Paired,
  alpha: number,
): Found {
  const interval = byLastLook
    ? lastInterval(differences.length, looks, alpha, intervalOf)
    : repeatedInterval(differences, looks, alpha, intervalOf)
  return { values, scale, interval: changeOf(scale, interval), method, doubt }
}

/** An interval of differences as changes: of log-ratios, as shares. */
export function changeOf({ scale }: Scale, interval: Interval): Interval {
  if (scale === 'absolute') return interval
  const { estimate, low, high, level } = interval
  return { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), level }
}
