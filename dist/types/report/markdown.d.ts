import type { RunReport } from '../core/report.ts';
export interface MarkdownOptions {
    /** Most UTF-16 units the text may have, at least 16,000. GitHub takes comments of up to 65,536 characters. */
    readonly limit?: number;
}
/**
 * A report as GitHub-flavoured markdown, for a job summary or a comment: the verdict and a short table, everything else
 * folded. The first line is a marker by which a comment is found again. Falls to less detail until it is within the limit.
 */
export declare function renderMarkdown(report: RunReport, options?: MarkdownOptions): string;
/** The first line of the comment on a pipeline: the same for each run of it, different for each pipeline. */
export declare function marker(report: RunReport): string;
