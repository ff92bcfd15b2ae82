import { classStatistic, isBinary } from '../../data/class-metrics.ts'
import { r2Statistic, rmseStatistic } from '../../data/value-metrics.ts'
import { auc } from './areas.ts'
import { type Evidence, labelsOf, notMeasured, type Outcome, recordsOf } from './evidence.ts'
import { differingOf, resampled, resampledCorpus, resampledMeans } from './resampled.ts'
import { accuracy, agreement, shares, topFive } from './shares.ts'

/** How each metric of the table that is paired by examples is computed and compared. */
export const methods: Readonly<Record<string, (evidence: Evidence) => Outcome>> = {
  accuracy,
  'top-5': topFive,
  precision: (evidence) => byClasses(evidence, 'precision'),
  recall: (evidence) => byClasses(evidence, 'recall'),
  f1: (evidence) => byClasses(evidence, 'f1'),
  auc,
  'log-loss': (evidence) => resampledMeans(evidence, recordsOf(evidence, 'losses')),
  rmse: (evidence) => byLabels(evidence, rmseStatistic),
  mae: absoluteErrors,
  r2: (evidence) => byLabels(evidence, r2Statistic),
  agreement,
  'output-error': (evidence) => resampledMeans(evidence, recordsOf(evidence, 'errors')),
}

/** A user's own metric: of the whole data set, or the mean of values; values of 1 and 0 alone are a share of examples. */
export function ownMetric(evidence: Evidence): Outcome {
  const { quality, metric, production, chosen } = evidence
  if (quality.corpus?.[metric] !== undefined) return resampledCorpus(evidence)
  const [before, after] = [quality.custom[metric]?.[production], quality.custom[metric]?.[chosen]]
  if (before === undefined || after === undefined) throw notMeasured(metric, 'there are no values of it')
  const binary = [before, after].every((values) => values.every((value) => value === 0 || value === 1))
  return binary ? shares(evidence, [before, after]) : resampledMeans(evidence, [before, after])
}

function byClasses(evidence: Evidence, name: 'precision' | 'recall' | 'f1'): Outcome {
  const labels = labelsOf(evidence)
  const records = recordsOf(evidence, 'classes')
  const binary = isBinary(labels, ...records)
  const [before, after] = [
    classStatistic(name, labels, records[0], binary),
    classStatistic(name, labels, records[1], binary),
  ]
  const fall = (examples: number): number => Math.max(before.fall(examples), after.fall(examples))
  return resampled(evidence, [before.statistic, after.statistic], { fall })
}

function byLabels(evidence: Evidence, statistic: typeof rmseStatistic): Outcome {
  const labels = labelsOf(evidence)
  const [before, after] = recordsOf(evidence, 'outputs')
  const unseen = { differing: differingOf(before, after) }
  return resampled(evidence, [statistic(before, labels), statistic(after, labels)], unseen)
}

function absoluteErrors(evidence: Evidence): Outcome {
  const labels = labelsOf(evidence)
  const [before, after] = recordsOf(evidence, 'outputs')
  const errors = (outputs: readonly number[]): number[] =>
    outputs.map((output, at) => Math.abs(output - (labels[at] as number)))
  return resampledMeans(evidence, [errors(before), errors(after)])
}
