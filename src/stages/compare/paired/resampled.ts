import type { CorpusFigures } from '../../../core/products.ts'
import { meanStatistic } from '../../../data/value-metrics.ts'
import { bootstrapDifference, influencesOf, replicate, resamplesFor, type Statistic } from '../../../stats/bootstrap.ts'
import { effectiveUnits, fewestDiffering, largestInfluence, unseenShare } from '../../../stats/small-sample.ts'
import { type Evidence, notMeasured, type Outcome, sampleOf, sampleWords, tooFew } from './evidence.ts'

/**
 * Compares a statistic by the paired bootstrap. `fall` says how far it may fall when so many examples turn from right to
 * wrong, where that is known: the interval reaches as far as that many examples, none of which happened to be seen.
 */
export function resampled(
  evidence: Evidence,
  statistics: readonly [Statistic, Statistic],
  fall: (examples: number) => number = () => 0,
): Outcome {
  const { alpha, seed } = evidence
  const sample = sampleOf(evidence)
  const resampling = { seed, resamples: resamplesFor(sample.examples, alpha) }
  const [before, after] = [replicate(statistics[0], sample, resampling), replicate(statistics[1], sample, resampling)]
  const units = effectiveUnits(sample)
  const unseen = fall(sample.examples * unseenShare(units, alpha))
  const relative = evidence.relative && before.value !== 0
  return {
    values: [before.value, after.value],
    difference: bootstrapDifference(before, after, { level: 1 - 2 * alpha, units, unseen, relative }),
    relative,
    method: `paired bootstrap on ${sampleWords(evidence)}`,
    doubt: tooFew(sample),
  }
}

/** The mean of a value of each example. */
export function resampledMeans(
  evidence: Evidence,
  [before, after]: readonly [readonly number[], readonly number[]],
  fall?: (examples: number) => number,
): Outcome {
  const outcome = resampled(evidence, [meanStatistic(before), meanStatistic(after)], fall)
  return { ...outcome, method: outcome.method.replace('bootstrap', 'bootstrap of the mean') }
}

/**
 * A user's own metric of the whole data set, from what was kept of its resamples. Where all but a few examples came out alike,
 * those unseen may weigh as much as those that make the metric vary at all.
 */
export function resampledCorpus(evidence: Evidence): Outcome {
  const { alpha, quality, metric } = evidence
  const sample = sampleOf(evidence)
  const units = effectiveUnits(sample)
  const [before, after] = figuresOf(evidence)
  const few = after.differing < fewestDiffering
  const weight = largestInfluence(influencesOf(Float64Array.from(before.without)))
  const unseen = few ? weight * quality.examples * unseenShare(units, alpha) : 0
  const relative = evidence.relative && before.value !== 0
  const difference = bootstrapDifference(before, after, { level: 1 - 2 * alpha, units, unseen, relative })
  const constant = few && unseen <= rounding * Math.abs(before.value)
  const nothing = constant ? `${metric} is the same whichever examples are left out` : undefined
  return {
    values: [before.value, after.value],
    difference: nothing === undefined ? difference : { ...difference, level: 0 },
    relative,
    method: `paired bootstrap on ${sampleWords(evidence)}, ${before.resampled.length} resamples`,
    doubt: tooFew(sample) ?? nothing,
  }
}

/** What does not vary may come out different in its last bits. */
const rounding = 1e-9

function figuresOf({ quality, metric, production, chosen }: Evidence): readonly [CorpusFigures, CorpusFigures] {
  const [before, after] = [quality.corpus?.[metric]?.[production], quality.corpus?.[metric]?.[chosen]]
  if (before === undefined || after === undefined) throw notMeasured(metric, 'there are no values of it')
  return [before, after]
}
