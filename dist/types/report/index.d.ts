import type { ReportFormat } from '../core/report.ts';
export type { Link } from './markdown/blocks.ts';
export { renderMarkdown } from './markdown/index.ts';
export { renderReleaseNotes } from './release-notes.ts';
export { renderTerminal } from './terminal/index.ts';
/** The formats a report can be written in. Each is a function of the report alone: the same report gives the same bytes. */
export declare const formats: readonly ReportFormat[];
