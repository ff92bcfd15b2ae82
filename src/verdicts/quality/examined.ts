import type { Both, QualityNeeds, Recorded } from '../../core/metric.ts'
import { ownValue } from '../../core/own.ts'
import type { Quality } from '../../core/products/index.ts'
import type { Interval } from '../../stats/interval.ts'
import { effectiveUnits, fewestUnits, type Sample, unitsOf } from '../../stats/small-sample.ts'
import { notMeasured } from '../errors.ts'
import type { Doubt } from '../row/doubt.ts'
import type { Method, Sampled } from '../row/method.ts'
import { type Rules, ruleSets } from '../row/rules.ts'

/** What one metric of quality is computed from: the examples it is asked about. */
export interface Examined {
  /** As it was asked for. */
  readonly metric: string
  readonly quality: Quality
  /** Contender ids. */
  readonly production: string
  readonly chosen: string
  /** One-sided error rate. */
  readonly alpha: number
  readonly seed: number
  readonly rules: Rules
  /** The margin is a share of production's value: then the difference is told as one too, unless that value is 0. */
  readonly relative: boolean
}

/** How a metric came out. */
export interface Outcome {
  /** Production's value and the chosen contender's. */
  readonly values: Both<number>
  /** The second less the first; where the margin is relative, as a share of the first, which is as uncertain as the second. */
  readonly difference: Interval
  readonly method: Method
  /** How far each end lies from the estimate at least for what varied among the examples, and for what none of them showed; the first
   * shrinks with the square root of their number, the second with their number. Told where the interval is made of both. */
  readonly halfWidths?: { readonly seen: number; readonly unseen: number }
  /** Why no verdict can be given whatever the interval says. */
  readonly doubt?: Doubt | undefined
}

/** What was recorded of both contenders for a metric. Throws `metric-not-measured`. */
export function recordedOf(examined: Examined, { record }: QualityNeeds): Recorded {
  const { quality, production, chosen } = examined
  const held = record === 'classes' ? quality.predictions : quality.records?.[record]
  const of = (contender: string): readonly number[] => {
    const found = ownValue(held, contender)
    if (found === undefined || found.length === 0)
      throw notMeasured(examined.metric, `there are no predictions of ${contender}`)
    if (!found.every(Number.isFinite)) throw notMeasured(examined.metric, `what ${contender} gives is no number`)
    return found
  }
  return {
    before: of(production),
    after: of(chosen),
    classes: ownValue(quality.classes, production),
    // Many records hold all that a metric needs of the labels.
    get labels() {
      return labelsOf(examined)
    },
  }
}

function labelsOf({ quality, metric }: Examined): readonly number[] {
  if (quality.labels === undefined) throw notMeasured(metric, `the data set ${quality.data} has no labels`)
  return quality.labels
}

export function sampleOf({ quality: { examples, groups } }: Examined): Sample {
  return { examples, groups }
}

export function sampledOf(examined: Examined): Sampled {
  const { examples, groups } = sampleOf(examined)
  return groups === undefined ? { examples } : { examples, groups: unitsOf({ examples, groups }) }
}

type FewOfClass = Extract<Doubt, { code: 'few-of-class' }>

/**
 * Why too few examples are of a class, or of a side of it; undefined when they are not. Examples of one group count as what their groups
 * are worth.
 */
export function fewOfClass(
  examined: Examined,
  which: Pick<FewOfClass, 'class' | 'side'>,
  members: ArrayLike<number>,
): FewOfClass | undefined {
  const examples = members.length
  const told = { code: 'few-of-class', ...which, examples, needed: fewestUnits } as const
  const { groups } = examined.quality
  if (groups === undefined || !ruleSets[examined.rules].asksForSupport) return examples < fewestUnits ? told : undefined
  // Of few groups in all, that is what there is to say.
  if (tooFew(sampleOf(examined)) !== undefined) return undefined
  const units = effectiveUnits({ examples, groups: Array.from(members, (at) => groups[at] as number) })
  return units < fewestUnits ? { ...told, worth: Math.floor(units + rounding) } : undefined
}

/** A sum of squares of whole numbers may divide to 29.999999999999996. */
const rounding = 1e-9

export function worthOf({ examples, worth = examples }: FewOfClass): number {
  return worth
}

/** Why a sample is too small for intervals that rest on large ones; undefined when it is not. */
export function tooFew(sample: Sample): Doubt | undefined {
  const units = effectiveUnits(sample)
  if (units >= fewestUnits) return undefined
  return sample.groups === undefined
    ? { code: 'few-examples', examples: sample.examples, needed: fewestUnits }
    : { code: 'few-groups', worth: Math.floor(units), needed: fewestUnits }
}
