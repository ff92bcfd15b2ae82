import { userError } from '../../core/errors.ts'
import { exitCodes } from '../../core/verdict.ts'
import type { InputValue } from '../../pipeline/expressions.ts'
import { homeOf } from '../../pipeline/home.ts'
import { findRun } from '../../pipeline/journal.ts'
import { load, type Pipeline } from '../../pipeline/load.ts'
import { plan } from '../../pipeline/plan.ts'
import { run } from '../../pipeline/run.ts'
import { formats, renderTerminal } from '../../report/index.ts'
import { renderJson } from '../../report/json.ts'
import { type Entry, terminalOf } from '../context.ts'
import { mermaid, planLines } from '../plan-text.ts'
import { progressOn } from '../progress.ts'

interface Shared {
  readonly input?: readonly string[]
  readonly fresh?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `airworthy run [PIPELINE]`: exit code by the outcome. */
export async function runCommand(
  entry: Entry,
  file: string | undefined,
  options: Shared & { readonly resume?: boolean; readonly run?: string },
): Promise<number> {
  const { pipeline, inputs, resume } = await chosen(entry, file, options)
  const report = await run(pipeline, entry.world, {
    resume,
    inputs,
    fresh: options.fresh,
    dryRun: options.dryRun,
    formats,
    command: entry.command,
    signal: entry.signal,
    listener: progressOn(entry),
  })
  const terminal = terminalOf(entry)
  entry.out(options.json ? renderJson(report) : `\n${renderTerminal(report, terminal)}`)
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
    if (file === undefined) throw userError('argument-missing', { argument: 'PIPELINE', command: 'run' })
    return { pipeline: await load(file, entry.world, { inputs: given }), inputs: given, resume: undefined }
  }
  const absolute = file === undefined ? undefined : (await load(file, entry.world, { inputs: given })).file
  const started = await findRun(homeOf(entry.world), entry.world, { runId: options.run, file: absolute })
  const inputs = { ...started.inputs, ...given }
  return { pipeline: await load(started.file, entry.world, { inputs }), inputs, resume: started.runId }
}

/** `airworthy check PIPELINE…`: 0 when all are sound; every problem of every file otherwise, thrown together. */
export async function checkCommand(entry: Entry, files: readonly string[], options: Shared): Promise<number> {
  for (const file of files) {
    const pipeline = await load(file, entry.world, { inputs: inputsOf(options.input ?? []) })
    const stages = pipeline.stages.map((stage) => stage.name)
    const value = { file: pipeline.file, pipeline: pipeline.name, stages, sound: true }
    entry.out(
      options.json ? `${JSON.stringify(value)}\n` : `✓ ${file}: ${stages.length} stages (${stages.join(', ')})\n`,
    )
  }
  return exitCodes.pass
}

/** `airworthy plan PIPELINE`: what a run would do. */
export async function planCommand(
  entry: Entry,
  file: string,
  options: Shared & { readonly graph?: boolean },
): Promise<number> {
  const pipeline = await load(file, entry.world, { inputs: inputsOf(options.input ?? []) })
  const planned = await plan(pipeline, entry.world, options)
  if (options.json) entry.out(`${JSON.stringify(planned, null, 2)}\n`)
  else entry.out(options.graph ? mermaid(planned) : planLines(planned))
  return exitCodes.pass
}

/** `name=value` pairs; numbers and booleans keep their type. */
function inputsOf(pairs: readonly string[]): Record<string, InputValue> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      if (at < 1) throw userError('argument-wrong', { argument: `--input ${pair}`, expected: 'name=value' })
      return [pair.slice(0, at), typed(pair.slice(at + 1))]
    }),
  )
}

function typed(text: string): InputValue {
  if (text === 'true' || text === 'false') return text === 'true'
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text
}
