import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { visibleGpu } from '../../../src/measure/gpu/find.ts'
import { type Gpu, parseBaseClock, parseGpus, parseInstances, parseSamples } from '../../../src/measure/gpu/parse.ts'
import { identity, queryFor, refusedField, state } from '../../../src/measure/gpu/query.ts'

describe('the query', () => {
  test('asks for the newest names', () => {
    const { args, keys } = queryFor(state, new Set())
    expect(args).toEqual([
      '--query-gpu=timestamp,uuid,utilization.gpu,memory.used,clocks.current.sm,power.draw.instant,temperature.gpu,clocks_event_reasons.active',
      '--format=csv,noheader,nounits',
    ])
    expect(keys).toHaveLength(8)
  })

  test('takes an older name for one that was refused, and drops a column without any', () => {
    const refused = new Set(['clocks_event_reasons.active', 'power.draw.instant', 'power.draw'])
    const { args, keys } = queryFor(state, refused)
    expect(args[0]).toContain('clocks_throttle_reasons.active')
    expect(args[0]).not.toContain('power')
    expect(keys).not.toContain('power')
  })

  test('hears what was refused', () => {
    expect(refusedField('Field "clocks_event_reasons.active" is not a valid field to query.\n')).toBe(
      'clocks_event_reasons.active',
    )
    expect(
      refusedField('NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.'),
    ).toBeUndefined()
  })
})

describe('answers', () => {
  const whole = queryFor(state, new Set())
  const row = '2026/07/14 08:12:53.353, GPU-1, 100, 19818, 1980, 625.68, 59, 0x0000000000000024\n'

  test('a moment, in units', () => {
    const [sample] = parseSamples(row, whole)
    expect(sample).toEqual({
      atMs: new Date(2026, 6, 14, 8, 12, 53, 353).getTime(),
      uuid: 'GPU-1',
      utilization: 1,
      memoryBytes: 19818 * 2 ** 20,
      smMHz: 1980,
      watts: 625.68,
      celsius: 59,
      reasons: ['sw_power_cap', 'sw_thermal_slowdown'],
    })
  })

  test.each(['[N/A]', '[Not Supported]', '[Unknown Error]', '[Insufficient Permissions]', 'N/A'])(
    '%s is no figure',
    (word) => {
      const [sample] = parseSamples(`2026/07/14 08:12:53.353, GPU-1${`, ${word}`.repeat(6)}`, whole)
      expect(sample).toMatchObject({ uuid: 'GPU-1', reasons: [] })
      expect([sample?.smMHz, sample?.watts, sample?.utilization, sample?.memoryBytes, sample?.celsius]).toEqual(
        Array.from({ length: 5 }),
      )
    },
  )

  test('a row that was cut off when the program ended, and lines that are none, are passed over', () => {
    for (let end = 1; end < row.length - 1; end++) {
      const [first, second, ...more] = parseSamples(`Warning: low memory\n\n${row}${row.slice(0, end)}`, whole)
      expect(first?.watts).toBe(625.68)
      expect(more).toEqual([])
      // What was cut inside of the last value still is a row; its figures are whole.
      if (second !== undefined) expect({ ...second, reasons: [] }).toEqual({ ...first, reasons: [] })
    }
  })

  test('Windows line ends', () => {
    expect(parseSamples(row.replace('\n', '\r\n'), whole)).toHaveLength(1)
  })

  test('GPUs, with what a new driver no longer tells', () => {
    const text =
      '0, GPU-1, NVIDIA H100 80GB HBM3, 590.48.01, 81559, 1980, [Requested functionality has been deprecated], Enabled\n' +
      '1, GPU-2, NVIDIA H100 80GB HBM3, 590.48.01, 81559, 1980, 1095, Disabled\n'
    const gpus = parseGpus(text, queryFor(identity, new Set()))
    expect(gpus.map(({ index, baseMHz, mig }) => [index, baseMHz, mig])).toEqual([
      [0, undefined, true],
      [1, 1095, false],
    ])
  })

  test('instances belong to the GPU above them', async () => {
    const text = await readFile('test/fixtures/nvidia-smi/h100-mig.list.txt', 'utf8')
    const found = parseInstances(`${text}GPU 1: NVIDIA A100 (UUID: GPU-2)\n  MIG 1g.5gb  Device  0: (UUID: MIG-9)\n`)
    expect(found.map(({ gpu, profile }) => [gpu.slice(0, 12), profile])).toEqual([
      ['GPU-c41a9be7', '3g.40gb'],
      ['GPU-c41a9be7', '2g.20gb'],
      ['GPU-c41a9be7', '1g.10gb'],
      ['GPU-2', '1g.5gb'],
    ])
  })

  test('a base clock', () => {
    expect(parseBaseClock('GPU 0:\n    Graphics: 1410MHz\n')).toBe(1410)
    expect(parseBaseClock('GPU 0:\n    Graphics: N/A\n')).toBeUndefined()
  })
})

describe('the GPU that CUDA means', () => {
  const gpu = (index: number, name: string, more: Partial<Gpu> = {}): Gpu => ({
    index,
    uuid: `GPU-${index}a`,
    name,
    driver: '550.1',
    mig: false,
    ...more,
  })
  const same = [gpu(1, 'NVIDIA L4'), gpu(0, 'NVIDIA L4'), gpu(2, 'NVIDIA L4')]
  const mixed = [gpu(0, 'NVIDIA T400'), gpu(1, 'NVIDIA L4')]

  test.each([
    [0, {}, 0],
    [2, {}, 2],
    [3, {}, undefined],
    [0, { CUDA_VISIBLE_DEVICES: '2,0' }, 2],
    [1, { CUDA_VISIBLE_DEVICES: '2, 0' }, 0],
    [2, { CUDA_VISIBLE_DEVICES: '2,0' }, undefined],
    [0, { CUDA_VISIBLE_DEVICES: 'GPU-1' }, 1],
    [0, { CUDA_VISIBLE_DEVICES: '' }, undefined],
    [0, { CUDA_VISIBLE_DEVICES: '-1' }, undefined],
  ])('number %d with %o is %s', (device, env, index) => {
    expect(visibleGpu(same, [], device, env)?.index).toBe(index)
  })

  test('different models are told apart only in an order that is known', () => {
    expect(visibleGpu(mixed, [], 0, {})).toBeUndefined()
    expect(visibleGpu(mixed, [], 1, { CUDA_DEVICE_ORDER: 'PCI_BUS_ID' })?.name).toBe('NVIDIA L4')
    expect(visibleGpu(mixed, [], 0, { CUDA_VISIBLE_DEVICES: 'GPU-1a' })?.name).toBe('NVIDIA L4')
  })
})
