import { defineCommand, flag, one, oneOrMore } from './command.ts'
import { input, inputsOf, json } from './shared.ts'

/** The run goes on from what all shards measured; exit code by the outcome. */
export const merge = defineCommand({
  name: 'merge',
  summary:
    'Join what all shards of a benchmark measured, and go on with the pipeline: compare, gate, release, rollout.',
  arguments: {
    pipeline: one('the pipeline file'),
    shards: oneOrMore('the shard.json files, or folders that hold them'),
  },
  options: { dryRun: flag('as for run'), input, json },
  examples: ['airworthy merge airworthy.yml shards/', 'airworthy run --resume   # when it was interrupted'],
  async run(entry, given) {
    const { load } = await import('../../pipeline/load.ts')
    const { readShards } = await import('../../pipeline/shard-file.ts')
    const { runAndTell } = await import('./run-pipeline.ts')
    const inputs = inputsOf(given.input)
    const pipeline = await load(given.pipeline, entry.world, { inputs })
    const merge = await readShards(given.shards, entry.world)
    return runAndTell(entry, pipeline, { inputs, dryRun: given.dryRun, merge }, given.json)
  },
})
