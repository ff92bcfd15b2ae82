import { describe, expect, test } from 'vitest'
import { findProvider, providerNames, providers } from '../../src/providers/index.ts'
import { classifier, saved } from '../bench/models.ts'
import { testWorld } from '../world.ts'

describe('the table', () => {
  test('names each provider as its key does', () => {
    expect(providerNames).toEqual(['cpu', 'cuda', 'tensorrt', 'webgpu'])
    for (const [key, provider] of Object.entries(providers)) expect(provider.name).toBe(key)
  })

  test('an unknown name is an error that lists the valid ones and the nearest', () => {
    expect(() => findProvider('cudaa')).toThrow(
      expect.objectContaining({
        code: 'provider-unknown',
        hint: 'Did you mean cuda? Providers are cpu, cuda, tensorrt, webgpu.',
      }),
    )
  })
})

describe('cpu', () => {
  test('tells its version, runs a model, and gives the same for the same input', async () => {
    const world = await testWorld()
    const session = await providers.cpu.open(await saved(world, 'model.onnx', classifier()), { threads: 1 })
    const feeds = {
      x: { type: 'float32', dims: [2, 16], data: Float32Array.from({ length: 32 }, (_, at) => at / 32) },
    } as const
    const [once, again] = [await session.run(feeds), await session.run(feeds)]
    expect(once['scores']?.dims).toEqual([2, 4])
    expect(Array.from(once['scores']?.data as Float32Array).every(Number.isFinite)).toBe(true)
    expect(again).toEqual(once)
    await session.close()
    expect(await providers.cpu.version()).toMatch(/^onnxruntime-node 1\.\d+\.\d+/)
  })

  test('writes the optimised model', async () => {
    const world = await testWorld()
    const optimizedPath = `${world.cwd}/optimised.onnx`
    const options = { threads: 1, optimization: 'basic', optimizedPath } as const
    const session = await providers.cpu.open(await saved(world, 'model.onnx', classifier()), options)
    await session.close()
    expect(await world.files.size(optimizedPath)).toBeGreaterThan(100)
  })

  test('a model that is none, and inputs that do not fit, are errors with a code', async () => {
    const world = await testWorld()
    const broken = await saved(world, 'broken.onnx', new TextEncoder().encode('not a model'))
    await expect(providers.cpu.open(broken, { threads: 1 })).rejects.toEqual(
      expect.objectContaining({ code: 'model-rejected' }),
    )
    const session = await providers.cpu.open(await saved(world, 'model.onnx', classifier()), { threads: 1 })
    const feeds = { x: { type: 'float32', dims: [1, 3], data: new Float32Array(3) } } as const
    await expect(session.run(feeds)).rejects.toEqual(expect.objectContaining({ code: 'model-run-failed' }))
    await session.close()
  })
})

// A machine that has them would run the model; here it must be said that they are missing, and nothing may run on the CPU.
test.each(['cuda', 'tensorrt'] as const)('%s is never replaced by the CPU', async (name) => {
  const world = await testWorld()
  const open = providers[name].open(await saved(world, 'model.onnx', classifier()), { threads: 1 })
  const outcome = await open.then(
    () => 'opened',
    (thrown: { code?: string }) => thrown.code,
  )
  expect(['provider-missing', 'opened']).toContain(outcome)
})
