import type { UserError } from '../../core/errors/index.ts'
import type { ModelEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'

type RolloutStarted = ModelEntry & { readonly kind: 'rollout-started' }

/** The end of a rollout, as its entries have it: what the next one follows, and who may write that. */
export interface RolloutHead {
  readonly started: RolloutStarted
  /** Key of its last entry. */
  readonly last: string
  /** When that was recorded, ISO 8601, by the clock of who did. */
  readonly at: string
  /** Undefined where nobody drives it. */
  readonly lease: Lease | undefined
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

/** The current lease of a rollout: its holder alone may write the next entry. */
export interface Lease {
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

/** The head of a rollout after one more of its entries. What older versions wrote names no driver: anybody may go on from there. */
export function headAfter(before: RolloutHead | undefined, entry: ModelEntry): RolloutHead | undefined {
  const { key: last, at } = entry
  if (entry.kind === 'rollout-started') {
    if (before !== undefined) return before
    const lease = leaseIn(entry, undefined)
    const namesDrivers = lease !== undefined
    const open = { left: false, untouched: false, endedBy: undefined, outcome: undefined }
    return { started: entry, last, at, lease, namesDrivers, ...open }
  }
  if (before === undefined || before.outcome !== undefined) return before
  const left = entry.kind === 'rollout-left'
  const untouched = left && entry.untouched === true
  const { outcome, driver: endedBy } = entry.kind === 'rollout-finished' ? entry : {}
  const lease = leaseIn(entry, before.lease)
  const namesDrivers = before.namesDrivers || lease !== undefined
  return { ...before, last, at, lease, namesDrivers, left, untouched, endedBy, outcome }
}

function leaseIn(entry: ModelEntry, before: Lease | undefined): Lease | undefined {
  if (!('expires' in entry) || entry.driver === undefined || entry.expires === undefined) return undefined
  const { driver, expires } = entry
  const goesOn = before !== undefined && before.driver === driver && entry.kind !== 'rollout-claimed'
  if (goesOn) return { ...before, expires }
  return { driver, began: entry.key, since: entry.at, expires, process: 'process' in entry ? entry.process : undefined }
}

/** A run that wants the lease of a rollout. */
export interface Successor {
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
export function mayAcquire(head: RolloutHead, { driver, watchedMs = 0, gone = false }: Successor): boolean {
  const { lease, started, namesDrivers } = head
  // Before runs were named, the name of a rollout was that of the run that began it.
  const own = lease === undefined && !namesDrivers ? started.rollout : lease?.driver
  return own === driver || (gone && lease?.process !== undefined) || watchedMs >= watchMs(head)
}

/** No lease is shorter or longer, in milliseconds. Bounds a lease whose writer's clock was changed meanwhile. */
export const leaseBounds = { shortest: 60_000, longest: 21 * 60_000 } as const

/** For how many milliseconds nothing may be recorded of a rollout before another run takes it over. */
export function watchMs({ at, lease, left, started }: RolloutHead): number {
  if (left) return 0
  if (lease === undefined) return unnamedMs(started)
  const wantedMs = Date.parse(lease.expires) - Date.parse(at)
  return Math.min(leaseBounds.longest, Math.max(leaseBounds.shortest, wantedMs))
}

/** How long an earlier version, which does not say so, may take to its next entry: one look, and its patience with the metric source. */
function unnamedMs({ settings }: RolloutStarted): number {
  const bakeMs = settings?.bakeMs ?? minuteMs
  return bakeMs + Math.max(minuteMs, bakeMs) + minuteMs
}

const minuteMs = 60_000

/** A further entry of a rollout: by whom, and after which of its entries. */
export interface Continuation {
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
export function lostRollout({ model, rollout, driver }: Continuation, head: RolloutHead | undefined): UserError {
  const { lease, at, outcome, endedBy } = head ?? {}
  const other = lease === undefined || lease.driver === driver ? undefined : lease
  const isSameRun = lease !== undefined && lease.driver === driver
  return registryError('rollout-lost', { model, rollout, driver, other, isSameRun, at, outcome, endedBy })
}

/** That a rollout is open: which, and who drives it. */
export function openRolloutError(code: 'rollout-under-way' | 'rollout-held', head: RolloutHead): UserError {
  const { model, version, rollout, target, source } = head.started
  const { driver, expires } = head.lease ?? {}
  return registryError(code, { model, version, rollout, target, source, driver, expires, left: head.left })
}
