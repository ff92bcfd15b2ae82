import { z } from 'zod'
import { sha256Schema, type TypeOf } from '../schema.ts'
import { verdicts } from '../verdict.ts'
import { comparedInterfaceSchema, comparedOutputsSchema, notComparedSchema } from './compatibility.ts'
import { warningSchema } from './warning.ts'

/** What compare will ask: told to the benchmark before it measures. */
export const questionSchema = z.object({
  metric: z.string(),
  margin: z.union([z.object({ relative: z.number().min(0) }), z.object({ absolute: z.number().min(0) })]),
  /** A user's own metric: a module, absolute path. */
  uses: z.object({ path: z.string() }).optional(),
  /** What is claimed of the candidate; `not-worse` when absent. */
  claim: z.enum(['better', 'equivalent']).optional(),
  /** Only for a user's own metric; the table of metrics knows the others. */
  better: z.enum(['lower', 'higher']).optional(),
  /** One-sided error rate of its verdict, above 0 and at most 0.2: a benchmark measures until the question is answered at this rate. */
  alpha: z.number(),
})
export interface Question extends TypeOf<typeof questionSchema> {}

/**
 * One metric of a candidate against production, in numbers and codes alone. `change` and its interval are oriented as the metric
 * is: relative margins give relative changes (0.03 = 3 % more), absolute margins give differences in the metric's unit.
 */
const row = z.object({
  metric: z.string(),
  /** The scenario's id, for speed metrics. */
  scenario: z.string().optional(),
  unit: z.string(),
  better: z.enum(['lower', 'higher']),
  production: z.number(),
  candidate: z.number(),
  scale: z.enum(['relative', 'absolute']),
  change: z.number(),
  /** Two-sided interval of the change; `level` is the level it really achieves. Equal ends for exact metrics. */
  interval: z.object({ low: z.number(), high: z.number(), level: z.number() }),
  /** Positive: how much worse is acceptable, on the same scale; how much better is asked for, how much different is acceptable. */
  margin: z.number(),
  /** What the verdict is about, where it is not that the candidate is not worse. */
  claim: z.enum(['better', 'equivalent']).optional(),
  verdict: z.enum(verdicts),
  /** Better beyond doubt: the whole interval lies on the better side of no change. */
  improved: z.boolean(),
  /** A `fail` that may be chance among so many comparisons: it does not hold for all of them together (Holm). */
  alone: z.literal(true).optional(),
  /** How many independent values the compared ones are worth, where they follow one another beyond chance. */
  effective: z.number().optional(),
  /** What would settle an inconclusive row. */
  needs: z.object({ blocks: z.number().optional(), examples: z.number().optional() }).optional(),
  /** Smallest worsening this evidence could have told from none nine times in ten, same scale; absent for exact metrics. */
  detectable: z.number().optional(),
  /** The noise floor: the interval of a second copy of production against production, in the blocks where one ran along. */
  noise: z.object({ blocks: z.number(), low: z.number(), high: z.number(), level: z.number() }).optional(),
})
export interface Row extends TypeOf<typeof row> {}

/** A row as a comparison records it: in words too. */
export const comparisonRowSchema = row.extend({
  /** The method: `Hodges–Lehmann interval on 12 blocks`, `McNemar mid-p …`, `exact`. */
  method: z.string(),
  /** One sentence for a person: the verdict with its numbers. */
  why: z.string(),
})
export interface ComparisonRow extends TypeOf<typeof comparisonRowSchema> {}

export const comparisonSchema = z.object({
  contender: z.string(),
  against: z.object({
    version: z.string().optional(),
    /** Empty where there is no production yet. */
    sha256: sha256Schema.or(z.literal('')),
  }),
  /** True when the candidate is production itself, byte for byte: then there is nothing to compare and no rows. */
  identical: z.boolean(),
  rows: z.array(comparisonRowSchema),
  /** Absent, as the two after it, in comparisons of versions that looked at metrics alone. */
  interface: comparedInterfaceSchema.optional(),
  /** Absent where quality was compared, and where no model had to run. */
  outputs: comparedOutputsSchema.optional(),
  /** What this comparison says nothing about. */
  notCompared: z.array(notComparedSchema).optional(),
  /** One-sided error rate of each row. */
  alpha: z.number(),
  warnings: z.array(warningSchema),
  /** Digest of the measurements the rows were computed from. */
  evidence: sha256Schema,
})
export interface Comparison extends TypeOf<typeof comparisonSchema> {}
