import { defineCommand, flag, one, oneOrMore } from './command.ts'
import { input, inputsOf, json } from './shared.ts'

/** The run goes on from what all shards measured; exit code by the outcome. */
export const merge = defineCommand({
  name: 'merge',
  summary: 'Merge the shards of a benchmark and continue the pipeline: compare, gate, release, rollout.',
  arguments: {
    pipeline: one('the pipeline file'),
    shards: oneOrMore('the shard.json files, or folders that hold them'),
  },
  options: { dryRun: flag('stop before anything outside is touched: no tag, no traffic, no hook'), input, json },
  examples: ['airworthy merge airworthy.yml shards/', 'airworthy run --resume   # when it was interrupted'],
  async run(entry, given) {
    const { loadAllowed } = await import('../base.ts')
    const { readShards } = await import('../../pipeline/shard-file.ts')
    const { runAndPrint } = await import('./run-pipeline.ts')
    const inputs = inputsOf(given.input)
    const pipeline = await loadAllowed(given.pipeline, entry.world, { inputs })
    const merge = await readShards(given.shards, entry.world)
    return runAndPrint(entry, pipeline, { inputs, dryRun: given.dryRun, merge }, given.json)
  },
})
