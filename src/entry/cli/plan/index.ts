import { exitCodes } from '../../../core/verdict.ts'
import { jsonText } from '../../../report/json.ts'
import { entryError } from '../../errors.ts'
import { defineCommand, flag, one, textOr } from '../command.ts'
import { input, inputsOf, json } from '../shared.ts'
import { callContextOf } from '../waits.ts'

/** What a run would do. */
export const plan = defineCommand({
  name: 'plan',
  summary:
    'Print what a run would do: stages, what is cached, what each may touch, how long it takes. Touches nothing.',
  arguments: { pipeline: one('the pipeline file') },
  options: {
    graph: flag('print a Mermaid flowchart'),
    matrix: flag("print the matrix of a workflow: one job for each shard of the benchmark's scenarios"),
    defaultRunner: textOr(
      'ubuntu-latest',
      '<labels>',
      'with --matrix: where scenarios without `runner:` are measured, labels separated by commas',
    ),
    fresh: flag('plan as if no result were cached'),
    dryRun: flag('plan a dry run: skip stages that touch anything outside'),
    input,
    json,
  },
  examples: [
    'airworthy plan airworthy.yml --graph',
    'airworthy plan airworthy.yml --matrix --default-runner self-hosted,quiet',
  ],
  async run(entry, given) {
    const { world, out } = entry
    const { loadAllowed } = await import('../../base.ts')
    const pipeline = await loadAllowed(given.pipeline, world, { inputs: inputsOf(given.input) })
    if (given.matrix) {
      const { matrixOf } = await import('../../../pipeline/matrix.ts')
      out(jsonText(matrixOf(pipeline, await runnerOf(given.defaultRunner), world.files.masked)))
      return exitCodes.pass
    }
    const { plan } = await import('../../../pipeline/plan.ts')
    const { mermaid, planLines } = await import('./text.ts')
    const options = { fresh: given.fresh, dryRun: given.dryRun, ...callContextOf(entry) }
    const planned = world.files.maskedValue(await plan(pipeline, world, options))
    if (given.json) out(jsonText(planned, 2))
    else out(given.graph ? mermaid(planned) : planLines(planned))
    return exitCodes.pass
  },
})

async function runnerOf(text: string): Promise<readonly string[]> {
  const { runnerLabels } = await import('../../../stages/benchmark/runners.ts')
  const labels = runnerLabels.safeParse(text.split(',').map((label) => label.trim()))
  if (labels.success) return labels.data
  const argument = `--default-runner ${text}`
  throw entryError('argument-wrong', { argument, expected: 'labels separated by commas, such as self-hosted,quiet' })
}
