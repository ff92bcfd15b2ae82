import type { QualityMetric, Statistics, UserMetric } from '../../core/metric.ts'
import { ownValue } from '../../core/own.ts'
import { notMeasured } from '../errors.ts'
import type { Doubt } from '../row/doubt.ts'
import { ruleSets } from '../row/rules.ts'
import { areas } from './areas.ts'
import { type Examined, fewOfClass, type Outcome, recordedOf, worthOf } from './examined.ts'
import { resampled, resampledCorpus, resampledMeans } from './resampled.ts'
import { shares } from './shares.ts'
import { allowanceOfMean, allowanceOfStatistic } from './unseen.ts'

/** Computes a metric and compares it, by the method that its figure asks for. Throws `metric-not-measured`. */
export function outcomeOf(examined: Examined, metric: QualityMetric | UserMetric): Outcome {
  if (metric.how === 'own') return ownOutcome(examined)
  const outcome = outcomeByFigure(examined, metric)
  const doubt = outcome.doubt ?? fewClasses(examined, metric) ?? readingsDiffer(examined, metric)
  return doubt === undefined ? outcome : { ...outcome, difference: { ...outcome.difference, level: 0 }, doubt }
}

function outcomeByFigure(examined: Examined, { figure, needs }: QualityMetric): Outcome {
  const recorded = recordedOf(examined, needs)
  switch (figure.by) {
    case 'share':
      return shares(examined, figure.values(recorded))
    case 'mean': {
      const values = figure.values(recorded)
      return resampledMeans(examined, values, allowanceOfMean(examined, values, figure.noSkill(recorded)))
    }
    case 'statistic': {
      const statistics = figure.statistics(recorded)
      const allowance = allowanceOfStatistic(examined, statistics, [recorded.before, recorded.after])
      return supported(examined, statistics, resampled(examined, statistics.of, allowance))
    }
    case 'area':
      return areas(examined, recorded)
    default:
      return figure satisfies never
  }
}

/** An outcome that rests on examples of a class alone is one of a small sample where these are few. */
function supported(examined: Examined, { support = [] }: Statistics, outcome: Outcome): Outcome {
  const differing = classesDiffer(examined)
  if (differing !== undefined) return { ...outcome, doubt: differing }
  if (!ruleSets[examined.rules].asksForSupport) return outcome
  const doubts = support.flatMap(
    ({ class: name, by, members }) =>
      fewOfClass(examined, { class: name, side: by === 'label' ? 'of' : 'predicted' }, members) ?? [],
  )
  const [doubt] = doubts.toSorted((one, other) => worthOf(one) - worthOf(other))
  return doubt === undefined ? outcome : { ...outcome, doubt }
}

function classesDiffer({ quality: { classes }, production, chosen }: Examined): Doubt | undefined {
  const [before, after] = [ownValue(classes, production), ownValue(classes, chosen)]
  if (before === undefined || after === undefined || before === after) return undefined
  return { code: 'classes-differ', classes: [before, after] }
}

function fewClasses({ quality, production, chosen }: Examined, { needs }: QualityMetric): Doubt | undefined {
  if (needs.classes === undefined || quality.classes === undefined) return undefined
  const [least = needs.classes] = [production, chosen]
    .flatMap((id) => ownValue(quality.classes, id) ?? [])
    .sort((a, b) => a - b)
  return least < needs.classes ? { code: 'few-classes', classes: least, needed: needs.classes } : undefined
}

function readingsDiffer(
  { quality: { readings }, production, chosen }: Examined,
  { needs }: QualityMetric,
): Doubt | undefined {
  const [before, after] = [ownValue(readings, production), ownValue(readings, chosen)]
  const reads = needs.record === 'scores' || needs.record === 'losses'
  if (!reads || before === undefined || after === undefined || before === after) return undefined
  return { code: 'readings-differ', readings: [before, after] }
}

/** Of the whole data set, or the mean of values; values of 1 and 0 alone are a share of examples. */
function ownOutcome(examined: Examined): Outcome {
  const { quality, metric, production, chosen } = examined
  if (ownValue(quality.corpus, metric) !== undefined) return resampledCorpus(examined)
  const [before, after] = [production, chosen].map((contender) => ownValue(ownValue(quality.custom, metric), contender))
  if (before === undefined || after === undefined) throw notMeasured(metric, 'there are no values of it')
  const binary = [before, after].every((values) => values.every((value) => value === 0 || value === 1))
  if (binary) return shares(examined, [before, after])
  return resampledMeans(examined, [before, after], allowanceOfMean(examined, [before, after]))
}
