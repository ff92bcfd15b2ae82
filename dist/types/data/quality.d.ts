import { type Tensor } from '../core/tensor.ts';
import type { Trust } from '../core/world.ts';
import { type UserModule } from './user-module.ts';
type Outputs = Readonly<Record<string, Tensor>>;
/** The class given to an example whose scores hold NaN: equal to no label. */
export declare const noClass = -1;
/**
 * The class with the highest score of each example: the argmax over the last axis of the first floating-point output, the
 * first of equal ones. Throws `output-not-classes` when there is no such output of shape [examples, 2 or more classes].
 */
export declare function topClasses(outputs: Outputs, examples: number, contender: string): number[];
/** 1 where the top class is the label, else 0. */
export declare function correctness(predictions: readonly number[], labels: readonly number[]): number[];
/** 1 where both have the same top class, else 0. */
export declare function agreements(predictions: readonly number[], others: readonly number[]): number[];
/** One example, as a user's own metric is given it. Outputs keep a first dimension of 1. */
export interface MetricExample {
    readonly outputs: Outputs;
    readonly label: number | undefined;
    /** Its place in the data set, from 0. */
    readonly index: number;
}
export type ExampleMetric = (example: MetricExample) => Promise<number>;
/**
 * A user's own metric: `export default (example: { outputs, label, index }) => number`, also async. The metric of a data set
 * is the mean of its values. Throws `user-module` when it fails or gives anything but a finite number.
 */
export declare function loadMetric(module: UserModule, trust: Trust): Promise<ExampleMetric>;
/** The outputs of one example of a batch. Throws `output-not-classes` when an output is not one row for each example. */
export declare function outputsOf(outputs: Outputs, at: number, examples: number, contender: string): Outputs;
export {};
