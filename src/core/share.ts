import { z } from 'zod'
import type { Measurements } from './products/index.ts'
import type { TypeOf } from './schema.ts'

/** What was measured, wherever it lies: shards of other models or data are not merged. */
export const subjectDigestsSchema = z.object({
  candidate: z.string(),
  production: z.string().optional(),
  data: z.record(z.string(), z.string()),
})
export interface SubjectDigests extends TypeOf<typeof subjectDigestsSchema> {}

/** What one machine measured of a benchmark that several share. */
export interface MeasuredShard {
  readonly shard: string
  readonly subject: SubjectDigests
  readonly measurements: Measurements
}

/**
 * How a run takes part in a benchmark that several machines share: it measures the shard of this name and stops, or it measures
 * nothing and goes on with what all of them measured. Plain JSON.
 */
export type Share = { readonly shard: string } | { readonly measured: readonly MeasuredShard[] }
