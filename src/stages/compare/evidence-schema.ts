import { z } from 'zod'
import type { Comparison, Measurements, Quality, Question } from '../../core/products.ts'

/** The form of an evidence file. */
export interface Evidence {
  readonly schema: 'airworthy.evidence/1'
  /** One-sided error rate of each row. */
  readonly alpha: number
  readonly questions: readonly Question[]
  readonly measurements: Measurements
  readonly comparison: Comparison
}

const finite = z.number()
const positive = z.number().positive()
const text = z.string()
const artifact = z.object({ sha256: text, bytes: finite, name: text })
const warnings = z.array(z.object({ code: text, message: text, remedy: text }))

const question = z.object({
  metric: text,
  margin: z.union([z.object({ relative: finite.min(0) }), z.object({ absolute: finite.min(0) })]),
  better: z.enum(['lower', 'higher']).optional(),
  claim: z.enum(['better', 'equivalent']).optional(),
  alpha: z.number(),
})

const sample = z.object({
  samplesMs: z.array(positive).min(1),
  turns: z.array(z.int().min(1)).min(1),
  sessionMs: positive,
  firstRunMs: positive,
  peakBytes: positive,
  gpu: z.object({ smMHz: positive.optional(), joules: finite.optional(), memoryBytes: finite.optional() }).optional(),
})

const values = z.array(finite)
const byContender = z.record(text, values)

const quality = z
  .object({
    data: text,
    examples: z.int().min(1),
    labels: values.optional(),
    groups: z.array(z.int().min(0)).optional(),
    slices: z.record(text, z.array(z.int().min(0))).optional(),
    predictions: z.record(text, z.array(z.int())),
    records: z.partialRecord(z.enum(['ranks', 'scores', 'losses', 'outputs', 'errors']), byContender).optional(),
    custom: z.record(text, byContender),
    corpus: z
      .record(
        text,
        z.record(
          text,
          z.object({ value: finite, resampled: values.min(1), without: values.min(1), differing: z.int().min(0) }),
        ),
      )
      .optional(),
  })
  .refine(({ examples, ...held }) => ofEachExample(held).every(({ length }) => length === examples), {
    message: 'it does not hold a value for each example',
  })
  .refine(
    ({ examples, records = {} }) =>
      Object.values(records.scores ?? {}).every(({ length }) => length > 0 && length % examples === 0),
    { message: 'it does not hold scores for each example' },
  )
  .refine(({ groups = [] }) => new Set(groups).size === groups.reduce((most, each) => Math.max(most, each + 1), 0), {
    message: 'its groups are not numbered from 0 without gaps',
  })
  .refine(({ examples, groups = [], slices = {} }) =>
    [groups, ...Object.values(slices)].every((all) => all.every((each) => each < examples)),
  )

/** The lists that hold one value for each example, where they are there. Scores of several classes hold several. */
function ofEachExample({
  labels,
  groups,
  predictions,
  records = {},
  custom,
}: Omit<Quality, 'examples'>): readonly (readonly number[])[] {
  const { scores: _, ...single } = records
  const tables = [predictions, ...Object.values(single), ...Object.values(custom)].filter(
    (table) => table !== undefined,
  )
  return [labels, groups, ...tables.flatMap((table) => Object.values(table))].filter((list) => list !== undefined)
}

const measurements = z.object({
  environment: z.object({ fingerprint: text }),
  seed: z.int(),
  contenders: z.array(
    z.object({ id: text, role: z.enum(['production', 'candidate', 'variant', 'copy']), model: artifact }),
  ),
  chosen: text,
  speed: z.array(
    z.object({
      scenario: z.object({
        id: text,
        provider: text,
        batch: z.int().min(1),
        threads: z.int().min(0),
        rate: positive.optional(),
        order: z.literal('isolated').optional(),
      }),
      blocks: z.array(z.object({ order: z.array(text), runs: z.record(text, sample) })).min(1),
      looks: z.array(z.object({ blocks: z.int().min(1), spent: z.number().min(0).max(1) })).min(1),
    }),
  ),
  quality: quality.optional(),
  counts: z.record(text, z.record(text, finite)),
  warnings,
})

const row = z.object({ metric: text, scenario: text.optional(), verdict: z.enum(['pass', 'fail', 'inconclusive']) })

/** What recomputing relies on. Members beyond these are allowed, and covered by the digest of the measurements. */
export const evidenceSchema: z.ZodType = z.object({
  schema: z.literal('airworthy.evidence/1'),
  alpha: finite.min(0.0001).max(0.2),
  questions: z.array(question),
  measurements,
  comparison: z.object({
    contender: text,
    against: z.object({ sha256: text }),
    identical: z.boolean(),
    rows: z.array(row),
    alpha: finite,
    evidence: text,
  }),
})
