import type { Speed } from '../../core/products/index.ts';
import type { Interval } from '../../stats/interval.ts';
import { type Look } from '../../stats/sequential.ts';
import { type Comparing } from '../comparing.ts';
import { type Scale } from '../scale.ts';
import { type Pair } from './blocks.ts';
/** Paired values of a metric, one for each block or group of blocks, with the looks that were taken at them. */
export interface Paired {
    /** What people read: production's value and the other's. */
    readonly values: readonly [number, number];
    readonly scale: Scale;
    readonly differences: readonly number[];
    /** How far the parts of each difference lie apart, where that is known: it is worth the less. */
    readonly scatters?: readonly number[] | undefined;
    readonly looks: readonly Look[];
    /** Blocks behind each difference. */
    readonly size: number;
    readonly method: string;
    /** Why no verdict can be given whatever the interval says. */
    readonly doubt?: string | undefined;
}
/** What is compared of a metric in these pairs. Throws `metric-not-measured`. */
export declare function pairedOf(comparing: Comparing, speed: Speed, pairs: readonly Pair[]): Paired;
/** By one figure of each block. */
export declare function centreOf(comparing: Comparing, { scenario }: Speed, pairs: readonly Pair[], looks: readonly Look[]): Paired;
/** An interval of differences as changes: of log-ratios, as shares. */
export declare function changeOf({ scale }: Scale, interval: Interval): Interval;
