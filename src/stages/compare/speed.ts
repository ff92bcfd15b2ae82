import { userError } from '../../core/errors.ts'
import { type Limit, metricNamed } from '../../core/metric.ts'
import type { ComparisonRow, Scenario, Speed, WorkerSample } from '../../core/products.ts'
import { autocorrelation, effectiveSize } from '../../stats/autocorrelation.ts'
import { type Claimed, edgeOf, type Judgement, judge } from '../../stats/claims.ts'
import { median } from '../../stats/describe.ts'
import { normalQuantile } from '../../stats/distributions.ts'
import type { Interval } from '../../stats/interval.ts'
import { detectableChange, valuesNeeded } from '../../stats/planning.ts'
import { createRandom } from '../../stats/random.ts'
import { type Look, repeatedInterval } from '../../stats/sequential.ts'
import { fewestValues, signedRankInterval } from '../../stats/signed-rank.ts'
import { blockDifference, figures, gpuMetrics, pairsOf } from './blocks.ts'
import { atOneClock, clocksOf } from './clocks.ts'
import type { Comparing } from './comparing.ts'
import { rateWithin } from './limit.ts'
import { claimedIn, claimOf, type Scale, scaleFor, tidy } from './scale.ts'
import { fewestExceedances, percentile, percentiles, runsOf, type TailFigure, tailOf } from './tails.ts'
import { changeWords, explain } from './words.ts'

/** One row for each scenario in which the metric means something. A block is one observation: its workers ran side by side under the same conditions. */
export function speedRows(comparing: Comparing): ComparisonRow[] {
  const { speed } = comparing.measurements
  if (speed.length === 0 || speed.some(({ blocks }) => blocks.length === 0))
    throw notMeasured(comparing, 'the models were not benchmarked')
  const meant = speed.filter(({ scenario }) => means(comparing.metric.name, scenario))
  if (meant.length === 0) throw notMeasured(comparing, needed(comparing.metric.name))
  return meant.map((measured) => speedRow(comparing, measured))
}

/** How much a model can do is measured while it has all it can do; what a GPU needs, while one contender has it to itself. */
function means(metric: string, { rate, order }: Scenario): boolean {
  if (gpuMetrics.includes(metric)) return order === 'isolated'
  return rate === undefined || !metric.startsWith('throughput')
}

function needed(metric: string): string {
  return gpuMetrics.includes(metric)
    ? 'the contenders share the GPU within a block; it needs a scenario with `order: isolated`'
    : 'an open loop answers what is sent; it needs a scenario without `rate:`'
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
  const pairs = pairsHeld(comparing, speed, comparing.chosen)
  const paired = pairedOf(comparing, speed, pairs)
  const { scale, differences, looks } = paired
  const interval = changeOf(scale, repeatedInterval(differences, looks, alpha))
  const noise = noiseOf(comparing, speed)
  const claimed = claimedIn(comparing, scale.margin)
  const judged = judge(interval, { ...claimed, alpha })
  const doubt = paired.doubt ?? noise?.doubt ?? clockDoubt(comparing, speed, pairs, judged)
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
    ...claimOf(comparing.question),
    ...judgement,
    method: paired.method,
    ...followed(differences),
    ...(judgement.verdict === 'inconclusive' ? needsOf(comparing, paired, claimed) : {}),
    ...detectableOf(comparing, paired),
    ...(noise === undefined ? {} : { noise: noise.floor }),
  }
  return { ...row, why: explain(row, doubt) }
}

/** Blocks are taken to be independent. Where they follow one another beyond chance, a row says how many they are worth. */
function followed(differences: readonly number[]): { effective?: number } {
  const n = differences.length
  const beyondChance = normalQuantile(0.99) / Math.sqrt(n)
  return n < fewestForSeries || autocorrelation(differences, 1) <= beyondChance
    ? {}
    : { effective: tidy(effectiveSize(differences)) }
}

/** Of fewer values nobody can tell. */
const fewestForSeries = 8

/** The pairs of every block, in order. Throws `metric-not-measured` when a block lacks the contender. */
function pairsHeld(comparing: Comparing, { scenario, blocks }: Speed, other: string): readonly Pair[] {
  const pairs = pairsOf(blocks, comparing.production, other)
  if (pairs.length < blocks.length)
    throw notMeasured(comparing, `a block of ${scenario.id} does not hold ${comparing.production} and ${other}`)
  return pairs
}

function pairedOf(comparing: Comparing, speed: Speed, pairs: readonly Pair[]): Paired {
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

function changeOf({ scale }: Scale, interval: Interval): Interval {
  if (scale === 'absolute') return interval
  const { estimate, low, high, level } = interval
  return { estimate: Math.expm1(estimate), low: Math.expm1(low), high: Math.expm1(high), level }
}

function needsOf(
  { alpha }: Comparing,
  { scale, differences, size, looks, doubt }: Paired,
  claimed: Claimed,
): { needs?: { blocks: number } } {
  const { estimate } = signedRankInterval(differences, alpha)
  const edge = edgeOf(estimate, claimed)
  const aim = { estimate, margin: scale.scale === 'relative' ? Math.log1p(edge) : edge, alpha }
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

/** Where a GPU's clock was not the same for both, the verdict has to be the same in clock cycles. */
function clockDoubt(
  comparing: Comparing,
  speed: Speed,
  pairs: readonly Pair[],
  { verdict }: Judgement,
): string | undefined {
  const clocks = clocksOf(pairs)
  if (comparing.metric.unit !== 'ms' || clocks === undefined) return undefined
  const { scale, differences, looks } = pairedOf(comparing, speed, atOneClock(pairs))
  const interval = changeOf(scale, repeatedInterval(differences, looks, comparing.alpha))
  const inCycles = judge(interval, { ...claimedIn(comparing, scale.margin), alpha: comparing.alpha }).verdict
  if (inCycles === verdict) return undefined
  const [before, after] = clocks.map((mhz) => `${Math.round(mhz)} MHz`)
  return `the clock of the GPU was ${before} for one and ${after} for the other, and in clock cycles it would be: ${inCycles}`
}

interface Noise {
  readonly floor: NonNullable<ComparisonRow['noise']>
  /** Set when the two copies differ certainly, and by more than half the margin: no verdict can be trusted then. */
  readonly doubt?: string | undefined
}

/** How far a second copy of production came out from production itself, in the blocks where one ran along. */
function noiseOf(comparing: Comparing, speed: Speed): Noise | undefined {
  const copy = comparing.measurements.contenders.find(({ role }) => role === 'copy')
  if (copy === undefined || figures[comparing.metric.name] === undefined) return undefined
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
