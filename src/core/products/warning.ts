import { z } from 'zod'
import type { TypeOf } from '../schema.ts'

/** Trouble that does not stop a run: shown by every report, with what to do about it. */
export const warningSchema = z.object({ code: z.string(), message: z.string(), remedy: z.string() })
export interface Warning extends TypeOf<typeof warningSchema> {}
