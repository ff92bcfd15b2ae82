import type { GitHub } from '../core/world.ts';
export interface CommitStatus {
    readonly commit: string;
    /** What it is about: one line in the list of checks. */
    readonly context: string;
    readonly state: 'success' | 'failure' | 'error' | 'pending';
    /** At most 140 characters. */
    readonly description: string;
    readonly url?: string | undefined;
}
/** Sets the status of a commit. GitHub keeps every one that was ever set: what stands already is not set again. */
export declare function postStatus(github: GitHub, status: CommitStatus): Promise<void>;
