/** The little that scheduling needs to know of a stage. */
export interface Task {
    readonly name: string;
    readonly needs: readonly string[];
    /** Nothing else runs while it does. */
    readonly measures: boolean;
}
/**
 * Runs every task after those it needs: as many at a time as there are ready, but a measuring one alone.
 * Rejects as soon as one rejects, after the ones that run have ended.
 */
export declare function schedule(tasks: readonly Task[], run: (name: string) => Promise<void>): Promise<void>;
