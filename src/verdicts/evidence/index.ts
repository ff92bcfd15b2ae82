import { messageOf } from '../../core/errors/index.ts'
import { canonical, digest } from '../../core/json.ts'
import type { Comparison, ComparisonRow, Measurements, Question } from '../../core/products/index.ts'
import { verdictError } from '../errors.ts'
import { isProduction } from '../identity.ts'
import { compareRows } from '../rows.ts'
import { type Evidence, evidenceSchema } from './schema.ts'

/** Everything that a comparison was computed from, and what came out: a plain JSON value that `verifyEvidence` recomputes. */
export function evidenceOf(
  measurements: Measurements,
  comparison: Comparison,
  questions: readonly Question[],
  alpha: number,
): Evidence {
  const asked = questions.map(({ metric, margin, better, claim, alpha: rate }) => ({
    metric,
    margin,
    alpha: rate,
    ...(claim === undefined ? {} : { claim }),
    ...(better === undefined ? {} : { better }),
  }))
  // Through canonical JSON, so that the value is plain and equals what is read back.
  return JSON.parse(
    canonical({ schema: 'airworthy.evidence/2', alpha, questions: asked, measurements, comparison }),
  ) as Evidence
}

/** What `verifyEvidence` found. */
export interface Verification {
  /** True when every row came out to the same bytes and the samples are those that were compared. */
  readonly same: boolean
  /** What differs, one sentence each. */
  readonly differences: readonly string[]
  /** The rows, recomputed. */
  readonly rows: readonly ComparisonRow[]
}

/**
 * Reaches every verdict again from the raw samples, offline. Evidence made by hand can agree with itself; to know that it is
 * the run's, compare its digest with the one in the ledger. Throws `evidence-wrong` on a value of another form.
 */
export function verifyEvidence(json: unknown): Verification {
  const evidence = parse(json)
  const { measurements, comparison, questions, alpha } = evidence
  const rows = recompute(evidence)
  const differences = [
    ...(digest(measurements) === comparison.evidence
      ? []
      : ['The measurements are not those that were compared: their digest differs.']),
    ...(alpha === comparison.alpha ? [] : [`The error rate is ${alpha}, the comparison says ${comparison.alpha}.`]),
    ...(measurements.chosen === comparison.contender
      ? []
      : [`The chosen contender is ${measurements.chosen}, the comparison is of ${comparison.contender}.`]),
    ...rowDifferences(rows, comparison.rows),
  ]
  if (comparison.identical !== isProduction(measurements.contenders, measurements.chosen)) {
    differences.push('Whether the candidate is production itself does not follow from the contenders.')
  }
  const production = measurements.contenders.find(({ role }) => role === 'production')
  if ((production?.model.sha256 ?? '') !== comparison.against.sha256) {
    differences.push('The production model that was measured is not the one that the comparison names.')
  }
  return { same: differences.length === 0 && questions.length > 0, differences, rows }
}

/** The rest of the value is kept as it came: the digest covers it. */
function parse(json: unknown): Evidence {
  const parsed = evidenceSchema.safeParse(json)
  if (parsed.success) return json as Evidence
  const [issue] = parsed.error.issues
  const reason = `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'not of the form'}`
  throw verdictError('evidence-wrong', { path: 'The file', reason })
}

function recompute({ measurements, questions, alpha }: Evidence): ComparisonRow[] {
  try {
    return compareRows(measurements, questions, alpha)
  } catch (cause) {
    throw verdictError('evidence-wrong', { path: 'The file', reason: messageOf(cause) }, { cause })
  }
}

function rowDifferences(recomputed: readonly ComparisonRow[], recorded: readonly ComparisonRow[]): string[] {
  const differences = recomputed.flatMap((row, at) => {
    const other = recorded[at]
    if (other === undefined) return [`${nameOf(row)} is not recorded; recomputed it is ${row.verdict}.`]
    if (canonical(row) === canonical(other)) return []
    const keys = keysThatDiffer(row, other)
    const verdicts =
      row.verdict === other.verdict ? '' : ` It was recorded as ${other.verdict}, recomputed it is ${row.verdict}.`
    return [`${nameOf(row)} differs in ${keys.join(', ')}.${verdicts}`]
  })
  const surplus = recorded.slice(recomputed.length).map((row) => `${nameOf(row)} is recorded, but nothing asks for it.`)
  return [...differences, ...surplus]
}

function keysThatDiffer(row: ComparisonRow, other: ComparisonRow): string[] {
  const [one, two] = [row, other] as unknown as [Record<string, unknown>, Record<string, unknown>]
  const keys = [...new Set([...Object.keys(one), ...Object.keys(two)])]
  return keys.filter((key) => canonical(one[key] ?? null) !== canonical(two[key] ?? null))
}

function nameOf(row: ComparisonRow): string {
  return row.scenario === undefined ? row.metric : `${row.metric} at ${row.scenario}`
}
