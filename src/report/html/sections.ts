import type { Finding, RolloutResult } from '../../core/products/index.ts'
import { printBytes, printCount, printDuration, printShare } from '../../core/quantity/index.ts'
import type { RunReport, StageReport } from '../../core/report.ts'
import { html } from '../escape.ts'
import { allWarnings, baseName, conditions, environments, verifyCommand } from '../facts.ts'
import * as words from '../words.ts'
import { badge, code, dataTable, details, digest, facts, type Html, type Section } from './parts.ts'

/** The parts of the page that need no plot. Each gives nothing where the run has no data for it. */

export function stages(report: RunReport): Section | undefined {
  if (report.stages.length === 0) return undefined
  const rows = report.stages.map((stage) => [
    html`${stage.name}`,
    badge(stage.status),
    html`${stage.status === 'skipped' ? '' : printDuration(1000 * stage.seconds)}`,
    html`${stage.summary}`,
  ])
  const columns = [
    { title: 'Stage' },
    { title: 'Status' },
    { title: 'Time', numeric: true },
    { title: 'Result', long: true },
  ]
  const body = html`${dataTable('What ran, in order', columns, rows)}${report.stages.map(problemsOf)}`
  return { id: 'stages', title: 'Stages', body }
}

export function release(report: RunReport): Section | undefined {
  const made = report.release
  if (made === undefined) return undefined
  const body = facts([
    [
      'Version',
      html`<strong>${made.model} v${made.version}</strong>${made.existed ? ' (was there before this run)' : ''}`,
    ],
    ['Tag', code(made.tag)],
    ['Bump', made.bump === 'none' ? 'no change' : made.bump],
    ['Why this number', made.why],
    ['File', `${made.artifact.name}, ${printBytes(made.artifact.bytes)}`],
    ['SHA-256', digest(made.artifact.sha256)],
  ])
  return { id: 'release', title: 'Release', body }
}

export function validation(report: RunReport): Section | undefined {
  const found = report.validation
  if (found === undefined) return undefined
  const { summary } = found
  const shape = (value: (typeof summary.inputs)[number]) =>
    `${value.name}: ${value.type}[${value.dims.map((dim) => (dim === '' ? '?' : dim)).join(', ')}]`
  const checks = found.checks.map((check) => [
    html`${check.check}`,
    badge(check.verdict),
    check.findings.length === 0 ? html`nothing found` : html`<ul class="findings">${check.findings.map(finding)}</ul>`,
  ])
  const body = html`${dataTable('Checks of the candidate', [{ title: 'Check' }, { title: 'Verdict' }, { title: 'Findings', long: true }], checks)}${facts(
    [
      ['Inputs', summary.inputs.map(shape).join('; ')],
      ['Outputs', summary.outputs.map(shape).join('; ')],
      [
        'Size',
        `${printBytes(summary.bytes)}, ${printCount(summary.parameters)} parameters, ${words.counted(summary.nodes, 'node')}`,
      ],
      ['Operators', pairs(summary.operators)],
      ['Format', `IR version ${summary.irVersion}, opset ${opsets(summary.opset)}`],
      ['Made by', summary.producer],
    ],
  )}`
  return { id: 'validation', title: 'Validation', body }
}

export function optimisation(report: RunReport): Section | undefined {
  const made = report.variants
  if (made === undefined) return undefined
  const rows = made.variants.map((variant) => [
    html`${variant.id}${variant.id === made.chosen.id ? html` <span class="chip">chosen</span>` : undefined}`,
    variant.kept ? badge('done', 'kept') : badge('skipped', 'dropped'),
    html`${printBytes(variant.model.bytes)}`,
    html`${variant.how}`,
    html`${variant.why}`,
  ])
  const columns = [
    { title: 'Variant' },
    { title: 'Outcome' },
    { title: 'Size', numeric: true },
    { title: 'How', long: true },
    { title: 'Why', long: true },
  ]
  const body =
    rows.length === 0
      ? html`<p>No variant was tried; the original candidate is used.</p>`
      : dataTable('Variants of the candidate', columns, rows)
  return { id: 'optimisation', title: 'Optimisation', body }
}

export function environment(report: RunReport): Section | undefined {
  if (report.measurements === undefined) return undefined
  const machines = environments(report).map((each) => facts([...each.facts, ['Fingerprint', digest(each.fingerprint)]]))
  const body = html`${machines}${facts(conditions(report))}`
  return { id: 'environment', title: 'Environment', body }
}

export function evidence(report: RunReport): Section {
  const recompute = html`<p>The evidence holds the raw samples and predictions behind every verdict, and what was decided on them. Recompute all of it, and ask the ledger for it:</p><pre><code>${verifyCommand(report)}</code></pre>`
  const body = html`${report.comparison === undefined ? undefined : recompute}${facts([
    ['Evidence', report.evidence === undefined ? undefined : digest(report.evidence)],
    ['Measurements', report.comparison === undefined ? undefined : digest(report.comparison.evidence)],
    ['Pipeline', html`${baseName(report.pipeline.file)} ${digest(report.pipeline.sha256)}`],
    ['Candidate', artifact(report.subject?.candidate)],
    ['Production', artifact(report.subject?.production?.artifact)],
    ['Run', report.runId],
  ])}`
  return { id: 'evidence', title: 'Evidence', body }
}

export function warnings(report: RunReport): Section | undefined {
  const all = allWarnings(report)
  if (all.length === 0) return undefined
  const items = all.map((warning) => notice(warning.message, warning.remedy, warning.code))
  return { id: 'warnings', title: 'Warnings', body: html`<ul class="notices">${items}</ul>` }
}

/** The table of steps, what was judged, and what followed. */
export function rolloutTables(result: RolloutResult): Html {
  const steps = result.steps.map((step) => [
    html`${printShare(step.weight)}`,
    html`${step.observed === undefined ? 'no request' : printShare(step.observed, 3)}`,
    html`${printCount(step.requests.stable)}`,
    html`${printCount(step.requests.candidate)}`,
    html`${printDuration(1000 * step.seconds)}`,
    badge(step.verdict),
  ])
  const columns = ['Asked', 'Seen', 'To stable', 'To candidate', 'Time'].map((title) => ({
    title,
    numeric: title !== 'Asked',
  }))
  const judged = result.steps.flatMap((step) =>
    step.judgements.map((one) => [
      html`${printShare(step.weight)}`,
      html`${one.metric}`,
      badge(one.verdict),
      html`${one.why}`,
    ]),
  )
  const judgements = dataTable(
    'What was judged at each step',
    [{ title: 'Step' }, { title: 'Metric' }, { title: 'Verdict' }, { title: 'Why', long: true }],
    judged,
  )
  return html`${steps.length === 0 ? undefined : dataTable('Steps of the rollout', [...columns, { title: 'Verdict' }], steps)}${judged.length === 0 ? undefined : details(`All ${words.counted(judged.length, 'judgement')}`, judgements)}${facts(
    [
      ['Target', result.target],
      ['Rollout', result.id],
      [
        'After the rollback',
        result.verified === undefined
          ? undefined
          : `${words.counted(result.verified.stable, 'request')} to stable, ${printCount(result.verified.candidate)} to the candidate`,
      ],
      [
        'Hooks',
        result.hooks.length === 0
          ? undefined
          : html`<ul class="findings">${result.hooks.map((hook) => html`<li>${badge(hook.outcome === 'done' ? 'done' : 'error', hook.outcome)} ${code(hook.name)} ${hook.detail}</li>`)}</ul>`,
      ],
    ],
  )}`
}

function problemsOf(stage: StageReport): Html {
  const items = stage.problems.map((problem) => {
    const where =
      problem.where === undefined ? '' : ` (${problem.where.file}:${problem.where.line}:${problem.where.column})`
    return notice(`${stage.name}: ${problem.message}${where}`, problem.hint, problem.code)
  })
  return items.length === 0 ? html`` : html`<ul class="notices problems">${items}</ul>`
}

function notice(message: string, remedy: string, name: string): Html {
  return html`<li><p>${message} ${code(name)}</p><p class="remedy">${remedy}</p></li>`
}

const severities = { error: 'fail', warning: 'inconclusive', note: 'skipped' } as const

function finding(found: Finding): Html {
  return html`<li>${badge(severities[found.severity], found.severity)} ${found.message} <span class="soft">${found.where} ${code(found.code)}</span><br><span class="remedy">${found.hint}</span></li>`
}

function artifact(
  file: { readonly name: string; readonly bytes: number; readonly sha256: string } | undefined,
): Html | undefined {
  return file === undefined ? undefined : html`${file.name}, ${printBytes(file.bytes)} ${digest(file.sha256)}`
}

function pairs(counts: Readonly<Record<string, number>>): string {
  const sorted = Object.entries(counts).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return sorted.map(([name, number]) => `${name} ×${printCount(number)}`).join(', ')
}

function opsets(opset: Readonly<Record<string, number>>): string {
  return Object.entries(opset)
    .map(([domain, version]) => (domain === '' ? String(version) : `${domain} ${version}`))
    .join(', ')
}
