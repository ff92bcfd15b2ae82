import { Bug, UserError } from '../core/errors/index.ts'
import type { CallContext, LedgerEvent, LedgerRecord } from '../core/ledger.ts'
import type { ProcessIdentity } from '../core/world.ts'
import { lostRollout, mayAcquire, type RolloutHead } from '../registry/index.ts'
import { leaseMs, longestLeaseMs, marginMs } from './lease.ts'
import { openLog, type RolloutLog } from './log.ts'
import { keys } from './machine.ts'
import type { Ports, RolloutPlan } from './plan.ts'
import type { RolloutState } from './state.ts'

/** What a rollout records of itself, before it is said who drives it. */
export type RolloutEvent = LedgerEvent & {
  kind: 'rollout-weight' | 'rollout-judged' | 'hook' | 'rollout-finished' | 'assign'
}

/**
 * The current lease of a rollout, as its holder has it. All that it does to a target or in a hook waits for `hold`, and all that it records goes
 * through here: each entry follows the one before it, so that the ledger refuses what is said by a run that has lost the rollout.
 */
export interface HeldLease {
  /** The rollout with all that was added, recorded or not. */
  state(): RolloutState
  /** Reads the ledger, once all is recorded. Throws `rollout-lost`. */
  read(): Promise<RolloutState>
  /** What took effect. It is recorded together with what follows at once. */
  add(key: string, event: RolloutEvent): void
  /** Records what was added, all of it together. Throws `rollout-lost`. */
  flush(): Promise<void>
  /**
   * Makes sure that no other run may have taken over, nor may until a moment (ISO 8601). `moves`: what comes next may move traffic.
   * Throws `rollout-lost`.
   */
  hold(what?: { readonly until?: string; readonly moves?: boolean }): Promise<void>
  /** Says again that this run drives: by the time that its clock has now, where that was set. Throws `rollout-lost`. */
  claim(): Promise<void>
  /** For how many milliseconds no other run may take over, less what is kept in reserve; negative once that is over. */
  leftMs(): number
  /** `rollout-lost` where another run drives by now, or has ended the rollout; undefined where nobody can tell. */
  lost(): Promise<UserError | undefined>
  /**
   * Records what was added, and that this run drives the rollout no longer. Best effort, within seconds: where it fails, the next run waits
   * until this one's lease is over.
   */
  leave(): Promise<void>
}

/** With less than this left of its lease, in milliseconds, a run asks for more before it does anything. */
const reserveMs = 15_000

/**
 * Begins a rollout, or goes on with one that has begun: both by an entry of its own. `watched`: for how long this run has seen that
 * nothing was recorded of it.
 * @throws `rollout-under-way`, `production-changed`; `rollout-held` while another run drives it, and `rollout-lost` where one was first.
 */
export async function acquireLease(plan: RolloutPlan, ports: Ports, watched?: Watched): Promise<HeldLease> {
  const holding = await begin(plan, ports, watched)
  const { log } = holding
  return {
    state: () => stateOf(holding),
    async read() {
      const found = await log.read()
      if (found?.finished === undefined && !isHolder(holding, found)) throw lost(holding)
      return stateOf(holding)
    },
    add: log.add,
    leftMs: () => leftMs(holding) - reserveMs,
    async lost() {
      // Within the time that a run has to end.
      const asking = { signal: AbortSignal.timeout(leavingMs) }
      const found = await log.readThere(asking).catch(() => undefined)
      if (found === undefined) return undefined
      const isOurs = found.finished === undefined && isHolder(holding, found)
      return isOurs || found.head.endedBy === ports.driver ? undefined : lost(holding)
    },
    async flush() {
      if (!log.isAhead()) return
      await record(holding)
      holding.progressedMs = ports.clock.monotonicMs()
    },
    hold: (what = {}) => hold(holding, what),
    claim: () => renew(holding, 0),
    leave: () => leaveSoon(holding),
  }
}

/** For how long a run has seen that an entry is the last of a rollout. */
export interface Watched {
  readonly key: string
  /** In milliseconds, by the monotonic clock. */
  readonly ms: number
}

/** What the holder of a lease keeps of it. */
interface Holding {
  readonly plan: RolloutPlan
  readonly ports: Ports
  readonly log: RolloutLog
  /** Keys of the entries with which this run said that it drives: of the last, it may not be known whether it was recorded. */
  began: readonly string[]
  /** Until when it may take to its next entry, by each of its clocks. */
  deadline: { readonly monotonicMs: number; readonly expires: string }
  /** When the rollout last went on, by the monotonic clock. */
  progressedMs: number
  /** Whether the target was never told to move traffic. */
  untouched: boolean
}

async function begin(plan: RolloutPlan, ports: Ports, watched: Watched | undefined): Promise<Holding> {
  const { clock, signal } = ports
  const log = openLog(plan, ports)
  const before = await log.read()
  const holding: Holding = {
    plan,
    ports,
    log,
    began: [],
    deadline: { monotonicMs: 0, expires: '' },
    progressedMs: clock.monotonicMs(),
    untouched: before === undefined || before.head.untouched,
  }
  try {
    if (before === undefined) {
      for (const { key, event } of startOf(plan, ports)) log.add(key, event)
      holding.began = [keys.started(plan.id)]
      await record(holding)
    } else await renew(holding, 0, reasonToAcquire(before.head, ports, watched))
    return holding
  } catch (thrown) {
    // A run may be ended once its entry is recorded and before it knows.
    if (signal.aborted) await leaveSoon(holding)
    throw thrown
  }
}

/** Why this run may take a rollout over: what it has seen itself, where that is needed. */
function reasonToAcquire(head: RolloutHead, { driver, processes }: Ports, watched: Watched | undefined): Reason {
  if (mayAcquire(head, { driver })) return {}
  const { process } = head.lease ?? {}
  if (process !== undefined && processes.fate({ host: '', ...process }) === 'gone') return { gone: true }
  return { watchedMs: watched?.key === head.last ? watched.ms : 0 }
}

type Reason = { readonly watchedMs?: number; readonly gone?: true }

/** A rollout begins; one of whose traffic nothing was moved, and that nobody drives, ends for it. */
function startOf(plan: RolloutPlan, { randomId, processes }: Ports): readonly LedgerRecord[] {
  const { id: rollout, model, version, from, evidence, source, steps, settings, instead } = plan
  const target = Object.keys(settings.target)[0] ?? ''
  const started = {
    kind: 'rollout-started' as const,
    ...{ model, rollout, version, from, target, steps, settings },
    process: processOf(processes),
    ...(evidence === undefined ? {} : { evidence }),
    ...(source === undefined ? {} : { source }),
  }
  const start = { key: keys.started(rollout), event: started }
  if (instead === undefined) return [start]
  const why = `it ended before it began, for the rollout ${rollout}`
  return [
    { key: keys.claimed(instead, randomId()), event: claimEvent({ id: instead, model }, processes) },
    {
      key: keys.finished(instead),
      event: { kind: 'rollout-finished', model, rollout: instead, outcome: 'rolled-back', why },
    },
    start,
  ]
}

/** Who claims it, after what and for how long is added to it when it is recorded. */
function claimEvent(
  { id: rollout, model }: Pick<RolloutPlan, 'id' | 'model'>,
  processes: Ports['processes'],
  reason: Reason = {},
): LedgerEvent {
  const process = processOf(processes)
  return { kind: 'rollout-claimed', model, rollout, driver: '', follows: '', expires: '', process, ...reason }
}

function processOf(processes: Ports['processes']): Omit<ProcessIdentity, 'host'> {
  const { pid, start, machine, namespace } = processes.identity()
  return { pid, start, machine, namespace }
}

function stateOf({ log }: Holding): RolloutState {
  const state = log.state()
  if (state === undefined) throw new Bug('a rollout was looked at before it began')
  return state
}

function lost({ plan: { id: rollout, model }, ports: { driver }, log }: Holding): UserError {
  return lostRollout({ model, rollout, driver }, log.state()?.head)
}

async function record(holding: Holding, atLeastMs = 0, asking?: CallContext): Promise<void> {
  const { plan, ports, log } = holding
  const ms = Math.max(atLeastMs, leaseMs(stateOf(holding), plan, ports))
  const expires = new Date(Date.parse(ports.clock.now()) + ms).toISOString()
  const deadline = { monotonicMs: ports.clock.monotonicMs() + ms, expires }
  await log.record(expires, asking)
  holding.deadline = deadline
}

function isHolder({ began }: Holding, found: RolloutState | undefined): boolean {
  return began.includes(found?.head.lease?.began ?? '')
}

function leftMs({ deadline, ports: { clock } }: Holding): number {
  return Math.min(deadline.monotonicMs - clock.monotonicMs(), Date.parse(deadline.expires) - Date.parse(clock.now()))
}

async function renew(holding: Holding, atLeastMs: number, reason: Reason = {}): Promise<void> {
  const { plan, ports, log } = holding
  // One that could not be recorded is tried again.
  if (!holding.began.some(log.isToBeRecorded)) {
    const key = keys.claimed(plan.id, ports.randomId())
    holding.began = [...holding.began, key]
    log.add(key, claimEvent(plan, ports.processes, reason))
  }
  await record(holding, atLeastMs)
}

async function hold(holding: Holding, { until, moves = false }: { until?: string; moves?: boolean }): Promise<void> {
  const { clock } = holding.ports
  if (moves) holding.untouched = false
  const now = Date.parse(clock.now())
  const waitMs = until === undefined ? 0 : Math.max(0, Date.parse(until) - now)
  const needed = reserveMs + Math.min(longestLeaseMs, waitMs)
  // What takes long may take as long again: that makes few entries of a long wait.
  const againMs = Math.min(longestLeaseMs, clock.monotonicMs() - holding.progressedMs)
  if (leftMs(holding) < needed) await renew(holding, Math.min(longestLeaseMs, needed + againMs) + marginMs)
}

/** A run that is ended has a few seconds for it, of which this may take so many, in milliseconds. */
const leavingMs = 4500

async function leaveSoon(holding: Holding): Promise<void> {
  // The signal of a run that is ended would end this, too.
  const leaving = leave(holding, { signal: AbortSignal.timeout(leavingMs) }).catch(() => {})
  await Promise.race([leaving, new Promise<void>((resolve) => setTimeout(resolve, leavingMs).unref())])
}

/** What was added and is refused is left out: the next run does it again. */
async function leave(holding: Holding, asking: CallContext): Promise<void> {
  const { plan, ports, log } = holding
  // Another process of the same run may have taken it over.
  const drives = (found: RolloutState): boolean => found.finished === undefined && isHolder(holding, found)
  const end = async (): Promise<void> => {
    const found = await log.readThere(asking)
    if (found === undefined || !drives(found)) return
    const { id: rollout, model } = plan
    const untouched = holding.untouched ? ({ untouched: true } as const) : {}
    const event = { kind: 'rollout-left', model, rollout, driver: '', follows: '', ...untouched } as const
    log.add(keys.left(rollout, ports.randomId()), event)
    await record(holding, 0, asking)
  }
  await end().catch(async (thrown: unknown) => {
    if (!(thrown instanceof UserError)) throw thrown
    log.forget()
    await end()
  })
}
