import { z } from 'zod'
import { sha256Schema, type TypeOf } from '../schema.ts'
import { artifactSchema } from './artifact.ts'

/** A data set a pipeline names. `inputs` maps a model input to the array that feeds it. */
const dataReference = z.object({
  artifact: artifactSchema,
  inputs: z.record(z.string(), z.string()),
  label: z.string().optional(),
  /** The array that says which examples belong together: they are resampled together. */
  group: z.string().optional(),
  /** A user's own reader: a module, absolute path, with its digest so that caching sees a change. */
  uses: z.object({ path: z.string(), sha256: sha256Schema }).optional(),
})
export interface DataReference extends TypeOf<typeof dataReference> {}

/** What the run is about. Every run has it before its first stage. */
export const subjectSchema = z.object({
  /** The model's name in the registry. */
  model: z.string(),
  candidate: artifactSchema,
  /** What serves today. Undefined for the first release of a model. */
  production: z.object({ version: z.string().optional(), artifact: artifactSchema }).optional(),
  data: z.record(z.string(), dataReference),
})
export interface Subject extends TypeOf<typeof subjectSchema> {}
