import type { Outputs, Row } from './outputs.ts';
/** The outputs of one batch: of `rows` rows the first `count` are the examples from `start` on. */
export interface Batch {
    readonly outputs: Outputs;
    readonly start: number;
    readonly count: number;
    readonly rows: number;
}
/** Takes the batches of one contender in order and gives its record: one value for each example (several, for `scores`). */
export interface Recorder {
    take(batch: Batch): void;
    finish(): readonly number[];
}
/** What recorders need to know. */
export interface Recording {
    readonly data: string;
    readonly contender: string;
    readonly examples: number;
    /** Checked to be of the kind that the record needs. */
    readonly labels: readonly number[];
    readonly served: Served;
}
/** Production's floating-point outputs, example by example: filled while production runs, read while others do. */
export interface Served {
    readonly examples: ReadonlyMap<string, Row>[];
    /** All numbers held. */
    numbers: number;
}
