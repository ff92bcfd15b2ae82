import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findProvider, providerNames, providers } from '../../src/providers/index.ts'
import { providerOptions } from '../../src/providers/options.ts'
import { benchmarkSettings } from '../../src/stages/benchmark/settings.ts'
import { providerContract } from '../contracts/provider.ts'
import { classifier, saved } from '../measure/models.ts'
import { testWorld } from '../world.ts'

describe('the table', () => {
  test('names each provider as its key does', () => {
    expect(providerNames).toEqual(['cpu', 'cuda', 'tensorrt', 'webgpu', 'wasm'])
    for (const [key, provider] of Object.entries(providers)) expect(provider.name).toBe(key)
  })

  test('an unknown name is an error that lists the valid ones and the nearest', () => {
    expect(() => findProvider('cudaa')).toThrow(
      expect.objectContaining({
        code: 'provider-unknown',
        hint: 'Did you mean cuda? Providers are cpu, cuda, tensorrt, webgpu, wasm.',
      }),
    )
  })
})

describe('options', () => {
  test.each([
    ['cpu', {}],
    ['cuda', { device: 1 }],
    ['tensorrt', { device: 0 }],
    ['webgpu', { 'preferred-layout': 'NHWC', 'validation-mode': 'basic', 'force-cpu-nodes': ['conv1'] }],
    ['wasm', {}],
  ])('%s takes %o', (name, options) => {
    expect(providerOptions[name as keyof typeof providerOptions].parse(options)).toEqual(options)
  })

  test.each([
    ['cpu', { device: 0 }],
    ['cuda', { device: -1 }],
    ['cuda', { gpu: 1 }],
    ['tensorrt', { fp16: true }],
    ['webgpu', { 'preferred-layout': 'NCWH' }],
    ['webgpu', { 'power-preference': 'high-performance' }],
    ['wasm', { simd: true }],
  ])('%s does not take %o', (name, options) => {
    expect(providerOptions[name as keyof typeof providerOptions].safeParse(options).success).toBe(false)
  })

  test('every option says what it does', () => {
    for (const options of Object.values(providerOptions)) {
      const { properties } = z.toJSONSchema(options) as { properties: Record<string, { description?: string }> }
      for (const property of Object.values(properties)) expect(property.description).toMatch(/^[A-Z].*\.$/)
    }
  })

  test('are checked where settings are read, before anything is loaded', () => {
    const { error } = benchmarkSettings.safeParse({ scenarios: [{ provider: 'cpu', options: { device: 0 } }] })
    expect(error?.issues[0]?.path).toEqual(['scenarios', 0, 'options'])
    expect(error?.issues[0]?.message).toMatch(/device/)
  })
})

const feeds = {
  x: { type: 'float32', dims: [2, 16], data: Float32Array.from({ length: 32 }, (_, at) => at / 32) },
} as const

providerContract(providers.cpu)
providerContract(providers.wasm)

test('cpu and wasm agree', async () => {
  const world = await testWorld()
  const model = await saved(world, 'model.onnx', classifier({ layers: 3 }))
  const [native, web] = await Promise.all(
    [providers.cpu, providers.wasm].map(async (provider) => {
      const session = await provider.open(model, { threads: 1 })
      const { scores } = await session.run(feeds)
      await session.close()
      return Array.from(scores?.data as Float32Array)
    }),
  )
  expect(web).toHaveLength(8)
  for (const [at, score] of (web as number[]).entries()) expect(score).toBeCloseTo(native?.[at] as number, 5)
})

test('cpu writes the optimised model, wasm says that it cannot', async () => {
  const world = await testWorld()
  const model = await saved(world, 'model.onnx', classifier())
  const optimizedPath = `${world.cwd}/optimised.onnx`
  const options = { threads: 1, optimization: 'basic', optimizedPath } as const
  const session = await providers.cpu.open(model, options)
  await session.close()
  expect(await world.files.size(optimizedPath)).toBeGreaterThan(100)
  await expect(providers.wasm.open(model, options)).rejects.toEqual(
    expect.objectContaining({ code: 'optimized-not-written' }),
  )
})

test('wasm with several threads runs in a worker process of its own', async () => {
  const world = await testWorld()
  const model = await saved(world, 'model.onnx', classifier())
  const worker = await world.processes.worker('bench', { runtime: 'onnxruntime-web' })
  try {
    await worker.ask({ do: 'open', model, provider: 'wasm', threads: 2 })
    const { outputs } = await worker.ask<{ outputs: typeof feeds }>({ do: 'run', feeds })
    expect(Object.keys(outputs)).toEqual(['scores'])
    // The threads of a process are made once: another count would silently be the first one.
    await expect(worker.ask({ do: 'open', model, provider: 'wasm', threads: 1 })).rejects.toThrow(/threads/)
  } finally {
    await worker.close()
  }
})

// A machine that has them would run the model; here it must be said that they are missing, and nothing may run on the CPU.
test.each(['cuda', 'tensorrt'] as const)('%s is never replaced by the CPU', async (name) => {
  const world = await testWorld()
  const model = await saved(world, 'model.onnx', classifier())
  for (const allowFallback of [false, true]) {
    const outcome = await providers[name].open(model, { threads: 1, allowFallback }).then(
      () => 'opened',
      (thrown: { code?: string }) => thrown.code,
    )
    expect(['provider-missing', 'opened']).toContain(outcome)
  }
})
