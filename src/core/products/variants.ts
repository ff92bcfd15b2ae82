import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { artifactSchema } from './artifact.ts'

export const variantsSchema = z.object({
  variants: z.array(
    z.object({
      id: z.string(),
      model: artifactSchema,
      /** How it was made: `onnxruntime graph optimisation, level basic`. */
      how: z.string(),
      kept: z.boolean(),
      why: z.string(),
    }),
  ),
  /** What goes on through the pipeline: a kept variant, or the candidate as it came. */
  chosen: z.object({ id: z.string(), model: artifactSchema }),
})
export interface Variants extends TypeOf<typeof variantsSchema> {}
