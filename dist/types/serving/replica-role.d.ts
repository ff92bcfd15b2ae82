import type { Session } from '../core/provider.ts';
/** What a replica is asked over its process channel. */
export type ReplicaRequest = {
    readonly do: 'start';
    readonly model: string;
    readonly name: string;
    readonly version: string;
    readonly port: number;
} | {
    readonly do: 'fault';
    readonly fault: Fault | undefined;
} | {
    readonly do: 'stop';
};
/** A rehearsed failure: this share of the requests answers 500, and every one waits first. */
export interface Fault {
    readonly errors: number;
    readonly delayMs: number;
}
/**
 * The worker role `serve`: one model behind HTTP on loopback, in a subset of the Open Inference Protocol v2 (health,
 * metadata, JSON inference). `start` answers `{ port }` when it is ready to serve.
 */
export declare function createServeRole(open: (model: string, threads: number) => Promise<Session>): (request: unknown) => Promise<unknown>;
