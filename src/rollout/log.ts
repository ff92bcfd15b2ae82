import { isDeepStrictEqual } from 'node:util'
import type { CallContext, LedgerEntry, LedgerEvent, LedgerRecord } from '../core/ledger.ts'
import { lostRollout } from '../registry/index.ts'
import type { Ports, RolloutPlan } from './plan.ts'
import { type RolloutState, rolloutState } from './state.ts'

/** What is to be recorded, and when it happened. */
interface Added extends LedgerRecord {
  readonly at: string
}

/** What a run has read of its rollout, and what happened since and is not recorded yet. */
export interface RolloutLog {
  /** The rollout with all that was added; undefined before it began. */
  state(): RolloutState | undefined
  /** Reads the ledger again. What was added and stands in it by now is recorded. */
  read(asking?: CallContext): Promise<RolloutState | undefined>
  /** The same, wherever the ledger is: what a remote has taken may be unknown here, where a push was broken off. */
  readThere(asking: CallContext): Promise<RolloutState | undefined>
  /** Goes on after the last entry, in the name of the run that drives. */
  add(key: string, event: LedgerEvent): void
  /** Whether something was added and is not recorded. */
  isAhead(): boolean
  /** Whether that is one of them, by its key. */
  isToBeRecorded(key: string): boolean
  /** Takes back what was added. */
  forget(): void
  /**
   * Records what was added, all of it together, and gives its entries. `expires`: until when no other run may take over. Throws
   * `rollout-lost` where one has.
   */
  record(expires: string, asking?: CallContext): Promise<readonly LedgerEntry[]>
}

export function openLog({ id, model }: RolloutPlan, { ledger, clock, driver }: Ports): RolloutLog {
  let entries: readonly LedgerEntry[] = []
  let added: readonly Added[] = []
  const state = (rollout = id): RolloutState | undefined => rolloutState([...entries, ...added.map(toBe)], rollout)
  const read = async (asking?: CallContext): Promise<RolloutState | undefined> => {
    entries = await ledger.read(asking)
    const known = new Set(entries.map(({ key }) => key))
    added = added.filter(({ key }) => !known.has(key))
    return state()
  }
  return {
    state: () => state(),
    read,
    async readThere(asking) {
      // Whoever appends asks the remote first, and follows it.
      await ledger.appendAll([], asking)
      return read(asking)
    },
    add(key, event) {
      const before = 'rollout' in event && event.rollout !== undefined ? state(event.rollout) : undefined
      const named = { ...event, driver, ...(before === undefined ? {} : { follows: before.head.last }) }
      added = [...added, { key, event: named as LedgerEvent, at: clock.now() }]
    },
    isAhead: () => added.length > 0,
    isToBeRecorded: (key) => added.some((each) => each.key === key),
    forget() {
      added = []
    },
    async record(expires, asking) {
      const records = added.map(({ key, event }) => ({ key, event: isLast(event) ? event : { ...event, expires } }))
      const recorded = await ledger.appendAll(records as readonly LedgerRecord[], asking)
      entries = [...entries, ...recorded]
      added = []
      // A key that was known is that of another run's entry, which stays as it was.
      if (records.every(({ event }, at) => isSame(event, recorded[at]))) return recorded
      throw lostRollout({ model, rollout: id, driver }, state()?.head)
    },
  }
}

/** As it will stand in the ledger: in the name of who drives on, but where it says that nobody does. How long is said once it is recorded. */
function toBe({ key, event, at }: Added): LedgerEntry {
  return { ...event, ...(isLast(event) ? {} : { expires: at }), key, at, by: '' } as LedgerEntry
}

/** Nothing of this run's is to be waited for after it. */
function isLast({ kind }: LedgerEvent): boolean {
  return kind === 'rollout-finished' || kind === 'rollout-left'
}

function isSame(event: LedgerEvent, entry: LedgerEntry | undefined): boolean {
  const [one, other] = [event, entry ?? {}] as readonly Readonly<Record<string, unknown>>[]
  return ['kind', 'driver', 'follows', 'expires', 'process'].every((name) =>
    isDeepStrictEqual(one?.[name], other?.[name]),
  )
}
