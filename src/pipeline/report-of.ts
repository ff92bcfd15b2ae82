import path from 'node:path'
import type { ProductName, Products } from '../core/products/index.ts'
import type { RunReport, StageReport, StageStatus } from '../core/report.ts'
import { version } from '../core/version.ts'
import { conclusionOf } from './conclusion.ts'
import { type Ended, evidenceIn, finishedStages, shown } from './ended.ts'
import type { PipelineStage } from './load.ts'
import { inOrder } from './plan.ts'
import { type StageResult, warningsOf } from './run-stage.ts'

/**
 * The report of a run, as one value. `command` is how this tool is called here. The files of the run are not written yet, and
 * `files` is empty.
 */
export function reportOf(
  ended: Ended,
  { command, finishedAt }: { readonly command: string; readonly finishedAt: string },
): RunReport {
  const { context, subject, results } = ended
  const { pipeline, journal } = context
  const stages = inOrder(pipeline).map((stage) => stageReport(stage, results.get(stage.name)))
  const conclusion = conclusionOf(ended, stages)
  return {
    schema: 'airworthy.report/2',
    tool: { name: 'airworthy', version },
    pipeline: { name: pipeline.name, file: shown(context, pipeline.file), sha256: pipeline.sha256 },
    runId: journal.runId,
    startedAt: journal.started.at,
    finishedAt,
    ...conclusion,
    stages,
    subject,
    ...products(ended),
    files: {},
    next: nextCommands(ended, command, conclusion.outcome),
  }
}

function stageReport({ name, kind }: PipelineStage, result: StageResult | undefined): StageReport {
  const base = { name, kind: kind.name, effects: kind.effects, seconds: result?.seconds ?? 0 }
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

type ProductFields = Partial<Omit<Products, 'subject'>> & Pick<RunReport, 'other'>

/** The products that the report has a place for, the last of each name; the others by the names of their stages. */
function products(ended: Ended): ProductFields {
  const reported = new Set(ended.context.pipeline.kinds.filter((kind) => kind.reported).map(({ gives }) => gives))
  const own: [ProductName, unknown][] = []
  const other: [string, Products[ProductName]][] = []
  for (const { stage, product } of finishedStages(ended)) {
    if (reported.has(stage.kind.gives)) own.push([stage.kind.gives, product])
    else other.push([stage.name, product as Products[ProductName]])
  }
  return { ...Object.fromEntries(own), other: Object.fromEntries(other) }
}

function nextCommands(ended: Ended, command: string, outcome: RunReport['outcome']): RunReport['next'] {
  const { context } = ended
  const { journal, pipeline } = context
  const again = { command: `${command} run ${shown(context, pipeline.file)} --resume`, what: 'resume this run' }
  const report = { command: `${command} report ${journal.runId}`, what: 'show this report again' }
  if (outcome === 'measured') {
    const all = {
      command: `${command} merge ${shown(context, pipeline.file)} FOLDER`,
      what: 'merge it with the other shards',
    }
    return [all, report]
  }
  // A pipeline that never was a file is resumed by calling the same command again, which needs no advice.
  if (outcome === 'error' || outcome === 'cancelled') return pipeline.where([]) === undefined ? [] : [again]
  const checks = evidenceIn(ended).map(({ evidence: { file, check } }) => ({
    command: `${command} ${check.command} ${shown(context, path.join(journal.folder, file))}`,
    what: check.what,
  }))
  return [...checks, report]
}
