import type { Ledger } from '../core/ledger.ts'
import type { Artifact, OpenRollout, Override, Subject, Warning } from '../core/products/index.ts'
import type { World } from '../core/world.ts'
import type { Cache } from './cache.ts'
import type { Home } from './home.ts'
import type { Journal } from './journal.ts'
import type { Pipeline } from './load.ts'
import type { PlanOptions } from './plan.ts'
import type { Sharing } from './share.ts'
import type { Store } from './store.ts'

/** A run that has begun, before it is settled what it is about. */
export interface BegunRun {
  readonly pipeline: Pipeline
  readonly world: World
  readonly options: PlanOptions
  /** How many attempts there were before to have the same commit pass. */
  readonly attempts: number
  readonly override?: Override | undefined
  /** How it takes part in a benchmark that several machines share. */
  readonly sharing?: Sharing | undefined
  readonly home: Home
  readonly journal: Journal
  readonly store: Store
  readonly cache: Cache
  readonly ledger: Ledger
  /** Evidence whose digest a stage of this run may have recorded, by file: it stays as it is. */
  readonly evidence: Map<string, Artifact>
  /** Of what was recorded and does not show everywhere yet. */
  readonly warnings: Warning[]
  /** What it could not bring to its end. */
  readonly left: { rollout?: OpenRollout }
  readonly signal: AbortSignal
  progress(stage: string, message: string, fraction?: number): void
  /** Says that a stage waits for another process: `for the run X, which measures the same`. */
  waits(message: string, stage: string): void
}

/** What all stages of one run share. */
export interface RunContext extends BegunRun {
  readonly subject: Subject
  /** The commit that the run began with; undefined where none is known. */
  readonly commit: string | undefined
}
