import path from 'node:path'
import type { ProductName, Products, Warning } from '../core/products/index.ts'
import { printCount } from '../core/quantity/index.ts'
import type { RunReport, StageReport, StageStatus } from '../core/report.ts'
import { shellWord } from '../core/shell-word.ts'
import { version } from '../core/version.ts'
import { conclusionOf } from './conclusion.ts'
import { type Ended, finishedStages, isInVain, isResumable, shown, typed } from './ended.ts'
import { evidenceIn } from './evidence.ts'
import type { Home } from './home.ts'
import type { PipelineStage } from './load.ts'
import { inOrder } from './plan.ts'
import type { Seals } from './seals.ts'
import { type StageResult, warningsOf } from './stage-result.ts'

interface ReportFacts {
  readonly command: string
  readonly finishedAt: string
  /** Of the run, besides those of its home. */
  readonly warnings: readonly Warning[]
}

/**
 * The report of a run, as one value, its secrets masked before anything renders it. `command` is how this tool is called here. The files of the run are not written yet, and
 * `files` is empty.
 */
export function reportOf(ended: Ended, { command, finishedAt, warnings }: ReportFacts): RunReport {
  const { context, results } = ended
  const { pipeline, journal, subject } = context
  const stages = told(
    [...notSealed(context.home.seals), ...damage(context.home), ...once(context.warnings), ...warnings],
    inOrder(pipeline).map((stage) => stageReport(stage, results.get(stage.name))),
  )
  const conclusion = conclusionOf(ended, stages)
  return context.world.files.maskedValue<RunReport>({
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
    ...(context.left.rollout === undefined ? {} : { openRollout: context.left.rollout }),
    files: {},
    next: nextCommands(ended, command, conclusion.outcome),
  })
}

/** What was kept and did not count. Outside of CI everything does. */
function notSealed({ refused }: Seals): readonly Warning[] {
  if (refused.size === 0) return []
  const [first = ''] = refused
  return [
    {
      code: 'kept-not-sealed',
      message: `${refused.size === 1 ? `What was kept in ${first}` : `What was kept in ${printCount(refused.size)} files, such as ${first},`} was not used: it carries no seal of this job, so a commit or a cache may have brought it.`,
      remedy:
        'Nothing was lost but time: it was made or measured again. To use what other jobs kept, set AIRWORTHY_CACHE_KEY to the same secret in all of them.',
    },
  ]
}

/** What was kept and is not what it was. */
function damage({ damaged }: Home): readonly Warning[] {
  if (damaged.size === 0) return []
  const [first = ''] = damaged
  return [
    {
      code: 'kept-damaged',
      message: `${damaged.size === 1 ? `What was kept in ${first} is` : `What was kept in ${printCount(damaged.size)} files, such as ${first}, is`} not what was written there: it was not used.`,
      remedy:
        'Nothing was lost but time: it was made again. If nobody edited these files, check the disk and the memory of this machine.',
    },
  ]
}

/** What was tried again is told once. */
function once(warnings: readonly Warning[]): readonly Warning[] {
  return [...new Map(warnings.map((warning) => [warning.message, warning])).values()]
}

/** A warning about the run stands with the first stage that did something. */
function told(warnings: readonly Warning[], stages: readonly StageReport[]): readonly StageReport[] {
  const first = stages.find(({ status }) => status !== 'skipped')
  return stages.map((stage) => (stage === first ? { ...stage, warnings: [...warnings, ...stage.warnings] } : stage))
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
  const { verdict } = result
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
  // Elsewhere the next process finds the report by its folder.
  const later = isResumable(context)
  const again = { command: `${command} run --run ${journal.runId}`, what: 'resume this run' }
  const anew = { command: `${command} run ${typed(context, pipeline.file)}`, what: 'start a new run' }
  const report = {
    command: `${command} report ${later ? journal.runId : shellWord(journal.folder)}`,
    what: 'show this report again',
  }
  if (outcome === 'measured') {
    const all = {
      command: `${command} merge ${typed(context, pipeline.file)} FOLDER`,
      what: 'merge it with the other shards',
    }
    return [all, report]
  }
  // A pipeline that never was a file is resumed by calling the same command again, which needs no advice.
  if (outcome === 'error' || outcome === 'cancelled')
    return pipeline.where([]) === undefined || !later ? [] : [isInVain(ended) ? anew : again]
  const checks = evidenceIn(ended).map(({ file, check }) => ({
    command: `${command} ${check.command} ${typed(context, path.join(journal.folder, file))}`,
    what: check.what,
  }))
  const isOpen = outcome === 'inconclusive' && later && pipeline.where([]) !== undefined
  const more = {
    command: `${command} run ${typed(context, pipeline.file)}`,
    what: 'measure more: what was measured counts',
  }
  return [...(isOpen ? [more] : []), ...checks, report]
}
