import picocolors from 'picocolors'
import { clip } from '../../core/clip.ts'
import type { Problem } from '../../core/errors/index.ts'
import type { ComparisonRow, RolloutResult, RolloutStep, Warning } from '../../core/products/index.ts'
import { printCount, printDuration, printShare, printValue } from '../../core/quantity/index.ts'
import type { RunReport, StageReport } from '../../core/report.ts'
import { terminalText } from '../escape.ts'
import {
  allProblems,
  allWarnings,
  compatibilityFacts,
  compatibilityStatus,
  environments,
  headline,
  notChecked,
  notComparedWords,
} from '../facts.ts'
import * as words from '../words.ts'
import { type Cell, type Column, displayWidth, type Paint, table, widest, wrapped } from './layout.ts'

export interface TerminalOptions {
  readonly colour: boolean
  /** Columns of the terminal; lines are broken to fit where a word allows it. */
  readonly width: number
  /** True for a terminal that shows only ASCII. */
  readonly ascii?: boolean
}

/** A report for a terminal or a plain log. The last lines say what was decided, where the report is and what to type next. */
export function renderTerminal(report: RunReport, options: TerminalOptions): string {
  const style = styleOf(options)
  const sections = [
    title(report, style),
    stages(report.stages, style),
    comparison(report, style),
    machines(report, style),
    unchecked(report, style),
    rollout(report.rollout, style),
    warnings(allWarnings(report), style),
    problems(allProblems(report), style),
    decision(report, style),
  ]
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
  return options.ascii === true ? words.asciiOnly(text) : text
}

interface Style {
  readonly width: number
  readonly bold: Paint
  readonly dim: Paint
  readonly of: Readonly<Record<words.Status, Paint>>
}

function styleOf(options: TerminalOptions): Style {
  const { bold, dim, green, red, yellow } = picocolors.createColors(options.colour)
  const good = { pass: green, measured: green, done: green, cached: green }
  const bad = { fail: red, error: red, 'rolled-back': red }
  const open = { inconclusive: yellow, 'not-checked': yellow, cancelled: yellow, skipped: dim }
  return { width: options.width, bold, dim, of: { ...good, ...bad, ...open } }
}

function title(report: RunReport, style: Style): readonly string[] {
  const text = [
    `airworthy ${terminalText(report.tool.version)}`,
    terminalText(clip(report.pipeline.name, 60)),
    terminalText(words.time(report.startedAt)),
  ].join(' · ')
  return [style.dim(text)]
}

function stages(stages: readonly StageReport[], style: Style): readonly string[] {
  const nameWidth = widest(stages.map((stage) => terminalText(stage.name)))
  return stages.flatMap((stage) => {
    const name = terminalText(stage.name)
    const time = stage.status === 'skipped' ? '' : printDuration(1000 * stage.seconds)
    const first = `  ${words.glyph(stage.status)} ${name}${' '.repeat(nameWidth - displayWidth(name))}  ${time.padStart(7)}  `
    const note = stage.status === 'cached' ? 'cached: ' : ''
    const lines = wrapped(`${note}${terminalText(stage.summary) || words.word(stage.status)}`, style.width, first)
    return lines.map((line) => (stage.status === 'skipped' ? style.dim(line) : painted(line, stage.status, style)))
  })
}

/** The line with its first glyph in the colour of the status. */
function painted(line: string, status: words.Status, style: Style): string {
  return line.replace(/^( *)(\S)(?= )/, (_, space: string, mark: string) =>
    mark === words.glyph(status) ? `${space}${style.of[status](mark)}` : `${space}${mark}`,
  )
}

function comparison(report: RunReport, style: Style): readonly string[] {
  const compared = report.comparison
  if (compared === undefined || compared.rows.length === 0) return []
  const scenarios = [...new Set(compared.rows.flatMap((row) => (row.scenario === undefined ? [] : [row.scenario])))]
  const version = compared.against.version === undefined ? '' : ` v${terminalText(compared.against.version)}`
  const only = scenarios.length === 1 ? style.dim(`  ${terminalText(scenarios[0] ?? '')}`) : ''
  const columns = comparisonColumns.filter((column) => column.title !== 'scenario' || scenarios.length > 1)
  const rows = compared.rows.map((row) => columns.map((column) => comparisonCell(row, column.title, style)))
  return [
    `${style.bold(`Against production${version}`)}${only}`,
    ...indented(table(columns, rows, { width: style.width - 2, heading: style.dim })),
    ...compared.rows.filter((row) => row.verdict !== 'pass').flatMap((row) => remark(row.verdict, row.why, style)),
    ...compatibility(report, style),
  ]
}

/** What the comparison says beside its metrics, and what it says nothing about. */
function compatibility(report: RunReport, style: Style): readonly string[] {
  const left = notComparedWords(report)
  return [
    ...compatibilityFacts(report).flatMap((fact) =>
      wrapped(
        terminalText(`${fact.name}: ${fact.why}`),
        style.width,
        `  ${words.glyph(compatibilityStatus(fact))}  `,
      ).map((line) => painted(line, compatibilityStatus(fact), style)),
    ),
    ...(left === undefined ? [] : wrapped(terminalText(`Not compared: ${left}.`), style.width, '  ')),
  ]
}

const comparisonColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'metric', align: 'left' },
  { title: 'scenario', align: 'left' },
  { title: 'production', align: 'right', spare: 2 },
  { title: 'candidate', align: 'right', spare: 1 },
  { title: 'change', align: 'right', spare: 3 },
  { title: 'interval', align: 'left' },
  { title: 'margin', align: 'right', spare: 0 },
  { title: 'verdict', align: 'left', spare: 4 },
]

/** Which scenario was measured where, when that was not all on one machine. */
function machines(report: RunReport, style: Style): readonly string[] {
  const all = environments(report)
  if (all.length < 2) return []
  const lines = all.map(({ facts }) => {
    const told = (name: string): readonly string[] => facts.flatMap(([each, value]) => (each === name ? [value] : []))
    const where = [...told('GPU'), ...told('Processor')].join('; ')
    return `${told('Measured here').join()}: ${where}`
  })
  return [style.bold('Measured on'), ...lines.flatMap((line) => wrapped(terminalText(line), style.width, '  '))]
}

function comparisonCell(row: ComparisonRow, column: string, style: Style): Cell {
  const paint = style.of[row.verdict]
  switch (column) {
    case '':
      return { text: words.glyph(row.verdict), paint }
    case 'metric':
      return { text: terminalText(clip(row.metric, 40)) }
    case 'scenario':
      return { text: terminalText(clip(row.scenario ?? '', 30)), paint: style.dim }
    case 'production':
      return { text: terminalText(printValue(row.production, row.unit)) }
    case 'candidate':
      return { text: terminalText(printValue(row.candidate, row.unit)) }
    case 'change':
      return { text: terminalText(words.change(row)), paint: style.bold }
    case 'interval':
      return { text: terminalText(words.interval(row)) }
    case 'margin':
      return { text: terminalText(words.margin(row)), paint: style.dim }
    default:
      return { text: words.rowVerdict(row), paint }
  }
}

/** Checks of the candidate that could not be made, and what to do about each. */
function unchecked(report: RunReport, style: Style): readonly string[] {
  const all = notChecked(report)
  if (all.length === 0) return []
  const lines = all.flatMap(({ check, reasons }) =>
    reasons.flatMap(({ message, hint }) => [
      ...wrapped(terminalText(`${check}: ${message}`), style.width, `  ${words.glyph('not-checked')} `),
      ...wrapped(terminalText(hint), style.width, '    → '),
    ]),
  )
  return [style.bold('Not checked'), ...lines.map((line) => painted(line, 'not-checked', style))]
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}

function remark(status: words.Status, text: string, style: Style): readonly string[] {
  return wrapped(terminalText(text), style.width, `    ${words.glyph(status)} `).map((line) =>
    painted(line, status, style),
  )
}

function rollout(result: RolloutResult | undefined, style: Style): readonly string[] {
  if (result === undefined) return []
  const from = result.from === undefined ? '' : `v${result.from} → `
  const heading = style.bold(terminalText(`Rollout ${from}v${result.version}`))
  const failed = result.steps.flatMap((step) => step.judgements.filter((judgement) => judgement.verdict !== 'pass'))
  const steps = result.steps.map((step) => stepCells(step, style))
  return [
    `${heading}  ${style.dim(terminalText(result.target))}`,
    ...(steps.length === 0 ? [] : indented(table(stepColumns, steps, { width: style.width - 2, heading: style.dim }))),
    ...failed.flatMap((judgement) => remark(judgement.verdict, judgement.why, style)),
    ...wrapped(`${outcomes[result.outcome]}: ${terminalText(result.why)}`, style.width, '  '),
    ...verified(result),
    ...result.hooks.flatMap((hook) => {
      const status = hook.outcome === 'done' ? 'done' : 'error'
      return remark(status, `hook ${hook.name}: ${hook.detail === '' ? hook.outcome : hook.detail}`, style)
    }),
  ]
}

const outcomes: Readonly<Record<RolloutResult['outcome'], string>> = {
  promoted: 'Promoted',
  'rolled-back': 'Rolled back',
  'already-serving': 'Already serving',
  held: 'Held',
}

const stepColumns: readonly Column[] = [
  { title: '', align: 'left' },
  { title: 'traffic', align: 'right' },
  { title: 'seen', align: 'right' },
  { title: 'to stable', align: 'right', spare: 1 },
  { title: 'to candidate', align: 'right', spare: 2 },
  { title: 'time', align: 'right', spare: 3 },
  { title: 'verdict', align: 'left' },
]

function stepCells(step: RolloutStep, style: Style): readonly Cell[] {
  const paint = style.of[step.verdict]
  return [
    { text: words.glyph(step.verdict), paint },
    { text: printShare(step.weight) },
    { text: step.observed === undefined ? 'none' : printShare(step.observed, 3) },
    { text: printCount(step.requests.stable) },
    { text: printCount(step.requests.candidate) },
    { text: printDuration(1000 * step.seconds) },
    { text: words.word(step.verdict), paint },
  ]
}

function verified(result: RolloutResult): readonly string[] {
  if (result.verified === undefined) return []
  const { stable, candidate } = result.verified
  return [
    `  Traffic after the rollback: ${words.counted(stable, 'request')} to stable, ${printCount(candidate)} to the candidate.`,
  ]
}

function warnings(all: readonly Warning[], style: Style): readonly string[] {
  if (all.length === 0) return []
  const lines = all.flatMap((warning) => [
    ...wrapped(`${terminalText(warning.message)} ${style.dim(`(${terminalText(warning.code)})`)}`, style.width, '  ! '),
    ...wrapped(terminalText(warning.remedy), style.width, '    → '),
  ])
  return [
    style.bold(words.counted(all.length, 'warning')),
    ...lines.map((line) => line.replace(/^ {2}!/, `  ${style.of.inconclusive('!')}`)),
  ]
}

function problems(all: ReturnType<typeof allProblems>, style: Style): readonly string[] {
  if (all.length === 0) return []
  const lines = all.flatMap(({ stage, problem }) => [
    ...wrapped(`${terminalText(`${stage}: ${problem.message}`)}`, style.width, '  ✗ '),
    ...(problem.where === undefined ? [] : [style.dim(`    ${terminalText(position(problem.where))}`)]),
    ...wrapped(`${terminalText(problem.hint)} ${style.dim(`(${terminalText(problem.code)})`)}`, style.width, '    → '),
  ])
  return [style.bold(words.counted(all.length, 'problem')), ...lines.map((line) => painted(line, 'fail', style))]
}

function position(where: NonNullable<Problem['where']>): string {
  return `${where.file}:${where.line}:${where.column}`
}

function decision(report: RunReport, style: Style): readonly string[] {
  const { glyph, word } = headline(report)
  const first = `${glyph} ${word.toUpperCase()}  `
  const paint = style.of[report.outcome]
  const sentence = wrapped(terminalText(report.sentence), style.width, first)
  const files = filesToOpen(report)
  const next = nextSteps(report, style).map((text) => ['next', text] as const)
  const labels = [...files, ...next]
  const label = widest(labels.map(([name]) => name))
  return [
    ...sentence.map((line, index) => (index === 0 ? line.replace(first, paint(style.bold(first))) : line)),
    ...labels.map(([name, text]) => `  ${style.dim(name.padEnd(label))}  ${text}`),
  ]
}

/** The page and the evidence; the other formats lie beside them. */
function filesToOpen(report: RunReport): readonly (readonly [label: string, path: string])[] {
  const shown = [
    ['report', report.files['html']],
    ['evidence', report.files['evidence']],
    ['shard', report.files['shard']],
  ] as const
  return shown.flatMap(([label, path]) => (path === undefined ? [] : [[label, terminalText(path)] as const]))
}

function nextSteps(report: RunReport, style: Style): readonly string[] {
  const commands = report.next.map((step) => terminalText(step.command))
  const width = widest(commands)
  return report.next.map((step, index) => {
    const command = commands[index] ?? ''
    const space = ' '.repeat(width - displayWidth(command) + 2)
    return `${style.bold(command)}${space}${style.dim(terminalText(step.what))}`
  })
}
