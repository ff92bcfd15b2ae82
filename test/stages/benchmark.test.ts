import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Ledger } from '../../src/core/ledger.ts'
import type { DataReference, Measurements, Question, Subject, Variants } from '../../src/core/products/index.ts'
import type { StageTools, ToolName } from '../../src/core/stage.ts'
import type { Tensor } from '../../src/core/tensor.ts'
import type { World } from '../../src/core/world.ts'
import { writeNpz } from '../../src/data/npz.ts'
import { openStore } from '../../src/pipeline/store.ts'
import { askedBy } from '../../src/stages/benchmark/asked.ts'
import { contendersOf } from '../../src/stages/benchmark/contenders.ts'
import { benchmark } from '../../src/stages/benchmark/index.ts'
import { benchmarkSettings, scenariosOf } from '../../src/stages/benchmark/settings.ts'
import { compareRows } from '../../src/verdicts/comparison/index.ts'
import { classifier, identity } from '../measure/models.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld, worldOfKnownTimes } from '../world.ts'

const openWorld = sharingWorkers(worldOfKnownTimes)

const quick = { budget: '1ms', blocks: { min: 1, max: 1 } }

interface Setup {
  readonly production?: Uint8Array
  readonly candidate?: Uint8Array
  readonly data?: Readonly<Record<string, Tensor>>
  readonly label?: string
  readonly settings?: object
  readonly questions?: readonly Question[]
  readonly variants?: (store: ReturnType<typeof openStore>) => Promise<Variants>
}

function ask(metric: string): Question {
  return { metric, margin: { relative: 0.05 }, alpha: 0.01 }
}

async function measure(setup: Setup) {
  const world = await openWorld()
  const store = openStore(`${world.cwd}/store`, world)
  const production = setup.production && (await store.putBytes('production.onnx', setup.production))
  const eval_: DataReference | undefined = setup.data && {
    artifact: await store.putBytes('eval.npz', writeNpz(setup.data)),
    inputs: { x: 'features' },
    label: setup.label,
  }
  const subject: Subject = {
    model: 'digits',
    candidate: await store.putBytes('candidate.onnx', setup.candidate ?? classifier({ seed: 2 })),
    ...(production === undefined ? {} : { production: { version: '1.0.0', artifact: production } }),
    data: eval_ === undefined ? {} : { eval: eval_ },
  }
  const variants = await setup.variants?.(store)
  const stage = benchmark.make({ ...quick, ...setup.settings }, { folder: world.cwd })
  const given = { subject, ...(variants === undefined ? {} : { variants }) }
  const { product, summary, warnings } = await stage.run(given, toolsIn(world, store, setup.questions ?? []))
  return { measurements: product as Measurements, summary, warnings }
}

function toolsIn(world: World, store: StageTools['store'], questions: readonly Question[]): StageTools<ToolName> {
  const kept = new Map<string, unknown[]>()
  return {
    world,
    store,
    questions,
    extensions: 0,
    attempts: 0,
    after: [],
    evidence: async () => undefined,
    // Measuring keeps what it measured in its measurements; the checkpoint is for stages that act.
    checkpoint: { read: async () => [], append: async () => {} },
    measurements: (key) => {
      const values = kept.get(key) ?? []
      kept.set(key, values)
      return { read: async () => values, append: async (value) => void values.push(value), alone: (work) => work() }
    },
    signal: new AbortController().signal,
    runId: 'run',
    stage: 'benchmark',
    folder: world.cwd,
    scratch: world.cwd,
    targets: [],
    sources: [],
    shard: undefined,
    override: undefined,
    // Measuring touches no ledger.
    ledger: {} as Ledger,
    progress: () => {},
  }
}

function features(examples: number, width: number, value: (example: number, at: number) => number): Tensor {
  const data = Float32Array.from({ length: examples * width }, (_, at) => value(Math.floor(at / width), at % width))
  return { type: 'float32', dims: [examples, width], data }
}

describe('measuring', () => {
  test('production, its copy, the candidate and the chosen variant together, in every scenario', async () => {
    const { measurements, summary } = await measure({
      production: classifier({ seed: 1 }),
      settings: { scenarios: [{ batch: [1, 4] }], 'noise-floor': true, ...quick },
      questions: [ask('latency.p50'), ask('parameters')],
      variants: async (store) => {
        const model = await store.putBytes('variant.onnx', classifier({ seed: 3 }))
        return { variants: [], chosen: { id: 'basic', model } }
      },
    })
    const ids = ['production', 'production-copy', 'candidate', 'basic']
    expect(measurements.contenders.map(({ id }) => id)).toEqual(ids)
    expect(measurements.chosen).toBe('basic')
    expect(measurements.speed.map(({ scenario }) => scenario.id)).toEqual(['cpu/b1/t1', 'cpu/b4/t1'])
    // The copy runs along in the fourth pair of blocks, which one block does not reach.
    for (const { blocks } of measurements.speed)
      expect(Object.keys(blocks[0]?.runs ?? {}).sort()).toEqual(['basic', 'candidate', 'production'])
    // 16 × 16 and 16 × 4 weights.
    expect(measurements.counts['candidate']?.['parameters']).toBe(320)
    expect(measurements.counts['production']?.['size']).toBe(classifier({ seed: 1 }).length)
    expect(measurements.quality).toBeUndefined()
    expect(summary).toBe('production, production-copy, candidate, basic; 2 blocks in 2 scenarios; outputs of 8 runs')
  })

  test('one scenario after the other, each asked what means something there', async () => {
    const { measurements } = await measure({
      production: classifier({ seed: 1 }),
      settings: { scenarios: [{}, { rate: 200 }] },
      questions: [ask('throughput'), ask('latency.p50')],
    })
    expect(measurements.speed.map(({ scenario }) => scenario.id)).toEqual(['cpu/b1/t1', 'cpu/b1/t1/rate=200'])
    const rows = compareRows(measurements, [ask('throughput'), ask('latency.p50')], 0.01)
    expect(rows.map(({ metric, scenario }) => `${metric} ${scenario}`)).toEqual([
      'throughput cpu/b1/t1',
      'latency.p50 cpu/b1/t1',
      'latency.p50 cpu/b1/t1/rate=200',
    ])
  })

  test('quality alone, when nothing else is asked', async () => {
    const labels: Tensor = {
      type: 'int64',
      dims: [100],
      data: BigInt64Array.from({ length: 100 }, (_, at) => BigInt(at % 3)),
    }
    const { measurements } = await measure({
      production: identity(3, 'another'),
      candidate: identity(3),
      // The score of the right class is the highest, but for each tenth example.
      data: {
        features: features(100, 3, (example, at) =>
          at === (example % 10 === 0 ? (example + 1) % 3 : example % 3) ? 1 : 0,
        ),
        labels,
      },
      label: 'labels',
      questions: [ask('accuracy')],
    })
    expect(measurements.speed).toEqual([])
    expect(measurements.quality?.labels).toHaveLength(100)
    const right = measurements.quality?.predictions['candidate']?.filter((top, at) => top === at % 3)
    expect(right).toHaveLength(90)
  })

  test('everything that can be, when nothing is asked; a first release alone', async () => {
    const { measurements } = await measure({})
    expect(measurements.contenders.map(({ id }) => id)).toEqual(['candidate'])
    expect(measurements.chosen).toBe('candidate')
    expect(measurements.speed[0]?.blocks).toHaveLength(1)
    expect(measurements.quality).toBeUndefined()
  })

  test('nothing, when the candidate is production itself: nothing can have changed', async () => {
    const { measurements, summary } = await measure({
      production: classifier({ seed: 7 }),
      candidate: classifier({ seed: 7 }),
      questions: [ask('latency.p50'), ask('accuracy')],
    })
    expect([measurements.speed, measurements.quality]).toEqual([[], undefined])
    expect(compareRows(measurements, [ask('latency.p50'), ask('accuracy')], 0.01)).toEqual([])
    expect(summary).toBe('production, production-copy, candidate; sizes only')
  })

  test('a metric of the user, on its own outputs', async () => {
    const world = await testWorld()
    const path = `${world.cwd}/margin.mjs`
    await world.files.writeText(path, 'export default ({ outputs, index }) => outputs.scores.data[0] + index')
    const { measurements } = await measure({
      production: identity(2, 'another'),
      candidate: identity(2),
      data: { features: features(3, 2, (example) => example * 10) },
      questions: [{ metric: 'mine', margin: { absolute: 1 }, better: 'lower', alpha: 0.01, uses: { path } }],
    })
    expect(measurements.quality?.custom).toEqual({ mine: { production: [0, 11, 22], candidate: [0, 11, 22] } })
    expect(measurements.quality?.predictions).toEqual({})
  })
})

describe('what cannot be measured', () => {
  test.each([
    ['accuracy without data', { questions: [ask('accuracy')] }, 'quality-without-data'],
    [
      'accuracy without labels',
      { questions: [ask('accuracy')], data: { features: features(2, 16, () => 1) } },
      'data-without-labels',
    ],
    ['a data set that is not declared', { settings: { data: 'test' } }, 'data-set-unknown'],
    ['data that do not fit', { data: { features: features(2, 5, () => 1) } }, 'data-misfit'],
    [
      'a batch that the model cannot take',
      { candidate: classifier({ batch: 4 }), settings: { scenarios: [{ batch: 32 }] } },
      'batch-fixed',
    ],
    ['a provider that is not here', { settings: { scenarios: [{ provider: 'tensorrt' }] } }, 'provider-missing'],
  ] as const)('%s', async (_, setup, code) => {
    await expect(measure(setup)).rejects.toEqual(expect.objectContaining({ code }))
  })
})

describe('settings', () => {
  const parse = (given: object) => benchmarkSettings.parse(given)

  test('every combination is a scenario, once', () => {
    const settings = parse({ scenarios: [{ batch: [1, 32], threads: [1, 0] }, { provider: 'cuda' }, { batch: 32 }] })
    expect(scenariosOf(settings).map(({ id }) => id)).toEqual([
      'cpu/b1/t1',
      'cpu/b1/t0',
      'cpu/b32/t1',
      'cpu/b32/t0',
      'cuda/b1/t1',
    ])
  })

  test('each rate is a scenario of its own', () => {
    const ids = scenariosOf(benchmarkSettings.parse({ scenarios: [{ rate: [50, 100.5] }] })).map(({ id, rate }) => [
      id,
      rate,
    ])
    expect(ids).toEqual([
      ['cpu/b1/t1/rate=50', 50],
      ['cpu/b1/t1/rate=100.5', 100.5],
    ])
    expect(benchmarkSettings.safeParse({ scenarios: [{ rate: 0 }] }).success).toBe(false)
    // A turn of ten requests at one in a month would be set off by no timer, and waited for by nobody.
    expect(benchmarkSettings.safeParse({ scenarios: [{ rate: 4e-7 }] }).success).toBe(false)
  })

  test('defaults', () => {
    expect(parse({})).toEqual({
      scenarios: [{ provider: 'cpu', batch: 1, threads: 1, 'allow-fallback': false, order: 'interleaved' }],
      budget: 20_000,
      blocks: { min: 8, max: 1000 },
      shapes: {},
      seed: 1,
      'noise-floor': true,
    })
  })

  test.each([
    [{ scenarios: [] }],
    [{ scenarios: [{ batch: 0 }] }],
    [{ scenarios: [{ provider: 'abacus' }] }],
    [{ budget: '20 seconds' }],
    [{ blocks: { min: 9, max: 8 } }],
    [{ blocs: {} }],
  ])('%j is refused', (given) => {
    expect(benchmarkSettings.safeParse(given).success).toBe(false)
  })

  test('have a JSON schema', () => {
    expect(() => z.toJSONSchema(benchmarkSettings, { io: 'input' })).not.toThrow()
  })
})

test('a chosen model that is the candidate itself is measured once', () => {
  const model = { sha256: 'c', bytes: 1, name: 'c.onnx' }
  const subject: Subject = { model: 'digits', candidate: model, data: {} }
  expect(contendersOf(subject, { variants: [], chosen: { id: 'as-is', model } }, true).map(({ id }) => id)).toEqual([
    'candidate',
  ])
})

test('only what is asked is measured', () => {
  expect(askedBy([ask('size')])).toEqual({ speed: false, parameters: false, quality: [], custom: [], insists: true })
  expect(askedBy([ask('throughput'), ask('agreement')])).toMatchObject({ speed: true, quality: ['agreement'] })
  expect(askedBy([])).toMatchObject({ speed: true, parameters: true, insists: false })
})
