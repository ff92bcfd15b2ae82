import path from 'node:path'
import type { RunReport } from '../../core/report.ts'
import { type Pipeline, pipelineOf } from '../../pipeline/load.ts'
import { type RunOptions, run } from '../../pipeline/run.ts'
import { formats, renderTerminal } from '../../report/index.ts'
import { renderJson } from '../../report/json.ts'
import { type Entry, terminalOf } from '../context.ts'
import { problemLines } from '../failure.ts'
import { progressOn } from './progress.ts'
import { waitsOn } from './waits.ts'

/** Runs a pipeline, shows its report and gives its exit code. */
export async function runAndPrint(
  entry: Entry,
  pipeline: Pipeline,
  options: RunOptions,
  json: boolean,
): Promise<number> {
  const report = await runHere(entry, pipeline, options)
  entry.out(json ? renderJson(report) : reportText(entry, report))
  return report.exitCode
}

/** What a command makes of models alone: the pipeline that says what it does. */
export interface ModelCommand {
  readonly candidate: string
  readonly production?: string | undefined
  readonly data?: unknown
  readonly stages: Readonly<Record<string, unknown>>
}

/** Runs a generated pipeline, for commands that take model files instead of a pipeline file. With `json`, its report is printed. */
export async function runOnModels(
  entry: Entry,
  { candidate, production, data, stages }: ModelCommand,
  json: boolean,
): Promise<RunReport> {
  const value = {
    pipeline: nameOf(candidate),
    model: { candidate, ...(production === undefined ? {} : { production }) },
    ...(data === undefined ? {} : { data }),
    stages,
    registry: { scratch: true },
  }
  const report = await runHere(entry, pipelineOf(value, entry.world.cwd, entry.world, { nameOf: optionOf }), {})
  if (json) entry.out(renderJson(report))
  return report
}

/** The option that a part of such a pipeline was made of. */
function optionOf(path: readonly (string | number)[]): string {
  const keys = path.filter((step) => typeof step === 'string')
  const [, , setting = keys.at(-1), name] = keys
  if (setting === 'metrics') return `--metric ${name}`
  if (setting === 'shapes') return `--shape ${name}`
  return keys[0] === 'data' ? '--data' : `--${setting === 'scenarios' ? keys.at(-1) : setting}`
}

/** For commands that do not print the report: what kept them from their result. Gives the exit code. */
export function printProblems(entry: Entry, report: RunReport, json: boolean): number {
  if (!json) entry.err(problemLines(report.stages.flatMap((stage) => stage.problems)))
  return report.exitCode
}

export function reportText(entry: Entry, report: RunReport): string {
  return `\n${renderTerminal(report, terminalOf(entry))}`
}

function runHere(entry: Entry, pipeline: Pipeline, options: RunOptions): Promise<RunReport> {
  const { world, command, signal } = entry
  const progress = { ...entry, masked: world.files.masked }
  return run(pipeline, world, {
    ...options,
    formats,
    command,
    signal,
    waits: waitsOn(progress),
    listener: progressOn(progress),
  })
}

/** A model name out of a file name: what stands in tags and reports. */
function nameOf(file: string): string {
  const stem = path.basename(file).replace(/\.onnx$/i, '')
  return stem.replace(/[^a-zA-Z0-9_/-]+/g, '-').replace(/^[^a-zA-Z0-9]+|[^a-zA-Z0-9]+$/g, '') || 'model'
}
