import { type Tensor } from '../core/tensor.ts';
export type Outputs = Readonly<Record<string, Tensor>>;
/** Numbers of one example. */
export type Row = Float32Array | Float64Array;
/** Scores or values, so many for each example. */
export interface Scores {
    /** 1 where the output holds one number for each example. */
    readonly classes: number;
    /** The scores of one example. */
    row(example: number): Row;
}
/**
 * The scores of each example: the last axis of the first floating-point output. Throws `output-not-classes` when that has not
 * the shape [examples, classes], or [examples] for a single number, or when there is no such output.
 */
export declare function scoresOf(outputs: Outputs, examples: number, contender: string): Scores;
/** As `scoresOf`, for metrics that need a class: throws `output-not-classes` too when there is a single score. */
export declare function classScoresOf(outputs: Outputs, examples: number, contender: string): Scores;
/** The outputs of one example of a batch, each with a first dimension of 1. Throws `output-not-rows` where one is not a row for each example. */
export declare function outputsOf(outputs: Outputs, at: number, examples: number, contender: string): Outputs;
/** All floating-point outputs of a batch, by name, each as the numbers of one example. Throws `output-not-rows` as `outputsOf` does, and when there are none. */
export declare function floatOutputsOf(outputs: Outputs, examples: number, contender: string): ReadonlyMap<string, Scores['row']>;
