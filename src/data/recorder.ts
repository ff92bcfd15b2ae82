import type { Reading } from '../core/products/index.ts'
import type { Outputs, Row } from './outputs.ts'
import type { ScoreType } from './scores.ts'

/** The outputs of one batch: of `rows` rows the first `count` are the examples from `start` on. */
export interface Batch {
  readonly outputs: Outputs
  readonly start: number
  readonly count: number
  readonly rows: number
  /** The output that scores are read from; the first floating-point one, when left out. */
  readonly scored?: string | undefined
}

/** Takes the batches of one contender in order and gives its record: one value for each example (several, for `scores`). */
export interface Recorder {
  take(batch: Batch): void
  /** How many classes the outputs tell apart, where it looks for classes. */
  readonly classes?: () => number
  /** What the scores that were taken can be, where it reads scores. What they are taken for is decided for all contenders at once. */
  readonly scoreType?: () => ScoreType
  finish(reading?: Reading): readonly number[]
}

/** What recorders need to know. */
export interface Recording {
  readonly data: string
  readonly contender: string
  readonly examples: number
  /** Checked to be of the kind that the metrics of the record need; empty where they need none. */
  readonly labels: readonly number[]
  readonly served: Served
}

/** Production's floating-point outputs, example by example: filled while production runs, read while others do. */
export interface Served {
  readonly examples: ReadonlyMap<string, Row>[]
  /** All numbers held. */
  numbers: number
}
