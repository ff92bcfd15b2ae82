import type { Files } from '../core/world.ts';
/** What Linux counts since it started, at one moment. What a system does not count stays 0 or undefined. */
export interface Counters {
    /** Milliseconds since the system started. */
    readonly uptimeMs: number;
    /** Time of all processors together, in ticks of a hundredth of a second. `stolen`: wanted, but given to other guests. */
    readonly ticks: {
        readonly all: number;
        readonly idle: number;
        readonly stolen: number;
        readonly ours: number;
    };
    /** Pages moved between memory and swap, either way. */
    readonly swappedPages: number;
    /** How often a processor cut its clock because it was too hot. */
    readonly hotEvents: number;
    /** Milliseconds for which the container was stopped because it had used up its share of the processors. */
    readonly quotaMs: number;
    /** Milliseconds in which some process was ready to run and had no processor. */
    readonly waitingMs?: number | undefined;
}
/**
 * Reads them. Undefined elsewhere than on Linux. `ours` is the time of this process and of its children that have ended: read
 * while no worker runs, so that none is missing.
 */
export declare function readCounters(files: Pick<Files, 'readText' | 'list'>): Promise<Counters | undefined>;
