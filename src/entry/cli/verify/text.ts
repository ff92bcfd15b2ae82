import type { EntryOnEvidence } from '../../../registry/index.ts'
import { terminalText } from '../../../report/escape.ts'
import type { VerifiedDecision, VerifiedEvidence } from '../../verify.ts'
import type { Asked, Found } from './found.ts'

/** What `verify` prints. Evidence may come from anyone, and so may its words. */
export function verifiedText(found: Found): string {
  const lines = [
    headline(found),
    ...found.differences.map(indented),
    ...found.unchecked.map(indented),
    ...found.notes.map(indented),
    ...bindingLines(found),
    ...ledgerLines(found.ledger),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

function headline({ outcome, rows, decisions }: Found): string {
  if (outcome === 'fail') return '✗ Not verified:'
  const recomputed = decisions.filter((decision) => decision.recomputed !== undefined)
  const counts = [
    ...(rows.length === 0 ? [] : [numbered(rows.length, 'verdict')]),
    ...(recomputed.length === 0 ? [] : [numbered(recomputed.length, 'decision')]),
  ]
  const what =
    rows.length === 0
      ? `${counts.join('')} recomputed: the same. Nothing was compared.`
      : `${counts.join(' and ')} recomputed from the raw samples: the same.`
  return outcome === 'pass' ? `✓ ${what}` : `? ${what} Not everything could be:`
}

function numbered(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}

/** What it is bound to: whatever of it is changed, the digest is another. */
function bindingLines({ bound, decisions, digests, model: chosen }: VerifiedEvidence): readonly string[] {
  const digest = ['digest', digests.evidence] as const
  if (bound === undefined) return table([digest])
  const { pipeline, run, model, candidate, production, data, earlier } = bound
  return table([
    ...(decisions.length === 0 ? [['decision', 'none was made on it'] as const] : []),
    ...decisions.map((each) => ['decision', decisionWords(each)] as const),
    ['candidate', `${model} ${candidate}`],
    ...(chosen === undefined || chosen === candidate ? [] : [['variant', chosen] as const]),
    ['compared with', production === undefined ? 'nothing: a first release' : withVersion(production)],
    ...Object.entries(data).map(([name, sha256]) => ['data', `${name} ${sha256}`] as const),
    ['pipeline', `${pipeline.name} ${pipeline.sha256}`],
    ...Object.entries(pipeline.inputs).map(([name, value]) => ['input', `${name}=${String(value)}`] as const),
    ['commit', run.commit ?? 'none was known'],
    ['run', `${run.id}, begun ${run.startedAt}, by Airworthy ${bound.version}`],
    ...earlier.map((sha256) => ['after', `a comparison with evidence ${sha256}`] as const),
    digest,
  ])
}

function decisionWords({ stage, verdict, override }: VerifiedDecision): string {
  if (override === undefined) return `${stage}: ${verdict}`
  return `${stage}: ${verdict}, let through by ${override.by}, who said: "${override.reason}"`
}

function withVersion({ version, sha256 }: { readonly version?: string | undefined; readonly sha256: string }): string {
  return version === undefined ? sha256 : `${version} ${sha256}`
}

function ledgerLines(asked: Asked): readonly string[] {
  if ('notAsked' in asked) return table([['ledger', `not asked: ${asked.notAsked}`]])
  const { ledger, named, notes } = asked
  const found =
    named.length === 0
      ? [['ledger', `${ledger} does not name it`] as const]
      : named.map((entry) => ['ledger', `${ledger} names it: ${entryWords(entry)}`] as const)
  return [...table(found), ...notes.map(indented)]
}

const happened: { readonly [Kind in EntryOnEvidence['kind']]: string } = {
  release: 'released',
  assign: 'serving again',
  'rollout-started': 'rolled out from',
}

function entryWords({ kind, model, version, at, by }: EntryOnEvidence): string {
  return `${model} ${version} ${happened[kind]} ${at} by ${by}`
}

function table(rows: readonly (readonly [name: string, value: string])[]): readonly string[] {
  return rows.map(([name, value]) => `  ${name.padEnd(13)} ${terminalText(value)}`)
}

function indented(line: string): string {
  return `  ${terminalText(line)}`
}
