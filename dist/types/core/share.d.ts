import type { Sha256 } from './json.ts';
import type { Measurements } from './products/index.ts';
/** What was measured, wherever it lies: shards of other models or data are not joined. */
export interface SubjectDigests {
    readonly candidate: Sha256;
    readonly production?: Sha256 | undefined;
    readonly data: Readonly<Record<string, Sha256>>;
}
/** What one machine measured of a benchmark that several share. */
export interface MeasuredShard {
    readonly shard: string;
    readonly subject: SubjectDigests;
    readonly measurements: Measurements;
}
/**
 * How a run takes part in a benchmark that several machines share: it measures the shard of this name and stops, or it measures
 * nothing and goes on with what all of them measured. Plain JSON.
 */
export type Share = {
    readonly shard: string;
} | {
    readonly measured: readonly MeasuredShard[];
};
