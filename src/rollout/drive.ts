import { Cancelled, UserError } from '../core/errors/index.ts'
import { printDuration } from '../core/quantity/index.ts'
import { runIn, watchMs } from '../registry/index.ts'
import { acquireLease, type HeldLease } from './held-lease.ts'
import { heartbeatMs } from './lease.ts'
import type { Ports, RolloutPlan } from './plan.ts'
import { type RolloutState, rolloutState } from './state.ts'
import { tick } from './tick.ts'
import { steadySource, watchWallClock } from './wall-clock.ts'

/**
 * Takes a rollout from wherever the ledger says it is to its end, and gives its last state. While another run drives it, waits: for its
 * end, or until it may take over. A run that ends before the rollout does says so, so that the next need not wait.
 * @throws what `acquireLease` does but `rollout-held`, and what `tick` does.
 */
export async function drive(plan: RolloutPlan, ports: Ports): Promise<RolloutState> {
  const lease = await waitForLease(plan, ports)
  if ('finished' in lease) return lease
  try {
    return await driveOn(plan, { ...ports, source: steadySource(ports, lease) }, lease)
  } catch (thrown) {
    // A run that is ended has seconds, and knows why it fails.
    const lost = ports.signal.aborted ? undefined : await lease.lost()
    if (lost === undefined) ports.leavesOpen(lease.state())
    await lease.leave()
    // What fails once another run drives says nothing of the model.
    throw lost ?? thrown
  }
}

async function driveOn(plan: RolloutPlan, ports: Ports, lease: HeldLease): Promise<RolloutState> {
  for (;;) {
    try {
      const { state, pause } = await tick(plan, ports, lease)
      if (pause === undefined) return state
      await waitUntil(pause.until, ports, lease)
    } catch (thrown) {
      await waitForLedger(thrown, ports, lease)
    }
  }
}

/** A ledger that cannot be reached for a while ends nothing as long as nobody may take over: what was not recorded is recorded then. */
async function waitForLedger(thrown: unknown, { clock, signal, progress }: Ports, lease: HeldLease): Promise<void> {
  const isAway = thrown instanceof UserError && ledgerAway.has(thrown.code)
  if (!isAway || signal.aborted || lease.leftMs() < askAgainMs) throw thrown
  progress(`waits for the ledger, at most ${printDuration(lease.leftMs())}: ${thrown.message}`)
  await clock.sleep(askAgainMs, signal)
}

const ledgerAway: ReadonlySet<string> = new Set(['registry-unreachable', 'ledger-unsettled'])

/** Waits, and keeps the rollout meanwhile, however long that is. Ends early where the wall clock was set: the moment is another then. */
async function waitUntil(until: string, { clock, signal }: Ports, lease: HeldLease): Promise<void> {
  const jumpedMs = watchWallClock(clock)
  for (;;) {
    const left = Date.parse(until) - Date.parse(clock.now())
    await clock.sleep(Math.max(1, Math.min(left, heartbeatMs)), signal)
    if (left <= heartbeatMs || jumpedMs() !== 0) return
    // Longer than the wait: the ledger may be out of reach when it is over.
    await lease.hold({ until: new Date(Date.parse(until) + heartbeatMs).toISOString() })
  }
}

/** Waits until this run drives, or the rollout has ended: then gives how. */
async function waitForLease(plan: RolloutPlan, ports: Ports): Promise<HeldLease | RolloutState> {
  const { ledger, clock, signal } = ports
  let last = { key: '', seenMs: 0 }
  let told = ''
  for (;;) {
    if (signal.aborted) throw new Cancelled('the rollout was cancelled')
    const state = rolloutState(await ledger.read(), plan.id)
    if (state?.finished !== undefined) return state
    const key = state?.head.last ?? ''
    if (key !== last.key) last = { key, seenMs: clock.monotonicMs() }
    const ms = clock.monotonicMs() - last.seenMs
    try {
      // Asked of the ledger itself, wherever it is: what was read may be old, and what is refused is newer.
      return await acquireLease(plan, ports, { key, ms })
    } catch (thrown) {
      if (!isOthers(thrown)) throw thrown
    }
    const others = rolloutState(await ledger.read(), plan.id)
    if (others === undefined || others.finished !== undefined || others.head.left) continue
    const { lease, last: latest } = others.head
    const left = watchMs(others.head) - (latest === key ? ms : 0)
    const who = lease === undefined ? 'a run of an earlier version' : `the run ${runIn(lease.driver)}`
    const whom = `for ${who}, which drives this rollout; takes over after ${printDuration(left)} without a new entry of it`
    if (told !== who) ports.waits(whom)
    told = who
    ports.progress(`waits ${whom}`)
    await clock.sleep(Math.max(50, Math.min(askAgainMs, left, plan.settings.bakeMs / 2)), signal)
  }
}

function isOthers(thrown: unknown): boolean {
  return thrown instanceof UserError && (thrown.code === 'rollout-held' || thrown.code === 'rollout-lost')
}

/** How often a run asks again, whether it may take over and whether the ledger can be reached, in milliseconds at most. */
const askAgainMs = 5000
