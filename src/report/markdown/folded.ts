import { clip } from '../../core/clip.ts'
import type { Finding } from '../../core/products/index.ts'
import { quantileOfSorted } from '../../core/quantile.ts'
import {
  printBytes,
  printCount,
  printDuration,
  printMilliseconds,
  printShare,
  printValue,
} from '../../core/quantity/index.ts'
import type { RunReport } from '../../core/report.ts'
import { shellWord } from '../../core/shell-word.ts'
import { joined, markdown, plain, trusted } from '../escape.ts'
import { allWarnings, conditions, environments, latencies, metricName, verifyCommand } from '../facts.ts'
import * as words from '../words.ts'
import { type Clip, type Detail, limited, list, type Markdown, table } from './blocks.ts'
import { latencyChart } from './chart.ts'

/** What a reader unfolds, each section only where the run has data for it. */
export function folded(report: RunReport, detail: Detail, say: Clip): readonly Markdown[] {
  const warned = allWarnings(report)
  const sections: readonly (readonly [string, Markdown | undefined])[] = [
    [
      words.counted(warned.length, 'warning'),
      list(
        warned,
        Math.max(3, detail.entries),
        (one) => markdown`${say(one.message)}<br>→ ${say(one.remedy)} <code>${say(one.code)}</code>`,
      ),
    ],
    ['What would settle it', settling(report, detail, say)],
    ['All metrics', detail.entries === 0 ? undefined : allMetrics(report, detail, say)],
    ['Latency', detail.entries === 0 ? undefined : latency(report, detail, say)],
    ['Rollout steps', detail.entries === 0 ? undefined : rolloutSteps(report, detail, say)],
    ['Stages', detail.entries === 0 ? undefined : stages(report, detail, say)],
    ['Validation findings', detail.entries === 0 ? undefined : findings(report, detail, say)],
    ['Optimisation', detail.entries === 0 ? undefined : variants(report, detail, say)],
    ['Environment', environment(report, detail, say)],
    ['How to reproduce', reproduce(report)],
  ]
  return sections.flatMap(([summary, body]) =>
    body === undefined ? [] : [markdown`<details><summary>${summary}</summary>\n\n${body}\n\n</details>`],
  )
}

/** How much evidence would settle an inconclusive metric, and the smallest change that this evidence can detect. */
function settling(report: RunReport, detail: Detail, say: Clip): Markdown | undefined {
  const open = (report.comparison?.rows ?? []).filter((row) => row.verdict === 'inconclusive')
  return list(open, Math.max(3, detail.entries), (row) => {
    const more = words.needs(row)
    const could = row.detectable === undefined ? undefined : words.size(row, row.detectable)
    return markdown`<code>${say(metricName(row))}</code>: ${more === undefined ? 'more evidence' : `about ${more} in total`}${could === undefined ? '' : `; this evidence can detect a change of ${could} or more`}`
  })
}

function allMetrics(report: RunReport, detail: Detail, say: Clip): Markdown | undefined {
  const rows = report.comparison?.rows ?? []
  const cells = rows
    .slice(0, detail.entries)
    .map((row) => [
      markdown`<code>${say(row.metric)}</code> ${say(row.scenario ?? '')}`,
      markdown`${say(printValue(row.production, row.unit))}`,
      markdown`${say(printValue(row.candidate, row.unit))}`,
      markdown`${say(words.change(row))} (${say(words.interval(row))})`,
      markdown`${say(words.margin(row))}`,
      markdown`${words.glyph(row.verdict)} ${words.rowVerdict(row)}`,
      markdown`${say(row.method)}. ${say(row.why)}`,
    ])
  return limited(
    table(['Metric', 'Production', 'Candidate', 'Change', 'Margin', 'Verdict', 'Why'], cells),
    rows.length,
    cells.length,
  )
}

function latency(report: RunReport, detail: Detail, say: Clip): Markdown | undefined {
  const all = latencies(report)
  const sides = all.flatMap(({ scenario, sides }) => sides.map((side) => ({ scenario, side })))
  const cells = sides
    .slice(0, detail.entries)
    .map(({ scenario, side }) => [
      markdown`${say(scenario.id)}`,
      markdown`${side.role}`,
      ...[side.p50, quantileOfSorted(side.samples, 0.9), quantileOfSorted(side.samples, 0.99)].map(
        (ms) => markdown`${printMilliseconds(ms)}`,
      ),
      markdown`${printCount(side.samples.length)}`,
    ])
  if (cells.length === 0) return undefined
  const found = detail.chart ? latencyChart(report) : undefined
  const chart =
    found === undefined
      ? undefined
      : markdown`

Distribution in ${say(found.scenario)} (grey: production, blue: candidate):

${trusted('markdown', `\`\`\`mermaid\n${found.mermaid}\n\`\`\``)}`
  return markdown`${table(['Scenario', 'Contender', 'p50', 'p90', 'p99', 'Runs'], cells)}${chart}`
}

function rolloutSteps(report: RunReport, detail: Detail, say: Clip): Markdown | undefined {
  const steps = report.rollout?.steps ?? []
  const cells = steps.slice(0, detail.entries).map((step) => [
    markdown`${printShare(step.weight)}`,
    markdown`${step.observed === undefined ? 'no request' : printShare(step.observed, 3)}`,
    markdown`${printCount(step.requests.stable)} / ${printCount(step.requests.candidate)}`,
    markdown`${words.glyph(step.verdict)} ${words.word(step.verdict)}`,
    joined(
      'markdown',
      step.judgements.slice(0, 10).map((one) => markdown`${say(one.why)}`),
      '<br>',
    ),
  ])
  const hooks = list(
    report.rollout?.hooks ?? [],
    detail.entries,
    (hook) => markdown`hook <code>${say(hook.name)}</code> ${hook.outcome}: ${say(hook.detail)}`,
  )
  if (cells.length === 0) return hooks
  const rows = limited(
    table(['Asked', 'Seen', 'Requests: stable / candidate', 'Verdict', 'Why'], cells),
    steps.length,
    cells.length,
  )
  return hooks === undefined ? rows : markdown`${rows}\n\n${hooks}`
}

function stages(report: RunReport, detail: Detail, say: Clip): Markdown | undefined {
  const cells = report.stages
    .slice(0, detail.entries)
    .map((stage) => [
      markdown`${say(stage.name)}`,
      markdown`${words.glyph(stage.status)} ${words.word(stage.status)}`,
      markdown`${stage.status === 'skipped' ? '' : printDuration(1000 * stage.seconds)}`,
      markdown`${say(stage.summary)}`,
    ])
  return limited(table(['Stage', 'Status', 'Time', 'Result'], cells), report.stages.length, cells.length)
}

function findings(report: RunReport, detail: Detail, say: Clip): Markdown | undefined {
  const all: readonly Finding[] = report.validation?.checks.flatMap((check) => check.findings) ?? []
  return list(
    all,
    detail.entries,
    (one) => markdown`${one.severity} at <code>${say(one.where)}</code>: ${say(one.message)}<br>→ ${say(one.hint)}`,
  )
}

function variants(report: RunReport, detail: Detail, say: Clip): Markdown | undefined {
  const all = report.variants?.variants ?? []
  return list(
    all,
    detail.entries,
    (one) =>
      markdown`${one.kept ? '✓ kept' : '– dropped'} <code>${say(one.id)}</code>, ${printBytes(one.model.bytes)}: ${say(one.how)}; ${say(one.why)}`,
  )
}

function environment(report: RunReport, detail: Detail, say: Clip): Markdown | undefined {
  const machines = environments(report).slice(0, Math.max(1, detail.entries))
  if (machines.length === 0) return undefined
  const lines = [...machines.map(({ facts }) => facts), conditions(report)].map((facts) => {
    return markdown`${say(facts.map(([name, value]) => `${name}: ${value}`).join('; '))}`
  })
  return joined('markdown', lines, '<br>')
}

/** Commands in a code block whose fence is longer than any run of backticks in them. */
function reproduce(report: RunReport): Markdown {
  const purposes = new Map([
    [`airworthy run ${shellWord(clip(plain(report.pipeline.file), 300))}`, 'run it again'],
    ...(report.comparison === undefined
      ? []
      : [[clip(plain(verifyCommand(report)), 300), 'recompute every verdict'] as const]),
    ...report.next.slice(0, 5).map((step) => [clip(plain(step.command), 300), clip(plain(step.what), 200)] as const),
  ])
  const lines = [...purposes].map(([command, purpose]) => `${command}  # ${purpose}`)
  const longest = Math.max(2, ...(lines.join('\n').match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return trusted('markdown', `${fence}sh\n${lines.join('\n')}\n${fence}`)
}
