import type { Sha256 } from '../core/json.ts'
import type { LedgerEntry } from '../core/ledger.ts'
import type { ComparisonRow } from '../core/products/index.ts'
import type { Verdict } from '../core/verdict.ts'
import { type EntryOnEvidence, entriesOnEvidence, releasesOfFile } from '../registry/index.ts'
import {
  currentRules,
  describeRows,
  type RecomputedDecision,
  type RecordedRow,
  type Rules,
  rowName,
  type Verification,
  verifyEvidence as verifyNumbers,
} from '../verdicts/index.ts'

export interface VerifiedEvidence extends Pick<Verification, 'same' | 'differences' | 'bound' | 'model' | 'digests'> {
  /** The rows, recomputed, in numbers and in words. */
  readonly rows: readonly ComparisonRow[]
  readonly decisions: readonly VerifiedDecision[]
  /** What could not be recomputed, one sentence each. */
  readonly unchecked: readonly string[]
  /**
   * What to know besides, and what decides nothing: that the rules are earlier ones, that margins and decisions are not bound, and each
   * recorded sentence that is not the one which the numbers give. Another version of Airworthy may have worded it.
   */
  readonly notes: readonly string[]
}

export interface VerifiedDecision {
  /** The stage that decided. */
  readonly stage: string
  /** What went on from there: after an override, where there was one. */
  readonly verdict: Verdict
  /** What follows from the rows; undefined for a stage kind from outside, whose rules are not known here. */
  readonly recomputed: Verdict | undefined
  /** Who let the candidate through all the same, and why. */
  readonly override: { readonly by: string; readonly reason: string } | undefined
}

/**
 * Reaches every verdict again from the raw samples, and every decision from the verdicts, offline; reads the recorded sentences against
 * the numbers. Evidence that was made by hand can agree with itself: `recordedIn` says whether a ledger names it. That the samples were
 * really measured, no file can show.
 * `name` is what an error calls it. Throws `evidence-wrong` on a value of another form.
 */
export function verifyEvidence(json: unknown, name?: string): VerifiedEvidence {
  const { rows: judged, recorded, rules, decisions, ...verified } = verifyNumbers(json, name)
  const rows = describeRows(judged)
  const notes = [
    ...earlierRules(rules),
    ...(verified.bound === undefined ? [unbound] : []),
    ...rows.flatMap((row, at) => rewordings(row, recorded[at])),
  ]
  const unchecked = decisions.flatMap(notRecomputed)
  return { ...verified, rows, decisions: decisions.map(verifiedDecision), unchecked, notes }
}

const unbound =
  'It is not bound: an earlier version of Airworthy kept it, or somebody took out what bound it. Nothing protects its margins, error rate and claims, and it holds no decision, no commit and no pipeline.'

function verifiedDecision({ stage, recorded, found }: RecomputedDecision): VerifiedDecision {
  return { stage, verdict: recorded.verdict, recomputed: found?.verdict, override: recorded.override }
}

function notRecomputed({ stage, kind, found }: RecomputedDecision): string[] {
  if (found !== undefined) return []
  return [
    `The decision of ${stage} cannot be recomputed: a stage of kind ${kind} with these settings is not one of Airworthy's.`,
  ]
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

/** What a ledger says of evidence. */
export interface Recorded {
  /** The entries that name it, oldest first; none where it is not what was recorded. */
  readonly named: readonly EntryOnEvidence[]
  /** Where an entry that names it says another thing than it does. */
  readonly differences: readonly string[]
  /** What the ledger knows where it does not name it. */
  readonly notes: readonly string[]
}

/** Looks for evidence in the entries of a ledger. Evidence of a run that released nothing is in none. */
export function recordedIn(entries: readonly LedgerEntry[], verified: VerifiedEvidence): Recorded {
  const { digests } = verified
  const named = entriesOnEvidence(entries, digests.evidence)
  const differences = named.flatMap((entry) => entryDifferences(entry, fileOf(entries, entry), verified))
  return { named, differences, notes: named.length > 0 ? [] : whatElse(entries, verified) }
}

function entryDifferences(
  entry: EntryOnEvidence,
  file: Sha256 | undefined,
  { bound, model }: VerifiedEvidence,
): string[] {
  const name = `${entry.model} ${entry.version}`
  const served = bound?.production?.version ?? ''
  const against = comparedWith(entry)
  const checks: readonly (readonly [holds: boolean, otherwise: string])[] = [
    [bound === undefined || entry.model === bound.model, `${name} was recorded on it, which is of ${bound?.model}.`],
    [file === model, `${name} was recorded on it with a model file that is not the one it compares.`],
    [
      bound === undefined || entry.source === bound.run.commit,
      `${name} was recorded on it from ${commitWords(entry.source)}, and it is of ${commitWords(bound?.run.commit)}.`,
    ],
    [
      bound === undefined || against === undefined || against === served,
      `${name} was recorded as compared with ${against || 'nothing'}, and it compares with ${served || 'nothing'}.`,
    ],
  ]
  return checks.flatMap(([holds, otherwise]) => (holds ? [] : [otherwise]))
}

/** The version that an entry says its own was compared with, empty for none; undefined where it says nothing of that. */
function comparedWith(entry: EntryOnEvidence): string | undefined {
  if (entry.kind === 'rollout-started') return entry.from
  return entry.kind === 'release' ? entry.against : undefined
}

/** The model file of the version that an entry releases, or has serve again. */
function fileOf(entries: readonly LedgerEntry[], { model, version }: EntryOnEvidence): Sha256 | undefined {
  const release = entries.find((each) => each.kind === 'release' && each.model === model && each.version === version)
  return release?.kind === 'release' ? release.artifact.sha256 : undefined
}

function commitWords(commit: string | undefined): string {
  return commit === undefined ? 'no commit that was known' : `the commit ${commit}`
}

function whatElse(entries: readonly LedgerEntry[], { digests, model }: VerifiedEvidence): string[] {
  const measured = entriesOnEvidence(entries, digests.measurements)
  if (measured.length > 0)
    return [
      `${listed(measured)} was recorded on its measurements by an earlier version of Airworthy: the samples are those, margins and decision are not covered.`,
    ]
  const released = model === undefined ? [] : releasesOfFile(entries, model)
  if (released.length === 0) return []
  return [`The same model file was released as ${listed(released)}, on other evidence.`]
}

function listed(entries: readonly { readonly model: string; readonly version: string }[]): string {
  return [...new Set(entries.map(({ model, version }) => `${model} ${version}`))].join(', ')
}
