import { expect, onTestFinished, test } from 'vitest'
import type { Tensor } from '../../src/core/tensor.ts'
import type { Worker } from '../../src/core/world.ts'
import { makeInputs } from '../../src/measure/inputs.ts'
import { inspectModels } from '../../src/measure/inspect.ts'
import { predict } from '../../src/measure/predict.ts'
import type { Measured, Opened, Peak, RunAnswer, Warmed } from '../../src/measure/protocol.ts'
import { testWorld, worldOfKnownTimes } from '../world.ts'
import { classifier, identity, saved } from './models.ts'

const signal = new AbortController().signal

test('a worker loads a model, runs it, times it and tells its peak memory', async () => {
  const world = await testWorld()
  const model = await saved(world, 'model.onnx', classifier())
  const worker = await world.processes.worker('bench')
  try {
    const opened = await worker.ask<Opened>({ do: 'open', model, provider: 'cpu', threads: 1 })
    expect(opened.inputs).toEqual([{ name: 'x', type: 'float32', dims: ['batch', 16] }])
    expect(opened.sessionMs).toBeGreaterThan(0)
    const feeds = makeInputs(opened.inputs, 3, 1)
    const { outputs } = await worker.ask<RunAnswer>({ do: 'run', feeds })
    expect(outputs['scores']?.dims).toEqual([3, 4])
    const warmed = await worker.ask<Warmed>({ do: 'warm', feeds })
    expect(warmed.runs).toBeGreaterThan(4)
    expect(warmed.ms).toBeGreaterThan(10)
    expect(warmed.firstRunMs).toBeGreaterThan(0)
    expect(warmed.runMs).toBeGreaterThan(0)
    const measured = await worker.ask<Measured>({ do: 'measure', runs: 20, settle: 3 })
    expect(measured.samplesMs).toHaveLength(20)
    expect(Math.min(...measured.samplesMs)).toBeGreaterThan(0)
    const { peakBytes } = await worker.ask<Peak>({ do: 'peak' })
    expect(peakBytes).toBeGreaterThan(30e6)
  } finally {
    await worker.close()
  }
})

// From here on by known times: each run of these models takes 60 ms, give or take a fifth of a per cent, on the worker's clock.
const runMs = 60

async function timedWorker(slowdown: number): Promise<{ readonly worker: Worker; readonly warmed: Warmed }> {
  const world = await worldOfKnownTimes()
  const model = await saved(world, 'model.onnx', classifier())
  const worker = await world.processes.worker('bench', { measured: true })
  onTestFinished(() => worker.close())
  const { inputs } = await worker.ask<Opened>({ do: 'open', model, provider: 'cpu', threads: 1, slowdown })
  const warmed = await worker.ask<Warmed>({ do: 'warm', feeds: makeInputs(inputs, 16, 1) })
  return { worker, warmed }
}

test('an injected slow-down is in the samples', async () => {
  const { worker, warmed } = await timedWorker(3)
  expect(warmed.runMs).toBeCloseTo(3 * runMs, 0)
  const { samplesMs } = await worker.ask<Measured>({ do: 'measure', runs: 20, settle: 1 })
  for (const ms of samplesMs) expect(Math.abs(ms / runMs - 3)).toBeLessThan(0.01)
})

test('requests of an open loop are counted from when they were to be sent, so that waiting counts', async () => {
  const { worker } = await timedWorker(1)
  const together = await worker.ask<Measured>({ do: 'serve', arrivals: [1, 1, 1, 1, 1, 1, 1, 1] })
  // Each waits for those before it.
  expect(together.samplesMs.map((ms) => Math.round(ms / runMs))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(together.served?.busyMs).toBeCloseTo(8 * runMs, -1)
  const apart = await worker.ask<Measured>({ do: 'serve', arrivals: [20, 120, 220] })
  expect(apart.samplesMs.map((ms) => Math.round(ms / runMs))).toEqual([1, 1, 1])
  expect(apart.served?.ms).toBeCloseTo(220 + runMs, -1)
  expect(apart.served?.busyMs).toBeCloseTo(3 * runMs, -1)
})

test('what is wrong arrives as an error with a code', async () => {
  const world = await testWorld()
  const model = await saved(world, 'model.onnx', classifier())
  const broken = await saved(world, 'broken.onnx', Uint8Array.of(1, 2, 3))
  const worker = await world.processes.worker('bench')
  const open = (change: object): Promise<unknown> =>
    worker.ask({ do: 'open', model, provider: 'cpu', threads: 1, ...change })
  const code = (wanted: string) => expect.objectContaining({ code: wanted })
  try {
    await expect(open({ model: broken })).rejects.toEqual(code('model-rejected'))
    await expect(open({ provider: 'cpuu' })).rejects.toEqual(code('provider-unknown'))
    await expect(open({ provider: 'cuda' })).rejects.toEqual(code('provider-missing'))
    await open({})
    const feeds = { x: { type: 'float32', dims: [1, 5], data: new Float32Array(5) } }
    await expect(worker.ask({ do: 'run', feeds })).rejects.toEqual(code('model-run-failed'))
  } finally {
    await worker.close()
  }
})

test('models are inspected in one process, with the processors that workers may be pinned to', async () => {
  const world = await testWorld()
  const models = [
    { id: 'production', path: await saved(world, 'a.onnx', classifier()) },
    { id: 'candidate', path: await saved(world, 'b.onnx', classifier({ classes: 7 })) },
  ]
  const { interfaces, processors } = await inspectModels(models, 'cpu', { world, signal })
  expect(interfaces['candidate']?.outputs).toEqual([{ name: 'scores', type: 'float32', dims: ['batch', 7] }])
  expect(Object.keys(interfaces)).toEqual(['production', 'candidate'])
  if (process.platform === 'linux') expect(processors.length).toBeGreaterThan(0)
})

test('predictions come batch by batch, in order, to the last example', async () => {
  const world = await testWorld()
  const path = await saved(world, 'identity.onnx', identity(2))
  const data = Float32Array.from({ length: 2 * 150 }, (_, at) => at)
  const seen: number[] = []
  const batch = (start: number, end: number): Record<string, Tensor> => ({
    x: { type: 'float32', dims: [end - start, 2], data: data.subarray(start * 2, end * 2) },
  })
  await predict(
    { path, provider: 'cpu', examples: 150, batch },
    ({ outputs, start, count, declared }) => {
      expect(declared.map(({ name }) => name)).toEqual(['scores'])
      expect(start * 2).toBe(seen.length)
      seen.push(...Array.from((outputs['scores'] as Tensor).data as Float32Array).slice(0, count * 2))
    },
    { world, signal },
  )
  expect(seen).toEqual(Array.from(data))
})

test('a model with a fixed batch is given full batches', async () => {
  const world = await testWorld()
  const path = await saved(world, 'fixed.onnx', classifier({ batch: 4 }))
  const batches: [number, number][] = []
  const batch = (start: number, end: number): Record<string, Tensor> => {
    batches.push([start, end])
    return { x: { type: 'float32', dims: [end - start, 16], data: new Float32Array((end - start) * 16) } }
  }
  const counts: [number, number][] = []
  await predict({ path, provider: 'cpu', examples: 6, batch }, ({ count, rows }) => void counts.push([count, rows]), {
    world,
    signal,
  })
  expect(batches).toEqual([
    [0, 4],
    [4, 8],
  ])
  expect(counts).toEqual([
    [4, 4],
    [2, 4],
  ])
})
