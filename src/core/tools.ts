import type { Sha256 } from './json.ts'
import type { Ledger } from './ledger.ts'
import type { MetricSourceKind } from './metric-source.ts'
import type { Artifact, OpenRollout, Override, ProductName, Question } from './products/index.ts'
import type { TargetKind } from './target.ts'
import type { World } from './world.ts'

/** The content-addressed store: files named by their SHA-256. Writing the same bytes twice stores them once. */
export interface ArtifactStore {
  /** Takes a file in and gives its artifact; a model together with the files beside it that hold its weights. */
  putFile(path: string): Promise<Artifact>
  putBytes(name: string, bytes: Uint8Array): Promise<Artifact>
  /** Absolute path of a stored file; a model's files are beside it under their names. Throws `artifact-missing`. */
  path(artifact: Artifact): Promise<string>
}

/** Progress that survives being killed: a list of JSON values, appended durably, read back when the stage starts again. */
export interface Checkpoint {
  read(): Promise<readonly unknown[]>
  append(value: unknown): Promise<void>
}

/** What was measured under a key, by any run. */
export interface KeptMeasurements extends Checkpoint {
  /**
   * Does some work while no other process measures the same anywhere, or anything on this machine in the same home. Waits for those that do,
   * and says so; what they measured is there to read then. Throws Cancelled when the stage is ended meanwhile, and
   * `measuring-lost` from `append` when another process took over from this one, which stood still.
   */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
}

/** What every stage works with, besides its settings and the products it was given. */
interface CommonTools {
  readonly world: World
  readonly store: ArtifactStore
  readonly checkpoint: Checkpoint
  readonly signal: AbortSignal
  /** Identifies the run and the stage: the stem of idempotency keys. */
  readonly runId: string
  readonly stage: string
  /** Folder of the pipeline file: relative paths in settings start here. */
  readonly folder: string
  /** Folder for scratch files of this stage, emptied before it starts. */
  readonly scratch: string
  progress(message: string, fraction?: number): void
  /** Says that the stage waits for another process, once for each: `for the run X, which measures the same`. Absent where nobody listens. */
  waits?(message: string): void
  /** Says how a rollout stands that the stage drove and did not bring to its end. Absent where nobody listens. */
  leavesOpen?(rollout: OpenRollout): void
}

/** Further tools, given only to kinds that list them in `uses`. */
export interface DeclaredTools {
  /** The log of what was released and what serves. */
  readonly ledger: Ledger
  /** What a rollout or a load test can serve on. */
  readonly targets: readonly TargetKind[]
  /** What can say how the traffic of a rollout went. */
  readonly sources: readonly MetricSourceKind[]
  /** What was measured under a key, by this run or any before it: it outlives the run, and is only ever added to. */
  measurements(key: Sha256): KeptMeasurements
  /** What the stages after this one will ask of its measurements. They are part of its cache key. */
  readonly questions: readonly Question[]
  /** How often more may be measured than was planned, for questions that are still open. Part of the cache key. */
  readonly extensions: number
  /** How many attempts there were before to have the same commit pass, whose measurements need not be here. */
  readonly attempts: number
  /** What the stages after this one give. */
  readonly after: readonly ProductName[]
  /**
   * Writes the evidence of what was compared and decided before this stage into the run's folder and the store, and gives its digest;
   * undefined where nothing was compared. What the stage records of it stands for exactly these bytes.
   */
  evidence(): Promise<Sha256 | undefined>
  /** The shard that this machine measures of a stage that several share; undefined where one measures all of it. */
  readonly shard: string | undefined
  /** Given when somebody takes the responsibility for a candidate that a gate stops. Part of the cache key. */
  readonly override: Override | undefined
}

export type ToolName = keyof DeclaredTools

/** The tools of a stage whose kind declares that it uses these; without any, those of every stage. */
export type StageTools<Uses extends ToolName = never> = CommonTools & Pick<DeclaredTools, Uses>
