import type { ReportFormat } from '../core/report.ts'
import { renderHtml } from './html/index.ts'
import { renderJson } from './json.ts'
import { renderMarkdown } from './markdown/index.ts'
import { renderTerminal } from './terminal/index.ts'

export type { Link } from './markdown/blocks.ts'
export { renderMarkdown } from './markdown/index.ts'
export { renderReleaseNotes } from './release-notes.ts'
export { renderTerminal } from './terminal/index.ts'

/** The formats a report can be written in. Each is a function of the report alone: the same report gives the same bytes. */
export const formats: readonly ReportFormat[] = [
  { name: 'text', extension: 'txt', render: async (report) => renderTerminal(report, { colour: false, width: 100 }) },
  { name: 'markdown', extension: 'md', render: async (report) => renderMarkdown(report) },
  { name: 'json', extension: 'json', render: async (report) => renderJson(report) },
  { name: 'html', extension: 'html', render: renderHtml },
]
