import type { ComparisonRow } from '../../core/products/index.ts'
import { printCount, printMilliseconds, printShare, printValue } from '../../core/quantity/index.ts'
import type { RunReport } from '../../core/report.ts'
import { plotEnd } from '../distribution.ts'
import { html } from '../escape.ts'
import {
  compatibilityFacts,
  compatibilityStatus,
  keyRow,
  latencies,
  metricName,
  notComparedWords,
  rowSentence,
  type ScenarioSides,
} from '../facts.ts'
import * as words from '../words.ts'
import { forestPlot } from './forest-plot.ts'
import { latencyPlot } from './latency-plot.ts'
import { badge, dataTable, details, figure, type Html, type Section } from './parts.ts'
import { rolloutPlot } from './rollout-plot.ts'
import { rolloutTables } from './sections.ts'
import { draw, type Widths } from './vega.ts'

/** The parts of the page with plots: compared metrics, latencies, the rollout. */

const full = { wide: 1000, narrow: 340 }
const half = { wide: 490, narrow: 340 }

/** The numbers that decided, large: the key metric first, then what else the gate required, four at most. */
export function keyFigures(report: RunReport): Html | undefined {
  const first = keyRow(report)
  if (first === undefined) return undefined
  const required = new Set((report.decision?.reasons ?? []).map((reason) => reason.metric))
  const others = (report.comparison?.rows ?? []).filter((row) => row !== first)
  const ranked = [
    ...others.filter((row) => required.has(row.metric)),
    ...others.filter((row) => !required.has(row.metric)),
  ]
  const tiles = [first, ...ranked]
    .slice(0, 4)
    .map(
      (row) =>
        html`<li class="${row.verdict}"><span class="name">${row.metric}${row.scenario === undefined ? undefined : html` <span class="whole">${row.scenario}</span>`}</span><span class="change">${words.change(row)}</span><span class="soft">${words.interval(row)}</span>${badge(row.verdict, words.rowVerdict(row))}</li>`,
    )
  return html`<ul class="tiles" aria-label="Key figures">${tiles}</ul>`
}

export async function metrics(report: RunReport): Promise<Section | undefined> {
  const compared = report.comparison
  if (compared === undefined || compared.rows.length === 0) return undefined
  const picture = await draw(
    forestPlot(compared.rows),
    full,
    `Interval of the change against the margin. ${compared.rows.map(rowSentence).join(' ')}`,
  )
  const caption = html`Each bar is the interval of a change, in multiples of its margin. Right is better. Left of the dashed line, the shaded part, is worse than acceptable. Large changes are compressed.`
  const columns = [
    { title: 'Metric' },
    { title: 'Production', numeric: true },
    { title: 'Candidate', numeric: true },
    { title: 'Change', numeric: true },
    { title: 'Interval', short: true },
    { title: 'Margin', numeric: true },
    { title: 'Verdict' },
  ]
  const against = compared.against.version === undefined ? 'production' : `production v${compared.against.version}`
  const body = html`${dataTable(`Candidate against ${against}`, columns, compared.rows.map(metricCells))}${compatibility(report)}${figure(picture, caption)}${details('How each verdict was reached', verdictTable(compared.rows, compared.alpha))}`
  return { id: 'metrics', title: 'Metrics', body }
}

/** What the comparison says beside its metrics, and what it says nothing about. */
function compatibility(report: RunReport): Html | undefined {
  const left = notComparedWords(report)
  const items = [
    ...compatibilityFacts(report).map(
      (fact) =>
        html`<li>${badge(compatibilityStatus(fact), fact.verdict ?? 'stated')} <strong>${fact.name}</strong> ${fact.why}</li>`,
    ),
    ...(left === undefined ? [] : [html`<li><strong>Not compared</strong>: ${left}.</li>`]),
  ]
  return items.length === 0 ? undefined : html`<ul class="findings">${items}</ul>`
}

export async function latency(report: RunReport): Promise<Section | undefined> {
  const scenarios = latencies(report).filter((one) => one.sides.length > 0)
  if (scenarios.length === 0) return undefined
  const figures: Html[] = []
  for (const one of scenarios) figures.push(await latencyFigure(one, scenarios.length === 1 ? full : half))
  const both = scenarios.some((one) => one.sides.length > 1)
  const key = both
    ? html`<p class="key"><span class="swatch production"></span>production <span class="swatch candidate"></span>candidate</p>`
    : undefined
  return { id: 'latency', title: 'Latency', body: html`${key}<div class="figures">${figures}</div>` }
}

export async function rollout(report: RunReport): Promise<Section | undefined> {
  const result = report.rollout
  if (result === undefined) return undefined
  const from = result.from === undefined ? '' : ` from v${result.from}`
  const lead = html`<p class="lead">${badge(outcomes[result.outcome].status, outcomes[result.outcome].word)} v${result.version}${from}: ${result.why}</p>`
  const said = result.steps.map((step) => `${printShare(step.weight)}: ${words.word(step.verdict)}`).join(', ')
  const picture =
    result.steps.length === 0
      ? undefined
      : figure(
          await draw(
            rolloutPlot(result),
            full,
            `Share of traffic over time. ${said}. ${outcomes[result.outcome].word}.`,
          ),
          html`The line is the share of traffic the candidate was given, a diamond the share it was seen to get, a mark the verdict of the step.`,
        )
  return { id: 'rollout', title: 'Rollout', body: html`${lead}${picture}${rolloutTables(result)}` }
}

const outcomes = {
  promoted: { status: 'pass', word: 'promoted' },
  'rolled-back': { status: 'rolled-back', word: 'rolled back' },
  'already-serving': { status: 'done', word: 'already serving' },
  held: { status: 'inconclusive', word: 'held' },
} as const

function metricCells(row: ComparisonRow): readonly Html[] {
  return [
    html`${row.metric}${row.scenario === undefined ? undefined : html` <span class="soft">${row.scenario}</span>`}`,
    html`${printValue(row.production, row.unit)}`,
    html`${printValue(row.candidate, row.unit)}`,
    html`<strong>${words.change(row)}</strong>`,
    html`${words.interval(row)}`,
    html`${words.margin(row)}`,
    badge(row.verdict, words.rowVerdict(row)),
  ]
}

function verdictTable(rows: readonly ComparisonRow[], alpha: number): Html {
  const cells = rows.map((row) => [
    html`${metricName(row)}`,
    html`${row.method}`,
    html`${row.interval.level === 1 ? 'exact' : printShare(row.interval.level, 3)}`,
    html`${row.why}${needed(row)}`,
  ])
  const columns = [
    { title: 'Metric' },
    { title: 'Method', long: true },
    { title: 'Level', numeric: true },
    { title: 'Why', long: true },
  ]
  return dataTable(`Methods; one-sided error rate of each row ${printShare(alpha)}`, columns, cells)
}

function needed(row: ComparisonRow): Html | undefined {
  const needs = words.needs(row)
  return needs === undefined ? undefined : html` <span class="soft">To settle it: ${needs} in total.</span>`
}

async function latencyFigure(one: ScenarioSides, widths: Widths): Promise<Html> {
  const { scenario, blocks, sides } = one
  const medians = sides.map((side) => `${side.role} ${printMilliseconds(side.p50)}`).join(', ')
  const runs = sides.map((side) => `${side.role} ${printCount(side.samples.length)}`).join(', ')
  const end = plotEnd(sides)
  const beyond = sides.reduce((sum, side) => sum + side.samples.filter((sample) => sample > end).length, 0)
  const hidden =
    beyond === 0
      ? ''
      : ` ${words.counted(beyond, 'run')} beyond ${printMilliseconds(end)} ${beyond === 1 ? 'is' : 'are'} not drawn.`
  const label = `Latency of ${scenario.id}: median ${medians}.`
  const picture = await draw(latencyPlot(one), widths, label)
  return figure(
    picture,
    html`<strong>${scenario.id}</strong> <span class="soft">${scenario.provider}, batch ${scenario.batch}, ${words.counted(scenario.threads, 'thread')}</span><br>Median: ${medians}. Runs: ${runs}, in ${words.counted(blocks, 'block')}. Below: the median of each block.${hidden}`,
  )
}
