import path from 'node:path'
import * as core from '@actions/core'
import type { Override } from '../../core/products/index.ts'
import type { RunReport } from '../../core/report.ts'
import { exitCodes } from '../../core/verdict.ts'
import type { World } from '../../core/world.ts'
import type { Pipeline } from '../../pipeline/load.ts'
import { type RunEvent, run } from '../../pipeline/run.ts'
import { readShards } from '../../pipeline/shard-file.ts'
import { terminalText } from '../../report/escape.ts'
import { formats, renderMarkdown } from '../../report/index.ts'
import type { Mask } from '../../world/secrets/index.ts'
import { loadAllowed } from '../base.ts'
import { progressOn } from '../cli/progress.ts'
import { processWorld } from '../context.ts'
import { entryError } from '../errors.ts'
import { annotationsOf } from './annotations.ts'
import { attemptsBefore } from './attempts.ts'
import { linksOf, type RunOnGitHub } from './event.ts'
import { choice, pairs } from './main.ts'
import { runtimeEnv } from './runtime-inputs.ts'

/** The inputs that every Action takes which runs a pipeline. */
export interface PipelineInputs {
  readonly pipeline: string
  readonly folder: string
  readonly values: Readonly<Record<string, string>>
  readonly dryRun: boolean
  readonly override: Override | undefined
  readonly shard: string | undefined
  /** Folders or files of shards. */
  readonly merge: readonly string[]
  readonly failOn: 'inconclusive' | 'fail'
}

export function pipelineInputs(here: RunOnGitHub): PipelineInputs {
  const [shard, merge] = [core.getInput('shard') || undefined, core.getMultilineInput('merge')]
  if (shard !== undefined && merge.length > 0)
    throw entryError('argument-wrong', { argument: `shard: ${shard}, merge: ${merge[0]}`, expected: 'one of the two' })
  const [reason, by] = [core.getInput('override'), core.getInput('override-by')]
  return {
    override: reason === '' && by === '' ? undefined : { by, reason },
    pipeline: core.getInput('pipeline') || 'airworthy.yml',
    folder: path.resolve(here.workspace, core.getInput('working-directory') || '.'),
    values: pairs('inputs'),
    dryRun: choice('dry-run', ['false', 'true']) === 'true',
    shard,
    merge,
    failOn: choice('fail-on', ['inconclusive', 'fail']),
  }
}

/** The world of an Action: its token is an input, and not in the environment. */
export function actionWorld(folder: string, mask: Mask): World {
  const token = core.getInput('github-token')
  if (token !== '') core.setSecret(token)
  const say = (line: string): void => core.info(terminalText(mask(line)))
  const env = { ...runtimeEnv((name) => core.getInput(name)), ...(token === '' ? {} : { GITHUB_TOKEN: token }) }
  return processWorld({ cwd: folder, mask, env, say })
}

export interface Ran {
  readonly report: RunReport
  readonly pipeline: Pipeline
}

/** Loads the pipeline and runs it; progress goes to the log. */
export async function runPipeline(
  inputs: PipelineInputs,
  here: RunOnGitHub,
  world: World,
  mask: Mask,
  listener: (event: RunEvent) => void = () => undefined,
): Promise<Ran> {
  const pipeline = await loadAllowed(inputs.pipeline, world, { inputs: inputs.values })
  const show = progressOn({
    err: (line) => process.stdout.write(mask(line)),
    masked: mask,
    interactive: false,
    width: 120,
    ascii: false,
  })
  const report = await run(pipeline, world, {
    inputs: inputs.values,
    dryRun: inputs.dryRun,
    attempts: await attemptsBefore(pipeline.name, here, world),
    override: inputs.override,
    shard: inputs.shard,
    merge: inputs.merge.length === 0 ? undefined : await readShards(inputs.merge, world),
    formats,
    listener(event) {
      show(event)
      listener(event)
    },
  })
  return { report, pipeline }
}

/** Most annotations of a kind that the runner takes from a step. */
const mostAnnotations = 10

/** Outputs, annotations and the summary of the job: what needs no permission at all. */
export async function tell({ report, pipeline }: Ran, here: RunOnGitHub, mask: Mask): Promise<void> {
  core.setOutput('verdict', report.outcome)
  core.setOutput('version', report.release?.version ?? '')
  core.setOutput('report', report.files['html'] ?? '')
  core.setOutput('report-json', report.files['json'] ?? '')
  core.setOutput('report-folder', path.dirname(report.files['json'] ?? ''))
  core.setOutput('evidence', report.files['evidence'] ?? '')
  const annotations = mask.value(annotationsOf(report, pipeline, here.workspace))
  for (const [level, say] of [
    ['failure', core.error],
    ['warning', core.warning],
    ['notice', core.notice],
  ] as const)
    for (const one of annotations.filter((each) => each.level === level).slice(0, mostAnnotations))
      say(terminalText(one.message), { title: terminalText(one.title), file: one.path, startLine: one.line })
  core.info(terminalText(mask(`${report.outcome}: ${report.sentence}`)))
  await summarize(mask(renderMarkdown(mask.value(report), { links: linksOf(report, here) })))
}

/** The variable is missing where something other than a runner starts the Action; the toolkit throws then. */
export async function summarize(text: string): Promise<void> {
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(text).write()
}

/** The exit code of the step. */
export function exitCodeOf(report: RunReport, failOn: PipelineInputs['failOn']): number {
  const passes =
    report.outcome === 'pass' ||
    report.outcome === 'measured' ||
    (report.outcome === 'inconclusive' && failOn === 'fail')
  return passes ? exitCodes.pass : report.exitCode
}
