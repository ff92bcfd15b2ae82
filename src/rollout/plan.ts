import type { Hook, HookCall, HookResult } from '../core/hook.ts'
import type { Ledger, RolloutSettings } from '../core/ledger.ts'
import type { MetricSource } from '../core/metric-source.ts'
import type { Served, Target } from '../core/target.ts'
import type { Clock, Processes } from '../core/world.ts'
import type { HookEvent } from './machine.ts'
import type { RolloutState } from './state.ts'

/** What a rollout is about, and how it goes. */
export interface RolloutPlan {
  readonly id: string
  readonly model: string
  readonly version: string
  /** What serves today, and the candidate was compared with; undefined for the first release. */
  readonly from: string | undefined
  /** Digest of the evidence of that comparison, where there is any. */
  readonly evidence?: string | undefined
  /** The rollout that ends as this one begins: one that was left before it moved any traffic. */
  readonly instead?: string | undefined
  /** Commit of the source that asked for it, where known. */
  readonly source?: string | undefined
  readonly steps: readonly number[]
  /** As the ledger keeps them from the start: a later process goes by these. */
  readonly settings: RolloutSettings
}

/** What a rollout acts through. */
export interface Ports {
  readonly ledger: Ledger
  /** The run that drives, and its stage: the same after it was killed and resumed. */
  readonly driver: string
  readonly target: Target
  readonly source: MetricSource
  readonly stable: Served | undefined
  readonly candidate: Served
  readonly clock: Clock
  readonly processes: Pick<Processes, 'identity' | 'fate'>
  readonly signal: AbortSignal
  readonly hooks: Readonly<Record<HookEvent, readonly Hook[]>>
  /** Eight random hexadecimal digits. */
  randomId(): string
  /** Runs a hook; whatever goes wrong is its result. */
  runHook(hook: Hook, call: HookCall): Promise<HookResult>
  progress(message: string, fraction?: number): void
  /** Told how an open rollout stands that this run drove and drives no longer. */
  leavesOpen(state: RolloutState): void
  /** Says that it waits for another run: `for the run X, which drives this rollout`. */
  waits(message: string): void
}
