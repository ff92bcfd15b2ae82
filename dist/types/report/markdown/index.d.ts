import type { RunReport } from '../../core/report.ts';
import { type Detail, type Link, type Markdown, type Say } from './blocks.ts';
export interface MarkdownOptions {
    /** Most UTF-16 units the text may have, at least 16,000. GitHub takes comments of up to 65,536 characters. */
    readonly limit?: number;
    /** Where to read on: addresses that we made ourselves. */
    readonly links?: readonly Link[];
    /** A sentence of ours before everything else, such as where the figures come from. */
    readonly preface?: string;
}
/**
 * A report as GitHub-flavoured markdown, for a job summary or a comment: the verdict and a short table, everything else
 * folded. Falls to less detail until it is within the limit.
 */
export declare function renderMarkdown(report: RunReport, options?: MarkdownOptions): string;
/** The gated metrics in three columns, the verdict with the name, so that a phone shows them whole. */
export declare function comparison(report: RunReport, detail: Detail, say: Say): Markdown | undefined;
