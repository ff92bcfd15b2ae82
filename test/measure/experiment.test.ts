import { expect, test } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { type ExperimentPlan, runExperiment } from '../../src/measure/experiment.ts'
import { findGpu } from '../../src/measure/gpu/find.ts'
import type { BenchRequest } from '../../src/measure/protocol.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { worldOfKnownTimes } from '../world.ts'
import { replayGpu } from './gpu/replay.ts'
import { saved } from './models.ts'
import { measurementStore, planIn, scenario, toolsIn } from './plans.ts'

const openWorld = sharingWorkers(worldOfKnownTimes)

test('an open loop sends both contenders the same requests, and says when there are too many', async () => {
  const world = await openWorld()
  const plan = await planIn(world, 2)
  const open = (rate: number) => ({ ...plan, scenario: { ...scenario, id: `cpu/b2/t1/rate=${rate}`, rate } })
  const calm = await runExperiment(open(5), toolsIn(world, measurementStore(), [0]))
  for (const { runs, order } of calm.blocks) {
    expect(order).toHaveLength(8)
    expect(runs['production']?.turns).toEqual(runs['candidate']?.turns)
    expect(runs['production']?.turns).toHaveLength(4)
    expect(runs['production']?.load).toBeGreaterThan(0)
    expect(runs['production']?.load).toBeLessThan(0.9)
  }
  expect(calm.blocks[0]?.runs['production']?.turns).not.toEqual(calm.blocks[1]?.runs['production']?.turns)
  expect(calm.warnings.map(({ code }) => code)).not.toContain('overloaded')
  const busy = await runExperiment(open(200), toolsIn(world, measurementStore(), [0]))
  const told = busy.warnings.find(({ code }) => code === 'overloaded')
  expect(told?.message).toMatch(/production and candidate|candidate and production/)
  expect(busy.blocks[0]?.runs['production']?.load).toBeGreaterThan(0.9)
})

test('says so when workers cannot be pinned', async () => {
  const world = await openWorld()
  const { warnings } = await runExperiment(await planIn(world, 1), toolsIn(world, measurementStore()))
  expect(warnings.map(({ code }) => code)).toContain('not-pinned')
})

test('measuring the same again adds blocks and spends what is left of the error rate; elsewhere it starts anew', async () => {
  const world = await openWorld()
  const plan = await planIn(world, 2)
  const measurements = measurementStore()
  const first = await runExperiment(plan, toolsIn(world, measurements))
  expect(first.looks).toEqual([{ blocks: 2, spent: 0.8 }])
  const second = await runExperiment(plan, toolsIn(world, measurements))
  expect(second.blocks).toHaveLength(4)
  expect(second.blocks.slice(0, 2)).toEqual(first.blocks)
  expect(second.looks).toEqual([...first.looks, { blocks: 4, spent: 0.9 }])
  const elsewhere = await runExperiment({ ...plan, environment: 'elsewhere' }, toolsIn(world, measurements))
  expect(elsewhere.blocks).toHaveLength(2)
  expect(measurements.kept.size).toBe(2)
})

test('stops at the look that answers the questions, and measures nothing again once they are', async () => {
  const world = await openWorld()
  const measurements = measurementStore()
  const asked: number[] = []
  const answered: ExperimentPlan['answered'] = ({ blocks }) => {
    asked.push(blocks.length)
    return blocks.length >= 4
  }
  const plan = { ...(await planIn(world, 2)), blocks: { budgetMs: 600_000, min: 2, max: 8 }, answered }
  const { blocks, looks } = await runExperiment(plan, toolsIn(world, measurements))
  expect(blocks).toHaveLength(4)
  expect(looks.map((look) => look.blocks)).toEqual([2, 4])
  expect(looks.at(-1)?.spent).toBeLessThan(0.8)
  const again = await runExperiment(plan, toolsIn(world, measurements))
  expect(again.blocks).toEqual(blocks)
  expect(new Set(asked)).toEqual(new Set([2, 4]))
})

test('an extension buys the budget again, as often as it may and no more than it takes', async () => {
  const world = await openWorld()
  const plan = {
    ...(await planIn(world, 1)),
    extensions: 3,
    answered: ({ looks }: { looks: readonly unknown[] }) => looks.length >= 3,
  }
  const { blocks, looks, answered } = await runExperiment(plan, toolsIn(world, measurementStore()))
  expect(blocks).toHaveLength(3)
  expect(looks.map(({ spent }) => spent)).toEqual([0.8, 0.9, 0.95])
  expect(answered).toBe(true)
})

test('isolated: each contender alone, all its runs in one turn', async () => {
  const world = await openWorld()
  const plan = await planIn(world, 1)
  const isolated = { ...plan, scenario: { ...scenario, order: 'isolated' as const } }
  const { blocks } = await runExperiment(isolated, toolsIn(world, measurementStore()))
  expect(blocks[0]?.order).toHaveLength(2)
  for (const { samplesMs, turns } of Object.values(blocks[0]?.runs ?? {})) expect(turns).toEqual([samplesMs.length])
})

test('a copy of production runs along in every fourth pair of blocks', async () => {
  const world = await openWorld()
  const plan = await planIn(world, 8)
  const [production] = plan.runners
  const copy = { ...production!, contender: { ...production!.contender, id: 'copy', role: 'copy' as const } }
  const { blocks } = await runExperiment(
    { ...plan, runners: [...plan.runners, copy] },
    toolsIn(world, measurementStore()),
  )
  expect(blocks.map(({ runs }) => 'copy' in runs)).toEqual([false, false, false, false, false, false, true, true])
})

test('a model that fails ends the experiment with its error and leaves no worker', async () => {
  const world = await worldOfKnownTimes()
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
  const tools = { ...toolsIn(world, measurementStore()), world: { ...world, processes } }
  const failing = runExperiment({ ...plan, runners: [plan.runners[0]!, broken] }, tools)
  await expect(failing).rejects.toEqual(expect.objectContaining({ code: 'model-rejected' }))
  expect(pids.length).toBeGreaterThan(0)
  expect(pids.filter((pid) => world.processes.alive(pid))).toEqual([])
})

test('a cancelled experiment stops', async () => {
  const world = await openWorld()
  const stopped = new AbortController()
  stopped.abort()
  const tools = { ...toolsIn(world, measurementStore()), signal: stopped.signal }
  await expect(runExperiment(await planIn(world, 2), tools)).rejects.toThrow(/cancelled/)
})

test('alone on a watched GPU, a contender has its own memory and energy', async () => {
  const world = await openWorld()
  const watched = untilAllSaid(world, replayGpu('a10g', world.cwd))
  const gpu = await findGpu(1, { world, signal: new AbortController().signal })
  const plan = await planIn(world, 2)
  const isolated = { ...plan, scenario: { ...scenario, id: 'cpu/b2/t1/isolated', order: 'isolated' as const } }
  const { blocks } = await runExperiment(isolated, { ...toolsIn(watched, measurementStore(), [0]), gpu })
  for (const { runs, gpu: whole } of blocks) {
    for (const sample of Object.values(runs)) {
      expect(sample.gpu?.joules).toBeGreaterThan(1)
      expect(sample.gpu?.memoryBytes).toBeGreaterThan(1e8)
      expect(sample.gpu?.smMHz).toBeCloseTo(1710, 6)
    }
    expect(whole?.joules).toBeGreaterThan(1)
  }
})

/** Runs take until everything that watches the GPU by then has seen the whole of its recording. */
function untilAllSaid(world: World, allSaid: (watches: number) => Promise<void>): World {
  let watches = 0
  const run: World['processes']['run'] = (program, args, options) => {
    if (args.some((each) => each.startsWith('--loop-ms='))) watches++
    return world.processes.run(program, args, options)
  }
  const worker: World['processes']['worker'] = async (...given) => {
    const started = await world.processes.worker(...given)
    return {
      ...started,
      async ask<Answer>(request: unknown): Promise<Answer> {
        if ((request as BenchRequest).do === 'measure') await allSaid(watches)
        return started.ask<Answer>(request)
      },
    }
  }
  return { ...world, processes: { ...world.processes, run, worker } }
}
