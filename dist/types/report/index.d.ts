import type { ReportFormat } from '../core/report.ts';
export { renderMarkdown } from './markdown.ts';
export { renderTerminal } from './terminal.ts';
/** The formats a report can be written in. Each is a function of the report alone: the same report gives the same bytes. */
export declare const formats: readonly ReportFormat[];
