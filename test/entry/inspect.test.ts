import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { inspectionLines } from '../../src/entry/cli/inspect/text.ts'
import { costOf } from '../../src/onnx/cost/index.ts'
import { rooflineOf } from '../../src/onnx/cost/roofline.ts'
import { sizesOfModel } from '../../src/onnx/cost/sizes.ts'
import { writeModel } from '../../src/onnx/format/index.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { withExternalData } from '../../src/onnx/graph/externalize.ts'
import { summarize } from '../../src/onnx/graph/summarize.ts'
import { inferTypes } from '../../src/onnx/infer/index.ts'
import { airworthy, airworthyIn, type Ran } from '../command-line.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld } from '../world.ts'

const openWorld = sharingWorkers(testWorld)

const digits = path.resolve('pipelines/digits')
const candidate = path.join(digits, 'digits-candidate.onnx')

function product(name: string): Model {
  const [x, y] = [value('x', 'float32', ['N', 64]), value('y', 'float32', ['N', 32])]
  const nodes = [node('MatMul', ['x', name], ['y'], { name })]
  const weights = [tensor(name, 'float32', [64, 32], new Float32Array(64 * 32))]
  return buildModel({ opset: 17, graph: buildGraph({ inputs: [x], outputs: [y], nodes, weights }) })
}

async function written(model: Model): Promise<string> {
  const file = path.join((await testWorld()).cwd, 'm.onnx')
  await writeFile(file, writeModel(model))
  return file
}

async function called(...args: readonly string[]): Promise<Ran> {
  return airworthyIn(await openWorld(), args)
}

describe('inspect', () => {
  test('tells cost and bounds for given sizes', async () => {
    const file = await written(product('w'))
    const device = ['--device', 'peak=2.0TFLOPS,bandwidth=50GB/s']
    const { out, code } = await airworthy(['inspect', file, '--shape', 'x=10x64', ...device])
    // 2 · 10 · 64 · 32 FLOPs; 4 · (10 · 64 + 64 · 32 + 10 · 32) bytes, at 50 GB/s 0.24 µs.
    expect(code).toBe(0)
    expect(out).toContain('Cost of one run: 41 kFLOP (known for 1 of 1 node), 12 kB moved (1 of 1)')
    expect(out).toMatch(/at least 0\.241 µs node by node, 0\.0205 µs of arithmetic/)
    expect(out).toMatch(/w +MatMul +3\.4 +memory +0\.241 µs/)
    const json = JSON.parse((await called('inspect', file, '--shape', 'x=10x64', ...device, '--json')).out)
    expect(json).toMatchObject({ cost: { total: { flops: 40_960 } }, roofline: { ridge: 40 }, parameters: 2048 })
  })

  test('runs the model to tell who ran its nodes, and says what is absent', async () => {
    const { out, code } = await called('inspect', candidate, '--provider', 'cpu,cuda')
    expect(code).toBe(0)
    expect(out).toMatch(/Provider cpu \(measured, .*\): CPUExecutionProvider \d+ nodes/)
    expect(out).toMatch(/Provider cuda: \S+/)
    const { placements } = JSON.parse((await called('inspect', candidate, '--provider', 'cpu', '--json')).out)
    expect(placements).toMatchObject([{ provider: 'cpu', elsewhere: [] }])
    expect(placements[0].nodes.CPUExecutionProvider.length).toBeGreaterThan(3)
  })

  test.each([
    [['--device', 'abacus'], 'argument-wrong'],
    [['--device', 'peak=0TFLOPS,bandwidth=1GB/s'], 'argument-wrong'],
    [['--top', '0'], 'argument-wrong'],
    [['--shape', 'x'], 'argument-wrong'],
    [['--shape', 'other=1x2'], 'shape-unknown-input'],
    [['--provider', 'abacus'], 'provider-unknown'],
  ])('%j is refused', async (args, code) => {
    const ran = await called('inspect', candidate, ...args)
    expect([ran.code, ran.err]).toEqual([2, expect.stringContaining(`error[${code}]`)])
  })

  test('names from a model do not reach the terminal as they are', () => {
    const hostile = '\u001b[31mred\u0007\n::error::x\u202e'
    const model = product(hostile)
    const cost = costOf(inferTypes(model, { shapes: new Map([['x', [10, 64]]]) }))
    const roofline = rooflineOf(cost, { name: 'd', peak: 1e12, bandwidth: 1e9, source: 's' })
    const placements = [{ provider: 'cpu', nodes: { [hostile]: [hostile] }, elsewhere: [hostile] }]
    const inspected = { ...summarize(model, 1), sizes: sizesOfModel(model), cost, roofline, placements }
    const shown = inspectionLines(inspected, 'm.onnx', { top: 5, width: 100 })
    expect(shown.match(/red/g)?.length).toBeGreaterThan(4)
    expect(shown).not.toMatch(/[\u001b\u0007\u202e]|^\s*::error/m)
  })
})

test('weights in a file beside the model are counted and compared', async () => {
  const inline = product('w')
  const { model, data } = withExternalData(inline, { location: 'm.data' })
  const file = await written(model)
  await writeFile(path.join(path.dirname(file), 'm.data'), Buffer.concat([...data.pieces]))
  const inspected = JSON.parse((await called('inspect', file, '--json')).out)
  expect(inspected.bytes).toBe(writeModel(model).length + 4 * 64 * 32)
  const diff = JSON.parse((await called('diff', await written(inline), file, '--json')).out)
  expect(diff.weights).toMatchObject({ equal: 1, changed: [], unread: [] })
})

describe('diff', () => {
  const [before, after] = [path.join(digits, 'digits-1.0.0.onnx'), candidate]

  test('tells what differs, in text and as JSON, and is exit code 0', async () => {
    const { out, code } = await airworthy(['diff', before, after])
    expect([code, out]).toEqual([0, expect.stringMatching(/^compatible: .*other weights\n/)])
    expect(out).toContain('float32[784,224] → float32[784,72]')
    const [json, again] = [await called('diff', before, after, '--json'), await called('diff', before, after, '--json')]
    expect(json.out).toBe(again.out)
    expect(JSON.parse(json.out)).toMatchObject({ same: false, interface: { class: 'compatible' } })
  })

  test('fails on what it is told to', async () => {
    expect((await called('diff', before, before, '--fail-on', 'any')).code).toBe(0)
    expect((await airworthy(['diff', before, after, '--fail-on', 'any'])).code).toBe(1)
    expect((await called('diff', before, after, '--fail-on', 'breaking')).code).toBe(0)
    const other = await written(product('w'))
    expect((await called('diff', before, other, '--fail-on', 'breaking')).code).toBe(1)
    expect((await called('diff', before, other, '--fail-on', 'additive')).code).toBe(1)
    expect((await called('diff', before, other, '--fail-on', 'nonsense')).err).toContain('error[argument-wrong]')
    expect((await called('diff', before, 'missing.onnx')).err).toContain('error[model-missing]')
  })
})
