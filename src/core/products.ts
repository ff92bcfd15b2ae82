import type { Sha256 } from './json.ts'
import type { Margin } from './quantity.ts'
import type { Outcome, Verdict } from './verdict.ts'
import type { Machine } from './world.ts'

/** Trouble that does not stop a run: shown by every report, with what to do about it. */
export interface Warning {
  readonly code: string
  readonly message: string
  readonly remedy: string
}

/** A file in the content-addressed store. `name` is for people: the file name it had. */
export interface Artifact {
  readonly sha256: Sha256
  readonly bytes: number
  readonly name: string
}

/**
 * What stages hand to one another, by name. Products are plain JSON values; files travel as `Artifact`s.
 * A stage kind from outside adds its own product by declaration merging.
 */
export interface Products {
  subject: Subject
  validation: Validation
  variants: Variants
  measurements: Measurements
  comparison: Comparison
  decision: Decision
  release: Release
  rollout: RolloutResult
}

export type ProductName = keyof Products

/** What the run is about. Every run has it before its first stage. */
export interface Subject {
  /** The model's name in the registry. */
  readonly model: string
  readonly candidate: Artifact
  /** What serves today. Undefined for the first release of a model. */
  readonly production?: { readonly version?: string | undefined; readonly artifact: Artifact } | undefined
  readonly data: Readonly<Record<string, DataReference>>
}

/** A data set a pipeline names. `inputs` maps a model input to the array that feeds it. */
export interface DataReference {
  readonly artifact: Artifact
  readonly inputs: Readonly<Record<string, string>>
  readonly label?: string | undefined
  /** The array that says which examples belong together: they are resampled together. */
  readonly group?: string | undefined
  /** A user's own reader: a module, absolute path, with its digest so that caching sees a change. */
  readonly uses?: { readonly path: string; readonly sha256: Sha256 } | undefined
}

/** Something found in a model. `where` is a path a person can follow: `graph/node Relu_3`. */
export interface Finding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly where: string
  readonly message: string
  readonly hint: string
}

export interface Validation {
  readonly checks: readonly {
    readonly check: string
    readonly verdict: Verdict
    readonly findings: readonly Finding[]
  }[]
  readonly summary: ModelSummary
}

export interface ModelSummary {
  readonly irVersion: number
  readonly opset: Readonly<Record<string, number>>
  readonly producer: string
  readonly nodes: number
  readonly operators: Readonly<Record<string, number>>
  /** Elements of all initialisers. */
  readonly parameters: number
  readonly bytes: number
  readonly inputs: readonly InterfaceValue[]
  readonly outputs: readonly InterfaceValue[]
}

export interface InterfaceValue {
  readonly name: string
  readonly type: string
  readonly dims: readonly (number | string)[]
}

/** A model plus how it is run. `copy` is a second production, for the noise floor of the same run. */
export interface Contender {
  readonly id: string
  readonly role: 'production' | 'candidate' | 'variant' | 'copy'
  readonly model: Artifact
}

export interface Variants {
  readonly variants: readonly {
    readonly id: string
    readonly model: Artifact
    /** How it was made: `onnxruntime graph optimisation, level basic`. */
    readonly how: string
    readonly kept: boolean
    readonly why: string
  }[]
  /** What goes on through the pipeline: a kept variant, or the candidate as it came. */
  readonly chosen: { readonly id: string; readonly model: Artifact }
}

/** The conditions of one benchmark. */
export interface Scenario {
  readonly id: string
  readonly provider: string
  readonly batch: number
  readonly threads: number
  /** The provider's own options, and whether the CPU may run what it does not take. */
  readonly options?: Readonly<Record<string, unknown>> | undefined
  readonly allowFallback?: boolean | undefined
  /** Requests a second, sent at random moments (Poisson) whether or not earlier ones are answered: an open loop. Closed when absent. */
  readonly rate?: number | undefined
  /** `isolated`: one contender after the other, each alone; for models whose workers would disturb one another. */
  readonly order?: 'isolated' | undefined
}

/** What one worker process measured of one contender in one block. Times in milliseconds, none trimmed. */
export interface WorkerSample {
  /** Every timed run, in order. In an open loop from the moment at which the request was meant to be sent, so that waiting counts. */
  readonly samplesMs: readonly number[]
  /** How many of them belong to each turn, in order: they add up to all. */
  readonly turns: readonly number[]
  readonly sessionMs: number
  readonly firstRunMs: number
  readonly peakBytes: number
  readonly warmup: Warmup
  /** In an open loop: the share of the time in which it was at work. Above 1, requests came faster than it answers. */
  readonly load?: number | undefined
  /** What the GPU did during its turns, where it had one to itself. */
  readonly gpu?: GpuState | undefined
}

/** The runs before the timed ones. They end when times have stopped falling, or when that takes too long: `steady` says which. */
export interface Warmup {
  readonly runs: number
  readonly ms: number
  readonly steady: boolean
}

/** One randomised, balanced sequence of turns in fresh worker processes: the unit of replication. */
export interface Block {
  /** Contender ids in the order in which they had their turns. */
  readonly order: readonly string[]
  readonly runs: Readonly<Record<string, WorkerSample>>
  /** What the GPU did meanwhile, where one was watched. */
  readonly gpu?: GpuState | undefined
}

/** A GPU over a block: means over time, clocks while it worked. */
export interface GpuState {
  readonly seconds: number
  readonly utilization?: number | undefined
  readonly smMHz?: number | undefined
  /** Share of the working time, 0 to 1, in which the clock was under three quarters of the base clock. */
  readonly slowShare?: number | undefined
  readonly memoryBytes?: number | undefined
  readonly celsius?: number | undefined
  /** Energy of the whole board. */
  readonly joules?: number | undefined
  /** Share of the time in which each reason held the clocks down. */
  readonly reasons: Readonly<Record<string, number>>
}

/** A look at the blocks of a scenario to see whether they answer the questions: after how many, and how much error rate was spent by then. */
export interface BlockLook {
  readonly blocks: number
  /** Share of alpha, 0 to 1, never falling from look to look. */
  readonly spent: number
}

/** The speed of all contenders in one scenario. */
export interface Speed {
  readonly scenario: Scenario
  readonly blocks: readonly Block[]
  /** Every look that was taken, in order; the verdicts account for all of them. The last is at the last block. */
  readonly looks: readonly BlockLook[]
}

/** The machine a measurement was made on. Contenders measured in different environments are never compared. */
export interface Environment extends Machine {
  /** The GPUs that were used, by the providers that use one; undefined where none did. */
  readonly gpus?: readonly UsedGpu[] | undefined
  /** The runtimes behind the providers that were used, where they were asked: `onnxruntime-web 1.30.0`. */
  readonly runtimes?: readonly string[] | undefined
  readonly fingerprint: Sha256
}

/** Two boards of one name and driver count as the same; the UUID is for people. */
export interface UsedGpu {
  readonly name: string
  readonly driver: string
  readonly uuid: string
}

export interface Measurements {
  readonly environment: Environment
  readonly seed: number
  /** The first is production (where there is one), the last is the chosen contender that compare looks at. */
  readonly contenders: readonly Contender[]
  readonly chosen: string
  readonly speed: readonly Speed[]
  /** Quality on labelled or unlabelled data, per example, so that paired tests work. */
  readonly quality?: Quality | undefined
  /** Metrics that are counts, per contender id: `size`, `parameters`. */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly warnings: readonly Warning[]
}

export interface Quality {
  readonly data: string
  readonly examples: number
  /** The right class of each example, or the value to be predicted. */
  readonly labels?: readonly number[] | undefined
  /** The group of each example, numbered from 0 without gaps; absent where examples stand alone. */
  readonly groups?: readonly number[] | undefined
  /** The examples of each slice that was asked about, by its name: `lang=de`. */
  readonly slices?: Readonly<Record<string, readonly number[]>> | undefined
  /** The top class of each example, per contender id. */
  readonly predictions: Readonly<Record<string, readonly number[]>>
  /** What else metrics are computed from, per contender id. */
  readonly records?: QualityRecords | undefined
  /** A user's own metrics: metric name → contender id → value of each example. */
  readonly custom: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
  /** A user's own metrics of whole data sets: metric name → contender id. */
  readonly corpus?: Readonly<Record<string, Readonly<Record<string, CorpusFigures>>>> | undefined
}

/** Of each example, per contender id. */
export interface QualityRecords {
  /** How many classes the model scores above the label. */
  readonly ranks?: Readonly<Record<string, readonly number[]>> | undefined
  /** The score of class 1; with more than two classes, the probability of each, example by example. */
  readonly scores?: Readonly<Record<string, readonly number[]>> | undefined
  /** −ln of the probability of the label. */
  readonly losses?: Readonly<Record<string, readonly number[]>> | undefined
  /** The number that a regression predicts. */
  readonly outputs?: Readonly<Record<string, readonly number[]>> | undefined
  /** How far the outputs lie from production's, as a share of their size. */
  readonly errors?: Readonly<Record<string, readonly number[]>> | undefined
}

/**
 * A metric that a user's code makes of a whole data set. What it makes of resampled examples is kept, because recomputing a
 * verdict runs nobody's code; the same resamples for every contender.
 */
export interface CorpusFigures {
  readonly value: number
  /** On each resample. */
  readonly resampled: readonly number[]
  /** With each of up to 500 sets of examples left out. */
  readonly without: readonly number[]
  /** Examples of which the module keeps something else than it does of production's. */
  readonly differing: number
}

/** What compare will ask: told to the benchmark before it measures. */
export interface Question {
  readonly metric: string
  readonly margin: Margin
  /** A user's own metric: a module, absolute path. */
  readonly uses?: { readonly path: string } | undefined
  /** What is claimed of the candidate; `not-worse` when absent. */
  readonly claim?: 'better' | 'equivalent' | undefined
  /** Needed for a user's own metric; the table of metrics knows the others. */
  readonly better?: 'lower' | 'higher' | undefined
  /** One-sided error rate of its verdict, above 0 and at most 0.2: a benchmark measures until the question is answered at this rate. */
  readonly alpha: number
}

/**
 * One metric of the chosen contender against production. `change` and its interval are oriented as the metric is:
 * relative margins give relative changes (0.03 = 3 % more), absolute margins give differences in the metric's unit.
 */
export interface ComparisonRow {
  readonly metric: string
  /** The scenario's id, for speed metrics. */
  readonly scenario?: string | undefined
  readonly unit: string
  readonly better: 'lower' | 'higher'
  readonly production: number
  readonly candidate: number
  readonly scale: 'relative' | 'absolute'
  readonly change: number
  /** Two-sided interval of the change; `level` is the level it really achieves. Equal ends for exact metrics. */
  readonly interval: { readonly low: number; readonly high: number; readonly level: number }
  /** Positive: how much worse is acceptable, on the same scale; how much better is asked for, how much different is acceptable. */
  readonly margin: number
  /** What the verdict is about, where it is not that the candidate is not worse. */
  readonly claim?: 'better' | 'equivalent' | undefined
  readonly verdict: Verdict
  /** Better beyond doubt: the whole interval lies on the better side of no change. */
  readonly improved: boolean
  /** The method: `Hodges–Lehmann interval on 12 blocks`, `McNemar mid-p …`, `exact`. */
  readonly method: string
  /** One sentence for a person: the verdict with its numbers. */
  readonly why: string
  /** A `fail` that may be chance among so many comparisons: it does not hold for all of them together (Holm). */
  readonly alone?: true | undefined
  /** How many independent values the compared ones are worth, where they follow one another beyond chance. */
  readonly effective?: number | undefined
  /** What would settle an inconclusive row. */
  readonly needs?: { readonly blocks?: number; readonly examples?: number } | undefined
  /** Smallest worsening this evidence could have told from none nine times in ten, same scale; absent for exact metrics. */
  readonly detectable?: number | undefined
  /** The noise floor: the interval of a second copy of production against production, in the blocks where one ran along. */
  readonly noise?:
    | { readonly blocks: number; readonly low: number; readonly high: number; readonly level: number }
    | undefined
}

export interface Comparison {
  readonly contender: string
  readonly against: { readonly version?: string | undefined; readonly sha256: Sha256 }
  /** True when the candidate is production itself, byte for byte: then there is nothing to compare and no rows. */
  readonly identical: boolean
  readonly rows: readonly ComparisonRow[]
  /** One-sided error rate of each row. */
  readonly alpha: number
  readonly warnings: readonly Warning[]
  /** Digest of the measurements the rows were computed from. */
  readonly evidence: Sha256
}

export interface Decision {
  readonly verdict: Verdict
  /** What decided: the metrics that were required, and how each came out. */
  readonly reasons: readonly {
    readonly metric: string
    readonly scenario?: string | undefined
    readonly verdict: Verdict
    readonly why: string
  }[]
  readonly sentence: string
  /** Who let a candidate through that the gate would have stopped, why, and what the gate had said. */
  readonly override?: (Override & { readonly verdict: 'fail' | 'inconclusive' }) | undefined
}

/** Somebody takes the responsibility for a candidate that the gate stops. */
export interface Override {
  readonly by: string
  readonly reason: string
}

export interface Release {
  readonly model: string
  readonly version: string
  readonly tag: string
  readonly artifact: Artifact
  readonly bump: 'first' | 'major' | 'minor' | 'patch' | 'none'
  readonly why: string
  /** True when the version was there before this run. */
  readonly existed: boolean
}

/** One metric judged during a rollout, candidate against stable. */
export interface RolloutJudgement {
  readonly metric: string
  readonly stable: number
  readonly candidate: number
  readonly change: number
  readonly interval: { readonly low: number; readonly high: number; readonly level: number }
  readonly margin: number
  readonly verdict: Verdict
  readonly why: string
}

export interface RolloutStep {
  /** Share of traffic the candidate was given, 0 to 1. */
  readonly weight: number
  /** Share it was seen to get, by counting requests; undefined when none came. */
  readonly observed?: number | undefined
  readonly requests: { readonly stable: number; readonly candidate: number }
  readonly verdict: Verdict
  readonly judgements: readonly RolloutJudgement[]
  readonly startedAt: string
  readonly seconds: number
}

export interface RolloutResult {
  readonly id: string
  readonly outcome: 'promoted' | 'rolled-back' | 'already-serving' | 'held'
  readonly version: string
  readonly from?: string | undefined
  readonly target: string
  readonly steps: readonly RolloutStep[]
  readonly why: string
  readonly hooks: readonly { readonly name: string; readonly outcome: 'done' | 'failed'; readonly detail: string }[]
  /** After a rollback: the check that traffic is back where it was. */
  readonly verified?: { readonly stable: number; readonly candidate: number } | undefined
}

/** How a whole run or a stage ended, for reports. */
export type StageStatus = Outcome | 'done' | 'cached' | 'skipped' | 'error'
