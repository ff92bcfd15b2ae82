import path from 'node:path'
import type { Measurements, Validation } from '../../core/products/index.ts'
import type { RunReport } from '../../core/report.ts'
import { exitCodes } from '../../core/verdict.ts'
import { homeOf } from '../../pipeline/home.ts'
import { pipelineOf } from '../../pipeline/load.ts'
import { run } from '../../pipeline/run.ts'
import { openStore } from '../../pipeline/store.ts'
import { formats, renderTerminal } from '../../report/index.ts'
import { renderJson } from '../../report/json.ts'
import { metricNamed } from '../../verdicts/metrics/index.ts'
import { type Entry, terminalOf } from '../context.ts'
import { entryError } from '../errors.ts'
import { problemLines } from '../failure.ts'
import { findingLines, speedLines } from './model-text.ts'
import { progressOn } from './progress.ts'
import { shapeOf } from './shape.ts'
import { writeStoredModel } from './write-model.ts'

/** The commands that take models and no pipeline: each makes the pipeline that says what it does, and runs that. */

interface Json {
  readonly json?: boolean
}

export async function validateCommand(
  entry: Entry,
  model: string,
  options: Json & { readonly production?: string },
): Promise<number> {
  const report = await runOn(entry, model, options.production, { validate: {} }, {}, options)
  const validation = report.validation
  if (validation === undefined) return tellProblems(entry, report, options)
  if (!options.json) entry.out(validationText(validation, model))
  return report.outcome === 'pass' ? exitCodes.pass : exitCodes.fail
}

export async function optimizeCommand(
  entry: Entry,
  model: string,
  options: Json & { readonly out: string; readonly variant?: string; readonly level: string },
): Promise<number> {
  const out = path.resolve(entry.world.cwd, options.out)
  const asked = options.variant === undefined ? {} : { variants: [options.variant] }
  const report = await runOn(entry, model, undefined, { optimize: { ...asked, level: options.level } }, {}, options)
  if (report.variants === undefined) return tellProblems(entry, report, options)
  const store = openStore(homeOf(entry.world).store, entry.world)
  const { chosen, variants } = report.variants
  await writeStoredModel(chosen.model, out, store, entry.world.files)
  if (!options.json) {
    for (const variant of variants) entry.out(`${variant.kept ? '✓' : '-'} ${variant.id}: ${variant.why}\n`)
    entry.out(`Wrote ${options.out}: ${chosen.id}, ${chosen.model.bytes} bytes.\n`)
  }
  return exitCodes.pass
}

interface Measuring extends Json {
  readonly provider: string
  readonly batch: string
  readonly threads: string
  readonly rate?: string
  readonly budget: string
  readonly shape: readonly string[]
  readonly data?: string
}

export async function benchCommand(entry: Entry, model: string, options: Measuring): Promise<number> {
  const report = await runOn(
    entry,
    model,
    undefined,
    { benchmark: benchmarkSettings(options) },
    dataOf(options),
    options,
  )
  const measured: Measurements | undefined = report.measurements
  if (measured === undefined) return tellProblems(entry, report, options)
  if (!options.json) entry.out(speedLines(measured))
  return exitCodes.pass
}

interface Comparing extends Measuring {
  readonly label?: string
  readonly metric: readonly string[]
  readonly html?: string
}

export async function compareCommand(
  entry: Entry,
  production: string,
  candidate: string,
  options: Comparing,
): Promise<number> {
  const stages = { benchmark: benchmarkSettings(options), compare: { metrics: metricsOf(options) }, gate: {} }
  const report = await runOn(entry, candidate, production, stages, dataOf(options), options)
  if (!options.json) entry.out(`\n${renderTerminal(report, terminalOf(entry))}`)
  const page = report.files['html']
  if (options.html !== undefined && page !== undefined)
    await entry.world.files.copy(page, path.resolve(entry.world.cwd, options.html))
  return report.exitCode
}

async function runOn(
  entry: Entry,
  candidate: string,
  production: string | undefined,
  stages: Readonly<Record<string, unknown>>,
  data: Readonly<Record<string, unknown>>,
  options: Json,
): Promise<RunReport> {
  const { world } = entry
  const value = {
    pipeline: nameOf(candidate),
    model: { candidate, ...(production === undefined ? {} : { production }) },
    ...data,
    stages,
    registry: { scratch: true },
  }
  const pipeline = pipelineOf(value, world.cwd, world)
  const report = await run(pipeline, world, {
    formats,
    command: entry.command,
    signal: entry.signal,
    listener: progressOn(entry),
  })
  if (options.json) entry.out(renderJson(report))
  return report
}

/** For commands that do not print the report: what kept them from their result. */
function tellProblems(entry: Entry, report: RunReport, { json }: Json): number {
  if (!json) entry.err(problemLines(report.stages.flatMap((stage) => stage.problems)))
  return report.exitCode
}

/** A model name out of a file name: what stands in tags and reports. */
function nameOf(file: string): string {
  const stem = path.basename(file).replace(/\.onnx$/i, '')
  return stem.replace(/[^a-zA-Z0-9_/-]+/g, '-').replace(/^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$/g, '') || 'model'
}

function benchmarkSettings(options: Measuring): Record<string, unknown> {
  const scenario = {
    provider: options.provider,
    batch: numbers(options.batch, '--batch'),
    threads: numbers(options.threads, '--threads'),
    ...(options.rate === undefined ? {} : { rate: numbers(options.rate, '--rate') }),
  }
  const shapes = Object.fromEntries(options.shape.map(shapeOf))
  return {
    scenarios: [scenario],
    budget: options.budget,
    shapes,
    ...(options.data === undefined ? {} : { data: 'eval' }),
  }
}

function dataOf(options: Measuring & { readonly label?: string }): Record<string, unknown> {
  if (options.data === undefined) return {}
  return { data: { eval: { from: options.data, ...(options.label === undefined ? {} : { label: options.label }) } } }
}

function metricsOf(options: Comparing): Record<string, unknown> {
  const pairs = options.metric.map(metricOf)
  const judgesQuality = pairs.some(([name]) => metricNamed(name)?.metric.how === 'paired')
  const usual = options.label === undefined || judgesQuality ? {} : { accuracy: {} }
  return { ...Object.fromEntries(pairs), ...usual }
}

/** `latency.p50=3%`, `accuracy[lang=de]=1pp`, or a name alone. */
function metricOf(pair: string): readonly [name: string, settings: { readonly margin?: string }] {
  const [, name = pair, margin] = /^([^=[]+(?:\[[^\]]*\])?)(?:=(.*))?$/.exec(pair) ?? []
  return [name, margin === undefined ? {} : { margin }]
}

function numbers(text: string, argument: string): number[] {
  return text.split(',').map((word) => {
    if (/^\d+$/.test(word.trim())) return Number(word)
    throw entryError('argument-wrong', {
      argument: `${argument} ${text}`,
      expected: 'whole numbers separated by commas',
    })
  })
}

function validationText(validation: Validation, model: string): string {
  const findings = validation.checks.flatMap((check) => check.findings)
  const errors = findings.filter((finding) => finding.severity === 'error').length
  const head = errors === 0 ? `✓ ${model} is sound` : `✗ ${model}: ${errors} ${errors === 1 ? 'error' : 'errors'}`
  const checks = validation.checks.map((check) => check.check).join(', ')
  return `${findingLines(findings)}${head} (checked: ${checks}).\n`
}
