import { z } from 'zod'
import { bindingSchema } from '../../core/products/binding.ts'
import { comparisonRowSchema, comparisonSchema, questionSchema } from '../../core/products/comparison.ts'
import { comparedInterfaceSchema, comparedOutputsSchema, notComparedSchema } from '../../core/products/compatibility.ts'
import { measurementsSchema } from '../../core/products/measurements.ts'
import type { TypeOf } from '../../core/schema.ts'
import { allRules } from '../row/rules.ts'

/** A recorded row, as far as recomputing relies on it: its numbers are compared whatever they are, and its words are not read. */
const recordedRow = comparisonRowSchema
  .pick({ metric: true, scenario: true, verdict: true })
  .extend({ method: z.unknown(), why: z.unknown() })
export interface RecordedRow extends TypeOf<typeof recordedRow> {}

/** The form of an evidence file. Members beyond these are allowed: the digest of the measurements covers theirs. */
export const evidenceSchema = z.object({
  /** Also names the rules of its verdicts. */
  schema: z.enum(allRules),
  /** One-sided error rate of each row. */
  alpha: z.number().min(0.0001).max(0.2),
  questions: z
    .array(questionSchema)
    .refine((asked) => new Set(asked.map(({ metric }) => metric)).size === asked.length, 'a metric is asked for twice'),
  /** What was expected beside the metrics; absent in evidence of versions that looked at metrics alone. */
  expected: z.object({ interface: z.enum(['kept', 'stated']), outputs: z.enum(['alike', 'stated']) }).optional(),
  measurements: measurementsSchema,
  comparison: comparisonSchema.pick({ contender: true, identical: true, alpha: true }).extend({
    against: z.object({ version: z.string().optional(), sha256: z.string() }),
    rows: z.array(recordedRow),
    interface: comparedInterfaceSchema.extend({ why: z.unknown() }).optional(),
    outputs: comparedOutputsSchema.extend({ why: z.unknown() }).optional(),
    notCompared: z.array(notComparedSchema.extend({ why: z.unknown() })).optional(),
    evidence: z.string(),
  }),
  /** What it belongs to and what was decided on it; absent in evidence of versions that bound samples and verdicts alone. */
  bound: bindingSchema.optional(),
})
export interface Evidence extends TypeOf<typeof evidenceSchema> {}
