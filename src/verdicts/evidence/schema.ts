import { z } from 'zod'
import { comparisonSchema, questionSchema } from '../../core/products/comparison.ts'
import { measurementsSchema } from '../../core/products/measurements.ts'
import type { TypeOf } from '../../core/schema.ts'

/** The form of an evidence file. Members beyond these are kept: the digest of the measurements covers them. */
export const evidenceSchema = z.object({
  schema: z.literal('airworthy.evidence/2'),
  /** One-sided error rate of each row. */
  alpha: z.number().min(0.0001).max(0.2),
  questions: z.array(questionSchema),
  measurements: measurementsSchema,
  comparison: comparisonSchema,
})
export interface Evidence extends TypeOf<typeof evidenceSchema> {}
