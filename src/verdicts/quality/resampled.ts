import type { Both } from '../../core/metric.ts'
import { ownValue } from '../../core/own.ts'
import type { CorpusFigures } from '../../core/products/index.ts'
import { meanStatistic } from '../../data/value-metrics.ts'
import {
  bootstrapDifference,
  isAboutZero,
  type Replicates,
  replicate,
  resamplesFor,
  type Statistic,
} from '../../stats/bootstrap.ts'
import { widenedTo } from '../../stats/interval.ts'
import { effectiveUnits, fewestDiffering } from '../../stats/small-sample.ts'
import { notMeasured } from '../errors.ts'
import type { Doubt } from '../row/doubt.ts'
import type { Method } from '../row/method.ts'
import { ruleSets } from '../row/rules.ts'
import { type Examined, type Outcome, sampledOf, sampleOf, tooFew } from './examined.ts'
import { allowanceOfCorpus, type UnseenAllowance } from './unseen.ts'

/** Compares a statistic by the paired bootstrap. The interval is as wide as unseen examples may move it. */
export function resampled(examined: Examined, statistics: Both<Statistic>, allowance: UnseenAllowance): Outcome {
  const sample = sampleOf(examined)
  const resampling = { seed: examined.seed, resamples: resamplesFor(sample.examples, examined.alpha) }
  const replicates = [
    replicate(statistics[0], sample, resampling),
    replicate(statistics[1], sample, resampling),
  ] as const
  const method: Method = { code: 'bootstrap', of: 'statistic', ...sampledOf(examined) }
  return compared(examined, replicates, {
    allowance,
    method,
    mayBeConstant: ruleSets[examined.rules].allowsForUnseen === 'always',
  })
}

/** The mean of a value of each example. */
export function resampledMeans(
  examined: Examined,
  values: Both<readonly number[]>,
  allowance: UnseenAllowance,
): Outcome {
  const outcome = resampled(examined, [meanStatistic(values[0]), meanStatistic(values[1])], allowance)
  return { ...outcome, method: { code: 'bootstrap', of: 'mean', ...sampledOf(examined) } }
}

/** A user's own metric of the whole data set, from what was kept of its resamples. */
export function resampledCorpus(examined: Examined): Outcome {
  const figures = figuresOf(examined)
  const resamples = figures[0].resampled.length
  const method: Method = { code: 'bootstrap', of: 'statistic', ...sampledOf(examined), resamples }
  const mayBeConstant = ruleSets[examined.rules].allowsForUnseen === 'always' || figures[1].differing < fewestDiffering
  return compared(examined, figures, { allowance: allowanceOfCorpus(examined, figures), method, mayBeConstant })
}

interface Comparison {
  readonly allowance: UnseenAllowance
  readonly method: Method
  /** Whether a metric that does not vary at all is doubted. */
  readonly mayBeConstant: boolean
}

function compared(
  examined: Examined,
  [before, after]: Both<Replicates>,
  { allowance, method, mayBeConstant }: Comparison,
): Outcome {
  const sample = sampleOf(examined)
  const units = effectiveUnits(sample)
  const relative = examined.relative && before.value !== 0
  const unit = relative ? Math.abs(before.value) : 1
  const unseen = allowance([before, after]) / unit
  const seen = bootstrapDifference(before, after, { level: 1 - 2 * examined.alpha, units, relative })
  const difference = widenedTo(seen, unseen)
  const constant = mayBeConstant && unseen * unit <= rounding * Math.abs(before.value)
  const doubt = tooFew(sample) ?? (constant ? neverVaries : undefined) ?? (relative ? aboutZero(before) : undefined)
  return {
    values: [before.value, after.value],
    difference: doubt === undefined ? difference : { ...difference, level: 0 },
    method,
    halfWidths: { seen: (seen.high - seen.low) / 2, unseen },
    doubt,
  }
}

/** What does not vary may come out different in its last bits. */
const rounding = 1e-9

const neverVaries: Doubt = { code: 'never-varies' }

function aboutZero(before: Replicates): Doubt | undefined {
  return isAboutZero(before) ? { code: 'about-zero' } : undefined
}

function figuresOf({ quality, metric, production, chosen }: Examined): Both<CorpusFigures> {
  const [before, after] = [production, chosen].map((contender) => ownValue(ownValue(quality.corpus, metric), contender))
  if (before === undefined || after === undefined) throw notMeasured(metric, 'there are no values of it')
  return [before, after]
}
