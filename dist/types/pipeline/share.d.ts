import type { Subject } from '../core/products/index.ts';
import type { Share, SubjectDigests } from '../core/share.ts';
import { type Shard } from '../stages/benchmark/shards.ts';
import { type Pipeline, type PipelineStage } from './load.ts';
/** The benchmark of a pipeline, and the shards it can be measured in. */
export interface SharedStage {
    readonly name: string;
    readonly shards: readonly Shard[];
}
/** The stage that machines can share. Throws `benchmark-unclear` where there is not exactly one. */
export declare function sharedStage(pipeline: Pipeline): SharedStage;
/** Throws `shard-unknown` when a pipeline has no shard of this name. */
export declare function checkShardName(name: string, { shards }: SharedStage): void;
/** How a run takes part in a shared benchmark. */
export interface Sharing {
    /** The name of the stage that is shared. */
    readonly stage: string;
    readonly share: Share;
    /** The stages that run, where the run ends with the shared one. */
    readonly only?: ReadonlySet<string> | undefined;
}
export declare function sharingOf(pipeline: Pipeline, share: Share): Sharing;
/** Why a stage does not run where a shard is measured: many machines do that side by side. */
export declare function reasonOfSharing(stage: PipelineStage, sharing: Sharing | undefined): string | undefined;
/** The digests of a subject. */
export declare function subjectDigests({ candidate, production, data }: Subject): SubjectDigests;
