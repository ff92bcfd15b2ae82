import type { Sha256 } from '../json.ts'
import type { Margin } from '../quantity/index.ts'
import type { Verdict } from '../verdict.ts'
import type { Warning } from './index.ts'

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
export interface ComparisonRow {
  readonly metric: string
  /** The scenario's id, for speed metrics. */
  readonly scenario?: string | undefined
  readonly unit: string
  readonly better: 'lower' | 'higher'
  readonly production: number
  readonly candidate: number
  readonly scale: 'relative' | 'absolute'
  readonly change: number
  /** Two-sided interval of the change; `level` is the level it really achieves. Equal ends for exact metrics. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number }
  /** Positive: how much worse is acceptable, on the same scale; how much better is asked for, how much different is acceptable. */
  readonly margin: number
  /** What the verdict is about, where it is not that the candidate is not worse. */
  readonly claim?: 'better' | 'equivalent' | undefined
  readonly verdict: Verdict
  /** Better beyond doubt: the whole interval lies on the better side of no change. */
  readonly improved: boolean
  /** The method: `Hodges–Lehmann interval on 12 blocks`, `McNemar mid-p …`, `exact`. */
  readonly method: string
  /** One sentence for a person: the verdict with its numbers. */
  readonly why: string
  /** A `fail` that may be chance among so many comparisons: it does not hold for all of them together (Holm). */
  readonly alone?: true | undefined
  /** How many independent values the compared ones are worth, where they follow one another beyond chance. */
  readonly effective?: number | undefined
  /** What would settle an inconclusive row. */
  readonly needs?: { readonly blocks?: number | undefined; readonly examples?: number | undefined } | undefined
  /** Smallest worsening this evidence could have told from none nine times in ten, same scale; absent for exact metrics. */
  readonly detectable?: number | undefined
  /** The noise floor: the interval of a second copy of production against production, in the blocks where one ran along. */
  readonly noise?:
    | { readonly blocks: number; readonly low: number; readonly high: number; readonly level: number }
    | undefined
}

/** A row in numbers and codes alone: what evidence recomputes. */
export type Row = Omit<ComparisonRow, 'method' | 'why'>

export interface Comparison {
  readonly contender: string
  readonly against: { readonly version?: string | undefined; readonly sha256: Sha256 }
  /** True when the candidate is production itself, byte for byte: then there is nothing to compare and no rows. */
  readonly identical: boolean
  readonly rows: readonly ComparisonRow[]
  /** One-sided error rate of each row. */
  readonly alpha: number
  readonly warnings: readonly Warning[]
  /** Digest of the measurements the rows were computed from. */
  readonly evidence: Sha256
}
