import { expect, test } from 'vitest'
import { type ExperimentPlan, type ExperimentTools, runExperiment } from '../../src/bench/experiment.ts'
import { makeInputs } from '../../src/bench/inputs.ts'
import type { Checkpoint } from '../../src/core/stage.ts'
import type { World } from '../../src/core/world.ts'
import { testWorld } from '../world.ts'
import { classifier, saved } from './models.ts'

const scenario = { id: 'cpu/b2/t1', provider: 'cpu', batch: 2, threads: 1 }
const feeds = makeInputs([{ name: 'x', type: 'float32', dims: ['batch', 16] }], 2, 1)

function checkpoint(values: unknown[] = []): Checkpoint & { readonly values: unknown[] } {
  return {
    values,
    read: async () => values,
    append: async (value) => void values.push(JSON.parse(JSON.stringify(value))),
  }
}

async function planIn(world: World, min: number): Promise<ExperimentPlan> {
  const runner = async (id: string, role: 'production' | 'candidate', seed: number) => ({
    contender: { id, role, model: { sha256: `sha of ${id}`, bytes: 1, name: `${id}.onnx` } },
    path: await saved(world, `${id}.onnx`, classifier({ seed })),
    feeds,
  })
  return {
    scenario,
    runners: [await runner('production', 'production', 1), await runner('candidate', 'candidate', 2)],
    seed: 1,
    environment: 'here',
    blocks: { budgetMs: 1, min, max: 10 },
  }
}

function toolsIn(world: World, kept: Checkpoint, processors: readonly number[] = []): ExperimentTools {
  return { world, checkpoint: kept, signal: new AbortController().signal, processors, progress: () => {} }
}

test('measures all contenders in balanced turns, in fresh processes, and keeps every sample', async () => {
  const world = await testWorld()
  const { blocks, warnings } = await runExperiment(await planIn(world, 2), toolsIn(world, checkpoint(), [0]))
  expect(blocks).toHaveLength(2)
  for (const { order, runs } of blocks) {
    expect(order.filter((id) => id === 'production')).toHaveLength(order.length / 2)
    expect(order).toEqual(order.toReversed())
    for (const id of ['production', 'candidate']) {
      const sample = runs[id]
      expect(sample?.samplesMs.length).toBeGreaterThan(7)
      expect(Math.min(...(sample?.samplesMs ?? []))).toBeGreaterThan(0)
      expect(sample?.sessionMs).toBeGreaterThan(0)
      expect(sample?.firstRunMs).toBeGreaterThan(0)
      expect(sample?.peakBytes).toBeGreaterThan(30e6)
    }
  }
  expect(blocks[0]?.order[0]).not.toBe(blocks[1]?.order[0])
  // The minimum of blocks took longer than the millisecond that was asked for.
  const pinned = process.platform === 'linux' ? [] : ['not-pinned']
  expect(warnings.map(({ code }) => code)).toEqual([...pinned, 'budget-overrun'])
})

test('says so when workers cannot be pinned', async () => {
  const world = await testWorld()
  const { warnings } = await runExperiment(await planIn(world, 1), toolsIn(world, checkpoint()))
  expect(warnings.map(({ code }) => code)).toContain('not-pinned')
})

test('goes on after the last finished block, on the same machine and models only', async () => {
  const world = await testWorld()
  const plan = await planIn(world, 2)
  const kept = checkpoint()
  await runExperiment(plan, toolsIn(world, kept))
  const before = [...kept.values]
  const { blocks } = await runExperiment({ ...plan, blocks: { ...plan.blocks, min: 3 } }, toolsIn(world, kept))
  expect(blocks).toHaveLength(3)
  expect(kept.values.slice(0, 2)).toEqual(before)
  expect(kept.values).toHaveLength(3)
  const elsewhere = await runExperiment(
    { ...plan, environment: 'elsewhere', blocks: { ...plan.blocks, min: 1 } },
    toolsIn(world, kept),
  )
  expect(elsewhere.blocks).toHaveLength(1)
  expect(kept.values).toHaveLength(4)
})

test('a model that fails ends the experiment with its error and leaves no worker', async () => {
  const world = await testWorld()
  const plan = await planIn(world, 2)
  const broken = { ...plan.runners[1]!, path: await saved(world, 'broken.onnx', Uint8Array.of(0)) }
  const pids: number[] = []
  const processes = {
    ...world.processes,
    async worker(...given: Parameters<World['processes']['worker']>) {
      const worker = await world.processes.worker(...given)
      pids.push(worker.pid)
      return worker
    },
  }
  const tools = { ...toolsIn(world, checkpoint()), world: { ...world, processes } }
  const failing = runExperiment({ ...plan, runners: [plan.runners[0]!, broken] }, tools)
  await expect(failing).rejects.toEqual(expect.objectContaining({ code: 'model-rejected' }))
  expect(pids.length).toBeGreaterThan(0)
  expect(pids.filter((pid) => world.processes.alive(pid))).toEqual([])
})

test('a cancelled experiment stops', async () => {
  const world = await testWorld()
  const stopped = new AbortController()
  stopped.abort()
  const tools = { ...toolsIn(world, checkpoint()), signal: stopped.signal }
  await expect(runExperiment(await planIn(world, 2), tools)).rejects.toThrow(/cancelled/)
})
