import type { ComparisonRow } from '../core/products/index.ts'
import {
  describeRows,
  type RecordedRow,
  rowName,
  type Verification,
  verifyEvidence as verifyNumbers,
} from '../verdicts/index.ts'

export interface VerifiedEvidence extends Pick<Verification, 'same' | 'differences'> {
  /** The rows, recomputed, in numbers and in words. */
  readonly rows: readonly ComparisonRow[]
  /**
   * Recorded sentences that are not those which the numbers give, one note each. They decide nothing: another version of
   * Airworthy may have worded them.
   */
  readonly notes: readonly string[]
}

/**
 * Reaches every verdict again from the raw samples, offline, and reads the recorded sentences against the numbers. Evidence made
 * by hand can agree with itself; to know that it is the run's, compare its digest with the one in the ledger.
 * Throws `evidence-wrong` on a value of another form.
 */
export function verifyEvidence(json: unknown): VerifiedEvidence {
  const { same, differences, rows: judged, recorded } = verifyNumbers(json)
  const rows = describeRows(judged)
  const notes = rows.flatMap((row, at) => rewordings(row, recorded[at]))
  return { same, differences, rows, notes }
}

function rewordings(row: ComparisonRow, recorded: RecordedRow | undefined): string[] {
  if (recorded === undefined) return []
  const words = (['method', 'why'] as const).filter((word) => row[word] !== recorded[word])
  return words.map(
    (word) => `${rowName(row)}: the recorded \`${word}\` differs from what the numbers say today: ${row[word]}`,
  )
}
