import type { QualityMetric, UserMetric } from '../../core/metric.ts'
import { notMeasured } from '../errors.ts'
import { areas } from './areas.ts'
import { type Examined, type Outcome, recordedOf } from './examined.ts'
import { differingOf, resampled, resampledCorpus, resampledMeans } from './resampled.ts'
import { shares } from './shares.ts'

/** Computes a metric and compares it, by the method that its figure asks for. Throws `metric-not-measured`. */
export function outcomeOf(examined: Examined, metric: QualityMetric | UserMetric): Outcome {
  if (metric.how === 'own') return ownOutcome(examined)
  const { figure, needs } = metric
  const recorded = recordedOf(examined, needs)
  switch (figure.by) {
    case 'share':
      return shares(examined, figure.values(recorded))
    case 'mean':
      return resampledMeans(examined, figure.values(recorded))
    case 'statistic': {
      const { of, fall } = figure.statistics(recorded)
      const unseen = fall === undefined ? { differing: differingOf([recorded.before, recorded.after]) } : { fall }
      return resampled(examined, of, unseen)
    }
    case 'area':
      return areas(examined, recorded)
    default:
      return figure satisfies never
  }
}

/** Of the whole data set, or the mean of values; values of 1 and 0 alone are a share of examples. */
function ownOutcome(examined: Examined): Outcome {
  const { quality, metric, production, chosen } = examined
  if (quality.corpus?.[metric] !== undefined) return resampledCorpus(examined)
  const [before, after] = [quality.custom[metric]?.[production], quality.custom[metric]?.[chosen]]
  if (before === undefined || after === undefined) throw notMeasured(metric, 'there are no values of it')
  const binary = [before, after].every((values) => values.every((value) => value === 0 || value === 1))
  return binary ? shares(examined, [before, after]) : resampledMeans(examined, [before, after])
}
