import path from 'node:path'
import { UserError } from '../../core/errors/index.ts'
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
  const kept = await keptOf(folder, world)
  if (kept !== undefined && kept !== 'damaged') await admitKept(file, kept, world)
  const run = kept === 'damaged' ? undefined : kept?.runId
  const report = await readReport(file, run, world)
  // What kept it may have known fewer secrets.
  return { report: world.files.maskedValue(report), remark: remarkOf(file, kept) }
}

/** Undefined where no journal lies beside the report. */
async function keptOf(folder: string, world: World): Promise<Kept | 'damaged' | undefined> {
  const { keptReport } = await import('../../pipeline/journal.ts')
  return keptReport(folder, reportName, world).catch((thrown: unknown) => {
    if (thrown instanceof UserError && thrown.code === 'line-damaged') return 'damaged'
    throw thrown
  })
}

const reportName = 'report.json'

/** What the journal beside a report says of it. */
interface Kept {
  readonly runId: string
  readonly digests: readonly string[]
}

/**
 * Compares the file with what the run kept of it, before anything is made of it: whatever was done to it, the run writes it again.
 * Throws `report-missing` and `report-differs`.
 */
async function admitKept(file: string, { runId: run, digests }: Kept, world: World): Promise<void> {
  if (!(await world.files.exists(file))) throw entryError('report-missing', { path: file, run })
  if (digests.includes(await world.files.hash(file))) return
  const other = await readReport(file, run, world).then(
    ({ runId }) => (runId === run ? undefined : runId),
    (thrown: unknown) => {
      if (digests.length === 0) throw thrown
      return undefined
    },
  )
  if (other === undefined && digests.length === 0) return
  const reason = other === undefined ? 'it was changed since' : `it is that of the run ${other}`
  throw entryError('report-differs', { path: file, reason, run })
}

/** Throws `report-unreadable`. `run`: the run whose journal lies beside it. */
async function readReport(file: string, run: string | undefined, world: World): Promise<RunReport> {
  const wrong = (reason: string, cause?: unknown): Error =>
    entryError('report-unreadable', { path: file, reason, run }, { cause })
  const { runReportSchema } = await import('../../core/report.ts')
  const { checkUntrusted } = await import('../../core/untrusted-value.ts')
  const read = checkUntrusted(runReportSchema, await readJsonFile(world.files, file, 'a report', wrong), bounds)
  if ('reason' in read) throw wrong(read.reason)
  return read.value
}

/** What could not be checked. */
function remarkOf(file: string, kept: Kept | 'damaged' | undefined): string | undefined {
  if (kept === 'damaged')
    return `The journal beside ${file} is damaged, so nothing tells whether the report was changed.`
  if (kept === undefined) return `No journal lies beside ${file}, so nothing tells whether the report was changed.`
  if (kept.digests.length > 0) return undefined
  return `The journal of the run has no digest of ${file}, so nothing tells whether the report was changed. Earlier versions kept none.`
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
