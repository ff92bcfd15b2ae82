import type { Release } from '../core/products/index.ts'
import type { RunReport, StageReport } from '../core/report.ts'
import { combine, exitCodes, type Outcome } from '../core/verdict.ts'
import type { RunContext } from './context.ts'
import { type Ended, finishedStages, isOvertaken, isResumable } from './ended.ts'
import type { Pipeline } from './load.ts'
import { sharedStage } from './share.ts'
import type { StageResult } from './stage-result.ts'

/** How a run ended. */
export interface Conclusion {
  readonly outcome: RunReport['outcome']
  readonly exitCode: number
  readonly sentence: string
}

/** `stages` are those of the report, in run order. */
export function conclusionOf(ended: Ended, stages: readonly StageReport[]): Conclusion {
  if (measuredAShard(ended))
    return { outcome: 'measured', exitCode: exitCodes.pass, sentence: sentenceOfShard(ended.context) }
  const { outcome, exitCode } = outcomeOf([...ended.results.values()])
  const sentence = sentenceOf(stages, outcome, ended.context)
  if (outcome !== 'error' && outcome !== 'cancelled') return { outcome, exitCode, sentence }
  const open = ended.context.left.rollout
  return { outcome, exitCode, sentence: `${releasedInVain(ended)}${sentence}${open ? ` ${open.sentence}` : ''}` }
}

/** What a run that came too late has left behind: a release that no rollout took up. */
function releasedInVain(ended: Ended): string {
  const given = new Map(finishedStages(ended).map(({ stage, product }) => [stage.kind.gives, product]))
  const release = given.get('release') as Release | undefined
  if (release === undefined || !isOvertaken(ended)) return ''
  if (release.version === ended.context.subject.production?.version) return ''
  return `${release.model} ${release.version} is released and does not serve: `
}

/** Whether this run was to measure a shard, and did. */
function measuredAShard({ context: { sharing }, results }: Ended): boolean {
  const unwell = [...results.values()].some(({ status }) => status === 'failed')
  return sharing?.only !== undefined && !unwell && results.get(sharing.stage)?.status === 'finished'
}

function sentenceOfShard({ pipeline, sharing }: RunContext): string {
  const name = sharing !== undefined && 'shard' in sharing.share ? sharing.share.shard : ''
  const { shards } = sharedStage(pipeline)
  const measured = shards.find((shard) => shard.name === name)?.holds ?? []
  return `Measured shard ${name}, one of ${shards.length}: ${measured.join(', ')}. The verdict follows when all shards are merged.`
}

/** How the run ended, by the worst that happened in it. */
function outcomeOf(results: readonly StageResult[]): { outcome: Outcome | 'error' | 'cancelled'; exitCode: number } {
  const faults = results.flatMap((result) => (result.status === 'failed' ? [result.fault] : []))
  if (faults.includes('bug')) return { outcome: 'error', exitCode: exitCodes.bug }
  if (faults.includes('cancelled')) return { outcome: 'cancelled', exitCode: exitCodes.cancelled }
  if (faults.length > 0) return { outcome: 'error', exitCode: exitCodes.input }
  const verdicts = results.flatMap((result) => (result.status === 'finished' ? (result.verdict ?? []) : []))
  if (verdicts.includes('rolled-back')) return { outcome: 'rolled-back', exitCode: exitCodes['rolled-back'] }
  const verdict = combine(verdicts.filter((each) => each !== 'rolled-back'))
  return { outcome: verdict, exitCode: exitCodes[verdict] }
}

/** What was decided and why, in the words of the stages that judged: of those that did not pass, or of the last ones that did. */
function sentenceOf(
  stages: readonly StageReport[],
  outcome: Outcome | 'error' | 'cancelled',
  context: RunContext,
): string {
  if (outcome === 'cancelled') {
    const problems = stages.flatMap((stage) => stage.problems).filter(({ code }) => code !== 'run-cancelled')
    const others = problems.map(({ message }) => withStop(message))
    const way = isResumable(context)
      ? 'nothing is lost, and it can be resumed'
      : 'a run that is not trusted begins anew'
    return [`The run was cancelled; ${way}.`, ...others].join(' ')
  }
  const chosen =
    outcome === 'pass' ? concluding(stages, context.pipeline) : stages.filter((stage) => stage.status === outcome)
  const words = chosen.map((stage) => withStop(stage.summary)).join(' ')
  return words === '' ? 'Nothing was judged: no stage of this run gives a verdict.' : words
}

/** The stages that decided, and the last that says how far the candidate got. Without any of them, whatever passed. */
function concluding(stages: readonly StageReport[], pipeline: Pipeline): readonly StageReport[] {
  const concludes = new Map(pipeline.stages.map(({ name, kind }) => [name, kind.concludes]))
  const passed = stages.filter((stage) => ['pass', 'done', 'cached'].includes(stage.status))
  const last = passed.findLast(({ name }) => concludes.get(name) === 'reached')
  const chosen = passed.filter((stage) => concludes.get(stage.name) === 'decided' || stage === last)
  return chosen.length > 0 ? chosen : passed.filter((stage) => stage.status === 'pass')
}

function withStop(summary: string): string {
  return /[.!?]$/.test(summary) ? summary : `${summary}.`
}
