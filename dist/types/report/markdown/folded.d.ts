import type { RunReport } from '../../core/report.ts';
import { type Detail, type Markdown, type Say } from './blocks.ts';
/** What a reader unfolds, each section only where the run has data for it. */
export declare function folded(report: RunReport, detail: Detail, say: Say): readonly Markdown[];
