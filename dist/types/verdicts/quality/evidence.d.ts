import type { Quality } from '../../core/products/index.ts';
import type { RecordName } from '../../data/records.ts';
import type { Interval } from '../../stats/interval.ts';
import { type Sample } from '../../stats/small-sample.ts';
/** What one metric of quality is computed from, on the examples it is asked about. */
export interface Evidence {
    /** As it was asked for. */
    readonly metric: string;
    readonly quality: Quality;
    /** Contender ids. */
    readonly production: string;
    readonly chosen: string;
    /** One-sided error rate. */
    readonly alpha: number;
    readonly seed: number;
    /** The margin is a share of production's value: then the difference is told as one too, unless that value is 0. */
    readonly relative: boolean;
}
/** How a metric came out. */
export interface Outcome {
    /** Production's value and the chosen contender's. */
    readonly values: readonly [number, number];
    /** The second less the first; where the evidence is relative, as a share of the first, which is as uncertain as the second. */
    readonly difference: Interval;
    readonly method: string;
    /** Why no verdict can be given whatever the interval says. */
    readonly doubt?: string | undefined;
}
/** The record of production and of the chosen contender. Throws `metric-not-measured`. */
export declare function recordsOf(evidence: Evidence, record: RecordName): readonly [readonly number[], readonly number[]];
/** Throws `metric-not-measured` where there are none. */
export declare function labelsOf({ quality, metric }: Evidence): readonly number[];
export declare function sampleOf({ quality: { examples, groups } }: Evidence): Sample;
/** `1000 examples in 57 groups` */
export declare function sampleWords(evidence: Evidence): string;
/** Why a sample is too small for intervals that rest on large ones; undefined when it is not. */
export declare function tooFew(sample: Sample): string | undefined;
export declare function notMeasured(metric: string, why: string): Error;
