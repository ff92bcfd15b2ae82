import type { Subject } from '../core/products/index.ts';
import type { MeasuredShard } from '../core/share.ts';
import type { Pipeline } from './load.ts';
import type { ReadShard } from './shard-file.ts';
/**
 * The shards of a pipeline, all of them once, in the order of the plan. Throws `shard-version-differs`,
 * `shard-pipeline-differs`, `shard-unknown`, `shard-doubled` and `shard-missing`.
 */
export declare function wholeOf(pipeline: Pipeline, shards: readonly ReadShard[]): readonly MeasuredShard[];
/** Throws `shard-subject-differs` when a shard measured other models or data than this run is about. */
export declare function checkSubject(shards: readonly MeasuredShard[], subject: Subject): void;
