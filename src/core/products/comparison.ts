import { z } from 'zod'
import type { Margin } from '../quantity/index.ts'
import { sha256Schema, type TypeOf } from '../schema.ts'
import { verdicts } from '../verdict.ts'
import { warningSchema } from './warning.ts'

/** What compare will ask: told to the benchmark before it measures. */
export interface Question {
  readonly metric: string
  readonly margin: Margin
  /** A user's own metric: a module, absolute path. */
  readonly uses?: { readonly path: string } | undefined
  /** What is claimed of the candidate; `not-worse` when absent. */
  readonly claim?: 'better' | 'equivalent' | undefined
  /** Only for a user's own metric; the table of metrics knows the others. */
  readonly better?: 'lower' | 'higher' | undefined
  /** One-sided error rate of its verdict, above 0 and at most 0.2: a benchmark measures until the question is answered at this rate. */
  readonly alpha: number
}

/**
 * One metric of the chosen contender against production. `change` and its interval are oriented as the metric is:
 * relative margins give relative changes (0.03 = 3 % more), absolute margins give differences in the metric's unit.
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
  /** The method: `Hodges–Lehmann interval on 12 blocks`, `McNemar mid-p …`, `exact`. */
  method: z.string(),
  /** One sentence for a person: the verdict with its numbers. */
  why: z.string(),
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
export interface ComparisonRow extends TypeOf<typeof row> {}

/** A row in numbers and codes alone: what evidence recomputes. */
export type Row = Omit<ComparisonRow, 'method' | 'why'>

export const comparisonSchema = z.object({
  contender: z.string(),
  against: z.object({ version: z.string().optional(), sha256: sha256Schema }),
  /** True when the candidate is production itself, byte for byte: then there is nothing to compare and no rows. */
  identical: z.boolean(),
  rows: z.array(row),
  /** One-sided error rate of each row. */
  alpha: z.number(),
  warnings: z.array(warningSchema),
  /** Digest of the measurements the rows were computed from. */
  evidence: sha256Schema,
})
export interface Comparison extends TypeOf<typeof comparisonSchema> {}
