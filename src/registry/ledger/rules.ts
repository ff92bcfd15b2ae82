import { UserError } from '../../core/errors/index.ts'
import type { LedgerEntry, LedgerEvent } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'
import { isModelName, isStageName } from '../versions/tags.ts'
import { isVersion } from '../versions/version.ts'
import { createStanding, type Standing, standingOf } from './standing.ts'

/**
 * Refuses an event that the ledger must not hold: anything before it was created, a name or version outside the grammar, a version
 * that is released already, a stage given to a version that was never released, and what was compared with another version than serves.
 * `ledger` is where it is, for people. Both drivers ask under their lock, so writers cannot race past it.
 */
export function admit(entries: readonly LedgerEntry[], event: LedgerEvent, ledger: string): void {
  if (event.kind === 'created') return
  if (entries.length === 0) throw registryError('ledger-not-created', { ledger })
  admitAfter(standingOf(entries, event.model), event)
}

/** An entry that the rules would not have let in, and why not: a sentence. */
export interface BrokenRule {
  /** Counted from 1. */
  readonly entry: number
  readonly why: string
}

/** Asks the rules of each entry again, with those before it: of a ledger that only Airworthy has written to, none is broken. */
export function brokenRules(entries: readonly LedgerEntry[]): readonly BrokenRule[] {
  const standings = new Map<string, Standing>()
  return entries.flatMap((entry, at) => {
    if (entry.kind === 'created') return at === 0 ? [] : [{ entry: at + 1, why: 'The ledger was created before.' }]
    const standing = standings.get(entry.model) ?? createStanding()
    standings.set(entry.model, standing)
    const why = objection(standing, entry)
    standing.add(entry)
    return why === undefined ? [] : [{ entry: at + 1, why }]
  })
}

function objection(standing: Standing, event: ModelEvent): string | undefined {
  try {
    admitAfter(standing, event)
    return undefined
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.message
    throw thrown
  }
}

type ModelEvent = Exclude<LedgerEvent, { kind: 'created' }>

function admitAfter(standing: Standing, event: ModelEvent): void {
  if (!isModelName(event.model)) throw registryError('model-name', { name: event.model })
  if (event.kind === 'release') admitRelease(standing, event)
  if (event.kind === 'rollout-started') admitRollout(standing, event)
  if (event.kind === 'assign') admitAssignment(standing, event)
}

function admitRelease(standing: Standing, { model, version, against }: ModelEvent & { kind: 'release' }): void {
  if (!isVersion(version)) throw registryError('version-invalid', { version })
  if (standing.isReleased(version)) throw registryError('version-exists', { model, version, where: 'the ledger' })
  if (against !== undefined) admitBaseline(model, against, standing.serving())
}

/** What was compared with is what serves, or nothing is known of how the candidate does beside it. */
function admitBaseline(model: string, compared: string | undefined, serving: string | undefined): void {
  if ((compared || undefined) !== serving) throw registryError('production-changed', { model, compared, serving })
}

function admitRollout(standing: Standing, { model, version, from }: ModelEvent & { kind: 'rollout-started' }): void {
  const open = standing.openRollout()
  if (open !== undefined)
    throw registryError('rollout-under-way', { model, version: open.version, rollout: open.rollout })
  admitBaseline(model, from, standing.serving(version))
}

function admitAssignment(
  standing: Standing,
  { model, version, stage, against }: ModelEvent & { kind: 'assign' },
): void {
  if (!isStageName(stage)) throw registryError('stage-name', { name: stage })
  if (!standing.isReleased(version))
    throw registryError('version-unknown', { model, version, versions: standing.versions })
  if (against !== undefined) admitBaseline(model, against, standing.serving())
}
