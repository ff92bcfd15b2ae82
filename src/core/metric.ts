import type { QualityRecords, Scenario, WorkerSample } from './products/index.ts'

/** What is said of a metric: the schema, the documentation, `--help` and the hints derive from it. */
export interface MetricFacts {
  readonly name: string
  readonly unit: 'ms' | 'B' | '1/s' | 'J' | '1' | 'share'
  readonly better: 'lower' | 'higher'
  /**
   * How two contenders are compared. `ratio`: paired log-ratios of blocks; `paired`: values of each example, on the same inputs;
   * `exact`: a count, no test needed.
   */
  readonly how: 'ratio' | 'paired' | 'exact'
  readonly summary: string
  /** A margin used where the pipeline states none. Text in the grammar of quantities. */
  readonly margin: string
  /** How far apart two of its values can be, in its unit, where that is bounded: 1 for a share of examples. */
  readonly range?: number
}

/**
 * A metric, with all that the rest of the code has to know of it: what is said, what must be measured, what is computed from that.
 * How its values are then compared depends on its `how` and its figure alone.
 */
export type Metric = SpeedMetric | QualityMetric | CountMetric

/** A count of each contender, in the measurements under the metric's name. */
export interface CountMetric extends MetricFacts {
  readonly how: 'exact'
}

/** A figure of the runs of worker processes, block by block. */
export interface SpeedMetric extends MetricFacts {
  readonly how: 'ratio'
  /**
   * The scenarios in which it means something, where that is not all of them. `closed-loop`: throughput shows only while the
   * model is never idle. `isolated`: what a GPU needs is known only while one contender has it to itself.
   */
  readonly only?: 'closed-loop' | 'isolated'
  readonly figure: SpeedFigure
}

/**
 * What is computed of runs. `rounds`: the median time of a worker's runs, compared round by round. `mean`: something of the mean
 * time of a worker's runs, in milliseconds. `worker`: anything else that one worker of one block tells; throws
 * `metric-not-measured` where it does not; `averaged` where the metric is its mean over workers, and not what is usual of them.
 * `tail`: a percentile of slow runs, which needs more runs than one worker makes.
 */
export type SpeedFigure =
  | { readonly by: 'rounds' }
  | { readonly by: 'mean'; value(meanMs: number, scenario: Scenario): number }
  | { readonly by: 'worker'; readonly averaged?: true; value(sample: WorkerSample, scenario: Scenario): number }
  | TailFigure

export interface TailFigure {
  readonly by: 'tail'
  /** The percentile, as a share between 0.5 and 1: a group of blocks holds enough runs beyond it. */
  readonly p: number
  /** Of all runs of one contender in a group of blocks, in order, in milliseconds. Without it, their percentile. */
  value?(runsMs: readonly number[], group: RunGroup): number
}

export interface RunGroup {
  readonly scenario: Scenario
  /** Random numbers from 0 to 1: the same for both contenders of a group, others in every group. */
  random(): { uniform(): number }
}

/** A figure of the examples of a data set. */
export interface QualityMetric extends MetricFacts {
  readonly how: 'paired'
  readonly needs: QualityNeeds
  readonly figure: ExampleFigure
  /** The value of a model that knows nothing of its inputs: of guessing a class, or of answering with the mean of the labels. */
  guess?(recorded: Pick<Recorded, 'labels' | 'classes'>): number | undefined
  /** `one`: production's own value is always 0, so a margin in per cent is of 1. Else it is of production's value. */
  readonly relativeTo?: 'one'
}

/** What is kept of each example, by name: the top class, or one of the records. */
export type RecordName = 'classes' | keyof QualityRecords

/** What must be recorded of each example. */
export interface QualityNeeds {
  readonly record: RecordName
  /** Labels that are class indices, or any numbers; absent where none are needed. */
  readonly labels?: 'classes' | 'numbers'
  /** How many classes both models have to tell apart at least, where the metric is the same for any answer of fewer. */
  readonly classes?: number
}

/** What was recorded of production and of the chosen contender, example by example. */
export interface Recorded {
  readonly before: readonly number[]
  readonly after: readonly number[]
  /** Empty where the metric needs none. */
  readonly labels: readonly number[]
  /** How many classes the outputs tell apart; absent where that was not recorded. */
  readonly classes?: number | undefined
}

/** Production's, and the chosen contender's. */
export type Both<Value> = readonly [Value, Value]

/**
 * How the value is computed from examples; this also selects the comparison method. `share`: 1 or 0 for each example, of which the share is taken.
 * `mean`: a value of each, of which the mean is taken; `noSkill` is the value of an example that a model knows nothing about. `statistic`:
 * anything of all of them together. `area`: the area under the ROC curve of the recorded scores.
 */
export type ExampleFigure =
  | { readonly by: 'share'; values(recorded: Recorded): Both<readonly number[]> }
  | { readonly by: 'mean'; values(recorded: Recorded): Both<readonly number[]>; noSkill(recorded: Recorded): number }
  | { readonly by: 'statistic'; statistics(recorded: Recorded): Statistics }
  | { readonly by: 'area' }

export interface Statistics {
  /** Of a data set in which example i occurs `weights[i]` times. */
  readonly of: Both<(weights: Uint8Array) => number>
  /** How far the metric moves, at worst, by examples of which none was seen: `unseen` tells how many those may be. */
  allowance(unseen: Unseen): number
  /** The examples of a class that the value rests on, where that is not all of them. */
  readonly support?: readonly Support[]
  /** As `allowance`, by the rules of before `airworthy.evidence/3`, where they bounded it: when so many examples turn from right to wrong. */
  fall?(examples: number): number
}

/** The largest sum of weighted shares of these kinds of examples that may go wrong though none was seen to. */
export type Unseen = (kinds: readonly Kind[]) => number

export interface Kind {
  /** The examples of it, by their places among all. All of them, unless given. */
  readonly members?: ArrayLike<number>
  /** How far the metric moves when all of them go wrong. */
  readonly weight: number
}

export interface Support {
  readonly class: number
  /** Whether the label says so, or a model. */
  readonly by: 'label' | 'prediction'
  /** The examples, by their places among all. */
  readonly members: ArrayLike<number>
}

/** A metric of the user's own, in no unit: a module gave its values while the models were measured. */
export interface UserMetric {
  readonly how: 'own'
  readonly unit: '1'
  readonly better: 'lower' | 'higher'
}

/** Defines a metric: a row of the table in `verdicts/metrics/`. */
export function defineMetric<Kind extends Metric>(metric: Kind): Kind {
  return metric
}

/** Part of a data set: the examples for which an array holds a value, as text. */
export interface Slice {
  readonly array: string
  readonly value: string
}

/** `lang=de`. */
export function sliceName({ array, value }: Slice): string {
  return `${array}=${value}`
}

/** Whether a metric means something in a scenario. */
export function isMeant(
  { only }: Pick<SpeedMetric, 'only'>,
  { rate, order }: Pick<Scenario, 'rate' | 'order'>,
): boolean {
  if (only === 'isolated') return order === 'isolated'
  return only === undefined || rate === undefined
}
