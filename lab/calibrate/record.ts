import { loadavg } from 'node:os'
import path from 'node:path'
import { environmentOf } from '../../src/core/environment.ts'
import type { World } from '../../src/core/world.ts'
import { type Runner, runExperiment } from '../../src/measure/experiment.ts'
import { makeInputs } from '../../src/measure/inputs.ts'
import { inspectModels } from '../../src/measure/inspect.ts'
import { progressOf } from '../../src/measure/progress.ts'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import type { CalibrationModel } from './models.ts'

export const scenario = { id: 'cpu/b1/t1', provider: 'cpu', batch: 1, threads: 1 }

/** Blocks are recorded of one model after the other, so many at a time: whatever the machine goes through, all go through it. */
const chunkBlocks = 25

/**
 * Records blocks of every model against itself with the instrument as it is, until there are `blocks` of each or `untilMs` of
 * the world's clock is reached. Goes on where an earlier recording in the folder ended.
 */
export async function record(
  models: readonly CalibrationModel[],
  { folder, blocks, untilMs }: { readonly folder: string; readonly blocks: number; readonly untilMs: number },
  world: World,
): Promise<void> {
  for (let chunk = 0; chunk * chunkBlocks < blocks && world.clock.monotonicMs() < untilMs; chunk++) {
    for (const model of models) await recordChunk(model, chunk, recordOf(folder, model, chunk), world)
    const load = loadavg().map((value) => value.toFixed(2))
    console.log(`${world.clock.now()} load ${load.join(' ')}: ${(chunk + 1) * chunkBlocks} blocks of each model`)
  }
}

/** The file that holds a chunk of the blocks of a model. */
function recordOf(folder: string, model: CalibrationModel, chunk: number): string {
  return path.join(folder, model.id, `${String(chunk).padStart(4, '0')}.jsonl`)
}

async function recordChunk(model: CalibrationModel, chunk: number, file: string, world: World): Promise<void> {
  const tools = { world, signal: new AbortController().signal }
  const inspected = await inspectModels([{ id: 'production', path: model.file }], 'cpu', tools)
  const inputs = inspected.interfaces['production']?.inputs ?? []
  const feeds = makeInputs(inputs, 1, 1, model.shapes)
  const sha256 = await world.files.hash(model.file)
  const runner = (id: 'production' | 'candidate'): Runner => ({
    contender: { id, role: id, model: { sha256, bytes: 1, name: model.id } },
    path: model.file,
    feeds: () => feeds,
  })
  const lines = openJsonLines(world.files, file)
  if (progressOf(await lines.read()).blocks.length >= chunkBlocks) return
  await lines.append({ at: world.clock.now(), load: loadavg()[0] })
  await runExperiment(
    {
      scenario,
      runners: [runner('production'), runner('candidate')],
      seed: chunk,
      environment: environmentOf(world.machine).fingerprint,
      inputs: 'made',
      blocks: { budgetMs: Infinity, min: chunkBlocks, max: chunkBlocks },
      extensions: 0,
      attempts: 0,
      answered: () => false,
    },
    {
      ...tools,
      measurements: () => ({ ...lines, alone: (work) => work() }),
      processors: inspected.processors,
      progress: () => {},
    },
  )
}
