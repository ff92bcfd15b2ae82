import { UserError } from '../../core/errors/index.ts'
import type { LedgerEntry, LedgerEvent, ModelEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'
import { isModelName, isStageName } from '../versions/tags.ts'
import { isVersion } from '../versions/version.ts'
import { type Continuation, lostRollout, mayAcquire, openRolloutError, type RolloutHead } from './leases.ts'
import { createStanding, type Standing, standingOf } from './standing.ts'

/**
 * Refuses an event that the ledger must not hold: anything before it was created, a name or version outside the grammar, a version
 * that is released already, a stage given to a version that was never released, what was compared with another version than serves,
 * what would change what serves while a rollout decides that, and what is said of a rollout by another run than drives it. `ledger` is
 * where it is, for people; `at` the time by the clock of the writer, ISO 8601. Drivers ask under their lock, so writers cannot race past it.
 */
export function admit(entries: readonly LedgerEntry[], event: LedgerEvent, ledger: string, at: string): void {
  if (event.kind === 'created') return
  if (entries.length === 0) throw registryError('ledger-not-created', { ledger })
  admitAfter(standingOf(entries, event.model), event, { at, isNew: true })
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

function objection(standing: Standing, entry: ModelEntry): string | undefined {
  try {
    admitAfter(standing, entry, { at: entry.at, isNew: false })
    return undefined
  } catch (thrown) {
    if (thrown instanceof UserError) return thrown.message
    throw thrown
  }
}

type ModelEvent = Exclude<LedgerEvent, { kind: 'created' }>

interface Asked {
  /** When it is recorded, ISO 8601. */
  readonly at: string
  /** False for what an earlier version may have written, which had fewer rules. */
  readonly isNew: boolean
}

function admitAfter(standing: Standing, event: ModelEvent, asked: Asked): void {
  if (!isModelName(event.model)) throw registryError('model-name', { name: event.model })
  if (event.kind === 'release') admitRelease(standing, event, asked)
  else if (event.kind === 'assign') admitAssignment(standing, event, asked)
  else if (event.kind === 'rollout-started') admitRollout(standing, event)
  else if (event.kind === 'rollout-claimed') admitClaim(standing, event, asked)
  else if (event.kind !== 'override') admitDriver(standing, event)
}

function admitRelease(standing: Standing, event: ModelEvent & { kind: 'release' }, asked: Asked): void {
  const { model, version, against, serves } = event
  if (!isVersion(version)) throw registryError('version-invalid', { version })
  if (standing.isReleased(version)) throw registryError('version-exists', { model, version, where: 'the ledger' })
  if (serves === true) admitNoRollout(standing, undefined, asked)
  if (against !== undefined) admitBaseline(model, against, standing.serving())
}

/** What was compared with is what serves, or nothing is known of how the candidate does beside it. */
function admitBaseline(model: string, compared: string | undefined, serving: string | undefined): void {
  if ((compared || undefined) !== serving) throw registryError('production-changed', { model, compared, serving })
}

/** While a rollout is open, nothing but itself decides what serves. */
function admitNoRollout(standing: Standing, but: string | undefined, { isNew }: Asked): void {
  const open = standing.openRollout()
  if (open === undefined || open.started.rollout === but) return
  if (isNew || open.namesDrivers) throw openRolloutError('rollout-under-way', open)
}

function admitRollout(standing: Standing, { model, version, from }: ModelEvent & { kind: 'rollout-started' }): void {
  const open = standing.openRollout()
  if (open !== undefined) throw openRolloutError('rollout-under-way', open)
  admitReleased(standing, model, version)
  admitBaseline(model, from, standing.serving(version))
}

function admitReleased(standing: Standing, model: string, version: string): void {
  if (!standing.isReleased(version))
    throw registryError('version-unknown', { model, version, versions: standing.versions })
}

function admitAssignment(standing: Standing, event: ModelEvent & { kind: 'assign' }, asked: Asked): void {
  const { model, version, stage, against, rollout } = event
  if (!isStageName(stage)) throw registryError('stage-name', { name: stage })
  admitReleased(standing, model, version)
  if (stage === 'production') admitNoRollout(standing, rollout, asked)
  if (rollout !== undefined) {
    const head = standing.head(rollout)
    if (head !== undefined && head.started.version !== version) throw openRolloutError('rollout-under-way', head)
    admitDriver(standing, { ...event, rollout })
  }
  const serving = standing.serving()
  const changes = stage === 'production' && serving !== undefined && serving !== version
  if (against !== undefined || (asked.isNew && changes)) admitBaseline(model, against, serving)
}

/** Only who drives a rollout goes on with it, from its last entry. Earlier versions name neither, and go on with what they began. */
function admitDriver(standing: Standing, event: Continuation): void {
  const head = standing.head(event.rollout)
  if (event.follows === undefined && head?.namesDrivers !== true) return
  admitNext(head, event)
  if (head.lease === undefined || head.lease.driver !== event.driver) throw lostRollout(event, head)
}

function admitNext(head: RolloutHead | undefined, event: Continuation): asserts head is RolloutHead {
  if (head === undefined || head.outcome !== undefined || head.last !== event.follows) throw lostRollout(event, head)
}

/** Throws `rollout-held` while another run drives it, and `rollout-lost` where another was first. */
function admitClaim(standing: Standing, event: ModelEvent & { kind: 'rollout-claimed' }, { at, isNew }: Asked): void {
  const head = standing.head(event.rollout)
  admitNext(head, event)
  const { lease } = head
  // Earlier versions went by their clocks.
  const hadPassed = lease === undefined || Date.parse(at) >= Date.parse(lease.expires)
  if (mayAcquire(head, event) || (!isNew && hadPassed)) return
  throw openRolloutError('rollout-held', head)
}
