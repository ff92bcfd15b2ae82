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
  /** Who drove it left it: the next need not wait. */
  readonly left: boolean
  /** Who ended it; undefined while it is open, and in older ledgers. */
  readonly endedBy: string | undefined
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
  /** Until when nobody else may take over, ISO 8601, by the clock of who drives. */
  readonly expires: string
  /** Undefined where it does not say. */
  readonly process: RolloutStarted['process']
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
    const namesDrivers = claim !== undefined
    const open = { left: false, untouched: false, endedBy: undefined, outcome: undefined }
    return { started: entry, last, at, claim, namesDrivers, ...open }
  }
  if (before === undefined || before.outcome !== undefined) return before
  const left = entry.kind === 'rollout-left'
  const untouched = left && entry.untouched === true
  const { outcome, driver: endedBy } = entry.kind === 'rollout-finished' ? entry : {}
  const claim = claimIn(entry, before.claim)
  const namesDrivers = before.namesDrivers || claim !== undefined
  return { ...before, last, at, claim, namesDrivers, left, untouched, endedBy, outcome }
}

function claimIn(entry: ModelEntry, before: Claim | undefined): Claim | undefined {
  if (!('expires' in entry) || entry.driver === undefined || entry.expires === undefined) return undefined
  const { driver, expires } = entry
  const goesOn = before !== undefined && before.driver === driver && entry.kind !== 'rollout-claimed'
  if (goesOn) return { ...before, expires }
  return { driver, began: entry.key, since: entry.at, expires, process: 'process' in entry ? entry.process : undefined }
}

/** A run that wants to drive a rollout. */
export interface Taker {
  readonly driver: string
  /** For how many milliseconds it has seen, by a clock that nobody sets, that the rollout's last entry is still the last. */
  readonly watchedMs?: number | undefined
  /** It has seen that the process that drove is gone. */
  readonly gone?: boolean | undefined
}

/**
 * Whether a run may take a rollout over: who drove it left or is gone, or is that run itself, or said nothing for as long as it wanted. The
 * taker has to have seen that time pass: clocks of two machines may be hours apart, and nothing depends on that.
 */
export function mayTake(course: Course, { driver, watchedMs = 0, gone = false }: Taker): boolean {
  const { claim, started, namesDrivers } = course
  // Before runs were named, the name of a rollout was that of the run that began it.
  const own = claim === undefined && !namesDrivers ? started.rollout : claim?.driver
  return own === driver || (gone && claim?.process !== undefined) || watchedMs >= watchMs(course)
}

/** For how many milliseconds nothing may be recorded of a rollout before another run takes it over. */
export function watchMs({ at, claim, left, started }: Course): number {
  if (left) return 0
  return claim === undefined ? unnamedMs(started) : Math.max(0, Date.parse(claim.expires) - Date.parse(at))
}

/** How long an earlier version, which does not say so, may take to its next entry: one look, and its patience with the metric source. */
function unnamedMs({ settings }: RolloutStarted): number {
  const bakeMs = settings?.bakeMs ?? minuteMs
  return bakeMs + Math.max(minuteMs, bakeMs) + minuteMs
}

const minuteMs = 60_000

/** What is said of a rollout: by whom, and after which of its entries. */
export interface Saying {
  readonly model: string
  readonly rollout: string
  readonly driver?: string | undefined
  readonly follows?: string | undefined
}

/** The id of a run, of the name of one that drives: `RUN/STAGE`. */
export function runIn(driver: string): string {
  return driver.split('/')[0] ?? driver
}

/** `rollout-lost`: what a run says of a rollout that goes on without it, and who goes on with it. */
export function lostRollout({ model, rollout, driver }: Saying, course: Course | undefined): UserError {
  const { claim, at, outcome, endedBy } = course ?? {}
  const other = claim === undefined || claim.driver === driver ? undefined : claim
  return registryError('rollout-lost', { model, rollout, driver, other, at, outcome, endedBy })
}

/** `rollout-under-way`: which, and who drives it. */
export function rolloutUnderWay({ started: { model, version, rollout, target }, claim }: Course): UserError {
  const { driver, expires } = claim ?? {}
  return registryError('rollout-under-way', { model, version, rollout, target, driver, expires })
}
