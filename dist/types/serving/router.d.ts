import type { Clock } from '../core/world.ts';
/** A version behind the router. */
export interface Backend {
    readonly version: string;
    readonly port: number;
}
export interface Backends {
    readonly stable: Backend | undefined;
    readonly candidate: Backend;
}
/** Takes every request in and sends it to one of two versions. */
export interface Router {
    readonly port: number;
    /** Changes what it sends to. */
    serve(backends: Backends): void;
    /** The candidate's share of traffic, 0 to 1, from the next request on. */
    split(weight: number): void;
    close(): Promise<void>;
}
/** Tells a client which version answered. */
export declare const versionHeader = "x-airworthy-version";
/**
 * An HTTP server on loopback that passes requests on by weight, counts them by version, and serves the counts at
 * `GET /metrics`. @throws `port-taken`.
 */
export declare function startRouter({ port, timeoutMs, clock, }: {
    readonly port: number;
    readonly timeoutMs: number;
    readonly clock: Clock;
}): Promise<Router>;
