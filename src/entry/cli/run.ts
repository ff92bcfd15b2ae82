import type { Override } from '../../core/products/index.ts'
import type { InputValue } from '../../pipeline/expressions.ts'
import type { Pipeline } from '../../pipeline/load.ts'
import type { Entry } from '../context.ts'
import { entryError } from '../errors.ts'
import { defineCommand, flag, oneOrNone, text } from './command.ts'
import { input, inputsOf, json } from './shared.ts'

/** Exit code by the outcome. */
export const run = defineCommand({
  name: 'run',
  summary: 'Run a pipeline.',
  arguments: { pipeline: oneOrNone('the pipeline file') },
  options: {
    resume: flag('resume the latest run of this pipeline, or of any pipeline if no file is given'),
    run: text('<id>', 'resume the run with this id'),
    fresh: flag('ignore cached results; earlier measurements are kept, and inconclusive ones are extended'),
    dryRun: flag('stop before anything outside is touched: no tag, no traffic, no hook'),
    override: text('<reason>', 'let a candidate pass that the gate stopped; the reason and the name go to the ledger'),
    by: text('<name>', 'who takes responsibility for --override'),
    shard: text('<name>', 'measure one shard of the benchmark and stop; plan --matrix lists the shards', {
      conflicts: ['resume', 'run'],
    }),
    input,
    json,
  },
  examples: [
    'airworthy run airworthy.yml',
    'airworthy run --resume',
    'airworthy run --resume --override "hotfix for the outage" --by "Ada Lovelace"',
  ],
  async run(entry, given) {
    const { runAndPrint } = await import('./run-pipeline.ts')
    const { pipeline, inputs, resume } = await chosen(entry, { ...given, inputs: inputsOf(given.input) })
    const { fresh, dryRun, shard } = given
    const override = overrideOf(given)
    return runAndPrint(entry, pipeline, { resume, inputs, fresh, dryRun, shard, override }, given.json)
  },
})

interface Choice {
  readonly pipeline: string | undefined
  readonly resume: boolean
  readonly run: string | undefined
  readonly inputs: Readonly<Record<string, InputValue>>
}

interface Chosen {
  readonly pipeline: Pipeline
  readonly inputs: Readonly<Record<string, InputValue>>
  /** The id of the run to go on with. */
  readonly resume: string | undefined
}

async function chosen({ world }: Entry, { pipeline: file, resume, run: runId, inputs }: Choice): Promise<Chosen> {
  const { loadAllowed } = await import('../base.ts')
  if (!resume && runId === undefined) {
    if (file === undefined) throw entryError('argument-missing', { argument: 'PIPELINE', command: 'run' })
    return { pipeline: await loadAllowed(file, world, { inputs }), inputs, resume: undefined }
  }
  const { homeOf } = await import('../../pipeline/home.ts')
  const { findRun } = await import('../../pipeline/journal.ts')
  const absolute = file === undefined ? undefined : (await loadAllowed(file, world, { inputs })).file
  const started = await findRun(await homeOf(world), world, { runId, file: absolute })
  const all = { ...started.inputs, ...inputs }
  return { pipeline: await loadAllowed(started.file, world, { inputs: all }), inputs: all, resume: started.runId }
}

/** One without the other reaches the run, which says what is missing. */
function overrideOf(given: {
  readonly override: string | undefined
  readonly by: string | undefined
}): Override | undefined {
  const { override: reason = '', by = '' } = given
  return reason === '' && by === '' ? undefined : { by, reason }
}
