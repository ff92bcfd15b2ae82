import type { RunReport } from '../../core/report.ts';
import type { Origin } from '../../github/comment.ts';
import type { Link } from '../../report/index.ts';
/** What a run on GitHub is about, from the variables and the event that Actions gives. */
export interface RunOnGitHub {
    /** The commit that was measured: of a pull request its head, and not the merge that GitHub made of it. */
    readonly commit: string | undefined;
    readonly pull: number | undefined;
    readonly run: number;
    readonly attempt: number;
    /** Page of the run, and of its artifacts. */
    readonly runUrl: string;
    readonly repositoryUrl: string;
    /** Who started the run, or started it again. */
    readonly actor: string;
    /** Folder of the repository. */
    readonly workspace: string;
}
export declare function runOnGitHub(env: Readonly<Record<string, string | undefined>>, payload: unknown): RunOnGitHub;
export declare function originOf({ run, attempt, commit }: RunOnGitHub): Origin;
/** A file as GitHub names it: relative to the top of the repository, with slashes. Throws `argument-wrong` for one outside of it. */
export declare function pathInRepository(workspace: string, file: string): string;
/** Where to read on. All of it is made of what GitHub says of itself. */
export declare function linksOf(report: RunReport, { runUrl, repositoryUrl, run }: RunOnGitHub): readonly Link[];
