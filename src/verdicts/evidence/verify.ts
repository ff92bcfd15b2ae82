import { messageOf } from '../../core/errors/index.ts'
import { evidenceDigest } from '../../core/evidence.ts'
import { canonical, digest, type Sha256 } from '../../core/json.ts'
import type { Binding, Row } from '../../core/products/index.ts'
import { checkUntrusted } from '../../core/untrusted-value.ts'
import { compareCompatibility, nothingExpected } from '../comparison/compatibility.ts'
import { compareRows } from '../comparison/index.ts'
import { verdictError } from '../errors.ts'
import type { Compatibility } from '../row/compatibility.ts'
import { isProduction } from '../row/identity.ts'
import { factsOf, type JudgedRow } from '../row/row.ts'
import type { Rules } from '../row/rules.ts'
import { currentRules } from '../row/rules.ts'
import { bindingDifferences, type RecomputedDecision, recomputeDecisions } from './bound.ts'
import { type Evidence, evidenceSchema, type RecordedRow } from './schema.ts'

/** What `verifyEvidence` found. */
export interface Verification {
  /** True when every number and verdict came out to the same bytes and the samples are those that were compared. */
  readonly same: boolean
  /** What differs, one sentence each. */
  readonly differences: readonly string[]
  /** The rows, recomputed. */
  readonly rows: readonly JudgedRow[]
  /** The rows as they were recorded. What they say in words is not looked at: it may be worded in another way today. */
  readonly recorded: readonly RecordedRow[]
  /** The rules that the verdicts were given by, and recomputed by. */
  readonly rules: Rules
  /** The decisions that rest on them, recomputed; none in evidence that is unbound. */
  readonly decisions: readonly RecomputedDecision[]
  /** What the evidence belongs to; undefined in evidence of earlier versions, where margins are as whoever wrote it says. */
  readonly bound: Binding | undefined
  /** Digest of the model file that the comparison is of; undefined where nothing was measured. */
  readonly model: Sha256 | undefined
  /** What a ledger records of it: its digest, and that of its measurements, which earlier versions recorded. */
  readonly digests: { readonly evidence: Sha256; readonly measurements: Sha256 }
}

/**
 * Reaches every verdict again from the raw samples, and every decision from the verdicts, offline. Evidence that was made by hand can
 * agree with itself: whether it is the run's, its digest in the ledger says. Whether the samples were measured, no file can.
 * `name` is what an error calls it. Throws `evidence-wrong` on a value of another form.
 */
export function verifyEvidence(json: unknown, name = 'The file'): Verification {
  const evidence = read(json, name)
  const orWrong = wrongOtherwise(name)
  const { measurements, comparison, bound, schema: rules } = evidence
  const digests = orWrong(() => ({ evidence: evidenceDigest(json), measurements: digest(measurements) }))
  const rows = orWrong(() => recompute(evidence))
  const compatibility = orWrong(() => compatibilityOf(evidence))
  const recomputed = { ...compatibility, rows: rows.map(factsOf) }
  const decisions = orWrong(() => recomputeDecisions(evidence, recomputed))
  const nothing = rows.length === 0 && decisions.every(({ found }) => found === undefined)
  const differences = [
    ...(nothing ? ['It holds no verdict and no decision that could be recomputed.'] : []),
    ...claimDifferences(evidence),
    ...rowDifferences(recomputed.rows, comparison.rows),
    ...compatibilityDifferences(evidence, compatibility),
    ...bindingDifferences(evidence, decisions),
  ]
  const chosen = measurements.contenders.find(({ id }) => id === measurements.chosen)
  return {
    same: differences.length === 0,
    differences,
    rows,
    recorded: comparison.rows,
    rules,
    decisions,
    bound,
    model: chosen?.model.sha256,
    digests,
  }
}

/** Evidence may come from anyone. */
function read(json: unknown, path: string): Evidence {
  const checked = checkUntrusted(evidenceSchema, json)
  if ('value' in checked) return checked.value
  throw verdictError('evidence-wrong', { path, reason: checked.reason })
}

function recompute({ schema: rules, measurements, questions, alpha }: Evidence): JudgedRow[] {
  return compareRows(measurements, questions, alpha, rules)
}

function compatibilityOf({ measurements, questions, expected }: Evidence): Compatibility {
  return compareCompatibility(measurements, questions, expected ?? nothingExpected)
}

/** What cannot be computed from evidence is no evidence. */
function wrongOtherwise(path: string): <Result>(compute: () => Result) => Result {
  return (compute) => {
    try {
      return compute()
    } catch (cause) {
      throw verdictError('evidence-wrong', { path, reason: messageOf(cause).replace(/\.$/, '') }, { cause })
    }
  }
}

/** Where what the comparison says of itself does not follow from the measurements. */
function claimDifferences({ measurements, questions, comparison, alpha }: Evidence): string[] {
  const { contenders, chosen } = measurements
  const production = contenders.find(({ role }) => role === 'production')
  const checks: readonly (readonly [holds: boolean, otherwise: string])[] = [
    [
      digest(measurements) === comparison.evidence,
      'The measurements are not those that were compared: their digest differs.',
    ],
    [alpha === comparison.alpha, `The error rate is ${alpha}, the comparison says ${comparison.alpha}.`],
    [
      questions.every((question) => question.alpha === alpha),
      'A question was asked at another error rate than the comparison says.',
    ],
    [
      chosen === comparison.contender,
      `The chosen contender is ${chosen}, the comparison is of ${comparison.contender}.`,
    ],
    [
      comparison.identical === isProduction(contenders, chosen),
      'Whether the candidate is production itself does not follow from the contenders.',
    ],
    [
      (production?.model.sha256 ?? '') === comparison.against.sha256,
      'The production model that was measured is not the one that the comparison names.',
    ],
  ]
  return checks.flatMap(([holds, otherwise]) => (holds ? [] : [otherwise]))
}

function rowDifferences(recomputed: readonly Row[], recorded: readonly RecordedRow[]): string[] {
  const differences = recomputed.flatMap((row, at) => {
    const other = recorded[at]
    if (other === undefined) return [`${rowName(row)} is not recorded; recomputed it is ${row.verdict}.`]
    const keys = keysThatDiffer(row, other)
    if (keys.length === 0) return []
    const verdicts =
      row.verdict === other.verdict ? '' : ` It was recorded as ${other.verdict}, recomputed it is ${row.verdict}.`
    return [`${rowName(row)} differs in ${keys.join(', ')}.${verdicts}`]
  })
  const surplus = recorded
    .slice(recomputed.length)
    .map((row) => `${rowName(row)} is recorded, but nothing asks for it.`)
  return [...differences, ...surplus]
}

/** Where what the comparison says beside its rows does not follow. Evidence by earlier rules may say nothing of it. */
function compatibilityDifferences(
  { schema, comparison }: Evidence,
  { notCompared, ...found }: Compatibility,
): string[] {
  const differences = (['interface', 'outputs'] as const).flatMap((part) =>
    canonical(withoutWords(found[part])) === canonical(withoutWords(comparison[part]))
      ? []
      : [`What is recorded of the ${part} does not follow from the measurements.`],
  )
  const named = (parts: readonly { readonly what: string }[]): string => parts.map(({ what }) => what).join()
  if (
    comparison.notCompared === undefined
      ? schema === currentRules
      : named(comparison.notCompared) !== named(notCompared)
  )
    differences.push('What is recorded as not compared does not follow from the questions.')
  return differences
}

function withoutWords(part: object | undefined): unknown {
  const { why: _, doubt: __, ...facts } = { ...part } as Record<string, unknown>
  return facts
}

function keysThatDiffer(row: Row, { method: _, why: __, ...recorded }: RecordedRow): string[] {
  const [one, two] = [row, recorded] as unknown as [Record<string, unknown>, Record<string, unknown>]
  const keys = [...new Set([...Object.keys(one), ...Object.keys(two)])]
  return keys.filter((key) => canonical(one[key] ?? null) !== canonical(two[key] ?? null))
}

/** `latency.p50 at cpu/b1/t1`. */
export function rowName({ metric, scenario }: Pick<Row, 'metric' | 'scenario'>): string {
  return scenario === undefined ? metric : `${metric} at ${scenario}`
}
