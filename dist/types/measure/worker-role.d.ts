/** What a `bench` worker process does with each message: see `protocol.ts`. Holds the one open session. */
export declare function createBenchRole(): (request: unknown) => Promise<unknown>;
