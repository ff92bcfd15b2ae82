import fc from 'fast-check'
import { expect, test } from 'vitest'
import { environmentOf } from '../../src/core/environment.ts'
import { UserError } from '../../src/core/errors/index.ts'
import { canonical } from '../../src/core/json.ts'
import type { Measurements, Subject } from '../../src/core/products/index.ts'
import { version } from '../../src/core/version.ts'
import type { World } from '../../src/core/world.ts'
import { type Pipeline, pipelineOf } from '../../src/pipeline/load.ts'
import { wholeOf } from '../../src/pipeline/merge.ts'
import { parseShard } from '../../src/pipeline/shard-file.ts'
import { subjectDigests } from '../../src/pipeline/share.ts'
import { merge } from '../../src/stages/benchmark/merge.ts'
import { type BenchmarkSettings, scenariosOf } from '../../src/stages/benchmark/settings.ts'
import { compareRows } from '../../src/verdicts/comparison/index.ts'
import { measurements } from '../verdicts/measurements.ts'
import { testWorld } from '../world.ts'

const subject: Subject = {
  model: 'p',
  candidate: { sha256: 'c'.repeat(64), bytes: 1000, name: 'candidate.onnx' },
  production: { artifact: { sha256: 'a'.repeat(64), bytes: 1000, name: 'production.onnx' } },
  data: {},
}

async function sharedPipeline(): Promise<{ readonly pipeline: Pipeline; readonly world: World }> {
  const world = await testWorld()
  const metrics = {
    'latency.p50': {},
    'latency.p99': {},
    throughput: {},
    'throughput[p99<20ms]': {},
    'memory.peak': { margin: '5MiB' },
    accuracy: {},
    f1: {},
    size: {},
  }
  const stages = { benchmark: { scenarios: [{}, { runner: 'arm' }] }, compare: { alpha: 0.2, metrics } }
  const data = { eval: { from: 'eval.npz', label: 'labels' } }
  const value = { pipeline: 'p', model: { candidate: 'candidate.onnx' }, data, stages }
  const pipeline = pipelineOf(value, world.cwd, world)
  return { pipeline, world }
}

/** Into which member to step next, and which to change. */
const steps = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 9 })

/** What may be put in the place of anything. */
const hostile = fc.constantFrom<unknown>(
  null,
  true,
  '',
  'x',
  '__proto__',
  0,
  -1,
  1e-300,
  1e308,
  -1e308,
  2 ** 53,
  0.5,
  [],
  {},
  [[]],
  [1e100, -1e100],
  { a: [] },
)

test('whatever stands in a shard, merging and comparing end with numbers or with an error of the table', async () => {
  const { pipeline, world } = await sharedPipeline()
  const benchmark = pipeline.stages.find(({ name }) => name === 'benchmark')
  const questions = pipeline.stages.flatMap((stage) => stage.questions)
  const settings = benchmark?.settings as BenchmarkSettings
  const shards = shardsFor(pipeline, settings, world)
  const given = { subject }
  const joinedRows = (texts: readonly string[]): string => {
    const measured = wholeOf(
      pipeline,
      texts.map((each, number) => parseShard(each, `${number}`)),
      undefined,
    )
    const { product } = merge({ settings, given, tools: { questions } }, measured)
    return canonical(compareRows(product, questions, 0.2))
  }
  expect(joinedRows(shards)).toContain('latency.p50')
  const property = fc.property(fc.nat({ max: 1 }), steps, hostile, (which, path, value) => {
    const texts = shards.map((each, number) => (number === which ? mutated(each, path, value) : each))
    try {
      joinedRows(texts)
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown
    }
  })
  fc.assert(property, { numRuns: 500 })
})

/** Shards with made-up measurements, for a pipeline. */
function shardsFor(pipeline: Pipeline, settings: BenchmarkSettings, world: World): readonly string[] {
  const environment = environmentOf(world.machine)
  const labels = Array.from({ length: 30 }, (_, example) => example % 3)
  const made = measurements({ ratio: 0.9, copyRatio: 1, blocks: 4, runs: 8, labels, predictions: [labels, labels] })
  return scenariosOf(settings).map((scenario, number) => {
    const { quality, ...rest } = made
    const held: Measurements = {
      ...rest,
      ...(number === 0 && quality !== undefined ? { quality } : {}),
      environments: [environment],
      speed: made.speed.map((each) => ({ ...each, scenario, environment: environment.fingerprint })),
    }
    return JSON.stringify({
      schema: 'airworthy.shard/1',
      version,
      pipeline: { name: pipeline.name, sha256: pipeline.sha256 },
      subject: subjectDigests(subject),
      shard: ['default', 'arm'][number],
      products: { measurements: held },
    })
  })
}

/** The text with one of its values in the place of another: the one that these steps lead to. */
function mutated(text: string, steps: readonly number[], value: unknown): string {
  const whole = JSON.parse(text) as Holder
  const [last = 0, ...before] = steps
  const holder = before.reduce<Holder>((at, step) => {
    const inner = Object.values(at).filter((each): each is Holder => each !== null && typeof each === 'object')
    return inner[step % inner.length] ?? at
  }, whole)
  const keys = Object.keys(holder)
  const key = keys[last % keys.length]
  if (key !== undefined) holder[key] = value
  return JSON.stringify(whole)
}

type Holder = Record<string, unknown>
