import { userError } from '../../core/errors.ts'
import type { ComparisonRow, Quality } from '../../core/products.ts'
import { agreements, correctness } from '../../data/quality.ts'
import { pairedBootstrap } from '../../stats/bootstrap.ts'
import { mean } from '../../stats/describe.ts'
import type { Interval } from '../../stats/interval.ts'
import { nonInferiority } from '../../stats/non-inferiority.ts'
import { detectableFrom, valuesNeededFrom } from '../../stats/planning.ts'
import { mcnemar, pairedDifference } from '../../stats/proportions.ts'
import type { Comparing } from './comparing.ts'
import { scaleFor, tidy } from './scale.ts'
import { explain } from './words.ts'

/** A quality metric: values of both contenders on the same examples. */
export function pairedRow(comparing: Comparing): ComparisonRow {
  const { metric, question, alpha } = comparing
  const { before, after } = valuesOf(comparing)
  const [production, candidate] = [mean(before), mean(after)]
  const { scale, margin } = scaleFor(question.margin, production)
  const { difference, method } = differenceOf(comparing, before, after)
  // Production's value varies far less than a margin of it matters: it is taken as known.
  const interval = scaled(difference, scale === 'relative' ? 1 / Math.abs(production) : 1)
  const judgement = nonInferiority(interval, { margin, better: metric.better, alpha })
  const aim = { estimate: interval.estimate, margin: metric.better === 'lower' ? margin : -margin, alpha }
  const examples = judgement.verdict === 'inconclusive' ? valuesNeededFrom(interval, before.length, aim) : undefined
  const row = {
    metric: metric.name,
    unit: metric.unit,
    better: metric.better,
    production: tidy(production),
    candidate: tidy(candidate),
    scale,
    change: tidy(interval.estimate),
    interval: { low: tidy(interval.low), high: tidy(interval.high), level: tidy(interval.level) },
    margin,
    ...judgement,
    method,
    ...(examples === undefined ? {} : { needs: { examples: Math.max(examples, before.length + 1) } }),
    detectable: tidy(detectableFrom(interval, alpha)),
  }
  return { ...row, why: explain(row) }
}

interface Pairs {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

function valuesOf({ metric, measurements, production, chosen }: Comparing): Pairs {
  const { quality } = measurements
  if (quality === undefined) throw notMeasured(metric.name, 'the models were not run on any data')
  if (metric.name === 'accuracy') {
    const { labels } = quality
    if (labels === undefined) throw notMeasured(metric.name, `the data set ${quality.data} has no labels`)
    return {
      before: correctness(predictionsOf(quality, production, metric.name), labels),
      after: correctness(predictionsOf(quality, chosen, metric.name), labels),
    }
  }
  if (metric.name === 'agreement') {
    const served = predictionsOf(quality, production, metric.name)
    // Production agrees with itself.
    return { before: served.map(() => 1), after: agreements(predictionsOf(quality, chosen, metric.name), served) }
  }
  const [before, after] = [quality.custom[metric.name]?.[production], quality.custom[metric.name]?.[chosen]]
  if (before === undefined || after === undefined) throw notMeasured(metric.name, 'there are no values of it')
  return { before, after }
}

function predictionsOf(quality: Quality, contender: string, metric: string): readonly number[] {
  const predictions = quality.predictions[contender]
  if (predictions === undefined || predictions.length === 0)
    throw notMeasured(metric, `there are no predictions of ${contender}`)
  return predictions
}

function differenceOf(
  comparing: Comparing,
  before: readonly number[],
  after: readonly number[],
): { difference: Interval; method: string } {
  const level = 1 - 2 * comparing.alpha
  const differences = after.map((value, example) => value - (before[example] as number))
  if (comparing.metric.unit !== 'share') {
    const { seed } = comparing.measurements
    // Enough resamples for the percentiles that are asked for, fewer where examples are many and the mean is all but normal.
    const resamples = Math.max(1000, Math.min(4000, Math.floor(2e7 / before.length)))
    const difference = pairedBootstrap(differences, { level, seed, resamples })
    return { difference, method: `paired bootstrap of the mean on ${before.length} examples` }
  }
  const gained = differences.filter((value) => value > 0).length
  const lost = differences.filter((value) => value < 0).length
  const { midP } = mcnemar(gained, lost)
  return {
    difference: pairedDifference(gained, lost, before.length, level),
    method: `Tango score interval on ${before.length} examples, ${gained} gained and ${lost} lost (McNemar mid-p ${midP.toPrecision(2)})`,
  }
}

function scaled({ estimate, low, high, level }: Interval, factor: number): Interval {
  return { estimate: estimate * factor, low: low * factor, high: high * factor, level }
}

function notMeasured(metric: string, why: string): Error {
  return userError('metric-not-measured', { metric, why })
}
