import type { Both } from '../../core/metric.ts'
import { normalQuantile } from '../../stats/distributions.ts'
import { mcnemar, pairedChange, pairedDifference } from '../../stats/proportions.ts'
import { fewestUnits } from '../../stats/small-sample.ts'
import type { Doubt } from '../row/doubt.ts'
import { type Examined, type Outcome, sampleOf, tooFew } from './examined.ts'
import { resampledMeans } from './resampled.ts'
import { allowanceOfShare } from './unseen.ts'

/** A share of examples, from 1 and 0 for each: McNemar's table says all there is to say, unless examples come in groups. */
export function shares(examined: Examined, values: Both<readonly number[]>): Outcome {
  const { quality, alpha } = examined
  const { examples, groups } = quality
  if (groups !== undefined) return resampledMeans(examined, values, allowanceOfShare(examined))
  const [before, after] = values
  const [gained, lost] = [countWhere(after, before), countWhere(before, after)]
  const [first, second] = [countWhere(before), countWhere(after)]
  const level = 1 - 2 * alpha
  const varied = (normalQuantile(1 - alpha) * Math.sqrt(gained + lost)) / examples
  const { of, interval, seen, doubt } =
    examined.relative && first > 0
      ? {
          of: 'ratio' as const,
          interval: pairedChange(gained, lost, first - lost, level),
          seen: (varied * examples) / first,
          doubt: fewEverRight(first + gained),
        }
      : {
          of: 'difference' as const,
          interval: pairedDifference(gained, lost, examples, level),
          seen: varied,
          doubt: tooFew(sampleOf(examined)),
        }
  return {
    values: [first / examples, second / examples],
    difference: { ...interval, level: doubt === undefined ? level : 0 },
    method: { code: 'shares', of, examples, gained, lost, midP: mcnemar(gained, lost).midP },
    halfWidths: { seen, unseen: Math.max(0, (interval.high - interval.low) / 2 - seen) },
    doubt,
  }
}

/** A ratio of shares is told by the examples that one model or both have right. */
function fewEverRight(examples: number): Doubt | undefined {
  return examples < fewestUnits ? { code: 'few-right', examples, needed: fewestUnits } : undefined
}

/** How often the first is 1 while the other is not. */
function countWhere(values: readonly number[], others?: readonly number[]): number {
  return values.reduce((count, value, at) => count + (value === 1 && others?.[at] !== 1 ? 1 : 0), 0)
}
