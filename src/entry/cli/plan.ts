import { exitCodes } from '../../core/verdict.ts'
import { load } from '../../pipeline/load.ts'
import { matrixOf } from '../../pipeline/matrix.ts'
import { plan } from '../../pipeline/plan.ts'
import { runnerLabels } from '../../stages/benchmark/runners.ts'
import type { Entry } from '../context.ts'
import { entryError } from '../errors.ts'
import { inputsOf } from './inputs.ts'
import { mermaid, planLines } from './plan-text.ts'

interface Options {
  readonly input?: readonly string[]
  readonly fresh?: boolean
  readonly dryRun?: boolean
  readonly graph?: boolean
  readonly matrix?: boolean
  readonly defaultRunner: string
  readonly json?: boolean
}

/** `airworthy plan PIPELINE`: what a run would do. */
export async function planCommand(entry: Entry, file: string, options: Options): Promise<number> {
  const pipeline = await load(file, entry.world, { inputs: inputsOf(options.input ?? []) })
  if (options.matrix) {
    entry.out(`${JSON.stringify(matrixOf(pipeline, runnerOf(options.defaultRunner)))}\n`)
    return exitCodes.pass
  }
  const planned = await plan(pipeline, entry.world, options)
  if (options.json) entry.out(`${JSON.stringify(planned, null, 2)}\n`)
  else entry.out(options.graph ? mermaid(planned) : planLines(planned))
  return exitCodes.pass
}

function runnerOf(text: string): readonly string[] {
  const labels = runnerLabels.safeParse(text.split(',').map((label) => label.trim()))
  if (labels.success) return labels.data
  const argument = `--default-runner ${text}`
  throw entryError('argument-wrong', { argument, expected: 'labels separated by commas, such as self-hosted,quiet' })
}
