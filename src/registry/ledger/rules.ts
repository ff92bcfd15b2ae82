import { entriesOf } from '../../core/entries-of.ts'
import { UserError } from '../../core/errors/index.ts'
import type { LedgerEntry, LedgerEvent } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'
import { isModelName, isStageName } from '../versions/tags.ts'
import { isVersion } from '../versions/version.ts'
import { baselineOf } from './state.ts'

/**
 * Refuses an event that the ledger must not hold: anything before it was created, a name or version outside the grammar, a version
 * that is released already, a stage given to a version that was never released, and what was compared with another version than serves.
 * `ledger` is where it is, for people. Both drivers ask under their lock, so writers cannot race past it.
 */
export function admit(entries: readonly LedgerEntry[], event: LedgerEvent, ledger: string): void {
  if (event.kind === 'created') return
  if (entries.length === 0) throw registryError('ledger-not-created', { ledger })
  if (!isModelName(event.model)) throw registryError('model-name', { name: event.model })
  if (event.kind === 'release') admitRelease(entries, event)
  if (event.kind === 'rollout-started') admitRollout(entries, event)
  if (event.kind === 'assign') admitAssignment(entries, event)
}

/** An entry that the rules would not have let in, and why not: a sentence. */
export interface BrokenRule {
  /** Counted from 1. */
  readonly entry: number
  readonly why: string
}

/** Asks the rules of each entry again, with those before it: of a ledger that only Airworthy has written to, none is broken. */
export function brokenRules(entries: readonly LedgerEntry[], ledger: string): readonly BrokenRule[] {
  return entries.flatMap((entry, at) => {
    // Ledgers of earlier versions begin without being created.
    if (at === 0) return []
    try {
      admit(entries.slice(0, at), entry, ledger)
      return []
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown
      return [{ entry: at + 1, why: thrown.message }]
    }
  })
}

function admitRelease(
  entries: readonly LedgerEntry[],
  { model, version, against }: LedgerEvent & { kind: 'release' },
): void {
  if (!isVersion(version)) throw registryError('version-invalid', { version })
  if (isReleased(entries, model, version))
    throw registryError('version-exists', { model, version, where: 'the ledger' })
  if (against !== undefined) admitBaseline(model, against, baselineOf(entries, model)?.version)
}

/** What was compared with is what serves, or nothing is known of how the candidate does beside it. */
function admitBaseline(model: string, compared: string | undefined, serving: string | undefined): void {
  if ((compared || undefined) !== serving) throw registryError('production-changed', { model, compared, serving })
}

function admitRollout(
  entries: readonly LedgerEntry[],
  { model, version, from }: LedgerEvent & { kind: 'rollout-started' },
): void {
  const own = entriesOf(entries, model)
  const ended = new Set(own.flatMap((entry) => (entry.kind === 'rollout-finished' ? [entry.rollout] : [])))
  const open = own.find((entry) => entry.kind === 'rollout-started' && !ended.has(entry.rollout))
  if (open?.kind === 'rollout-started')
    throw registryError('rollout-under-way', { model, version: open.version, rollout: open.rollout })
  admitBaseline(model, from, baselineOf(entries, model, { but: version })?.version)
}

function admitAssignment(
  entries: readonly LedgerEntry[],
  { model, version, stage, against }: LedgerEvent & { kind: 'assign' },
): void {
  if (!isStageName(stage)) throw registryError('stage-name', { name: stage })
  if (!isReleased(entries, model, version))
    throw registryError('version-unknown', { model, version, versions: versionsOf(entries, model) })
  if (against !== undefined) admitBaseline(model, against, baselineOf(entries, model)?.version)
}

function isReleased(entries: readonly LedgerEntry[], model: string, version: string): boolean {
  return versionsOf(entries, model).includes(version)
}

function versionsOf(entries: readonly LedgerEntry[], model: string): readonly string[] {
  return entriesOf(entries, model).flatMap((entry) => (entry.kind === 'release' ? [entry.version] : []))
}
