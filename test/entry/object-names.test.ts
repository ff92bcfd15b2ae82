import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Tensor } from '../../src/core/tensor.ts'
import type { World } from '../../src/core/world.ts'
import { writeNpz } from '../../src/data/npz.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { airworthyIn } from '../command-line.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { worldOfKnownTimes } from '../world.ts'

const openWorld = sharingWorkers(worldOfKnownTimes)

// Every object of JavaScript has members of these names, which brackets find where nothing was put.
const names = ['constructor', 'toString'] as const

interface Named {
  readonly input: string
  readonly output: string
  readonly weight: string
}

/** Adds 1 to one of two scores. `name` is what everything is called that is no value. */
function modelOf({ input, output, weight }: Named, name: string, producer: string): Model {
  return buildModel({
    opset: 17,
    domains: { 'com.microsoft': 1 },
    producer,
    metadata: Object.fromEntries([[name, 'text']]),
    graph: buildGraph({
      name,
      inputs: [value(input, 'float32', [name, 2])],
      outputs: [value(output, 'float32', [name, 2])],
      nodes: [node('Add', [input, weight], ['sum'], { name }), node('Gelu', ['sum'], [output], microsoft)],
      weights: [tensor(weight, 'float32', [2], Float32Array.of(0, 1))],
    }),
  })
}

const microsoft = { domain: 'com.microsoft' }

const rows = 40
const x: Tensor = { type: 'float32', dims: [rows, 2], data: Float32Array.from({ length: 2 * rows }, () => 0) }
const gelu = 0.8413447
const y: Tensor = { ...x, data: Float32Array.from({ length: 2 * rows }, (_, at) => (at % 2) * gelu) }
const labels: Tensor = { type: 'int64', dims: [rows], data: BigInt64Array.from({ length: rows }, () => 1n) }

/** A world whose folder has two models that differ in who made them, data, expected outputs and a metric. */
async function worldWith(named: Named, name: string): Promise<World> {
  const world = await openWorld()
  const { cwd } = world
  const put = (file: string, bytes: Uint8Array | string): Promise<void> => writeFile(path.join(cwd, file), bytes)
  await put('candidate.onnx', writeModel(modelOf(named, name, 'one')))
  await put('production.onnx', writeModel(modelOf(named, name, 'other')))
  const array = named.input === name ? 'array' : named.input
  await put(
    'data.npz',
    writeNpz(
      Object.fromEntries<Tensor>([
        [array, x],
        [name, labels],
      ]),
    ),
  )
  await put(
    'golden.npz',
    writeNpz(
      Object.fromEntries<Tensor>([
        [named.input, x],
        [named.output, y],
      ]),
    ),
  )
  await put('metric.mjs', 'export default ({ outputs }) => Object.values(outputs)[0].data[1]\n')
  await put('sum.mjs', 'export default () => 2\nexport const combine = (kept) => kept.length\n')
  return world
}

/** Everything that people may name, named so. */
function pipelineOf({ input, output }: Named, name: string): string {
  const array = input === name ? 'array' : input
  return JSON.stringify({
    pipeline: name,
    model: { candidate: 'candidate.onnx', production: 'production.onnx' },
    registry: { scratch: true },
    data: { [name]: { from: 'data.npz', label: name, inputs: { [input]: array } } },
    stages: {
      validate: {
        data: name,
        golden: { from: 'golden.npz', inputs: { [input]: input }, outputs: { [output]: { absolute: 1e-4 } } },
        contract: { inputs: { [input]: `float32[${name}, 2]` }, outputs: { [output]: `float32[${name}, 2]` } },
        metadata: [name],
      },
      [name]: { kind: 'benchmark', data: name },
      compare: {
        needs: [name],
        metrics: {
          accuracy: { margin: '20%' },
          [name]: { uses: './metric.mjs', better: 'higher', margin: '20%' },
          [`${name}-2`]: { uses: './sum.mjs', better: 'higher', margin: '20%' },
        },
      },
      gate: { needs: ['compare'], inconclusive: 'warn' },
    },
  })
}

describe.each(names)('what is called %s', (name) => {
  test.each<Named>([
    { input: name, output: 'y', weight: 'w' },
    { input: 'x', output: name, weight: 'w' },
    { input: 'x', output: 'y', weight: name },
  ])('goes through a pipeline as anything else does: $input, $weight → $output', async (named) => {
    const world = await worldWith(named, name)
    await writeFile(path.join(world.cwd, 'p.yml'), pipelineOf(named, name))
    const { code, out, err } = await airworthyIn(world, ['run', 'p.yml'])
    expect(code, out + err).toBe(0)
    const words = out.replace(/\s+/g, ' ')
    expect(words).toContain('runs, determinism, contract, golden, metadata: sound')
    expect(words).toContain(`predictions on ${rows} examples of ${name}`)
    expect(words).toContain(` ${name} 0.8413 0.8413 `)
    expect(words).toContain(` ${name}-2 ${rows} ${rows} `)
  })
})

const lost = '__proto__'

describe(`what is called ${lost}`, () => {
  test.each<Named>([
    { input: lost, output: 'y', weight: 'w' },
    { input: 'x', output: 'y', weight: lost },
  ])('is a name of a model as any other: $input, $weight', async (named) => {
    const world = await worldWith(named, lost)
    const validated = await airworthyIn(world, ['validate', 'candidate.onnx'])
    expect(validated.code, validated.out + validated.err).toBe(0)
    const compared = ['compare', 'production.onnx', 'candidate.onnx', '--metric', 'latency.p50=20%']
    const { code, out, err } = await airworthyIn(world, compared)
    expect(code, out + err).toBe(0)
  })

  test('is an output that cannot be fetched', async () => {
    const world = await worldWith({ input: 'x', output: lost, weight: 'w' }, 'N')
    const { code, out } = await airworthyIn(world, ['validate', 'candidate.onnx'])
    expect(code).toBe(3)
    expect(out).toContain(`${lost} is lost because of its name`)
    expect(out).toContain('Give it another name.')
  })

  test.each([
    ['a stage', { stages: { [lost]: { kind: 'validate' } } }, 10],
    ['data', { data: { [lost]: { from: 'data.npz' } } }, 8],
    ['a setting', { stages: { validate: { golden: { from: 'a.npz', inputs: { [lost]: 'x' } } } } }, 57],
  ])('is refused where a schema would pass over it: %s', async (_what, change, column) => {
    const world = await worldWith({ input: 'x', output: 'y', weight: 'w' }, 'N')
    const base = { pipeline: 'p', model: { candidate: 'candidate.onnx' }, stages: { validate: {} } }
    const [[key, part]] = Object.entries(change) as [[string, unknown]]
    const file = { ...base, [key]: part }
    const lines = Object.entries(file).map(([name, each]) => `${name}: ${JSON.stringify(each)}\n`)
    await writeFile(path.join(world.cwd, 'p.yml'), lines.join(''))
    const { code, err } = await airworthyIn(world, ['plan', 'p.yml'])
    expect(code).toBe(2)
    expect(err).toMatch(/error\[pipeline-wrong-name\]: __proto__ cannot be a name here/)
    expect(err).toMatch(new RegExp(`p\\.yml:\\d+:${column}:`))
  })
})
