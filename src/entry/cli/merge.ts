import { load } from '../../pipeline/load.ts'
import { readShards } from '../../pipeline/shard-file.ts'
import type { Entry } from '../context.ts'
import { inputsOf } from './inputs.ts'
import { runAndTell } from './run.ts'

interface Options {
  readonly input?: readonly string[]
  readonly dryRun?: boolean
  readonly json?: boolean
}

/** `airworthy merge PIPELINE SHARDS…`: the run goes on from what all shards measured; exit code by the outcome. */
export async function mergeCommand(
  entry: Entry,
  file: string,
  places: readonly string[],
  { input = [], dryRun, json }: Options,
): Promise<number> {
  const inputs = inputsOf(input)
  const pipeline = await load(file, entry.world, { inputs })
  const merge = await readShards(places, entry.world)
  return runAndTell(entry, pipeline, { inputs, dryRun, merge }, json)
}
