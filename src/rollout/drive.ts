import { Cancelled, UserError } from '../core/errors/index.ts'
import type { Ports, RolloutPlan } from './plan.ts'
import { type RolloutState, rolloutState } from './state.ts'
import { beginTenure, type Tenure } from './tenure.ts'
import { tick } from './tick.ts'

/**
 * Takes a rollout from wherever the ledger says it is to its end, and gives its last state. While another run drives it, waits: for its
 * end, or until it may take over. A run that ends before the rollout does says so, so that the next need not wait.
 * @throws what `beginTenure` does but `rollout-claimed`, and what `tick` does.
 */
export async function drive(plan: RolloutPlan, ports: Ports): Promise<RolloutState> {
  const turn = await takeTurn(plan, ports)
  if ('finished' in turn) return turn
  try {
    return await driveOn(plan, ports, turn)
  } catch (thrown) {
    await leaveSoon(turn)
    throw thrown
  }
}

async function driveOn(plan: RolloutPlan, ports: Ports, tenure: Tenure): Promise<RolloutState> {
  for (;;) {
    const { state, pause } = await tick(plan, ports, tenure)
    if (pause === undefined) return state
    const ms = Date.parse(pause.until) - Date.parse(ports.clock.now())
    await ports.clock.sleep(Math.max(1, ms), ports.signal)
  }
}

/** A run that is ended has a few seconds for it, of which this may take so many, in milliseconds. */
const leavingMs = 3000

/** Best effort: where it fails, the next run waits until this one's lease is over. */
async function leaveSoon(tenure: Tenure): Promise<void> {
  // The signal of a run that is ended would end this, too.
  const leaving = tenure.leave({ signal: AbortSignal.timeout(leavingMs) }).catch(() => {})
  await Promise.race([leaving, new Promise<void>((resolve) => setTimeout(resolve, leavingMs).unref())])
}

/** Waits until this run drives, or the rollout has ended: then gives how. */
async function takeTurn(plan: RolloutPlan, ports: Ports): Promise<Tenure | RolloutState> {
  const { ledger, clock, signal } = ports
  let last = { key: '', seenMs: 0 }
  for (;;) {
    if (signal.aborted) throw new Cancelled('the rollout was cancelled')
    const state = rolloutState(await ledger.read(), plan.id)
    if (state?.finished !== undefined) return state
    const key = state?.course.last ?? ''
    if (key !== last.key) last = { key, seenMs: clock.monotonicMs() }
    try {
      // Asked of the ledger itself, wherever it is: what was read may be old, and what is refused is newer.
      return await beginTenure(plan, ports, clock.monotonicMs() - last.seenMs)
    } catch (thrown) {
      if (!isOthers(thrown)) throw thrown
    }
    await waitForTurn(rolloutState(await ledger.read(), plan.id), plan, ports)
  }
}

function isOthers(thrown: unknown): boolean {
  return thrown instanceof UserError && (thrown.code === 'rollout-claimed' || thrown.code === 'rollout-lost')
}

/** How often a run asks whether it may go on, in milliseconds at most. */
const askAgainMs = 5000

async function waitForTurn(state: RolloutState | undefined, plan: RolloutPlan, ports: Ports): Promise<void> {
  const { clock, signal, progress } = ports
  const claim = state?.course.claim
  if (claim === undefined || state?.finished !== undefined) return
  const [day, time] = claim.expires.slice(0, 16).split('T')
  progress(`the run ${claim.driver} drives this rollout until ${day} ${time} UTC, waits`)
  const left = Date.parse(claim.expires) - Date.parse(clock.now())
  const ms = left > 0 ? Math.min(askAgainMs, left) : askAgainMs
  await clock.sleep(Math.max(50, Math.min(ms, plan.settings.bakeMs / 2)), signal)
}
