import type { Block, Scenario, WorkerSample } from '../../core/products/index.ts';
/** What both contenders did in one block. */
export type Pair = readonly [WorkerSample, WorkerSample];
/** What one worker of one block says of a metric: `value` for people, `rounds` to compare with the other contenders of its block. */
interface Figure {
    value(sample: WorkerSample, scenario: Scenario): number;
    /** Values whose differences from the other contender's, round by round, are paired in time. One value where there are no rounds. */
    rounds(sample: WorkerSample, scenario: Scenario): readonly number[];
}
/** The metrics that are compared by one figure of each worker. Tail percentiles need more runs than a worker has: see `tails.ts`. */
export declare const figures: Readonly<Record<string, Figure>>;
/** What is known only of a contender that has a GPU to itself. */
export declare const gpuMetrics: readonly string[];
/** What one block says of two contenders. */
export interface BlockFigure {
    /** How far the second lies from the first: the median over rounds of log-ratios (or of differences, for an absolute scale). */
    readonly difference: number;
    /** How far its rounds lie apart: their median distance from that. 0 where there is one round. */
    readonly scatter: number;
}
/**
 * What slows the machine for longer than a round slows both contenders, and cancels; what comes and goes within rounds scatters them.
 * The scatter is the same whichever contender is called the candidate, and however much slower it is.
 */
export declare function blockFigure(figure: Figure, scale: 'relative' | 'absolute', [first, second]: Pair, scenario: Scenario): BlockFigure;
export declare function difference(scale: 'relative' | 'absolute', before: number, after: number): number;
/** The samples of two contenders in every block that holds both. */
export declare function pairsOf(blocks: readonly Block[], first: string, second: string): readonly Pair[];
export {};
