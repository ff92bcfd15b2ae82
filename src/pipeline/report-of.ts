import path from 'node:path'
import type { ProductName, Products, Subject } from '../core/products/index.ts'
import type { ReportFormat, RunReport, StageReport, StageStatus } from '../core/report.ts'
import { combine, exitCodes, type Outcome } from '../core/verdict.ts'
import { version } from '../core/version.ts'
import { evidenceOf } from '../verdicts/evidence/index.ts'
import type { PipelineStage } from './load.ts'
import { inOrder } from './plan.ts'
import { type RunContext, type StageResult, warningsOf } from './run-stage.ts'
import type { ShardFile } from './shard-file.ts'
import { shardFileName, sharedStage, subjectDigests } from './share.ts'

interface Ended {
  readonly context: RunContext
  readonly subject: Subject
  readonly results: ReadonlyMap<string, StageResult>
  readonly command: string
  readonly finishedAt: string
}

/** The report of a run, as one value. */
export function reportOf(ended: Ended): RunReport {
  const { context, results } = ended
  const { pipeline, journal } = context
  const stages = inOrder(pipeline).map((stage) => stageReport(stage, results.get(stage.name)))
  const { outcome, exitCode } = measuredAShard(ended)
    ? { outcome: 'measured' as const, exitCode: exitCodes.pass }
    : outcomeOf([...results.values()])
  return {
    schema: 'airworthy.report/2',
    tool: { name: 'airworthy', version },
    pipeline: { name: pipeline.name, file: shown(context, pipeline.file), sha256: pipeline.sha256 },
    runId: journal.runId,
    startedAt: journal.started.at,
    finishedAt: ended.finishedAt,
    outcome,
    exitCode,
    sentence: outcome === 'measured' ? sentenceOfShard(context) : sentenceOf(stages, outcome),
    stages,
    subject: ended.subject,
    ...products(pipeline.stages, results),
    files: {},
    next: nextCommands(ended, outcome),
  }
}

/** Writes the report in the given formats into the run's folder, and the evidence beside it; gives the report that names the files. */
export async function withFiles(
  report: RunReport,
  context: RunContext,
  formats: readonly ReportFormat[],
): Promise<RunReport> {
  const { folder } = context.journal
  const place = (name: string): string => path.join(folder, name)
  const evidence = evidenceText(report, context)
  const shard = shardText(report, context)
  const files = {
    ...Object.fromEntries(formats.map((format) => [format.name, place(`report.${format.extension}`)])),
    ...(evidence === undefined ? {} : { evidence: place('evidence.json') }),
    ...(shard === undefined ? {} : { shard: place(shardFileName) }),
  }
  const complete = { ...report, files }
  if (evidence !== undefined) await context.world.files.writeText(place('evidence.json'), evidence)
  if (shard !== undefined) await context.world.files.writeText(place(shardFileName), shard)
  for (const format of formats)
    await context.world.files.writeText(place(`report.${format.extension}`), await format.render(complete))
  return complete
}

function evidenceText(report: RunReport, context: RunContext): string | undefined {
  const compare = context.pipeline.stages.find((stage) => stage.stage.kind.gives === 'comparison')
  if (compare === undefined || report.measurements === undefined || report.comparison === undefined) return undefined
  return `${JSON.stringify(evidenceOf(report.measurements, report.comparison, compare.stage.questions, report.comparison.alpha))}\n`
}

function shardText(
  { outcome, pipeline, subject, measurements }: RunReport,
  { sharing }: RunContext,
): string | undefined {
  if (outcome !== 'measured' || subject === undefined || measurements === undefined) return undefined
  if (sharing === undefined || !('shard' in sharing.share)) return undefined
  const file: ShardFile = {
    schema: 'airworthy.shard/1',
    version,
    pipeline: { name: pipeline.name, sha256: pipeline.sha256 },
    subject: subjectDigests(subject),
    shard: sharing.share.shard,
    products: { measurements },
  }
  return `${JSON.stringify(file)}\n`
}

function stageReport(stage: PipelineStage, result: StageResult | undefined): StageReport {
  const base = {
    name: stage.name,
    kind: stage.stage.kind.kind,
    effects: stage.stage.kind.effects,
    seconds: result?.seconds ?? 0,
  }
  if (result === undefined)
    return { ...base, status: 'skipped', summary: 'the run ended before it', warnings: [], problems: [] }
  if (result.status === 'skipped')
    return { ...base, status: 'skipped', summary: result.why, warnings: [], problems: [] }
  if (result.status === 'failed') {
    return {
      ...base,
      status: 'error',
      summary: result.problems[0]?.message ?? 'failed',
      warnings: [],
      problems: result.problems,
    }
  }
  return {
    ...base,
    status: statusOf(result),
    summary: result.record.summary,
    warnings: warningsOf(result),
    problems: [],
  }
}

function statusOf(result: Extract<StageResult, { status: 'finished' }>): StageStatus {
  const { verdict } = result.record
  if (verdict !== undefined && verdict !== 'pass') return verdict
  if (result.cached) return 'cached'
  return verdict ?? 'done'
}

/** Whether this run was to measure a shard, and did. */
function measuredAShard({ context: { sharing }, results }: Ended): boolean {
  const unwell = [...results.values()].some(({ status }) => status === 'failed')
  return sharing?.only !== undefined && !unwell && results.get(sharing.stage)?.status === 'finished'
}

function sentenceOfShard({ pipeline, sharing }: RunContext): string {
  const name = sharing !== undefined && 'shard' in sharing.share ? sharing.share.shard : ''
  const { shards } = sharedStage(pipeline)
  const scenarios = shards.find((shard) => shard.name === name)?.scenarios.map(({ id }) => id) ?? []
  return `Shard ${name} of ${shards.length} is measured: ${scenarios.join(', ')}. The verdict comes when all are joined.`
}

/** How the run ended, by the worst that happened in it. */
function outcomeOf(results: readonly StageResult[]): { outcome: Outcome | 'error' | 'cancelled'; exitCode: number } {
  const faults = results.flatMap((result) => (result.status === 'failed' ? [result.fault] : []))
  if (faults.includes('bug')) return { outcome: 'error', exitCode: exitCodes.bug }
  if (faults.includes('cancelled')) return { outcome: 'cancelled', exitCode: exitCodes.cancelled }
  if (faults.length > 0) return { outcome: 'error', exitCode: exitCodes.input }
  const verdicts = results.flatMap((result) => (result.status === 'finished' ? (result.record.verdict ?? []) : []))
  if (verdicts.includes('rolled-back')) return { outcome: 'rolled-back', exitCode: exitCodes['rolled-back'] }
  const verdict = combine(verdicts.filter((each) => each !== 'rolled-back'))
  return { outcome: verdict, exitCode: exitCodes[verdict] }
}

/** What was decided and why, in the words of the stages that judged: of those that did not pass, or of the last ones that did. */
function sentenceOf(stages: readonly StageReport[], outcome: RunReport['outcome']): string {
  if (outcome === 'cancelled') return 'The run was cancelled; nothing is lost, and it can be resumed.'
  const status = outcome === 'error' ? 'error' : outcome
  const chosen = outcome === 'pass' ? deciding(stages) : stages.filter((stage) => stage.status === status)
  const words = chosen.map((stage) => withStop(stage.summary)).join(' ')
  return words === '' ? 'Nothing was judged: no stage of this run gives a verdict.' : words
}

/** The gate, and how far the release got: on the way, or only to a version. Without any of them, whatever passed. */
function deciding(stages: readonly StageReport[]): readonly StageReport[] {
  const passed = stages.filter((stage) => ['pass', 'done', 'cached'].includes(stage.status))
  const last = passed.findLast((stage) => stage.kind === 'rollout' || stage.kind === 'release')
  const chosen = passed.filter((stage) => stage.kind === 'gate' || stage === last)
  return chosen.length > 0 ? chosen : passed.filter((stage) => stage.status === 'pass')
}

function withStop(summary: string): string {
  return /[.!?]$/.test(summary) ? summary : `${summary}.`
}

type ProductFields = Partial<Omit<Products, 'subject'>> & Pick<RunReport, 'other'>

const reported: readonly ProductName[] = [
  'validation',
  'variants',
  'measurements',
  'comparison',
  'decision',
  'release',
  'rollout',
]

/** The products of the run, the last of each name; those of stage kinds from outside under `other`. */
function products(stages: readonly PipelineStage[], results: ReadonlyMap<string, StageResult>): ProductFields {
  const finished = stages.flatMap((stage) => {
    const result = results.get(stage.name)
    return result?.status === 'finished' ? [{ stage, product: result.product }] : []
  })
  const [own, foreign] = [true, false].map((known) =>
    finished.filter(({ stage }) => reported.includes(stage.stage.kind.gives) === known),
  )
  return {
    ...Object.fromEntries((own ?? []).map(({ stage, product }) => [stage.stage.kind.gives, product])),
    other: Object.fromEntries(
      (foreign ?? []).map(({ stage, product }) => [stage.name, product as Products[ProductName]]),
    ),
  }
}

function nextCommands({ context, command, results }: Ended, outcome: RunReport['outcome']): RunReport['next'] {
  const { journal, pipeline } = context
  const evidence = [...results.values()].some((result) => result.status === 'finished' && isComparison(result.product))
  const verify = evidence
    ? [
        {
          command: `${command} verify ${shown(context, path.join(journal.folder, 'evidence.json'))}`,
          what: 'recompute every verdict from the raw samples',
        },
      ]
    : []
  const again = { command: `${command} run ${shown(context, pipeline.file)} --resume`, what: 'go on where it stopped' }
  const report = { command: `${command} report ${journal.runId}`, what: 'show this report again' }
  // A pipeline that never was a file is resumed by calling the same command again, which needs no advice.
  if (outcome === 'measured') {
    const all = {
      command: `${command} merge ${shown(context, pipeline.file)} FOLDER`,
      what: 'join it with the other shards',
    }
    return [all, report]
  }
  if (outcome === 'error' || outcome === 'cancelled') return pipeline.where([]) === undefined ? [] : [again]
  return [...verify, report]
}

/** A path as a person in the working directory would type it. */
function shown({ world }: RunContext, file: string): string {
  return path.relative(world.cwd, file) || file
}

function isComparison(product: unknown): boolean {
  return product !== null && typeof product === 'object' && 'rows' in product && 'evidence' in product
}
