import type { ComparisonRow } from '../core/products/index.ts'
import {
  currentRules,
  describeRows,
  type RecordedRow,
  type Rules,
  rowName,
  type Verification,
  verifyEvidence as verifyNumbers,
} from '../verdicts/index.ts'

export interface VerifiedEvidence extends Pick<Verification, 'same' | 'differences'> {
  /** The rows, recomputed, in numbers and in words. */
  readonly rows: readonly ComparisonRow[]
  /**
   * What to know besides, and what decides nothing: that the rules are earlier ones, and each recorded sentence that is not the one
   * which the numbers give. Another version of Airworthy may have worded it.
   */
  readonly notes: readonly string[]
}

/**
 * Reaches every verdict again from the raw samples, offline, and reads the recorded sentences against the numbers. Evidence made
 * by hand can agree with itself; to know that it is the run's, compare its digest with the one in the ledger.
 * Throws `evidence-wrong` on a value of another form.
 */
export function verifyEvidence(json: unknown): VerifiedEvidence {
  const { same, differences, rows: judged, recorded, rules } = verifyNumbers(json)
  const rows = describeRows(judged)
  const notes = [...earlierRules(rules), ...rows.flatMap((row, at) => rewordings(row, recorded[at]))]
  return { same, differences, rows, notes }
}

/** Whoever reads the evidence should know when today's rules might decide otherwise. */
function earlierRules(rules: Rules): string[] {
  if (rules === currentRules) return []
  return [
    `The verdicts follow the earlier rules of ${rules}, which ${currentRules} replaced: compare again to have today's.`,
  ]
}

function rewordings(row: ComparisonRow, recorded: RecordedRow | undefined): string[] {
  if (recorded === undefined) return []
  const words = (['method', 'why'] as const).filter((word) => row[word] !== recorded[word])
  return words.map(
    (word) => `${rowName(row)}: the recorded \`${word}\` differs from what the numbers say today: ${row[word]}`,
  )
}
