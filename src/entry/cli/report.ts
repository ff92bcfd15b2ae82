import path from 'node:path'
import { readJsonFile } from '../../core/read-json.ts'
import type { RunReport } from '../../core/report.ts'
import { exitCodes } from '../../core/verdict.ts'
import type { World } from '../../core/world.ts'
import { terminalOf } from '../context.ts'
import { entryError } from '../errors.ts'
import { defineCommand, flag, oneOrNone, text, textOr } from './command.ts'

/** A recorded report in another format. */
export const report = defineCommand({
  name: 'report',
  summary: 'Show the report of a run again.',
  arguments: { run: oneOrNone('a run id, or the folder of a run; default: the latest run') },
  options: {
    format: textOr('text', '<name>', 'text, markdown, json or html'),
    json: flag('the same as --format json', { implies: { format: 'json' } }),
    out: text('<file>', 'write it to a file', { short: '-o' }),
  },
  examples: ['airworthy report --format markdown --out report.md'],
  async run(entry, given) {
    const { formats, renderTerminal } = await import('../../report/index.ts')
    const format = formats.find((each) => each.name === given.format)
    if (format === undefined)
      throw entryError('report-format-unknown', { name: given.format, valid: formats.map((each) => each.name) })
    const { report: recorded, remark } = await recordedReport(entry.world, given.run)
    if (remark !== undefined) entry.err(`! ${remark}\n`)
    const onTerminal = format.name === 'text' && given.out === undefined
    const text = onTerminal ? renderTerminal(recorded, terminalOf(entry)) : await format.render(recorded)
    if (given.out === undefined) entry.out(text)
    else await entry.world.files.writeText(path.resolve(entry.world.cwd, given.out), text)
    return exitCodes.pass
  },
})

/** A report is made into a page, which has no place for texts of megabytes and lists that nobody can read. */
const bounds = { text: 100_000, texts: 2 ** 25, objects: 50_000 }

interface Recorded {
  readonly report: RunReport
  /** What could not be checked. */
  readonly remark: string | undefined
}

async function recordedReport(world: World, id: string | undefined): Promise<Recorded> {
  const folder = await runFolder(world, id)
  const file = path.join(folder, reportName)
  const wrong = (reason: string, cause?: unknown): Error =>
    entryError('report-unreadable', { path: file, reason }, { cause })
  const { runReportSchema } = await import('../../core/report.ts')
  const { checkUntrusted } = await import('../../core/untrusted-value.ts')
  const read = checkUntrusted(runReportSchema, await readJsonFile(world.files, file, 'a report', wrong), bounds)
  if ('reason' in read) throw wrong(read.reason)
  const remark = await checkKept({ folder, file, runId: read.value.runId }, world)
  // What kept it may have known fewer secrets.
  return { report: world.files.maskedValue(read.value), remark }
}

const reportName = 'report.json'

interface OnDisk {
  readonly folder: string
  readonly file: string
  /** As the report says. */
  readonly runId: string
}

/** Throws `report-differs` for a report that the journal beside it contradicts; says so where it is silent. */
async function checkKept({ folder, file, runId }: OnDisk, world: World): Promise<string | undefined> {
  const { keptReport } = await import('../../pipeline/journal.ts')
  const kept = await keptReport(folder, reportName, world)
  if (kept === undefined) return `No journal lies beside ${file}, so nothing tells whether the report was changed.`
  if (kept.runId !== runId)
    throw entryError('report-differs', { path: file, reason: `it is that of the run ${runId}`, run: kept.runId })
  if (kept.digests.length === 0)
    return `The journal of the run has no digest of ${file}, so nothing tells whether the report was changed. Earlier versions kept none.`
  if (!kept.digests.includes(await world.files.hash(file)))
    throw entryError('report-differs', { path: file, reason: 'it was changed since', run: kept.runId })
  return undefined
}

/** A report is shown and no verdict rests on it: it needs no seal. */
async function runFolder(world: World, run: string | undefined): Promise<string> {
  if (run !== undefined && /[\\/]/.test(run)) return path.resolve(world.cwd, run)
  const [{ homeOf }, { findRun }, { unsealed }] = await Promise.all([
    import('../../pipeline/home.ts'),
    import('../../pipeline/journal.ts'),
    import('../../pipeline/seals.ts'),
  ])
  const home = await homeOf(world)
  const { runId } = await findRun({ ...home, seals: unsealed }, world, { runId: run })
  return path.join(home.runs, runId)
}
