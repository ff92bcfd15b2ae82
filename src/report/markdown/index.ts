import type { ComparisonRow } from '../../core/products/index.ts'
import { printShare } from '../../core/quantity/index.ts'
import type { RunReport } from '../../core/report.ts'
import { joined, markdown } from '../escape.ts'
import {
  allProblems,
  compatibilityFacts,
  compatibilityStatus,
  headline,
  keyNumber,
  keyRow,
  notChecked,
  notComparedWords,
} from '../facts.ts'
import * as words from '../words.ts'
import { bar } from './bar.ts'
import { type Clip, clipTo, type Detail, type Link, linkLine, list, type Markdown, table } from './blocks.ts'
import { folded } from './folded.ts'

export interface MarkdownOptions {
  /** Most UTF-16 units the text may have, at least 16,000. GitHub takes comments of up to 65,536 characters. */
  readonly limit?: number
  /** Where to read on: addresses that we made ourselves. */
  readonly links?: readonly Link[]
  /** A sentence of ours before everything else, such as where the figures come from. */
  readonly preface?: string
}

/** From everything down to what fits whatever the texts are: escaping makes a character at most ten. */
const details: readonly [Detail, ...Detail[]] = [
  { rows: 8, entries: 1000, text: 2000, chart: true },
  { rows: 8, entries: 60, text: 400, chart: true },
  { rows: 8, entries: 15, text: 200, chart: false },
  { rows: 6, entries: 5, text: 100, chart: false },
  { rows: 4, entries: 0, text: 60, chart: false },
]

/**
 * A report as GitHub-flavoured markdown, for a job summary or a comment: the verdict and a short table, everything else
 * folded. Falls to less detail until it is within the limit.
 */
export function renderMarkdown(report: RunReport, options: MarkdownOptions = {}): string {
  const limit = options.limit ?? 65_000
  const [first, ...others] = details
  return others.reduce(
    (text, detail) => (text.length <= limit ? text : atDetail(report, detail, options)),
    atDetail(report, first, options),
  )
}

function atDetail(report: RunReport, detail: Detail, { links = [], preface }: MarkdownOptions): string {
  const clip = clipTo(detail.text)
  const blocks = [
    title(report, clip),
    preface === undefined ? undefined : markdown`> ${clip(preface)}`,
    markdown`${clip(report.sentence)}`,
    comparison(report, detail, clip),
    compatibility(report, clip),
    unchecked(report, detail, clip),
    rollout(report, clip),
    problems(report, detail, clip),
    ...folded(report, detail, clip),
    linkLine(links),
    markdown`<sub>airworthy ${report.tool.version}, run ${clip(report.runId)}</sub>`,
  ].filter((block) => block !== undefined && block.text !== '')
  return `${joined('markdown', blocks as Markdown[], '\n\n').text}\n`
}

function title(report: RunReport, clip: Clip): Markdown {
  const { glyph, word } = headline(report)
  const key = keyNumber(report)
  const capital = `${word.charAt(0).toUpperCase()}${word.slice(1)}`
  return markdown`### ${glyph} ${capital}${key === undefined ? '' : `: ${clip(key)}`}`
}

/** The gated metrics in three columns, the verdict with the name, so that a phone shows them whole. */
export function comparison(report: RunReport, detail: Detail, clip: Clip): Markdown | undefined {
  const rows = report.comparison?.rows ?? []
  if (rows.length === 0) return undefined
  const first = keyRow(report)
  const required = new Set((report.decision?.reasons ?? []).map((reason) => reason.metric))
  const rank = (row: ComparisonRow) => (row === first ? 0 : required.has(row.metric) ? 1 : 2)
  const shown = rows.toSorted((a, b) => rank(a) - rank(b)).slice(0, detail.rows)
  const cells = shown.map((row) => [
    markdown`<code>${clip(row.metric)}</code>${row.scenario === undefined ? undefined : markdown`<br>${clip(row.scenario)}`}<br>${words.glyph(row.verdict)} ${words.rowVerdict(row)}`,
    markdown`**${clip(words.change(row))}**<br>${clip(words.interval(row))}`,
    markdown`<code>${bar(row)}</code><br>margin ${clip(words.margin(row))}`,
  ])
  const more =
    rows.length > shown.length
      ? markdown` ${words.counted(rows.length - shown.length, 'more metric')} below.`
      : undefined
  return markdown`${table(['Metric', 'Change', 'Against the margin'], cells)}

<sub><code>┊</code> margin, <code>│</code> no change, <code>━●━</code> interval; right is better.${more}</sub>`
}

/** What the comparison says beside its metrics, and what it says nothing about: never folded. */
function compatibility(report: RunReport, clip: Clip): Markdown | undefined {
  const lines = compatibilityFacts(report).map(
    (fact) => markdown`${words.glyph(compatibilityStatus(fact))} **${fact.name}**: ${clip(fact.why)}`,
  )
  const left = notComparedWords(report)
  const all = [...lines, ...(left === undefined ? [] : [markdown`**Not compared**: ${clip(left)}.`])]
  return all.length === 0 ? undefined : joined('markdown', all, '<br>\n')
}

/** Checks of the candidate that could not be made: never folded, since they are no passes. */
function unchecked(report: RunReport, detail: Detail, clip: Clip): Markdown | undefined {
  const all = notChecked(report).flatMap(({ check, reasons }) => reasons.map((reason) => ({ check, ...reason })))
  return list(
    all,
    Math.max(3, detail.entries),
    ({ check, message, hint }) => markdown`Not checked: **${clip(check)}**. ${clip(message)}<br>→ ${clip(hint)}`,
  )
}

function rollout(report: RunReport, clip: Clip): Markdown | undefined {
  const result = report.rollout
  if (result === undefined) return undefined
  const weights = result.steps.map((step) => `${printShare(step.weight)} ${words.glyph(step.verdict)}`).join(' → ')
  const steps = weights === '' ? '' : ` (${weights})`
  return markdown`**Rollout of v${clip(result.version)}**: ${result.outcome.replace('-', ' ')}${steps}: ${clip(result.why)}`
}

function problems(report: RunReport, detail: Detail, clip: Clip): Markdown | undefined {
  const all = allProblems(report)
  return list(all, Math.max(3, detail.entries), ({ stage, problem }) => {
    const where =
      problem.where === undefined ? '' : ` (${problem.where.file}:${problem.where.line}:${problem.where.column})`
    return markdown`**${clip(stage)}** <code>${clip(problem.code)}</code>: ${clip(problem.message)}${clip(where)}<br>→ ${clip(problem.hint)}`
  })
}
