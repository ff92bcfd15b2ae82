import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ProfiledRun, ProviderOptions } from '../../src/core/provider.ts'
import type { Tensor } from '../../src/core/tensor.ts'
import { checkPlacement } from '../../src/measure/inspect.ts'
import { providers } from '../../src/providers/index.ts'
import { inspectPlacement, judgePlacement, type Placement } from '../../src/providers/placement.ts'
import { providerContract } from '../contracts/provider.ts'
import { saved } from '../measure/models.ts'
import { alone, convolutional } from '../providers/models.ts'
import { testWorld } from '../world.ts'

// A real GPU path without a GPU: Vulkan in software, the SwiftShader of Debian's `chromium`. VK_ICD_FILENAMES names another driver.
const softwareVulkan = '/usr/lib/chromium/vk_swiftshader_icd.json'
process.env['VK_ICD_FILENAMES'] ??= softwareVulkan
process.env['XDG_RUNTIME_DIR'] ??= tmpdir()

const { webgpu, cpu } = providers
const image: Tensor = {
  type: 'float32',
  dims: [1, 1, 28, 28],
  data: Float32Array.from({ length: 784 }, (_, at) => Math.sin(at)),
}
const feeds = { x: image }
const code = (wanted: string, message: RegExp) =>
  expect.objectContaining({ code: wanted, message: expect.stringMatching(message) })

beforeAll(() => {
  const driver = process.env['VK_ICD_FILENAMES'] as string
  if (!existsSync(driver)) throw new Error(`${driver} is missing: install chromium and libvulkan1`)
})

providerContract(webgpu)

async function scores(provider: typeof cpu, model: string, options = {}): Promise<number[]> {
  const session = await provider.open(model, { threads: 1, ...options })
  const outputs = await session.run(feeds)
  await session.close()
  return Array.from(outputs['scores']?.data as Float32Array)
}

async function placed(model: string, given = { x: image }, options: ProviderOptions = {}): Promise<Placement> {
  const placement = await inspectPlacement(webgpu, model, { threads: 1, options }, () => given)
  if (placement === undefined) throw new Error('the runtime gave no profile')
  return placement
}

function expectClose(found: readonly number[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length)
  for (const [at, score] of found.entries()) expect(Math.abs(score - (wanted[at] as number))).toBeLessThan(1e-4)
}

describe('a model that WebGPU runs wholly', () => {
  test('gives what the CPU gives, also in the other layout', async () => {
    const world = await testWorld()
    const model = await saved(world, 'cnn.onnx', convolutional())
    const wanted = await scores(cpu, model)
    expectClose(await scores(webgpu, model), wanted)
    expectClose(await scores(webgpu, model, { options: { 'preferred-layout': 'NCHW' } }), wanted)
  })

  test('ran there by its profile, which times the kernels on the device', async () => {
    const world = await testWorld()
    const model = await saved(world, 'cnn.onnx', convolutional())
    const placement = await placed(model)
    expect(Object.keys(placement.nodes)).toEqual(['WebGpuExecutionProvider'])
    expect(placement.nodes['WebGpuExecutionProvider']?.join()).toMatch(/\(Conv\).*\(MaxPool\).*\(MatMul\)/)
    expect(judgePlacement(placement, webgpu, model, false)).toBeUndefined()
    const profile = placement.profile
    expect(profile.clock).toBe('device')
    const { wallMs, kernelMs, copyMs } = profile.runs.at(-1) as ProfiledRun
    expect(kernelMs).toBeGreaterThan(0)
    expect(kernelMs).toBeLessThan(wallMs)
    expect(copyMs).toBe(0)
    const convolutions = profile.nodes.filter(({ operator }) => operator === 'Conv')
    expect(convolutions).toHaveLength(2)
    for (const node of convolutions) expect(node.kernelMs.at(-1)).toBeGreaterThan(0)
  })

  test('tells where the time of a run goes, beside what is timed', async () => {
    const world = await testWorld()
    const model = await saved(world, 'cnn.onnx', convolutional())
    const scenario = { id: 'webgpu/b1/t1', provider: 'webgpu', batch: 1, threads: 1 }
    const tools = { world, signal: new AbortController().signal }
    const { warning, profile } = await checkPlacement({ path: model, feeds, name: 'cnn.onnx' }, scenario, tools)
    expect(warning).toBeUndefined()
    expect(profile?.clock).toBe('device')
    expect(profile?.kernelMs).toBeGreaterThan(0)
    expect(profile?.kernelMs).toBeLessThan(profile?.wallMs ?? 0)
    expect(
      await checkPlacement({ path: model, feeds, name: 'cnn.onnx' }, { ...scenario, provider: 'cpu' }, tools),
    ).toEqual({})
  })

  test('runs in a worker process', async () => {
    const world = await testWorld()
    const model = await saved(world, 'cnn.onnx', convolutional())
    const worker = await world.processes.worker('bench')
    try {
      await worker.ask({ do: 'open', model, provider: 'webgpu', threads: 1 })
      const { outputs } = await worker.ask<{ outputs: Record<string, Tensor> }>({ do: 'run', feeds })
      expectClose(Array.from(outputs['scores']?.data as Float32Array), await scores(cpu, model))
    } finally {
      await worker.close()
    }
  })
})

describe('a model with an operator that WebGPU does not have', () => {
  test('is refused, with the name of the node', async () => {
    const world = await testWorld()
    const model = await saved(world, 'hardmax.onnx', convolutional({ last: 'Hardmax' }))
    await expect(webgpu.open(model, { threads: 1 })).rejects.toEqual(code('provider-fallback', /would run on the CPU/))
    const placement = await placed(model)
    expect(placement.elsewhere).toEqual(['last (Hardmax)'])
    expect(placement.profile.runs.at(-1)?.copyMs).toBeGreaterThan(0)
    const judge = () => judgePlacement(placement, webgpu, model, false)
    expect(judge).toThrow(code('provider-fallback', /: last \(Hardmax\) would run on the CPU/))
  })

  test('runs where that is allowed, with a warning', async () => {
    const world = await testWorld()
    const model = await saved(world, 'hardmax.onnx', convolutional({ last: 'Hardmax' }))
    const placement = await placed(model)
    expect(judgePlacement(placement, webgpu, model, true)).toMatchObject({
      code: 'provider-fallback',
      message: expect.stringContaining('last (Hardmax)'),
    })
    expectClose(await scores(webgpu, model, { allowFallback: true }), await scores(cpu, model))
  })

  test('and nothing else is refused even where a fallback is allowed', async () => {
    const world = await testWorld()
    const model = await saved(world, 'alone.onnx', alone('Hardmax'))
    const row: Tensor = { type: 'float32', dims: [1, 10], data: Float32Array.from({ length: 10 }, (_, at) => at) }
    const placement = await placed(model, { x: row })
    const judge = () => judgePlacement(placement, webgpu, model, true)
    expect(judge).toThrow(code('provider-unused', /all of it would run on the CPU/))
  })
})

test('a node that is put on the CPU by an option counts as one that fell back', async () => {
  const world = await testWorld()
  const model = await saved(world, 'cnn.onnx', convolutional())
  const options = { 'force-cpu-nodes': ['dense'] }
  await expect(webgpu.open(model, { threads: 1, options })).rejects.toEqual(code('provider-fallback', /CPU/))
  const placement = await placed(model, feeds, options)
  expect(placement.elsewhere).toEqual(['dense (MatMul)'])
})

test('without a driver it is missing, and not replaced', async () => {
  const world = await testWorld()
  const model = await saved(world, 'cnn.onnx', convolutional())
  const driver = process.env['VK_ICD_FILENAMES']
  process.env['VK_ICD_FILENAMES'] = '/nowhere/driver.json'
  const worker = await world.processes.worker('bench')
  process.env['VK_ICD_FILENAMES'] = driver
  try {
    const open = worker.ask({ do: 'open', model, provider: 'webgpu', threads: 1 })
    await expect(open).rejects.toEqual(code('provider-missing', /adapter/))
  } finally {
    await worker.close()
  }
})
