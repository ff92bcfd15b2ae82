import { z } from 'zod'
import type { Comparison, Measurements, Question } from '../../core/products/index.ts'
import { measurementsSchema } from '../../core/products/measurements.ts'

/** The form of an evidence file. */
export interface Evidence {
  readonly schema: 'airworthy.evidence/2'
  /** One-sided error rate of each row. */
  readonly alpha: number
  readonly questions: readonly Question[]
  readonly measurements: Measurements
  readonly comparison: Comparison
}

const finite = z.number()
const text = z.string()

const question = z.object({
  metric: text,
  margin: z.union([z.object({ relative: finite.min(0) }), z.object({ absolute: finite.min(0) })]),
  better: z.enum(['lower', 'higher']).optional(),
  claim: z.enum(['better', 'equivalent']).optional(),
  alpha: z.number(),
})

const row = z.object({ metric: text, scenario: text.optional(), verdict: z.enum(['pass', 'fail', 'inconclusive']) })

/** What recomputing relies on. Members beyond these are allowed, and covered by the digest of the measurements. */
export const evidenceSchema: z.ZodType = z.object({
  schema: z.literal('airworthy.evidence/2'),
  alpha: finite.min(0.0001).max(0.2),
  questions: z.array(question),
  measurements: measurementsSchema,
  comparison: z.object({
    contender: text,
    against: z.object({ sha256: text }),
    identical: z.boolean(),
    rows: z.array(row),
    alpha: finite,
    evidence: text,
  }),
})
