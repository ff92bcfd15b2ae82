import type { Agent } from 'node:http';
import type { Clock } from '../core/world.ts';
/** What a client saw of one request that succeeded. */
export interface Seen {
    readonly version: string;
    readonly ms: number;
}
export interface Replay {
    readonly agent: Agent;
    readonly port: number;
    readonly path: string;
    /** Request bodies, replayed round and round. */
    readonly bodies: readonly Buffer[];
    /** Requests per second. */
    readonly rate: number;
    readonly timeoutMs: number;
    readonly clock: Clock;
    readonly signal: AbortSignal;
}
/**
 * Sends requests at a fixed rate for some time, whether or not answers keep up (open loop), and waits for the last answer.
 * A request's time begins when it is due, so that waiting for a slot counts. `first` is where in the bodies to begin.
 */
export declare function replay(options: Replay, ms: number, first: number): Promise<{
    readonly sent: number;
    readonly seen: readonly Seen[];
}>;
