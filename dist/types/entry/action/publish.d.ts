import type { RunReport } from '../../core/report.ts';
import type { GitHub, World } from '../../core/world.ts';
import { type Annotation } from '../../github/check-run.ts';
import { type CommentOutcome } from '../../github/comment.ts';
import { type Link } from '../../report/index.ts';
import { type RunOnGitHub } from './event.ts';
/** `auto`: where it makes sense and the token may; `always`: a token that may not is an error. */
export declare const modes: readonly ['auto', 'always', 'never'];
export type Mode = (typeof modes)[number];
export interface Publishing {
    readonly comment: Mode;
    readonly check: Mode;
    readonly status: Mode;
    readonly silentWhen: 'never' | 'pass';
}
/** Tells a report on GitHub: comment, check run, status. Each is made once, however often this is done. */
export declare function publish(report: RunReport, annotations: readonly Annotation[], here: RunOnGitHub, { github }: World, wanted: Publishing): Promise<void>;
interface Saying {
    readonly links: readonly Link[];
    readonly silent: boolean;
    /** Where the figures come from, when not from this run. */
    readonly preface?: string;
}
export declare function commentOn(github: GitHub, pull: number, report: RunReport, here: RunOnGitHub, { silent, ...saying }: Saying): Promise<CommentOutcome>;
export {};
