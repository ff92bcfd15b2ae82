import type { CorpusFigures } from '../../core/products/index.ts'
import { meanStatistic } from '../../data/value-metrics.ts'
import { bootstrapDifference, influencesOf, replicate, resamplesFor, type Statistic } from '../../stats/bootstrap.ts'
import { effectiveUnits, fewestDiffering, largestInfluence, unseenShare } from '../../stats/small-sample.ts'
import { type Evidence, notMeasured, type Outcome, sampleOf, sampleWords, tooFew } from './evidence.ts'

/**
 * What examples that differ and none of which happened to be seen may do. `fall`: how far the metric falls when so many turn
 * from right to wrong, where that is known. Else `differing`, how many of those that were seen came out otherwise: where all
 * but a few came out alike, those unseen may weigh as much as those that make the metric vary at all.
 */
type Unseen = { readonly fall: (examples: number) => number } | { readonly differing: number }

/** Compares a statistic by the paired bootstrap. The interval reaches as far as the unseen examples may move it. */
export function resampled(evidence: Evidence, statistics: readonly [Statistic, Statistic], unseen: Unseen): Outcome {
  const { alpha, seed } = evidence
  const sample = sampleOf(evidence)
  const resampling = { seed, resamples: resamplesFor(sample.examples, alpha) }
  const [before, after] = [replicate(statistics[0], sample, resampling), replicate(statistics[1], sample, resampling)]
  const units = effectiveUnits(sample)
  const missed = sample.examples * unseenShare(units, alpha)
  const reach = 'fall' in unseen ? unseen.fall(missed) : weightOf([before, after], unseen.differing) * missed
  const relative = evidence.relative && before.value !== 0
  return {
    values: [before.value, after.value],
    difference: bootstrapDifference(before, after, { level: 1 - 2 * alpha, units, unseen: reach, relative }),
    method: `paired bootstrap on ${sampleWords(evidence)}`,
    doubt: tooFew(sample),
  }
}

/** How far one example moves a metric that few examples changed; nothing where enough did, and the bootstrap shows them. */
function weightOf(figures: readonly Pick<CorpusFigures, 'without'>[], differing: number): number {
  if (differing >= fewestDiffering) return 0
  return Math.max(...figures.map(({ without }) => largestInfluence(influencesOf(Float64Array.from(without)))))
}

/** The mean of a value of each example. */
export function resampledMeans(
  evidence: Evidence,
  [before, after]: readonly [readonly number[], readonly number[]],
  unseen: Unseen = { differing: differingOf(before, after) },
): Outcome {
  const outcome = resampled(evidence, [meanStatistic(before), meanStatistic(after)], unseen)
  return { ...outcome, method: outcome.method.replace('bootstrap', 'bootstrap of the mean') }
}

export function differingOf(before: readonly number[], after: readonly number[]): number {
  return before.reduce((count, value, at) => count + (value === after[at] ? 0 : 1), 0)
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
  const unseen = weightOf([before, after], after.differing) * quality.examples * unseenShare(units, alpha)
  const relative = evidence.relative && before.value !== 0
  const difference = bootstrapDifference(before, after, { level: 1 - 2 * alpha, units, unseen, relative })
  const constant = few && unseen <= rounding * Math.abs(before.value)
  const nothing = constant ? `${metric} is the same whichever examples are left out` : undefined
  return {
    values: [before.value, after.value],
    difference: nothing === undefined ? difference : { ...difference, level: 0 },
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
