import type { Measurements, Quality, Question } from '../../../src/core/products/index.ts'
import { parseMargin } from '../../../src/core/quantity/index.ts'
import { createRandom } from '../../../src/stats/random.ts'
import { metricNamed } from '../../../src/verdicts/metrics/index.ts'
import { measurements } from '../measurements.ts'

export interface QualityRecipe {
  readonly examples: number
  /** Share of examples on which the candidate does worse than production. */
  readonly harm?: number
  /** Share of examples on which it does otherwise than production, as often better as worse. */
  readonly noise?: number
  readonly classes?: number
  readonly seed?: number
  /** Groups of equal size; without them examples stand alone. */
  readonly groups?: number
}

/** Records of every kind, as a benchmark keeps them, of a candidate that does worse than production by so much. */
export function qualityOf({ examples, harm = 0, noise = 0, classes = 2, seed = 1, groups }: QualityRecipe): Quality {
  const random = createRandom(seed)
  const each = <Value>(value: (example: number) => Value): Value[] =>
    Array.from({ length: examples }, (_, at) => value(at))
  const labels = each(() => random.below(classes))
  const kind = each(() => {
    const draw = random.uniform()
    if (draw < harm) return 'harmed' as const
    if (draw < harm + noise) return random.uniform() < 0.5 ? ('harmed' as const) : ('helped' as const)
    return 'same' as const
  })
  const right = each(() => random.uniform() < 0.9)
  const wrong = (label: number): number => (label + 1) % classes
  const top = (good: readonly boolean[]): number[] => each((at) => (good[at] ? labels[at]! : wrong(labels[at]!)))
  const rightNow = each((at) => (kind[at] === 'harmed' ? false : kind[at] === 'helped' ? true : right[at]!))
  const error = each(() => random.uniform() + random.uniform() - 1)
  const shift = each((at) => (kind[at] === 'harmed' ? 1 : kind[at] === 'helped' ? -0.2 : 0))
  const worse = (values: readonly number[]): number[] => values.map((value, at) => value + shift[at]!)
  const score = each((at) => labels[at]! + 3 * random.uniform())
  const pair = (production: readonly number[], candidate: readonly number[]) => ({ production, candidate })
  return {
    data: 'eval',
    examples,
    labels,
    ...(groups === undefined ? {} : { groups: each((at) => at % groups) }),
    predictions: pair(top(right), top(rightNow)),
    records: {
      ranks: pair(
        right.map((good) => (good ? 0 : 7)),
        rightNow.map((good) => (good ? 0 : 7)),
      ),
      scores: pair(
        score,
        score.map((value, at) => value + (labels[at] === 1 ? -1 : 1) * shift[at]! * 2),
      ),
      losses: pair(
        error.map((value) => 1 + value),
        worse(error.map((value) => 1 + value)),
      ),
      outputs: pair(
        each((at) => labels[at]! + error[at]!),
        each((at) => labels[at]! + error[at]! * (1 + 2 * shift[at]!)),
      ),
      errors: pair(
        each(() => 0),
        each((at) => Math.abs(shift[at]!)),
      ),
    },
    custom: { distance: pair(error, worse(error)) },
  }
}

/** The measurements of a benchmark that kept nothing but quality. */
export function withQuality(quality: Quality): Measurements {
  return { ...measurements({ blocks: 1 }), quality }
}

/** With the usual margin of the metric, unless another is stated. */
export function ask(metric: string, margin?: Question['margin']): Question {
  const usual = parseMargin(metricNamed(metric)?.metric.margin ?? '0%')
  return { metric, margin: margin ?? usual!, alpha: 0.01 }
}

/** The same quality with the contenders in each other's place. */
export function swapped(quality: Quality): Quality {
  const turned = (sides: Readonly<Record<string, readonly number[]>>) => ({
    production: sides['candidate']!,
    candidate: sides['production']!,
  })
  const records = Object.entries(quality.records ?? {}).map(([name, sides]) => [name, turned(sides!)])
  const custom = Object.entries(quality.custom).map(([name, sides]) => [name, turned(sides)])
  return {
    ...quality,
    predictions: turned(quality.predictions),
    records: Object.fromEntries(records),
    custom: Object.fromEntries(custom),
  }
}
