import type { Measurements } from '../core/products/index.ts';
import type { SubjectDigests } from '../core/share.ts';
import type { World } from '../core/world.ts';
/** What one machine measured, as it travels to where it is joined. */
export interface ShardFile {
    readonly schema: 'airworthy.shard/1';
    /** The version of Airworthy that wrote it. */
    readonly version: string;
    readonly pipeline: {
        readonly name: string;
        readonly sha256: string;
    };
    readonly subject: SubjectDigests;
    readonly shard: string;
    /** The measurements name the environment that they were made in. */
    readonly products: {
        readonly measurements: Measurements;
    };
}
/** A shard with the file that it was read from. */
export interface ReadShard extends ShardFile {
    readonly file: string;
}
export declare const shardFileName = "shard.json";
/**
 * Reads the shards in these files, and in the `shard.json`s anywhere in these folders. They may come from anywhere: each is
 * checked for its form, not yet for whether it belongs to a pipeline. Throws `merge-nothing`, `shard-too-large`, `shard-wrong`.
 */
export declare function readShards(places: readonly string[], { cwd, files }: World): Promise<readonly ReadShard[]>;
/** Throws `shard-wrong`. */
export declare function parseShard(json: string, file: string): ReadShard;
