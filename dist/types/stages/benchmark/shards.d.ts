import type { Scenario } from '../../core/products/index.ts';
import type { Share } from '../../core/share.ts';
import { type Labels } from './runners.ts';
import { type BenchmarkSettings } from './settings.ts';
/** The scenarios that one machine measures. */
export interface Shard {
    readonly name: string;
    /** Undefined for scenarios that name no runner. */
    readonly runner?: Labels | undefined;
    readonly scenarios: readonly Scenario[];
}
/** What each machine measures, in the order in which the scenarios stand in the file. The first measures quality too. */
export declare function shardsOf(settings: BenchmarkSettings): readonly Shard[];
/** What this run measures: a shard of the benchmark, or all of it. */
export interface Part {
    readonly scenarios: readonly Scenario[];
    readonly quality: boolean;
}
export declare function partOf(settings: BenchmarkSettings, share: Share | undefined): Part;
