import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { providers } from '../../src/providers/index.ts'
import { inspectPlacement, judgePlacement, placementOf } from '../../src/providers/placement.ts'
import { parseProfile } from '../../src/providers/profile.ts'
import { withProfilePrefix } from '../../src/providers/profile-file.ts'
import { classifier, saved } from '../measure/models.ts'
import { testWorld } from '../world.ts'

const x = { type: 'float32', dims: [64, 128], data: new Float32Array(64 * 128).fill(0.5) } as const

describe('a profile that onnxruntime writes now', () => {
  test('has the nodes of a model, their times in each run, and the memory they took', async () => {
    const world = await testWorld()
    const model = await saved(world, 'model.onnx', classifier({ features: 128, layers: 3 }))
    const profile = await withProfilePrefix(async (profilePrefix) => {
      const session = await providers.cpu.open(model, { threads: 1, profilePrefix })
      for (let run = 0; run < 5; run++) await session.run({ x })
      const ended = await session.endProfile?.()
      await session.close()
      return ended
    })
    expect(profile?.clock).toBe('host')
    expect(profile?.nodes.map(({ operator, provider }) => [operator, provider])).toEqual(
      Array.from({ length: 4 }, () => ['MatMul', 'CPUExecutionProvider']),
    )
    expect(profile?.runs).toHaveLength(5)
    for (const node of profile?.nodes ?? []) expect(node.kernelMs).toHaveLength(5)
    for (const [at, { wallMs, kernelMs, copyMs }] of (profile?.runs ?? []).entries()) {
      const sum = profile?.nodes.reduce((all, node) => all + (node.kernelMs[at] as number), 0)
      expect(kernelMs).toBeCloseTo(sum as number, 6)
      expect(kernelMs).toBeGreaterThan(0)
      expect(kernelMs).toBeLessThanOrEqual(wallMs)
      expect(copyMs).toBe(0)
    }
    // The activations between the layers are 64 × 128 floats, and two of them live at once.
    expect(profile?.peakBytes).toBeGreaterThanOrEqual(2 * 64 * 128 * 4)
  })

  test('there is none for a session that was not asked for one, and none of the wasm provider', async () => {
    const world = await testWorld()
    const model = await saved(world, 'model.onnx', classifier())
    const session = await providers.cpu.open(model, { threads: 1 })
    expect(await session.endProfile?.()).toBeUndefined()
    await session.close()
    const feedsFor = () => ({ x: { type: 'float32', dims: [1, 16], data: new Float32Array(16) } }) as const
    expect(await inspectPlacement(providers.wasm, model, { threads: 1 }, feedsFor)).toBeUndefined()
    const placement = await inspectPlacement(providers.cpu, model, { threads: 1 }, feedsFor)
    expect(Object.keys(placement?.nodes ?? {})).toEqual(['CPUExecutionProvider'])
    expect(placement?.elsewhere).toEqual([])
  })
})

const recorded = async (name: string): Promise<string> =>
  readFile(new URL(`../fixtures/profiles/${name}`, import.meta.url), 'utf8')

describe('a profile of CUDA on the clock of the host', () => {
  test('tells copies from kernels, and the nodes that fell back', async () => {
    const profile = parseProfile(await recorded('cuda.json'))
    expect(profile?.clock).toBe('host')
    expect(profile?.runs).toEqual([
      { wallMs: 9.2, kernelMs: 0.36, copyMs: 1.6 },
      { wallMs: 1.85, kernelMs: 0.18, copyMs: 1.31 },
    ])
    expect(profile?.nodes.map(({ name, kernelMs }) => [name, kernelMs])).toEqual([
      ['Memcpy_token_7', [0.09, 0.06]],
      ['conv1', [0.21, 0.08]],
      ['conv2', [0.11, 0.07]],
      ['Memcpy_token_8', [1.51, 1.25]],
      ['top', [0.04, 0.03]],
    ])
    expect(profile?.peakBytes).toBeUndefined()
    expect(placementOf(profile as never, providers.cuda.executor)).toMatchObject({
      nodes: { CUDAExecutionProvider: ['conv1 (Conv)', 'conv2 (Conv)'], CPUExecutionProvider: ['top (Hardmax)'] },
      elsewhere: ['top (Hardmax)'],
    })
  })
})

describe('profiles with kernels on the clock of the device', () => {
  test('of CUDA, after the node that started them', async () => {
    const profile = parseProfile(await recorded('cuda-kernels.json'))
    expect(profile?.clock).toBe('device')
    expect(profile?.runs).toEqual([{ wallMs: 2, kernelMs: 0.9, copyMs: 1.2 }])
    expect(profile?.nodes.map(({ name, kernelMs }) => [name, kernelMs])).toEqual([
      ['conv1', [0.6]],
      ['relu1', [0.3]],
      ['Memcpy_token_3', [1.2]],
      ['shape', [0.01]],
      ['fold', [0]],
    ])
  })

  test('of WebGPU, under the names of their nodes', async () => {
    const profile = parseProfile(await recorded('webgpu.json'))
    expect(profile?.clock).toBe('device')
    expect(profile?.runs).toEqual([{ wallMs: 14.151, kernelMs: 9.865, copyMs: 0 }])
    expect(profile?.nodes.map(({ name, kernelMs }) => [name, kernelMs])).toEqual([
      ['conv1_token_1', [5.38]],
      ['conv2_token_8', [4.485]],
      ['flat', [0]],
    ])
  })
})

test('kernels inside of another, as in a loop, count once', () => {
  const node = (name: string, ts: number, dur: number): object => ({
    cat: 'Node',
    name: `${name}_kernel_time`,
    ts,
    dur,
    args: { op_name: name, provider: 'CPUExecutionProvider' },
  })
  const run = { cat: 'Session', name: 'model_run', ts: 0, dur: 1000 }
  const profile = parseProfile(JSON.stringify([node('Add', 100, 50), node('Add', 200, 50), node('Loop', 90, 400), run]))
  expect(profile?.runs).toEqual([{ wallMs: 1, kernelMs: 0.4, copyMs: 0 }])
  expect(profile?.nodes.map(({ name, kernelMs }) => [name, kernelMs])).toEqual([
    ['Add', [0.1]],
    ['Loop', [0.4]],
  ])
})

test.each([
  ['nothing', ''],
  ['a file that was cut off', '[{"cat":"Session","name":"model_run","ts":1,"dur":2}'],
  ['something else', '{"cat":"Session"}'],
  [
    'the stub of a session that did not load',
    '[{"cat":"Session","name":"model_loading_uri","ts":1,"dur":2,"args":{}}]',
  ],
  ['no events at all', '[1, null, "a", {}]'],
])('%s is no profile', (_, text) => {
  expect(parseProfile(text)).toBeUndefined()
})

describe('the judgement', () => {
  const gpu = { name: 'webgpu', executor: 'WebGpuExecutionProvider' }
  const profile = { runs: [], nodes: [], clock: 'host' } as const
  const mixed = {
    nodes: { WebGpuExecutionProvider: ['a (Conv)', 'b (Relu)'], CPUExecutionProvider: ['c (Hardmax)'] },
    elsewhere: ['c (Hardmax)'],
    profile,
  }
  const code = (wanted: string, message: RegExp) =>
    expect.objectContaining({ code: wanted, message: expect.stringMatching(message) })

  test('all on the provider: nothing to say', () => {
    const nodes = { WebGpuExecutionProvider: ['a (Conv)'] }
    expect(judgePlacement({ nodes, elsewhere: [], profile }, gpu, 'm.onnx', false)).toBeUndefined()
  })

  test('some on the CPU: an error with their names, or a warning where that is allowed', () => {
    expect(() => judgePlacement(mixed, gpu, 'm.onnx', false)).toThrow(code('provider-fallback', /c \(Hardmax\) would/))
    expect(judgePlacement(mixed, gpu, 'm.onnx', true)).toMatchObject({
      code: 'provider-fallback',
      message: '1 of 3 nodes of m.onnx do not run on webgpu, but elsewhere: c (Hardmax).',
    })
  })

  test('all on the CPU: an error, allowed or not', () => {
    const nodes = { CPUExecutionProvider: ['c (Hardmax)'] }
    for (const allowed of [false, true]) {
      const judge = () => judgePlacement({ nodes, elsewhere: ['c (Hardmax)'], profile }, gpu, 'm.onnx', allowed)
      expect(judge).toThrow(code('provider-unused', /nothing of the model m\.onnx/))
    }
  })

  test('a long list is cut short', () => {
    const elsewhere = Array.from({ length: 20 }, (_, at) => `n${at} (Det)`)
    const nodes = { ...mixed.nodes, CPUExecutionProvider: elsewhere }
    expect(() => judgePlacement({ nodes, elsewhere, profile }, gpu, 'm.onnx', false)).toThrow(
      code('provider-fallback', /n7 \(Det\) and 12 more would run/),
    )
  })
})
