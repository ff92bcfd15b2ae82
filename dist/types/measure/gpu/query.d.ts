/**
 * What is asked of `nvidia-smi --query-gpu`. The names of its fields changed over the years and a driver refuses a whole query
 * for one that it does not know: of the names of a column, the first that was not refused is asked for.
 */
export interface Column<Key extends string = string> {
    readonly key: Key;
    readonly names: readonly string[];
}
/** What a GPU is: asked once. */
export declare const identity: readonly Column<IdentityKey>[];
/**
 * How a GPU is doing: asked again and again. `power.draw` is an average over the last second from Ampere on, too slow for turns;
 * newer drivers tell the instant value too. Since driver 535 "throttle reasons" are "event reasons".
 */
export declare const state: readonly Column<StateKey>[];
export type IdentityKey = 'index' | 'uuid' | 'name' | 'driver' | 'memoryTotal' | 'maxSm' | 'defaultSm' | 'mig';
export type StateKey = 'at' | 'uuid' | 'utilization' | 'memoryUsed' | 'sm' | 'power' | 'temperature' | 'reasons';
export interface Query<Key extends string> {
    readonly args: readonly string[];
    /** The keys of the values in each row, in order. */
    readonly keys: readonly Key[];
}
/** A query that leaves out the names that were refused, and the columns of which none is left. */
export declare function queryFor<Key extends string>(columns: readonly Column<Key>[], refused: ReadonlySet<string>): Query<Key>;
/** The field of which nvidia-smi says that it does not know it. */
export declare function refusedField(said: string): string | undefined;
