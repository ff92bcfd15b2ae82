import { z } from 'zod'
import type { TypeOf } from '../schema.ts'
import { verdicts } from '../verdict.ts'
import { count } from './numbers.ts'

// What is compared of two models beside metrics: their interfaces, and their outputs on the same inputs.

/** What callers of production meet when the candidate answers instead. */
export const interfaceChangeSchema = z.object({
  change: z.enum(['compatible', 'additive', 'breaking']),
  /** One sentence for each difference, without its full stop, the breaking ones first. */
  reasons: z.array(z.string()),
})
export interface InterfaceChange extends TypeOf<typeof interfaceChangeSchema> {}

/** How far something lies from production's outputs, as a share of their size: not bounded, and 0 for none. */
const distance = z.number().min(0).max(1e100)

/** What production and the candidate give for the same inputs. */
export const outputsMeasuredSchema = z.object({
  /** The data set of which examples were the inputs; absent where they were made up. */
  data: z.string().optional(),
  /** Of several outputs the one whose figures these are: the one that is furthest from counting as alike. */
  output: z.string().optional(),
  /** How far the candidate's outputs lie from production's, run by run. */
  errors: z.array(distance),
  /** How far production's outputs for the next inputs lie from those: what another input makes. Empty where shapes vary. */
  spreads: z.array(distance),
  /** Why they could not be compared: the end of a sentence. There are no errors then. */
  missing: z.string().optional(),
})
export interface OutputsMeasured extends TypeOf<typeof outputsMeasuredSchema> {}

/** A verdict is absent where something is stated and not judged; `why` is a sentence for a person. */
const judged = { verdict: z.enum(verdicts).optional(), why: z.string() }

export const comparedInterfaceSchema = interfaceChangeSchema.extend(judged)
export interface ComparedInterface extends TypeOf<typeof comparedInterfaceSchema> {}

export const comparedOutputsSchema = z.object({
  data: z.string().optional(),
  output: z.string().optional(),
  runs: count,
  /** The output error: the mean over the runs of ‖output − production's‖ / ‖production's‖; and the largest. Absent when `missing`. */
  error: distance.optional(),
  worst: distance.optional(),
  /** The mean of how far production's outputs for other inputs lie from one another, in the same way. */
  spread: distance.optional(),
  missing: z.string().optional(),
  ...judged,
})
export interface ComparedOutputs extends TypeOf<typeof comparedOutputsSchema> {}

export const notComparedSchema = z.object({ what: z.enum(['speed', 'quality', 'outputs']), why: z.string() })
export interface NotCompared extends TypeOf<typeof notComparedSchema> {}
