import type { z } from 'zod'
import { Bug, type Problem } from './errors/index.ts'
import type { Ledger } from './ledger.ts'
import type { Binding, Override, ProductName, Products, Question, Subject, Warning } from './products/index.ts'
import type { MeasuredShard } from './share.ts'
import type { DeclaredTools, StageTools, ToolName } from './tools.ts'
import type { Outcome } from './verdict.ts'
import type { World } from './world.ts'

export type * from './tools.ts'

/** What a stage may touch: nothing, files under the run's own folders, or the world outside (tags, traffic, hooks). */
export const effects = ['none', 'files', 'remote'] as const
export type Effects = (typeof effects)[number]

export interface StageOutcome<Gives extends ProductName> {
  readonly product: Products[Gives]
  /**
   * Undefined for a stage that does not judge. Anything but `pass` stops the stages that depend on this one. Where the kind says how its
   * product tells the verdict (`verdictOf`), it is that one, whatever stands here.
   */
  readonly verdict?: Outcome | undefined
  /** One line: what came out. */
  readonly summary: string
  readonly warnings?: readonly Warning[]
  /** False when running it again may say more, as it does of a measurement that left questions open: then it is not cached. */
  readonly settled?: boolean
}

/** What one machine does of a stage that several share. */
export interface Shard {
  readonly name: string
  /** Labels of that machine, as in `runs-on`; undefined where any will do. */
  readonly runner?: readonly string[] | undefined
  /** The ids of what it measures. */
  readonly holds: readonly string[]
}

/**
 * What a stage leaves in the run's folder, so that others can check its result: a plain JSON value. The report lists the
 * file under `name`.
 */
export interface EvidenceFile {
  readonly name: string
  /** The name of the file: `evidence.json`. */
  readonly file: string
  /** The command that checks it, `verify`, and what that does: what a report proposes to type next. */
  readonly check: { readonly command: string; readonly what: string }
}

/** A data set as a pipeline declares it. */
export interface DeclaredData {
  readonly from: string
  readonly label?: string | undefined
  /** A reader of the user's own: it may give labels without a word. */
  readonly uses?: string | undefined
}

/** What a pipeline shows of a stage before anything runs. */
export interface Surroundings {
  /** Where the stage stands in the file. */
  readonly here: PathInFile
  /** What later stages will ask of it. */
  readonly questions: readonly Question[]
  /** Data sets by their names. */
  readonly data: ReadonlyMap<string, DeclaredData>
  /** What is asked by the stage that gives it a product; undefined where that asks nothing. */
  askedFor(product: ProductName): readonly Question[] | undefined
}

/** Keys and indices. */
export type PathInFile = readonly (string | number)[]

/** A mistake that would stop the stage when it runs, and where in the file it is. */
export interface PreflightProblem {
  readonly problem: Problem
  readonly at: PathInFile
}

type Given = Partial<Products> & { readonly subject: Subject }
type AnyTools = StageTools & Partial<DeclaredTools>

/** The version of the model that a stage will show as a tag, as far as its settings say. */
export interface ShownVersion {
  /** The version; undefined where the evidence decides. */
  readonly exact: string | undefined
  /** As a candidate of that version. */
  readonly candidate: boolean
}

/** What is known of a run before its first stage: enough to say what would refuse it at its end. */
export interface Outlook {
  readonly subject: Subject
  readonly ledger: Pick<Ledger, 'read'>
  readonly world: World
  /** Folder of the pipeline file. */
  readonly folder: string
  readonly override: Override | undefined
  /** `RUN/STAGE`; undefined where the run is only planned. */
  readonly id: string | undefined
  /** What the stages before it give. */
  readonly before: readonly ProductName[]
  /** What the stages after it give. */
  readonly after: readonly ProductName[]
}

/** A configured stage, ready to be planned and run. */
export interface Stage {
  readonly kind: StageKind
  /** Checked settings, defaults filled in: plain JSON, part of the cache key. */
  readonly settings: unknown
  readonly questions: readonly Question[]
  /** How many times measurements may be extended if they leave this stage's questions open. */
  readonly extensions: number
  /** Files beside the pipeline that the result depends on, absolute paths: part of the cache key. */
  readonly files: readonly string[]
  /** A guess of how long it takes, in milliseconds. */
  readonly estimateMs: number
  /** What each machine does, where several can share it; at least one then. */
  readonly shards: readonly Shard[]
  /** Undefined for one that shows none. */
  readonly shows: ShownVersion | undefined
  /** What is bound to go wrong, told from the pipeline alone. */
  preflight(surroundings: Surroundings): readonly PreflightProblem[]
  /** Throws what would refuse it when it runs, as far as the ledger and the checkout tell that before the first stage. Reads only. */
  admit(outlook: Outlook): Promise<void>
  /** The tools have to hold what the kind `uses`. */
  run(given: Given, tools: AnyTools): Promise<StageOutcome<ProductName>>
  /** Instead of `run`, where other machines measured all shards. Only for kinds that can be shared. */
  merge(given: Given, tools: AnyTools, measured: readonly MeasuredShard[]): Promise<StageOutcome<ProductName>>
  /** The value of its evidence file, from its product, what it was given, and what both belong to. Only for kinds that have one. */
  evidence(given: Given, product: unknown, bound: Binding): Promise<unknown>
}

/**
 * Which stages word the final sentence of a passing run: every `decided` stage, and the last `reached` stage, which says how far
 * the candidate got.
 */
export type Concludes = 'decided' | 'reached'

/** A row in the table of stage kinds. Not generic on purpose: a table of generic rows does not type-check without `any`. */
export interface StageKind {
  readonly name: string
  readonly summary: string
  readonly effects: Effects
  /** True for a stage that measures: nothing else runs beside it, and its cache is bound to the environment. */
  readonly measures: boolean
  /** True when its settings may run a user's own code or commands, refused for untrusted runs. Told from checked settings. */
  runsUserCode(settings: unknown): boolean
  /** True when it touches more than this machine and the registry, where its effects are remote. Told from checked settings. */
  reachesOut(settings: unknown): boolean
  readonly needs: readonly ProductName[]
  readonly wants: readonly ProductName[]
  readonly gives: ProductName
  /** The tools it is given beyond those of every stage. */
  readonly uses: readonly ToolName[]
  /** True when machines can share one of its stages. */
  readonly sharable: boolean
  readonly concludes: Concludes | undefined
  /** The verdict that a product holds; undefined for a kind that does not judge, or gives its verdict beside the product. */
  readonly verdictOf: ((product: unknown) => Outcome | undefined) | undefined
  /** True when the report has a place for its product, under the product's name. */
  readonly reported: boolean
  readonly evidence: EvidenceFile | undefined
  readonly settings: z.ZodType
  /** An example of its settings, YAML, for the reference. */
  readonly example: string
  make(raw: unknown, place: { readonly folder: string }): Stage
}

/** What a stage's `run` is given: for implementations that stand in a file of their own, loaded when the stage runs. */
export interface StageInput<
  Settings,
  Needs extends ProductName,
  Wants extends ProductName = never,
  Uses extends ToolName = never,
> {
  readonly settings: Settings
  readonly given: Pick<Products, Needs | 'subject'> & Partial<Pick<Products, Wants>>
  readonly tools: StageTools<Uses>
}

interface Definition<
  Settings extends z.ZodType,
  Needs extends ProductName,
  Wants extends ProductName,
  Uses extends ToolName,
  Gives extends ProductName,
> {
  readonly name: string
  readonly summary: string
  readonly effects: Effects
  readonly measures?: boolean
  readonly runsUserCode?: (settings: z.output<Settings>) => boolean
  /** Default, where its effects are remote: true. */
  readonly reachesOut?: (settings: z.output<Settings>) => boolean
  /** Products without which it cannot run. Every stage is given `subject`. */
  readonly needs: readonly Needs[]
  /** Products it uses when an earlier stage gives them. */
  readonly wants?: readonly Wants[]
  /** Tools beyond those that every stage is given. */
  readonly uses?: readonly Uses[]
  readonly gives: Gives
  readonly concludes?: Concludes
  /**
   * How its product tells the verdict. What is kept of a stage then holds no verdict beside the product that could be another one.
   */
  readonly verdictOf?: (product: Products[Gives]) => Outcome | undefined
  readonly reported?: boolean
  readonly settings: Settings
  readonly example: string
  readonly questions?: (settings: z.output<Settings>, folder: string) => readonly Question[]
  readonly extensions?: (settings: z.output<Settings>) => number
  readonly files?: (settings: z.output<Settings>, folder: string) => readonly string[]
  readonly estimateMs?: (settings: z.output<Settings>) => number
  /** The version that it shows as a tag, which the run makes sure of before it begins. */
  readonly shows?: (settings: z.output<Settings>) => ShownVersion | undefined
  /** What is bound to go wrong when it runs, told from the pipeline alone: nobody should pay for a benchmark to hear it. */
  readonly preflight?: (settings: z.output<Settings>, surroundings: Surroundings) => readonly PreflightProblem[]
  /** Throws what would refuse it when it runs, told from the ledger and the checkout. Only of kinds whose effects are remote. */
  readonly admit?: (settings: z.output<Settings>, outlook: Outlook) => Promise<void>
  run(input: StageInput<z.output<Settings>, Needs, Wants, Uses>): Promise<StageOutcome<Gives>>
  /** For a stage that machines can share: each runs it with its `shard`, and what they measured is merged. */
  readonly sharing?: {
    shards(settings: z.output<Settings>): readonly Shard[]
    merge(
      input: StageInput<z.output<Settings>, Needs, Wants, Uses>,
      measured: readonly MeasuredShard[],
    ): Promise<StageOutcome<Gives>>
  }
  readonly evidence?: EvidenceFile & {
    /** Its value. */
    of(
      input: Omit<StageInput<z.output<Settings>, Needs, Wants>, 'tools'> & {
        readonly folder: string
        readonly bound: Binding
      },
      product: Products[Gives],
    ): Promise<unknown>
  }
}

/** Defines a stage kind. The settings type stays inside this call, so a table of kinds needs no generics. */
export function defineStage<
  Settings extends z.ZodType,
  Needs extends ProductName,
  Gives extends ProductName,
  Wants extends ProductName = never,
  Uses extends ToolName = never,
>(definition: Definition<Settings, Needs, Wants, Uses, Gives>): StageKind {
  const { sharing, evidence, verdictOf } = definition
  const kind: StageKind = {
    name: definition.name,
    summary: definition.summary,
    effects: definition.effects,
    measures: definition.measures ?? false,
    runsUserCode: (settings) => definition.runsUserCode?.(settings as z.output<Settings>) ?? false,
    reachesOut: (settings) =>
      definition.reachesOut?.(settings as z.output<Settings>) ?? definition.effects === 'remote',
    needs: definition.needs,
    wants: definition.wants ?? [],
    gives: definition.gives,
    uses: definition.uses ?? [],
    sharable: sharing !== undefined,
    concludes: definition.concludes,
    verdictOf: verdictOf && ((product) => verdictOf(product as Products[Gives])),
    reported: definition.reported ?? false,
    evidence,
    settings: definition.settings,
    example: definition.example,
    make: (raw, { folder }) => made(kind, definition, definition.settings.parse(raw, { jitless: true }), folder),
  }
  return kind
}

function made<
  Settings extends z.ZodType,
  Needs extends ProductName,
  Gives extends ProductName,
  Wants extends ProductName,
  Uses extends ToolName,
>(
  kind: StageKind,
  definition: Definition<Settings, Needs, Wants, Uses, Gives>,
  settings: z.output<Settings>,
  folder: string,
): Stage {
  const { sharing, evidence } = definition
  type Input = StageInput<z.output<Settings>, Needs, Wants, Uses>
  const judged = async (outcome: Promise<StageOutcome<Gives>>): Promise<StageOutcome<Gives>> => {
    const { verdict, ...given } = await outcome
    return { ...given, verdict: definition.verdictOf === undefined ? verdict : definition.verdictOf(given.product) }
  }
  // The engine gives what the kind needs and uses: it reads both from the kind.
  const inputOf = (given: Given, tools: AnyTools): Input => ({
    settings,
    given: given as Input['given'],
    tools: tools as Input['tools'],
  })
  return {
    kind,
    settings,
    questions: definition.questions?.(settings, folder) ?? [],
    extensions: definition.extensions?.(settings) ?? 0,
    files: definition.files?.(settings, folder) ?? [],
    estimateMs: definition.estimateMs?.(settings) ?? 1000,
    shards: sharing?.shards(settings) ?? [],
    shows: definition.shows?.(settings),
    preflight: (surroundings) => definition.preflight?.(settings, surroundings) ?? [],
    admit: async (outlook) => definition.admit?.(settings, outlook),
    run: (given, tools) => judged(definition.run(inputOf(given, tools))),
    async merge(given, tools, measured) {
      if (sharing === undefined) throw new Bug(`stages of kind ${kind.name} are not shared`)
      return judged(sharing.merge(inputOf(given, tools), measured))
    },
    evidence: async (given, product, bound) =>
      evidence?.of({ settings, given: given as Input['given'], folder, bound }, product as Products[Gives]),
  }
}
