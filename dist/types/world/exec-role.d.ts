/** Runs a program on behalf of the parent and ends it, with all it started, when the parent is gone. */
export declare function createExecRole(): (request: unknown) => Promise<unknown>;
