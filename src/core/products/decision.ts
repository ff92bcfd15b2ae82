import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { verdicts } from '../verdict.ts'

/** Somebody takes the responsibility for a candidate that the gate stops. */
const override = z.object({ by: z.string(), reason: z.string() })
export interface Override extends TypeOf<typeof override> {}

export const decisionSchema = z.object({
  verdict: z.enum(verdicts),
  /** What decided: the metrics that were required, and how each came out. */
  reasons: z.array(
    z.object({
      metric: z.string(),
      scenario: z.string().optional(),
      verdict: z.enum(verdicts),
      why: z.string(),
    }),
  ),
  sentence: z.string(),
  /** Who let a candidate through that the gate would have stopped, why, and what the gate had said. */
  override: override.extend({ verdict: z.enum(['fail', 'inconclusive']) }).optional(),
})
export interface Decision extends TypeOf<typeof decisionSchema> {}
