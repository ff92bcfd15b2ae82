import type { World } from '../core/world.ts';
import type { Feeds } from './protocol.ts';
export interface PredictionPlan {
    /** Absolute path of the model file. */
    readonly path: string;
    readonly provider: string;
    readonly examples: number;
    /** The inputs of the examples `start` to `end`. `end` may lie beyond the last example: the batch is then filled up. */
    batch(start: number, end: number): Feeds;
}
/**
 * Runs a model over a whole data set in a worker process, batch by batch, and hands each batch of outputs on, in order.
 * Of its `rows` rows the first `count` belong to the data set: a model with a fixed batch gets full batches all the same.
 */
export declare function predict(plan: PredictionPlan, take: (outputs: Feeds, start: number, count: number, rows: number) => void | Promise<void>, tools: {
    readonly world: Pick<World, 'processes'>;
    readonly signal: AbortSignal;
}): Promise<void>;
