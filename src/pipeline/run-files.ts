import path from 'node:path'
import { sha256 as sha256Of } from '../core/json.ts'
import type { ReportFormat, RunReport } from '../core/report.ts'
import { version } from '../core/version.ts'
import type { Ended } from './ended.ts'
import { evidenceLeft } from './evidence.ts'
import type { ShardFile } from './shard-file.ts'
import { shardFileName, subjectDigests } from './share.ts'

/** A file of a run's folder, by the name that the report lists it under. */
interface RunFile {
  readonly name: string
  readonly file: string
  readonly text: string
}

/**
 * Writes what a run leaves in its folder: the evidence of its stages, its shard where it measured one, and the report in the
 * given formats. Gives the report that names these files.
 */
export async function withFiles(report: RunReport, ended: Ended, formats: readonly ReportFormat[]): Promise<RunReport> {
  const { journal, world } = ended.context
  const place = (file: string): string => path.join(journal.folder, file)
  const evidence = await evidenceLeft(ended)
  const sha256 = evidence.find(({ isMain }) => isMain)?.sha256
  const kept = [...evidence, ...shardFiles(report, ended)]
  const pages = formats.map((format) => ({ name: format.name, file: `report.${format.extension}`, format }))
  const files = Object.fromEntries([...pages, ...kept].map(({ name, file }) => [name, place(file)]))
  const complete = { ...report, files, ...(sha256 === undefined ? {} : { evidence: sha256 }) }
  // These are masked where they are made: of evidence, the ledger has the digest of these very bytes.
  for (const { file, text } of kept) await world.files.write(place(file), new TextEncoder().encode(text))
  // Paths are masked where they are shown: whoever opens the files needs them as they are.
  const shown = world.files.maskedValue(complete)
  const texts = new Map<string, string>()
  for (const { file, format } of pages) texts.set(file, world.files.masked(await format.render(shown)))
  // Before they are written: a kill in between leaves earlier reports, whose digests are there as well.
  const digests = Object.fromEntries([...texts].map(([file, text]) => [file, sha256Of(text)]))
  if (texts.size > 0) await journal.write({ event: 'reports-kept', files: digests })
  for (const [file, text] of texts) await world.files.write(place(file), new TextEncoder().encode(text))
  return complete
}

function shardFiles(
  { outcome, pipeline, subject, measurements }: RunReport,
  { context: { sharing, world } }: Ended,
): readonly RunFile[] {
  if (outcome !== 'measured' || subject === undefined || measurements === undefined) return []
  if (sharing === undefined || !('shard' in sharing.share)) return []
  const shard: ShardFile = {
    schema: 'airworthy.shard/2',
    version,
    ...(world.ciRun?.id === undefined ? {} : { run: world.ciRun.id }),
    pipeline: { name: pipeline.name, sha256: pipeline.sha256 },
    subject: subjectDigests(subject),
    shard: sharing.share.shard,
    products: { measurements },
  }
  return [{ name: 'shard', file: shardFileName, text: `${JSON.stringify(world.files.maskedValue(shard))}\n` }]
}
