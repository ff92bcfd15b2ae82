import type { Both } from '../../core/metric.ts'
import type { CorpusFigures } from '../../core/products/index.ts'
import { meanStatistic } from '../../data/value-metrics.ts'
import { bootstrapDifference, influencesOf, replicate, resamplesFor, type Statistic } from '../../stats/bootstrap.ts'
import { effectiveUnits, fewestDiffering, largestInfluence, unseenShare } from '../../stats/small-sample.ts'
import { notMeasured } from '../errors.ts'
import { type Examined, type Outcome, sampledOf, sampleOf, tooFew } from './examined.ts'

/**
 * What examples that differ and none of which happened to be seen may do. `fall`: how far the metric falls when so many turn
 * from right to wrong, where that is known. Else `differing`, how many of those that were seen came out otherwise: where all
 * but a few came out alike, those unseen may weigh as much as those that make the metric vary at all.
 */
type Unseen = { readonly fall: (examples: number) => number } | { readonly differing: number }

/** Compares a statistic by the paired bootstrap. The interval reaches as far as the unseen examples may move it. */
export function resampled(examined: Examined, statistics: Both<Statistic>, unseen: Unseen): Outcome {
  const { alpha, seed } = examined
  const sample = sampleOf(examined)
  const resampling = { seed, resamples: resamplesFor(sample.examples, alpha) }
  const [before, after] = [replicate(statistics[0], sample, resampling), replicate(statistics[1], sample, resampling)]
  const units = effectiveUnits(sample)
  const missed = sample.examples * unseenShare(units, alpha)
  const reach = 'fall' in unseen ? unseen.fall(missed) : weightOf([before, after], unseen.differing) * missed
  const relative = examined.relative && before.value !== 0
  return {
    values: [before.value, after.value],
    difference: bootstrapDifference(before, after, { level: 1 - 2 * alpha, units, unseen: reach, relative }),
    method: { code: 'bootstrap', of: 'statistic', ...sampledOf(examined) },
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
  examined: Examined,
  values: Both<readonly number[]>,
  unseen: Unseen = { differing: differingOf(values) },
): Outcome {
  const outcome = resampled(examined, [meanStatistic(values[0]), meanStatistic(values[1])], unseen)
  return { ...outcome, method: { code: 'bootstrap', of: 'mean', ...sampledOf(examined) } }
}

export function differingOf([before, after]: Both<readonly number[]>): number {
  return before.reduce((count, value, at) => count + (value === after[at] ? 0 : 1), 0)
}

/**
 * A user's own metric of the whole data set, from what was kept of its resamples. Where all but a few examples came out alike,
 * those unseen may weigh as much as those that make the metric vary at all.
 */
export function resampledCorpus(examined: Examined): Outcome {
  const { alpha, quality } = examined
  const sample = sampleOf(examined)
  const units = effectiveUnits(sample)
  const [before, after] = figuresOf(examined)
  const few = after.differing < fewestDiffering
  const unseen = weightOf([before, after], after.differing) * quality.examples * unseenShare(units, alpha)
  const relative = examined.relative && before.value !== 0
  const difference = bootstrapDifference(before, after, { level: 1 - 2 * alpha, units, unseen, relative })
  const constant = few && unseen <= rounding * Math.abs(before.value)
  return {
    values: [before.value, after.value],
    difference: constant ? { ...difference, level: 0 } : difference,
    method: { code: 'bootstrap', of: 'statistic', ...sampledOf(examined), resamples: before.resampled.length },
    doubt: tooFew(sample) ?? (constant ? { code: 'never-varies' } : undefined),
  }
}

/** What does not vary may come out different in its last bits. */
const rounding = 1e-9

function figuresOf({ quality, metric, production, chosen }: Examined): Both<CorpusFigures> {
  const [before, after] = [quality.corpus?.[metric]?.[production], quality.corpus?.[metric]?.[chosen]]
  if (before === undefined || after === undefined) throw notMeasured(metric, 'there are no values of it')
  return [before, after]
}
