import { userError } from '../../core/errors.ts'
import type { Block, ComparisonRow, Measurements, Scenario, WorkerSample } from '../../core/products.ts'
import { mean, median, quantile } from '../../stats/describe.ts'
import type { Interval } from '../../stats/interval.ts'
import { type Judgement, nonInferiority } from '../../stats/non-inferiority.ts'
import { detectableChange, valuesNeeded } from '../../stats/planning.ts'
import { fewestValues, signedRankInterval } from '../../stats/signed-rank.ts'
import type { Comparing } from './comparing.ts'
import { type Scale, scaleFor, tidy } from './scale.ts'
import { explain } from './words.ts'

/** The figure that one worker of one block gives for each metric that is compared by blocks. */
const figures: Readonly<Record<string, (sample: WorkerSample, scenario: Scenario) => number>> = {
  'latency.p50': ({ samplesMs }) => median(samplesMs),
  'latency.mean': ({ samplesMs }) => mean(samplesMs),
  'latency.p90': ({ samplesMs }) => quantile(samplesMs, 0.9),
  throughput: ({ samplesMs }, { batch }) => (1000 * batch) / mean(samplesMs),
  'first-run': ({ firstRunMs }) => firstRunMs,
  'session-start': ({ sessionMs }) => sessionMs,
  'memory.peak': ({ peakBytes }) => peakBytes,
}

/** One row for each scenario. A block is one observation: its workers ran side by side under the same conditions. */
export function speedRows(comparing: Comparing): ComparisonRow[] {
  const { speed } = comparing.measurements
  if (speed.length === 0 || speed.some(({ blocks }) => blocks.length === 0)) {
    throw userError('metric-not-measured', { metric: comparing.metric.name, why: 'the models were not benchmarked' })
  }
  return speed.map((measured) => speedRow(comparing, measured))
}

function speedRow(comparing: Comparing, { scenario, blocks }: Measurements['speed'][number]): ComparisonRow {
  const { metric, question, alpha } = comparing
  const before = figuresOf(comparing, comparing.production, scenario, blocks)
  const after = figuresOf(comparing, comparing.chosen, scenario, blocks)
  const scale = scaleFor(question.margin, median(before))
  const differences = differencesOf(scale, before, after)
  const interval = changeOf(scale, signedRankInterval(differences, alpha))
  const unsteady = unsteadiness(comparing, scale, scenario, blocks, before)
  const judged = nonInferiority(interval, { margin: scale.margin, better: metric.better, alpha })
  const judgement: Judgement = unsteady === undefined ? judged : { verdict: 'inconclusive', improved: false }
  const row = {
    metric: metric.name,
    scenario: scenario.id,
    unit: metric.unit,
    better: metric.better,
    production: tidy(median(before)),
    candidate: tidy(median(after)),
    scale: scale.scale,
    change: tidy(interval.estimate),
    interval: { low: tidy(interval.low), high: tidy(interval.high), level: tidy(interval.level) },
    margin: scale.margin,
    ...judgement,
    method: `Hodges–Lehmann interval on ${blocks.length} blocks`,
    ...needsOf(comparing, scale, judgement, differences),
    ...detectableOf(comparing, scale, differences),
  }
  return { ...row, why: explain(row, unsteady) }
}

function figuresOf(comparing: Comparing, contender: string, scenario: Scenario, blocks: readonly Block[]): number[] {
  const { name } = comparing.metric
  return blocks.map(({ runs }) => {
    const [figure, sample] = [figures[name], runs[contender]]
    if (figure === undefined || sample === undefined) {
      throw userError('metric-not-measured', {
        metric: name,
        why: `a block of ${scenario.id} does not hold ${contender}`,
      })
    }
    return figure(sample, scenario)
  })
}

/** Log-ratios where the change is relative: what slows the machine multiplies both, and cancels. */
function differencesOf({ scale }: Scale, before: readonly number[], after: readonly number[]): number[] {
  return after.map((value, block) => {
    const other = before[block] as number
    return scale === 'relative' ? Math.log(value / other) : value - other
  })
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
  scale: Scale,
  { verdict }: Judgement,
  differences: readonly number[],
): { needs?: { blocks: number } } {
  if (verdict !== 'inconclusive') return {}
  const aim = { estimate: signedRankInterval(differences, alpha).estimate, margin: edge(scale, metric.better), alpha }
  const blocks = valuesNeeded(differences, aim)
  if (blocks === undefined) return {}
  return { needs: { blocks: Math.max(blocks, differences.length + 1, fewestValues(alpha)) } }
}

function detectableOf(
  { metric, alpha }: Comparing,
  { scale }: Scale,
  differences: readonly number[],
): { detectable?: number } {
  const detectable = detectableChange(differences, alpha)
  if (detectable === undefined) return {}
  if (scale === 'absolute') return { detectable: tidy(detectable) }
  return { detectable: tidy(metric.better === 'lower' ? Math.expm1(detectable) : -Math.expm1(-detectable)) }
}

/**
 * Where a second copy of production ran along, how far it came out from production itself: the change, when that is certainly
 * not nothing and more than half the margin. No verdict can be trusted then.
 */
function unsteadiness(
  comparing: Comparing,
  scale: Scale,
  scenario: Scenario,
  blocks: readonly Block[],
  before: readonly number[],
): number | undefined {
  const copy = comparing.measurements.contenders.find(({ role }) => role === 'copy')
  if (copy === undefined) return undefined
  const differences = differencesOf(scale, before, figuresOf(comparing, copy.id, scenario, blocks))
  const { estimate, low, high } = changeOf(scale, signedRankInterval(differences, comparing.alpha))
  const certain = low > 0 || high < 0
  return certain && Math.abs(estimate) > scale.margin / 2 ? estimate : undefined
}
