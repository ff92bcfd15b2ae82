import { userError } from '../../core/errors.ts'
import type { ComparisonRow, Speed, WorkerSample } from '../../core/products.ts'
import { median } from '../../stats/describe.ts'
import type { Interval } from '../../stats/interval.ts'
import { type Judgement, nonInferiority } from '../../stats/non-inferiority.ts'
import { detectableChange, valuesNeeded } from '../../stats/planning.ts'
import { type Look, repeatedInterval } from '../../stats/sequential.ts'
import { fewestValues, signedRankInterval } from '../../stats/signed-rank.ts'
import { blockDifference, figures, pairsOf } from './blocks.ts'
import type { Comparing } from './comparing.ts'
import { type Scale, scaleFor, tidy } from './scale.ts'
import { fewestExceedances, percentiles, pooled, tailOf } from './tails.ts'
import { changeWords, explain } from './words.ts'

/** One row for each scenario. A block is one observation: its workers ran side by side under the same conditions. */
export function speedRows(comparing: Comparing): ComparisonRow[] {
  const { speed } = comparing.measurements
  if (speed.length === 0 || speed.some(({ blocks }) => blocks.length === 0))
    throw notMeasured(comparing, 'the models were not benchmarked')
  return speed.map((measured) => speedRow(comparing, measured))
}

type Pair = readonly [WorkerSample, WorkerSample]

/** Paired values of a metric, one for each block or group of blocks, with the looks that were taken at them. */
interface Paired {
  /** What people read: production's value and the other's. */
  readonly values: readonly [number, number]
  readonly scale: Scale
  readonly differences: readonly number[]
  readonly looks: readonly Look[]
  /** Blocks behind each difference. */
  readonly size: number
  readonly method: string
  /** Why no verdict can be given whatever the interval says. */
  readonly doubt?: string | undefined
}

function speedRow(comparing: Comparing, speed: Speed): ComparisonRow {
  const { metric, alpha } = comparing
  const { id } = speed.scenario
  const paired = pairedOf(comparing, speed, pairsHeld(comparing, speed, comparing.chosen))
  const { scale, differences, looks } = paired
  const interval = changeOf(scale, repeatedInterval(differences, looks, alpha))
  const noise = noiseOf(comparing, speed)
  const doubt = paired.doubt ?? noise?.doubt
  const judged = nonInferiority(interval, { margin: scale.margin, better: metric.better, alpha })
  const judgement: Judgement = doubt === undefined ? judged : { verdict: 'inconclusive', improved: false }
  const row = {
    metric: metric.name,
    scenario: id,
    unit: metric.unit,
    better: metric.better,
    production: tidy(paired.values[0]),
    candidate: tidy(paired.values[1]),
    scale: scale.scale,
    change: tidy(interval.estimate),
    interval: { low: tidy(interval.low), high: tidy(interval.high), level: tidy(interval.level) },
    margin: scale.margin,
    ...judgement,
    method: paired.method,
    ...needsOf(comparing, paired, judgement),
    ...detectableOf(comparing, paired),
    ...(noise === undefined ? {} : { noise: noise.floor }),
  }
  return { ...row, why: explain(row, doubt) }
}

/** The pairs of every block, in order. Throws `metric-not-measured` when a block lacks the contender. */
function pairsHeld(comparing: Comparing, { scenario, blocks }: Speed, other: string): readonly Pair[] {
  const pairs = pairsOf(blocks, comparing.production, other)
  if (pairs.length < blocks.length)
    throw notMeasured(comparing, `a block of ${scenario.id} does not hold ${comparing.production} and ${other}`)
  return pairs
}

function pairedOf(comparing: Comparing, speed: Speed, pairs: readonly Pair[]): Paired {
  const looks = speed.looks.map(({ blocks, spent }) => ({ count: blocks, spent }))
  const p = percentiles[comparing.metric.name]
  return p === undefined ? centreOf(comparing, speed, pairs, looks) : tailsOf(comparing, pairs, p, looks)
}

function centreOf(comparing: Comparing, { scenario }: Speed, pairs: readonly Pair[], looks: readonly Look[]): Paired {
  const { name } = comparing.metric
  const figure = figures[name]
  if (figure === undefined) throw notMeasured(comparing, 'it is no figure of a benchmark')
  const value = (side: 0 | 1): number => median(pairs.map((pair) => figure.value(pair[side], scenario)))
  const scale = scaleFor(comparing.question.margin, value(0))
  return {
    values: [value(0), value(1)],
    scale,
    differences: pairs.map((pair) => blockDifference(figure, scale.scale, pair, scenario)),
    looks,
    size: 1,
    method: `Hodges–Lehmann interval on ${pairs.length} blocks${lookWords(looks)}`,
  }
}

function tailsOf(comparing: Comparing, pairs: readonly Pair[], p: number, looks: readonly Look[]): Paired {
  const values = [pooled(pairs, 0, p), pooled(pairs, 1, p)] as const
  const scale = scaleFor(comparing.question.margin, values[0])
  const tail = tailOf(pairs, p, scale.scale, looks)
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

function changeOf({ scale }: Scale, interval: Interval): Interval {
  if (scale === 'absolute') return interval
  const { estimate, low, high, level } = interval
  return { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), level }
}

/** The margin on the scale of the differences, on its worse side. */
function edge({ scale, margin }: Scale, better: 'lower' | 'higher'): number {
  const worse = better === 'lower' ? margin : -margin
  return scale === 'relative' ? Math.log1p(worse) : worse
}

function needsOf(
  { metric, alpha }: Comparing,
  { scale, differences, size, looks, doubt }: Paired,
  { verdict }: Judgement,
): { needs?: { blocks: number } } {
  if (verdict !== 'inconclusive') return {}
  const aim = { estimate: signedRankInterval(differences, alpha).estimate, margin: edge(scale, metric.better), alpha }
  const values = valuesNeeded(differences, aim)
  if (values === undefined) return {}
  const least = doubt === undefined ? differences.length + 1 : differences.length
  const spent = Math.max(...looks.map((look) => look.spent), 0.5)
  return { needs: { blocks: size * Math.max(values, least, fewestValues(alpha * spent)) } }
}

function detectableOf({ metric, alpha }: Comparing, { scale, differences }: Paired): { detectable?: number } {
  const detectable = detectableChange(differences, alpha)
  if (detectable === undefined) return {}
  if (scale.scale === 'absolute') return { detectable: tidy(detectable) }
  return { detectable: tidy(metric.better === 'lower' ? Math.expm1(detectable) : -Math.expm1(-detectable)) }
}

interface Noise {
  readonly floor: NonNullable<ComparisonRow['noise']>
  /** Set when the two copies differ certainly, and by more than half the margin: no verdict can be trusted then. */
  readonly doubt?: string | undefined
}

/** How far a second copy of production came out from production itself, in the blocks where one ran along. */
function noiseOf(comparing: Comparing, speed: Speed): Noise | undefined {
  const copy = comparing.measurements.contenders.find(({ role }) => role === 'copy')
  if (copy === undefined || percentiles[comparing.metric.name] !== undefined) return undefined
  const pairs = pairsOf(speed.blocks, comparing.production, copy.id)
  if (pairs.length === 0) return undefined
  const { scale, differences } = centreOf(comparing, speed, pairs, [])
  const { estimate, low, high, level } = changeOf(scale, signedRankInterval(differences, comparing.alpha))
  const floor = { blocks: pairs.length, low: tidy(low), high: tidy(high), level: tidy(level) }
  const certain = (low > 0 || high < 0) && level >= 1 - 2 * comparing.alpha
  if (!certain || Math.abs(estimate) <= scale.margin / 2) return { floor }
  const apart = changeWords({ scale: scale.scale, unit: comparing.metric.unit }, estimate)
  return { floor, doubt: `two copies of production differed by ${apart} in the same run` }
}

function notMeasured({ metric }: Comparing, why: string): Error {
  return userError('metric-not-measured', { metric: metric.name, why })
}
