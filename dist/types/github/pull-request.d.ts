import type { GitHub } from '../core/world.ts';
export interface EndedRun {
    readonly id: number;
    readonly attempt: number;
    readonly commit: string;
    readonly branch: string;
    readonly owner: string;
    readonly repositoryId: number;
}
/** The run that a `workflow_run` event is about; undefined when the payload is not one. */
export declare function endedRun(payload: unknown): EndedRun | undefined;
/**
 * The open pull request whose head is this commit of this repository. GitHub's own list of pull requests of a run is empty for forks, and
 * a number that a fork hands over could be any. Undefined when there is none: it moved on, or was closed.
 */
export declare function pullRequestOf(github: GitHub, run: EndedRun): Promise<number | undefined>;
