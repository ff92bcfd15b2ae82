import { z } from 'zod'
import { sha256Schema, type TypeOf } from '../schema.ts'
import { count } from './numbers.ts'

const file = z.object({
  sha256: sha256Schema,
  bytes: count,
  /** For people: the file name it had. */
  name: z.string(),
})

/**
 * A file in the content-addressed store, or a model with the files that hold its weights. With `files`, the model first, `sha256`
 * is the digest of the canonical JSON of that list, and `bytes` what they take together.
 */
export const artifactSchema = file.extend({ files: z.array(file).optional() })
export interface Artifact extends TypeOf<typeof artifactSchema> {}
