import type { ComparisonRow, Scenario, Speed } from '../../core/products/index.ts'
import { autocorrelation, effectiveSize } from '../../stats/autocorrelation.ts'
import { type Claimed, edgeOf, type Judgement, judge } from '../../stats/claims.ts'
import { normalQuantile } from '../../stats/distributions.ts'
import { detectableChange, valuesNeeded } from '../../stats/planning.ts'
import { repeatedInterval, weightsOf } from '../../stats/sequential.ts'
import { fewestValues, signedRankInterval } from '../../stats/signed-rank.ts'
import { type Comparing, notMeasured } from '../comparing.ts'
import { claimedIn, claimOf, tidy } from '../scale.ts'
import { explain } from '../words.ts'
import { gpuMetrics, type Pair, pairsOf } from './blocks.ts'
import { clockDoubt, noiseOf } from './doubts.ts'
import { changeOf, type Paired, pairedOf } from './observations.ts'

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
export function means(metric: string, { rate, order }: Scenario): boolean {
  if (gpuMetrics.includes(metric)) return order === 'isolated'
  return rate === undefined || !metric.startsWith('throughput')
}

function needed(metric: string): string {
  return gpuMetrics.includes(metric)
    ? 'the contenders share the GPU within a block; it needs a scenario with `order: isolated`'
    : 'an open loop answers what is sent; it needs a scenario without `rate:`'
}

function speedRow(comparing: Comparing, speed: Speed): ComparisonRow {
  const { metric, alpha } = comparing
  const { id } = speed.scenario
  const pairs = pairsHeld(comparing, speed, comparing.chosen)
  const paired = pairedOf(comparing, speed, pairs)
  const { scale, differences, scatters, looks } = paired
  const interval = changeOf(scale, repeatedInterval(differences, looks, alpha, scatters))
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

function needsOf(
  { alpha }: Comparing,
  { scale, differences, scatters, size, looks, doubt }: Paired,
  claimed: Claimed,
): { needs?: { blocks: number } } {
  const { estimate } = signedRankInterval(differences, alpha, scatters && weightsOf(scatters))
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
