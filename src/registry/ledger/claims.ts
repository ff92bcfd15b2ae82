import type { UserError } from '../../core/errors/index.ts'
import type { ModelEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'

type RolloutStarted = ModelEntry & { readonly kind: 'rollout-started' }

/** How a rollout stands: what its next entry has to follow, and who may write it. */
export interface Course {
  readonly started: RolloutStarted
  /** Key of its last entry. */
  readonly last: string
  /** When that was recorded, ISO 8601, by the clock of who did. */
  readonly at: string
  /** Undefined where nobody drives it. */
  readonly claim: Claim | undefined
  /** False as long as earlier versions wrote all of it, which name no driver. */
  readonly namesDrivers: boolean
  /** Its last entry says that the target was never told to move traffic. */
  readonly untouched: boolean
  readonly outcome: 'promoted' | 'rolled-back' | undefined
}

/** Who drives a rollout, and may say so alone. */
export interface Claim {
  readonly driver: string
  /** Key and moment of the entry with which it began to. */
  readonly began: string
  readonly since: string
  /** Until when nobody else may take over, ISO 8601. */
  readonly expires: string
}

/** The rollout of an entry: that it names, or undefined for one that is about none. */
export function rolloutOf(entry: ModelEntry): string | undefined {
  return 'rollout' in entry ? entry.rollout : undefined
}

/** The course of a rollout after one more of its entries. What older versions wrote names no driver: anybody may go on from there. */
export function courseAfter(before: Course | undefined, entry: ModelEntry): Course | undefined {
  const { key: last, at } = entry
  if (entry.kind === 'rollout-started') {
    if (before !== undefined) return before
    const claim = claimIn(entry, undefined)
    return { started: entry, last, at, claim, namesDrivers: claim !== undefined, untouched: false, outcome: undefined }
  }
  if (before === undefined || before.outcome !== undefined) return before
  const outcome = entry.kind === 'rollout-finished' ? entry.outcome : undefined
  const untouched = entry.kind === 'rollout-left' && entry.untouched === true
  const claim = claimIn(entry, before.claim)
  return { ...before, last, at, claim, namesDrivers: before.namesDrivers || claim !== undefined, untouched, outcome }
}

function claimIn(entry: ModelEntry, before: Claim | undefined): Claim | undefined {
  if (!('expires' in entry) || entry.driver === undefined || entry.expires === undefined) return undefined
  const { driver, expires } = entry
  const goesOn = before !== undefined && before.driver === driver && entry.kind !== 'rollout-claimed'
  return goesOn ? { ...before, expires } : { driver, began: entry.key, since: entry.at, expires }
}

/** A run that wants to drive a rollout. */
export interface Taker {
  readonly driver: string
  /** The time by its clock, ISO 8601. */
  readonly now: string
  /** For how many milliseconds it has seen that the rollout's last entry is still the last. */
  readonly watchedMs?: number | undefined
}

/**
 * Whether a run may take a rollout over: nobody drives it, or that run itself does, or it said nothing for as long as it wanted. That
 * time is over by the clock of the taker, or where clocks disagree once the taker has seen it pass.
 */
export function mayTake({ at, claim }: Pick<Course, 'at' | 'claim'>, { driver, now, watchedMs = 0 }: Taker): boolean {
  if (claim === undefined || claim.driver === driver) return true
  const expires = Date.parse(claim.expires)
  return Date.parse(now) >= expires || watchedMs >= expires - Date.parse(at)
}

/** What is said of a rollout: by whom, and after which of its entries. */
export interface Saying {
  readonly model: string
  readonly rollout: string
  readonly driver?: string | undefined
  readonly follows?: string | undefined
}

/** `rollout-lost`: what a run says of a rollout that goes on without it, and who goes on with it. */
export function lostRollout({ model, rollout, driver }: Saying, course: Course | undefined): UserError {
  const { claim, at, outcome } = course ?? {}
  const other = claim === undefined || claim.driver === driver ? undefined : claim
  return registryError('rollout-lost', { model, rollout, driver, other, at, outcome })
}

/** `rollout-under-way`: which, and who drives it. */
export function rolloutUnderWay({ started: { model, version, rollout, target }, claim }: Course): UserError {
  const { driver, expires } = claim ?? {}
  return registryError('rollout-under-way', { model, version, rollout, target, driver, expires })
}
