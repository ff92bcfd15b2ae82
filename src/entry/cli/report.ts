import path from 'node:path'
import type { RunReport } from '../../core/report.ts'
import { exitCodes } from '../../core/verdict.ts'
import { homeOf } from '../../pipeline/home.ts'
import { findRun } from '../../pipeline/journal.ts'
import { formats, renderTerminal } from '../../report/index.ts'
import { verdictError } from '../../verdicts/errors.ts'
import { type Entry, terminalOf } from '../context.ts'
import { entryError } from '../errors.ts'
import { verifyEvidence } from '../verify.ts'

/** `airworthy verify EVIDENCE`: the verdicts, recomputed. */
export async function verifyCommand(entry: Entry, file: string, options: { readonly json?: boolean }): Promise<number> {
  const absolute = path.resolve(entry.world.cwd, file)
  const { same, differences, rows, notes } = verifyEvidence(await jsonFile(entry, absolute))
  if (options.json) entry.out(`${JSON.stringify({ same, differences, rows, notes }, null, 2)}\n`)
  else if (same)
    entry.out(
      `✓ ${rows.length} ${rows.length === 1 ? 'verdict' : 'verdicts'} recomputed from the raw samples: the same.\n${notes.map((note) => `  ${note}\n`).join('')}`,
    )
  else
    entry.out(
      `✗ The recomputed verdicts differ from the recorded ones:\n${differences.map((line) => `  ${line}\n`).join('')}`,
    )
  return same ? exitCodes.pass : exitCodes.fail
}

/** `airworthy report [RUN]`: a recorded report in another format. */
export async function reportCommand(
  entry: Entry,
  runId: string | undefined,
  options: { readonly format: string; readonly out?: string },
): Promise<number> {
  const format = formats.find((each) => each.name === options.format)
  if (format === undefined)
    throw entryError('report-format-unknown', { name: options.format, valid: formats.map((each) => each.name) })
  const home = homeOf(entry.world)
  const started = await findRun(home, entry.world, { runId })
  const report = (await jsonFile(entry, path.join(home.runs, started.runId, 'report.json'))) as RunReport
  const onTerminal = format.name === 'text' && options.out === undefined
  const text = onTerminal ? renderTerminal(report, terminalOf(entry)) : await format.render(report)
  if (options.out === undefined) entry.out(text)
  else await entry.world.files.writeText(path.resolve(entry.world.cwd, options.out), text)
  return exitCodes.pass
}

async function jsonFile(entry: Entry, file: string): Promise<unknown> {
  const text = await entry.world.files.readText(file)
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw verdictError('evidence-wrong', { path: file, reason: 'it is not JSON' }, { cause })
  }
}
