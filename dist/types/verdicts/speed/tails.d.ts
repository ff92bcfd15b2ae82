import type { Look } from '../../stats/sequential.ts';
import { type Pair } from './blocks.ts';
/** The percentile of each metric that is compared by the tail of its runs. */
export declare const percentiles: Readonly<Record<string, number>>;
/** With fewer runs beyond the percentile in all, no verdict is given. For p99 that is 10,000 runs of each contender. */
export declare const fewestExceedances = 100;
/** What the tail of many runs says: their percentile, or the rate that keeps it within a limit. */
export interface TailFigure {
    readonly p: number;
    /** Of the runs of one contender in group number `group`. */
    value(runsMs: readonly number[], group: number): number;
}
/** The percentile itself. */
export declare function percentile(p: number): TailFigure;
export interface Tail {
    /** One log-ratio (or difference) of figures for each group of blocks. */
    readonly differences: readonly number[];
    /** The looks at blocks, as looks at groups of blocks. */
    readonly looks: readonly Look[];
    /** Blocks in a group. */
    readonly size: number;
    /** Runs beyond the percentile, of the contender that has fewer of them. */
    readonly exceedances: number;
}
/**
 * Compares what tails say by groups of neighbouring blocks: as many as it takes for ten runs of each contender beyond the
 * percentile. Groups are independent as blocks are, so the exact interval on their log-ratios holds however bursty the tail
 * is, which no interval on single runs does. `looks` count blocks.
 */
export declare function tailOf(pairs: readonly Pair[], { p, value }: TailFigure, scale: 'relative' | 'absolute', looks: readonly Look[]): Tail;
/** All runs of one contender, in order. */
export declare function runsOf(pairs: readonly Pair[], side: 0 | 1): readonly number[];
