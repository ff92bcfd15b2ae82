import { printDuration } from '../../core/quantity/index.ts'
import type { RunReport } from '../../core/report.ts'
import { html, type Markup, trusted } from '../escape.ts'
import { allWarnings, headline } from '../facts.ts'
import * as words from '../words.ts'
import { keyFigures, latency, metrics, rollout } from './compared.ts'
import { facts, type Section, sectionOf } from './parts.ts'
import { environment, evidence, optimisation, release, stages, validation, warnings } from './sections.ts'
import { style } from './style.ts'

/** A report as one self-contained page: no scripts, no network, light and dark, wide and narrow. */
export async function renderHtml(report: RunReport): Promise<string> {
  const sections = [
    await metrics(report),
    await latency(report),
    stages(report),
    await rollout(report),
    release(report),
    validation(report),
    optimisation(report),
    environment(report),
    evidence(report),
    warnings(report),
  ].filter((section) => section !== undefined)
  return `${page(report, sections).text}\n`
}

function page(report: RunReport, sections: readonly Section[]): Markup<'html'> {
  const title = `${headline(report).word}: ${report.subject?.model ?? report.pipeline.name}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · airworthy</title>
<link rel="icon" href="data:,">
<style>${trusted('html', style)}</style>
</head>
<body>
<header class="verdict ${report.outcome}"><div class="inside">${verdict(report)}${keyFigures(report)}${context(report)}</div></header>
<nav aria-label="Contents"><ul class="inside">${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main class="inside">${sections.map(sectionOf)}${next(report)}</main>
<footer class="inside">airworthy ${report.tool.version} · run ${report.runId}</footer>
</body>
</html>`
}

function verdict(report: RunReport): Markup<'html'> {
  const { glyph, word } = headline(report)
  const warned = allWarnings(report).length
  const note =
    warned === 0 ? undefined : html` <a class="warned" href="#warnings">${words.counted(warned, 'warning')}</a>`
  return html`<div class="headline"><span class="mark" aria-hidden="true">${glyph}</span><div><h1>${subject(report)} <span class="word">${word}</span></h1><p class="sentence">${report.sentence}${note}</p></div></div>`
}

function subject(report: RunReport): string {
  const model = report.subject?.model ?? report.pipeline.name
  return report.release === undefined ? model : `${model} v${report.release.version}`
}

function context(report: RunReport): Markup<'html'> {
  const production = report.subject?.production
  return facts([
    ['Candidate', report.subject?.candidate.name],
    [
      'Production',
      production === undefined
        ? undefined
        : `${production.version === undefined ? '' : `v${production.version}, `}${production.artifact.name}`,
    ],
    ['Pipeline', report.pipeline.file],
    ['Started', words.time(report.startedAt)],
    ['Took', took(report)],
  ])
}

function took(report: RunReport): string | undefined {
  const elapsed = Date.parse(report.finishedAt) - Date.parse(report.startedAt)
  return Number.isFinite(elapsed) && elapsed >= 0 ? printDuration(elapsed) : undefined
}

function next(report: RunReport): Markup<'html'> | undefined {
  if (report.next.length === 0) return undefined
  const steps = report.next.map(
    (step) => html`<li><code>${step.command}</code> <span class="soft">${step.what}</span></li>`,
  )
  return html`<section aria-labelledby="next"><h2 id="next">What to do next</h2><ul class="next">${steps}</ul></section>`
}
