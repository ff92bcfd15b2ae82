import { z } from 'zod'
import { canonical } from '../../core/json.ts'
import type { LedgerEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'

/** The text of an entry: canonical JSON on one line, without a newline. */
export function formatEntry(entry: LedgerEntry): string {
  return canonical(entry)
}

/** Reads an entry back. `where` says which one for `ledger-broken`, thrown when it is not an entry. */
export function parseEntry(text: string, where: { readonly ledger: string; readonly entry: string }): LedgerEntry {
  const parsed = ledgerEntry.safeParse(tryJson(text))
  if (parsed.success) return parsed.data
  throw registryError('ledger-broken', {
    ...where,
    reason: z.prettifyError(parsed.error).split('\n')[0] ?? 'it does not parse',
  })
}

/** Of entries with one key the first counts: what a writer that lost its lock may add is then without effect. */
export function onePerKey(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const seen = new Set<string>()
  return entries.filter(({ key }) => !seen.has(key) && seen.add(key))
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const share = z.number().min(0).max(1)
const verdict = z.enum(['pass', 'fail', 'inconclusive'])
const counts = z.strictObject({ stable: z.number(), candidate: z.number() })
const file = z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: z.number(), name: z.string() })
const artifact = file.extend({ files: z.array(file).min(1).optional() })
const judgement = z.strictObject({
  metric: z.string(),
  stable: z.number(),
  candidate: z.number(),
  change: z.number(),
  interval: z.strictObject({ low: z.number(), high: z.number(), level: z.number() }),
  margin: z.number(),
  verdict,
  why: z.string(),
})

const common = { key: z.string(), at: z.string(), by: z.string(), model: z.string() }
const ofRollout = { ...common, rollout: z.string() }

const ledgerEntry: z.ZodType<LedgerEntry> = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('release'),
    version: z.string(),
    artifact,
    why: z.string(),
    source: z.string().optional(),
    evidence: z.string().optional(),
    tagged: z.boolean().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('assign'), stage: z.string(), version: z.string(), why: z.string() }),
  z.strictObject({
    ...common,
    kind: z.literal('override'),
    candidate: z.string(),
    verdict: z.enum(['fail', 'inconclusive']),
    approver: z.string(),
    reason: z.string(),
  }),
  z.strictObject({
    ...ofRollout,
    kind: z.literal('rollout-started'),
    version: z.string(),
    from: z.string().optional(),
    target: z.string(),
    steps: z.array(share),
  }),
  z.strictObject({ ...ofRollout, kind: z.literal('rollout-weight'), step: z.int(), weight: share }),
  z.strictObject({
    ...ofRollout,
    kind: z.literal('rollout-judged'),
    step: z.int(),
    verdict,
    requests: counts,
    judgements: z.array(judgement),
    seconds: z.number(),
  }),
  z.strictObject({
    ...ofRollout,
    kind: z.literal('hook'),
    name: z.string(),
    outcome: z.enum(['done', 'failed']),
    detail: z.string(),
  }),
  z.strictObject({
    ...ofRollout,
    kind: z.literal('rollout-finished'),
    outcome: z.enum(['promoted', 'rolled-back']),
    why: z.string(),
    verified: counts.optional(),
  }),
])
