import path from 'node:path'
import * as core from '@actions/core'
import { context as github } from '@actions/github'
import { userError } from '../core/errors.ts'
import type { Override } from '../core/products.ts'
import type { RunReport } from '../core/report.ts'
import { exitCodes } from '../core/verdict.ts'
import { load } from '../pipeline/load.ts'
import { run } from '../pipeline/run.ts'
import { terminalText } from '../report/escape.ts'
import { formats, renderMarkdown } from '../report/index.ts'
import { createMask } from '../world/secrets.ts'
import { processWorld } from './context.ts'
import { failureOf, problemLines } from './failure.ts'
import { progressOn } from './progress.ts'
import { runtimeEnv } from './runtime-inputs.ts'

const mask = createMask(process.env)

/** The Action: inputs → world → load → run → summary, outputs, annotations → exit code. */
async function main(): Promise<number> {
  try {
    const inputs = readInputs()
    const say = (line: string): void => core.info(terminalText(mask(line)))
    const world = processWorld({ cwd: inputs.folder, mask, env: runtimeEnv((name) => core.getInput(name)), say })
    const pipeline = await load(inputs.pipeline, world, { inputs: inputs.values })
    const report = await run(pipeline, world, {
      inputs: inputs.values,
      dryRun: inputs.dryRun,
      override: inputs.override,
      formats,
      listener: progressOn({
        err: (text) => process.stdout.write(mask(text)),
        interactive: false,
        width: 120,
        ascii: false,
      }),
    })
    await tell(report)
    return fails(report, inputs.failOn) ? report.exitCode : exitCodes.pass
  } catch (thrown) {
    const failure = failureOf(thrown)
    for (const { code, message, hint, where } of failure.problems) {
      const place = where === undefined ? {} : { file: where.file, startLine: where.line, startColumn: where.column }
      core.error(mask(`${message} ${hint}`), { title: code, ...place })
    }
    core.info(mask(problemLines(failure.problems)))
    core.setOutput('verdict', 'error')
    return failure.exitCode
  }
}

interface Inputs {
  readonly pipeline: string
  readonly folder: string
  readonly values: Readonly<Record<string, string>>
  readonly dryRun: boolean
  readonly override: Override | undefined
  readonly failOn: 'fail' | 'inconclusive'
}

/** The runner enforces nothing of action.yml: inputs are checked here. */
function readInputs(): Inputs {
  const failOn = core.getInput('fail-on') || 'inconclusive'
  const dryRun = core.getInput('dry-run') || 'false'
  if (failOn !== 'fail' && failOn !== 'inconclusive')
    throw userError('argument-wrong', { argument: `fail-on: ${failOn}`, expected: 'fail or inconclusive' })
  if (dryRun !== 'true' && dryRun !== 'false')
    throw userError('argument-wrong', { argument: `dry-run: ${dryRun}`, expected: 'true or false' })
  const [reason, by] = [core.getInput('override'), core.getInput('override-by')]
  return {
    override: reason === '' && by === '' ? undefined : { by, reason },
    pipeline: core.getInput('pipeline') || 'airworthy.yml',
    folder: path.resolve(process.env['GITHUB_WORKSPACE'] ?? process.cwd(), core.getInput('working-directory') || '.'),
    values: Object.fromEntries(core.getMultilineInput('inputs').map(pairOf)),
    dryRun: dryRun === 'true',
    failOn,
  }
}

function pairOf(line: string): [string, string] {
  const at = line.indexOf('=')
  if (at < 1) throw userError('argument-wrong', { argument: `inputs: ${line}`, expected: 'name=value' })
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
}

async function tell(report: RunReport): Promise<void> {
  core.setOutput('verdict', report.outcome)
  core.setOutput('version', report.release?.version ?? '')
  core.setOutput('report', report.files['html'] ?? '')
  core.setOutput('report-json', report.files['json'] ?? '')
  core.setOutput('evidence', report.files['evidence'] ?? '')
  for (const stage of report.stages)
    for (const { code, message, hint } of stage.problems) core.error(mask(`${message} ${hint}`), { title: code })
  core.info(terminalText(mask(`${report.outcome}: ${report.sentence}`)))
  // The variable is missing where something other than a runner starts the Action; the toolkit throws then.
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(mask(summaryOf(report))).write()
}

function summaryOf(report: RunReport): string {
  const commit = github.sha === undefined ? '' : `\n\n<sub>${github.eventName} ${github.sha.slice(0, 12)}</sub>\n`
  return `${renderMarkdown(report)}${commit}`
}

function fails(report: RunReport, failOn: Inputs['failOn']): boolean {
  if (report.outcome === 'pass') return false
  return report.outcome === 'inconclusive' ? failOn === 'inconclusive' : true
}

process.exitCode = await main()
