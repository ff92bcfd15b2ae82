import type { z } from 'zod'
import type { Sha256 } from './json.ts'
import type { Ledger } from './ledger.ts'
import type { Artifact, Override, ProductName, Products, Question, Subject, Warning } from './products/index.ts'
import type { Share } from './share.ts'
import type { TargetKind } from './target.ts'
import type { Outcome } from './verdict.ts'
import type { World } from './world.ts'

/** What a stage may touch: nothing, files under the run's own folders, or the world outside (tags, traffic, hooks). */
export type Effects = 'none' | 'files' | 'remote'

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

/** What a stage works with, besides its settings and the products it was given. */
export interface StageTools {
  readonly world: World
  readonly store: ArtifactStore
  readonly checkpoint: Checkpoint
  /** What was measured under a key, by this run or any before it: it outlives the run, and is only ever added to. */
  measurements(key: Sha256): Checkpoint
  readonly signal: AbortSignal
  /** Identifies the run and the stage: the stem of idempotency keys. */
  readonly runId: string
  readonly stage: string
  /** Folder of the pipeline file: relative paths in settings start here. */
  readonly folder: string
  /** Folder for scratch files of this stage, emptied before it starts. */
  readonly scratch: string
  /** What the stages after this one will ask of its measurements. */
  readonly questions: readonly Question[]
  /** How often more may be measured than was planned, for questions that are still open. */
  readonly extensions: number
  /** For a benchmark that several machines share: what this run measures of it, or what was measured. */
  readonly share?: Share | undefined
  /** Given when somebody takes the responsibility for a candidate that a gate stops. */
  readonly override?: Override | undefined
  readonly targets: readonly TargetKind[]
  readonly ledger: Ledger
  progress(message: string, fraction?: number): void
}

export interface StageOutcome<Gives extends ProductName> {
  readonly product: Products[Gives]
  /** Undefined for a stage that does not judge. Anything but `pass` stops the stages that depend on this one. */
  readonly verdict?: Outcome | undefined
  /** One line: what came out. */
  readonly summary: string
  readonly warnings?: readonly Warning[]
  /** False when running it again may say more, as it does of a measurement that left questions open: then it is not cached. */
  readonly settled?: boolean
}

/** A configured stage, ready to be planned and run. */
export interface Stage {
  readonly kind: StageKind
  /** Checked settings, defaults filled in: plain JSON, part of the cache key. */
  readonly settings: unknown
  readonly questions: readonly Question[]
  /** How often it wants measurements before it extended, where they leave questions open. */
  readonly extensions: number
  /** Files beside the pipeline that the result depends on, absolute paths: part of the cache key. */
  readonly files: readonly string[]
  /** A guess of how long it takes, in milliseconds. */
  readonly estimateMs: number
  run(given: Partial<Products> & { subject: Subject }, tools: StageTools): Promise<StageOutcome<ProductName>>
}

/** A row in the table of stage kinds. Not generic on purpose: a table of generic rows does not type-check without `any`. */
export interface StageKind {
  readonly kind: string
  readonly summary: string
  readonly effects: Effects
  /** True for a stage that measures: nothing else runs beside it, and its cache is bound to the environment. */
  readonly measures: boolean
  /** True for a stage whose refusal a person may override. */
  readonly overridable: boolean
  /** True when its settings may run a user's own code or commands, refused for untrusted runs. Told from checked settings. */
  runsUserCode(settings: unknown): boolean
  readonly needs: readonly ProductName[]
  readonly wants: readonly ProductName[]
  readonly gives: ProductName
  readonly settings: z.ZodType
  /** An example of its settings, YAML, for the reference. */
  readonly example: string
  make(raw: unknown, place: { readonly folder: string }): Stage
}

/** What a stage's `run` is given: for implementations that stand in a file of their own, loaded when the stage runs. */
export interface StageInput<Settings, Needs extends ProductName, Wants extends ProductName = never> {
  readonly settings: Settings
  readonly given: Pick<Products, Needs | 'subject'> & Partial<Pick<Products, Wants>>
  readonly tools: StageTools
}

interface Definition<
  Settings extends z.ZodType,
  Needs extends ProductName,
  Wants extends ProductName,
  Gives extends ProductName,
> {
  readonly kind: string
  readonly summary: string
  readonly effects: Effects
  readonly measures?: boolean
  readonly overridable?: boolean
  readonly runsUserCode?: (settings: z.output<Settings>) => boolean
  /** Products without which it cannot run. Every stage is given `subject`. */
  readonly needs: readonly Needs[]
  /** Products it uses when an earlier stage gives them. */
  readonly wants?: readonly Wants[]
  readonly gives: Gives
  readonly settings: Settings
  readonly example: string
  readonly questions?: (settings: z.output<Settings>, folder: string) => readonly Question[]
  readonly extensions?: (settings: z.output<Settings>) => number
  readonly files?: (settings: z.output<Settings>, folder: string) => readonly string[]
  readonly estimateMs?: (settings: z.output<Settings>) => number
  run(input: StageInput<z.output<Settings>, Needs, Wants>): Promise<StageOutcome<Gives>>
}

/** Defines a stage kind. The settings' type lives inside this one call. */
export function defineStage<
  Settings extends z.ZodType,
  Needs extends ProductName,
  Gives extends ProductName,
  Wants extends ProductName = never,
>(definition: Definition<Settings, Needs, Wants, Gives>): StageKind {
  const kind: StageKind = {
    kind: definition.kind,
    summary: definition.summary,
    effects: definition.effects,
    measures: definition.measures ?? false,
    overridable: definition.overridable ?? false,
    runsUserCode: (settings) => definition.runsUserCode?.(settings as z.output<Settings>) ?? false,
    needs: definition.needs,
    wants: definition.wants ?? [],
    gives: definition.gives,
    settings: definition.settings,
    example: definition.example,
    make(raw, place) {
      const settings = definition.settings.parse(raw, { jitless: true })
      return {
        kind,
        settings,
        questions: definition.questions?.(settings, place.folder) ?? [],
        extensions: definition.extensions?.(settings) ?? 0,
        files: definition.files?.(settings, place.folder) ?? [],
        estimateMs: definition.estimateMs?.(settings) ?? 1000,
        run: (given, tools) =>
          definition.run({
            settings,
            given: given as Pick<Products, Needs | 'subject'> & Partial<Pick<Products, Wants>>,
            tools,
          }),
      }
    },
  }
  return kind
}
