import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { count, finite } from './numbers.ts'

const text = z.string()
const values = z.array(finite)
const byContender = z.record(text, values)

/** Of each example, per contender id. */
const records = z.strictObject({
  /** How many classes the model scores above the label. */
  ranks: byContender.optional(),
  /** The score of class 1; with more than two classes, the probability of each, example by example. */
  scores: byContender.optional(),
  /** −ln of the probability of the label. */
  losses: byContender.optional(),
  /** The number that a regression predicts. */
  outputs: byContender.optional(),
  /** How far the outputs lie from production's, as a share of their size. */
  errors: byContender.optional(),
})
export interface QualityRecords extends TypeOf<typeof records> {}

/**
 * A metric that a user's code makes of a whole data set. What it makes of resampled examples is kept, because recomputing a
 * verdict runs nobody's code; the same resamples for every contender.
 */
const corpusFigures = z.object({
  value: finite,
  /** On each resample. */
  resampled: values.min(1),
  /** With each of up to 500 sets of examples left out. */
  without: values,
  /** Examples of which the module keeps something else than it does of production's. */
  differing: count,
})
export interface CorpusFigures extends TypeOf<typeof corpusFigures> {}

/** What scores are taken for. */
export const readingSchema = z.enum(['probabilities', 'logits'])
export type Reading = z.output<typeof readingSchema>

const quality = z.object({
  data: text,
  examples: z.int().min(1),
  /** The right class of each example, or the value to be predicted. */
  labels: values.optional(),
  /** The group of each example, numbered from 0 without gaps; absent where examples stand alone. */
  groups: z.array(count).optional(),
  /** The examples of each slice that was asked about, by its name: `lang=de`. */
  slices: z.record(text, z.array(count)).optional(),
  /** The top class of each example, per contender id. */
  predictions: z.record(text, z.array(z.int())),
  /** How many classes the outputs tell apart, per contender id. */
  classes: z.record(text, z.int().min(2)).optional(),
  /** Outputs of production that no metric reads, by their names. */
  unread: z.array(text).min(1).optional(),
  /** What the scores were taken for that `scores` and `losses` were computed from, per contender id. */
  readings: z.record(text, readingSchema).optional(),
  /** What else metrics are computed from, per contender id. */
  records: records.optional(),
  /** A user's own metrics: metric name → contender id → value of each example. */
  custom: z.record(text, byContender),
  /** A user's own metrics of whole data sets: metric name → contender id. */
  corpus: z.record(text, z.record(text, corpusFigures)).optional(),
})
export interface Quality extends TypeOf<typeof quality> {}

export const qualitySchema = quality
  .refine((held) => ofEachExample(held).every(({ length }) => length === held.examples), {
    message: 'it does not hold a value for each example',
  })
  .refine(
    ({ examples, records: { scores = {} } = {} }) =>
      Object.values(scores).every(({ length }) => length > 0 && length % examples === 0),
    { message: 'it does not hold scores for each example' },
  )
  .refine(({ groups = [] }) => new Set(groups).size === groups.reduce((most, each) => Math.max(most, each + 1), 0), {
    message: 'its groups are not numbered from 0 without gaps',
  })
  .refine(
    ({ examples, groups = [], slices = {} }) =>
      [groups, ...Object.values(slices)].every((all) => all.every((each) => each < examples)),
    { message: 'it names an example that it does not hold' },
  )

/** The lists that hold one value for each example, where they are there. Scores of several classes hold several. */
function ofEachExample({
  labels,
  groups,
  predictions,
  records: { scores: _, ...single } = {},
  custom,
}: Quality): readonly (readonly number[])[] {
  const tables = [predictions, ...Object.values(single), ...Object.values(custom)].filter(
    (table) => table !== undefined,
  )
  return [labels, groups, ...tables.flatMap((table) => Object.values(table))].filter((list) => list !== undefined)
}
