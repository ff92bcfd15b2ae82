import { type Random } from '../stats/random.ts';
/**
 * In which order the contenders of a block have their turns, from the seed alone. Blocks come in pairs: the first of a pair
 * draws an order, the second has it reversed, so that over any even number of blocks nobody goes first more often.
 */
export declare function blockOrder(contenders: readonly string[], seed: number, index: number): string[];
/** The turns of a block: the order, then reversed, then again (P C C P P C C P …), so that steady drift cancels. */
export declare function turns(order: readonly string[], rounds: number): string[];
export interface TurnPlan {
    /** Rounds there and back: each contender has two turns in each. */
    readonly rounds: number;
    /** Timed runs in a turn, the same for every contender. */
    readonly runs: number;
    /** Untimed runs at the start of each turn. */
    readonly settle: number;
}
/**
 * How a block is cut into turns, where one run of the slowest contender takes `runMs` milliseconds. The first run after
 * another process has had the processor finds its caches cold (a third slower for models of about 1 ms): it is not timed
 * where several fit into a turn, and makes little difference where one or two fill it.
 */
export declare function turnPlan(runMs: number): TurnPlan;
/** Rounds there and back of an open loop: four turns of each contender in a block. */
export declare const openRounds = 2;
/**
 * When the requests of one turn of an open loop are sent: milliseconds from its beginning, rising, one or more. They come at
 * random, `rate` of them a second on average (a Poisson process), for as long as a turn lasts.
 */
export declare function arrivals(rate: number, random: Random): number[];
export interface BlockBudget {
    readonly budgetMs: number;
    readonly min: number;
    readonly max: number;
}
