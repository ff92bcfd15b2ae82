import { describe, expect, test } from 'vitest'
import type { GpuState } from '../../../src/core/products/index.ts'
import { type FoundGpu, findGpu, type GpuTools } from '../../../src/measure/gpu/find.ts'
import { mustRepeat, summarizeGpu } from '../../../src/measure/gpu/summary.ts'
import { gpuTroubles } from '../../../src/measure/gpu/trouble.ts'
import { watchGpu } from '../../../src/measure/gpu/watch.ts'
import { testWorld } from '../../world.ts'
import { replayGpu } from './replay.ts'

// End to end: a real process that answers as nvidia-smi does, found on the PATH, watched in its loop, and ended.

async function setUp(recording: string, env: Readonly<Record<string, string>> = {}) {
  const { processes, cwd } = await testWorld()
  const tools: GpuTools = { world: { processes, env }, signal: new AbortController().signal }
  return { tools, allSaid: replayGpu(recording, cwd) }
}

async function watched(recording: string, device = 0, env = {}) {
  const { tools, allSaid } = await setUp(recording, env)
  const found = await findGpu(device, tools)
  if (found === undefined) throw new Error('no GPU was found')
  const watch = watchGpu(found, tools)
  await allSaid()
  const samples = await watch.stop()
  return { ...found, samples, summary: summarizeGpu(found.gpu, samples) as GpuState }
}

test('a T4 that overheats: found, watched, to be measured again, and told', async () => {
  const { gpu, samples, summary } = await watched('t4')
  expect(gpu).toMatchObject({ name: 'Tesla T4', driver: '535.183.01', baseMHz: 585, maxMHz: 1590, mig: false })
  expect(gpu.memoryBytes).toBe(15360 * 2 ** 20)
  expect(samples).toHaveLength(30)
  const working = samples.filter(({ reasons }) => !reasons.includes('gpu_idle'))
  expect(working.map(({ smMHz }) => smMHz)).toEqual([
    1590, 1560, 1455, 1290, 1155, 1080, 1035, 990, 975, 960, 780, 600, 435, 420, 405, 390, 390, 375, 390, 375, 390, 405,
  ])
  // 10 of the 22 working samples lie under 75 % of 585 MHz.
  expect(summary.slowShare).toBeCloseTo(10 / 22, 1)
  expect(mustRepeat(summary)).toBe(true)
  expect(summary.reasons['sw_power_cap']).toBeCloseTo(10 / 30, 1)
  expect(summary.reasons['hw_thermal_slowdown']).toBeCloseTo(12 / 30, 1)
  expect(summary.celsius).toBe(92)
  expect(summary.memoryBytes).toBe(1187 * 2 ** 20)
  const told = gpuTroubles(gpu, [summary])
  expect(told.map(({ code }) => code)).toEqual([
    'gpu-throttled',
    'gpu-throttled',
    'gpu-throttled',
    'gpu-throttled',
    'gpu-clock-low',
  ])
  expect(told.map(({ message }) => message).join('\n')).toMatch(/sw_power_cap[\s\S]*hw_slowdown[\s\S]*sw_thermal/)
  for (const { remedy } of told) expect(remedy).not.toBe('')
})

test('the second of two A10G by its base clock, with the energy of instant power', async () => {
  const { gpu, samples, summary } = await watched('a10g', 1)
  expect(gpu).toMatchObject({ index: 1, name: 'NVIDIA A10G', baseMHz: 1320, maxMHz: 1710 })
  expect(new Set(samples.map(({ uuid }) => uuid))).toEqual(new Set([gpu.uuid]))
  expect(samples).toHaveLength(20)
  expect(summary.smMHz).toBeCloseTo(1710, 6)
  expect(summary.slowShare).toBe(0)
  expect(mustRepeat(summary)).toBe(false)
  // Nineteen steps of 0.1 s: two idle ones at 16 W with the rise, the others at about 181 W.
  expect(summary.seconds).toBeCloseTo(1.9, 1)
  expect(summary.joules).toBeGreaterThan(0.1 * 16.2 + 17 * 0.1 * 175)
  expect(summary.joules).toBeLessThan(0.1 * 16.2 + 18 * 0.1 * 185)
  expect(gpuTroubles(gpu, [summary])).toEqual([])
})

test('an instance of an H100: named by its profile, without energy', async () => {
  const { gpu, summary } = await watched('h100-mig')
  expect(gpu).toMatchObject({ name: 'NVIDIA H100 80GB HBM3 MIG 3g.40gb', mig: true, baseMHz: 1980 })
  expect(summary.joules).toBeUndefined()
  expect(summary.utilization).toBeUndefined()
  expect(summary.smMHz).toBeCloseTo(1980, 6)
  expect(gpuTroubles(gpu, [summary]).map(({ code }) => code)).toEqual(['gpu-shared'])
})

test('another instance, where CUDA_VISIBLE_DEVICES names it', async () => {
  const { gpu } = await watched('h100-mig', 0, { CUDA_VISIBLE_DEVICES: 'MIG-2b91f6de-c07a-5e84-9d13-48ea7c60f35b' })
  expect(gpu.name).toBe('NVIDIA H100 80GB HBM3 MIG 1g.10gb')
})

test('an old driver, which knows throttle reasons and no instant power', async () => {
  const { gpu, query, summary } = await watched('v100-old-driver')
  expect(gpu).toMatchObject({ name: 'Tesla V100-SXM2-16GB', driver: '440.118.02', baseMHz: 1312, mig: false })
  expect(query.args[0]).toContain('clocks_throttle_reasons.active')
  expect(query.args[0]).not.toMatch(/event_reasons|instant/)
  expect(summary.reasons['sw_power_cap']).toBeGreaterThan(0.7)
  expect(summary.joules).toBeGreaterThan(350)
  expect(gpuTroubles(gpu, [summary]).map(({ code }) => code)).toEqual(['gpu-throttled'])
})

test('a board that tells almost nothing', async () => {
  const { gpu, summary } = await watched('gt1030')
  expect(gpu).toMatchObject({ name: 'NVIDIA GeForce GT 1030', baseMHz: 1911 })
  expect(summary).toMatchObject({ reasons: {}, celsius: 39 })
  for (const key of ['smMHz', 'slowShare', 'joules', 'utilization'] as const) expect(summary[key]).toBeUndefined()
  expect(mustRepeat(summary)).toBe(false)
})

describe('nvidia-smi that is not there, or fails', () => {
  test('no driver: no GPU, and no error', async () => {
    const { tools } = await setUp('t4')
    process.env['PATH'] = '/nowhere'
    expect(await findGpu(0, tools)).toBeUndefined()
  })

  test('a number that no GPU has', async () => {
    const { tools } = await setUp('t4')
    expect(await findGpu(3, tools)).toBeUndefined()
    expect(await findGpu(0, { ...tools, world: { ...tools.world, env: { CUDA_VISIBLE_DEVICES: '' } } })).toBeUndefined()
  })

  test('a run that is cancelled ends the watching', async () => {
    const { tools } = await setUp('t4')
    const cancel = new AbortController()
    const using = { ...tools, signal: cancel.signal }
    const watch = watchGpu((await findGpu(0, using)) as FoundGpu, using)
    cancel.abort()
    await expect(watch.stop()).rejects.toThrow(/cancelled/)
  })

  test('one that dies on the way leaves nothing, which is told', async () => {
    const { tools } = await setUp('t4')
    const { gpu } = (await findGpu(0, tools)) as FoundGpu
    const samples = await watchGpu({ gpu, query: { args: ['base-clocks'], keys: [] } }, tools).stop()
    expect(summarizeGpu(gpu, samples)).toBeUndefined()
    expect(gpuTroubles(gpu, [])).toMatchObject([{ code: 'gpu-unwatched' }])
  })
})
