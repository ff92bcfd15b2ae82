import type { Override } from '../../core/products/index.ts'
import type { InputValue } from '../../pipeline/expressions.ts'
import { homeOf } from '../../pipeline/home.ts'
import { findRun } from '../../pipeline/journal.ts'
import { load, type Pipeline } from '../../pipeline/load.ts'
import { type RunOptions, run } from '../../pipeline/run.ts'
import { formats, renderTerminal } from '../../report/index.ts'
import { renderJson } from '../../report/json.ts'
import { type Entry, terminalOf } from '../context.ts'
import { entryError } from '../errors.ts'
import { inputsOf } from './inputs.ts'
import { progressOn } from './progress.ts'

interface Shared {
  readonly input?: readonly string[]
  readonly fresh?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

interface Overriding {
  readonly override?: string
  readonly by?: string
}

/** One without the other reaches the run, which says what is missing. */
function overrideOf({ override: reason = '', by = '' }: Overriding): Override | undefined {
  return reason === '' && by === '' ? undefined : { by, reason }
}

/** `airworthy run [PIPELINE]`: exit code by the outcome. */
export async function runCommand(
  entry: Entry,
  file: string | undefined,
  options: Shared & Overriding & { readonly resume?: boolean; readonly run?: string; readonly shard?: string },
): Promise<number> {
  const { pipeline, inputs, resume } = await chosen(entry, file, options)
  const { fresh, dryRun, shard, json } = options
  const override = overrideOf(options)
  return runAndTell(entry, pipeline, { resume, inputs, fresh, dryRun, shard, override }, json)
}

/** Runs a pipeline, shows its report and gives its exit code. */
export async function runAndTell(
  entry: Entry,
  pipeline: Pipeline,
  options: RunOptions,
  json: boolean | undefined,
): Promise<number> {
  const report = await run(pipeline, entry.world, {
    ...options,
    formats,
    command: entry.command,
    signal: entry.signal,
    listener: progressOn(entry),
  })
  const terminal = terminalOf(entry)
  entry.out(json ? renderJson(report) : `\n${renderTerminal(report, terminal)}`)
  return report.exitCode
}

async function chosen(
  entry: Entry,
  file: string | undefined,
  options: Shared & { readonly resume?: boolean; readonly run?: string },
): Promise<{ pipeline: Pipeline; inputs: Readonly<Record<string, InputValue>>; resume: string | undefined }> {
  const given = inputsOf(options.input ?? [])
  const resumes = options.resume === true || options.run !== undefined
  if (!resumes) {
    if (file === undefined) throw entryError('argument-missing', { argument: 'PIPELINE', command: 'run' })
    return { pipeline: await load(file, entry.world, { inputs: given }), inputs: given, resume: undefined }
  }
  const absolute = file === undefined ? undefined : (await load(file, entry.world, { inputs: given })).file
  const started = await findRun(homeOf(entry.world), entry.world, { runId: options.run, file: absolute })
  const inputs = { ...started.inputs, ...given }
  return { pipeline: await load(started.file, entry.world, { inputs }), inputs, resume: started.runId }
}
