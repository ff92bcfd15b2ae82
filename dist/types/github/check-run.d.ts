import type { GitHub } from '../core/world.ts';
export interface Annotation {
    /** Relative to the top of the repository. */
    readonly path: string;
    readonly line: number;
    readonly level: 'notice' | 'warning' | 'failure';
    readonly title: string;
    readonly message: string;
}
export interface CheckRun {
    readonly name: string;
    readonly commit: string;
    /** The run of the pipeline: making the check of a run again changes the one that is there. */
    readonly externalId: string;
    readonly conclusion: 'success' | 'failure' | 'neutral' | 'cancelled';
    readonly title: string;
    /** Markdown, at most 65,535 characters. */
    readonly summary: string;
    readonly annotations: readonly Annotation[];
    readonly url?: string | undefined;
}
/** Makes the check run, or brings the one of the same run to this state. Annotations go fifty at a time. */
export declare function postCheckRun(github: GitHub, check: CheckRun): Promise<void>;
