import { z } from 'zod'
import type { TypeOf } from '../schema.ts'

/** Where in a user's file a mistake stands. Lines and columns count from 1. */
const where = z.object({ file: z.string(), line: z.number(), column: z.number() })
export interface Where extends TypeOf<typeof where> {}

/** One mistake, as plain data: what reports and `--json` show and what crosses process borders. */
export const problemSchema = z.object({
  code: z.string(),
  /** One sentence: what is wrong. */
  message: z.string(),
  /** What to do next. */
  hint: z.string(),
  where: where.optional(),
})
export interface Problem extends TypeOf<typeof problemSchema> {}
