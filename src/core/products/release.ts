import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { artifactSchema } from './artifact.ts'

export const releaseSchema = z.object({
  model: z.string(),
  version: z.string(),
  tag: z.string(),
  artifact: artifactSchema,
  bump: z.enum(['first', 'major', 'minor', 'patch', 'none']),
  why: z.string(),
  /** True when the version was there before this run. */
  existed: z.boolean(),
})
export interface Release extends TypeOf<typeof releaseSchema> {}
