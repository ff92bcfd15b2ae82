import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { RunReport } from '../../src/core/report.ts'
import type { Tensor } from '../../src/core/tensor.ts'
import { writeNpz } from '../../src/data/npz.ts'
import { annotationsOf } from '../../src/entry/action/annotations.ts'
import { type CompareOptions, compare } from '../../src/entry/library.ts'
import { readModel, writeModel } from '../../src/onnx/format/index.ts'
import type { Model } from '../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'
import { pipelineOf } from '../../src/pipeline/load.ts'
import { run } from '../../src/pipeline/run.ts'
import { formats, renderMarkdown, renderTerminal } from '../../src/report/index.ts'
import { createRandom } from '../../src/stats/random.ts'
import { airworthyIn } from '../command-line.ts'
import { classifier, severalOutputs } from '../measure/models.ts'
import { soundModel, withGraph } from '../onnx/models.ts'
import { sharingWorkers } from '../shared-workers.ts'
import { testWorld } from '../world.ts'

const openWorld = sharingWorkers(testWorld)

const production = classifier({ seed: 1 })

type Values = Float32Array

/** Another value for each weight of a model. */
function reweighted(bytes: Uint8Array, change: (values: Values, name: string) => Values): Uint8Array {
  const model = readModel(bytes)
  const graph = model.graph!
  const initializer = graph.initializer.map((weight) =>
    tensor(weight.name, 'float32', weight.dims.map(Number), change(valuesOf(weight), weight.name)),
  )
  return writeModel({ ...model, graph: { ...graph, initializer } })
}

function valuesOf({ rawData }: NonNullable<Model['graph']>['initializer'][number]): Values {
  const bytes = rawData as Uint8Array
  return new Float32Array(bytes.slice().buffer)
}

function shuffled(values: Values): Values {
  return Float32Array.from(createRandom(7).shuffle([...values]))
}

/** 8 bits for each weight, one scale for all of a tensor. */
function rounded(values: Values): Values {
  const scale = Math.max(...values.map(Math.abs)) / 127
  return values.map((each) => Math.round(each / scale) * scale)
}

async function compared(
  candidate: Uint8Array | Model,
  options: CompareOptions = {},
  old: Uint8Array | Model = production,
) {
  const world = options.world ?? (await openWorld())
  const put = async (name: string, model: Uint8Array | Model): Promise<string> => {
    const file = path.join(world.cwd, name)
    await world.files.write(file, model instanceof Uint8Array ? model : writeModel(model))
    return file
  }
  const files = [await put('old.onnx', old), await put('new.onnx', candidate)] as const
  return compare(...files, { metrics: { size: '500%' }, ...options, world })
}

function summary({ outcome, comparison }: RunReport) {
  return [outcome, comparison?.interface?.verdict, comparison?.outputs?.verdict]
}

describe('two models without data', () => {
  test('with shuffled weights are not found as good: how far their outputs lie apart is told everywhere', async () => {
    const report = await compared(reweighted(production, shuffled))
    expect([summary(report), report.exitCode]).toEqual([['inconclusive', 'pass', 'inconclusive'], 3])
    const error = report.comparison?.outputs?.error ?? 0
    expect(error).toBeGreaterThan(0.5)
    expect(report.measurements?.outputs?.errors).toHaveLength(8)
    const told = /the outputs differ from production's by \d+ %/
    expect(report.sentence).toMatch(told)
    expect(report.sentence).toMatch(
      /Not compared: quality \(no data was given\), speed \(no speed metric was asked for\)\.$/,
    )
    for (const { name, render } of formats)
      expect(await render(report), name).toMatch(/the outputs differ from production(?:'|&#39;)s by \d+ %/)
    expect(renderMarkdown(report)).toMatch(
      /^### \? Inconclusive: the outputs are not production's, and quality was not compared\n/,
    )
    expect(renderMarkdown(report)).toMatch(/\*\*Not compared\*\*: quality \(no data was given\)/)
    expect(renderTerminal(report, { colour: false, width: 200 })).toMatch(
      /\n {2}\? {2}outputs: In 8 runs on made-up inputs, /,
    )
    const world = await testWorld()
    const value = { pipeline: 'p', model: { candidate: 'a' }, stages: { compare: { metrics: { size: {} } } } }
    expect(
      annotationsOf(
        report,
        pipelineOf({ ...value, stages: { benchmark: {}, ...value.stages } }, world.cwd, world),
        world.cwd,
      ),
    ).toContainEqual(expect.objectContaining({ title: 'outputs: inconclusive', level: 'warning' }))
  })

  test('of which only the first layer was shuffled are not, either', async () => {
    const report = await compared(reweighted(production, (values, name) => (name === 'w1' ? shuffled(values) : values)))
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
  })

  test('that differ by rounding pass, and the sentence says what was not compared', async () => {
    const report = await compared(reweighted(production, rounded))
    expect(summary(report)).toEqual(['pass', 'pass', 'pass'])
    expect(report.comparison?.outputs?.error).toBeLessThan(0.02)
    expect(report.sentence).toMatch(
      /the outputs differ from production's by [\d.]+ %.* Not compared: quality \(no data was given\)/,
    )
    expect(renderMarkdown(report)).toMatch(/^### ✓ Pass: size no change, margin 500 %; quality not compared\n/)
  })

  test('pass where the outputs are meant to differ, and how far they do is still told', async () => {
    const report = await compared(reweighted(production, shuffled), { outputsDiffer: true })
    expect(summary(report)).toEqual(['pass', 'pass', undefined])
    expect(report.sentence).toMatch(/the outputs differ from production's by \d+ %.* Not compared: quality/)
  })

  test('of images are fed bytes of any value, without which weights hardly count', async () => {
    const digits = 'pipelines/digits'
    const [old, worse] = await Promise.all(
      ['digits-1.0.0', 'digits-regression'].map((name) => readFile(path.join(digits, `${name}.onnx`))),
    )
    const report = await compared(new Uint8Array(worse!), {}, new Uint8Array(old!))
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
    expect(report.comparison?.outputs?.error).toBeGreaterThan(0.1)
  })
})

describe('two models of different interfaces', () => {
  test.each([
    [
      'other classes',
      classifier({ seed: 1, classes: 214 }),
      /output `scores` has \[batch, 214\], no longer \[batch, 4\]/,
    ],
    [
      'an input of another name',
      renamed('input', 'x', 'images'),
      /input `x` is gone; input `images` is new and required/,
    ],
    ['an output of another name', renamed('output', 'scores', 'logits'), /output `scores` is gone/],
    ['an input of another type', retyped(), /input `x` changed from float32 to float64/],
  ])('fail: %s', async (_, candidate, reason) => {
    const report = await compared(candidate, { outputsDiffer: true })
    expect([report.outcome, report.exitCode, report.comparison?.interface?.verdict]).toEqual(['fail', 1, 'fail'])
    expect(report.sentence).toMatch(/^Failed on the interface: Callers of production break: /)
    expect(report.sentence).toMatch(reason)
    expect(report.decision?.reasons[0]).toMatchObject({ metric: 'interface', verdict: 'fail' })
    expect(renderMarkdown(report)).toMatch(/^### ✗ Fail: the interface breaks callers\n/)
    expect(report.sentence).toMatch(/Not compared: .*outputs \(/)
  })

  test('do not fail where callers need not change', async () => {
    const more = withGraph({ output: [value('y', 'float32', ['N', 2]), value('sum', 'float32', ['N', 2])] })
    const report = await compared(more, {}, soundModel())
    expect(summary(report)).toEqual(['pass', 'pass', 'pass'])
    expect(report.comparison?.interface?.why).toBe('Callers of production need not change: output `sum` is new.')
  })

  test('are open where they declare no sizes and what they give has other shapes', async () => {
    const open = (classes: number): Model => {
      const model = readModel(classifier({ classes }))
      return { ...model, graph: { ...model.graph!, output: [value('scores', 'float32', ['batch', 'classes'])] } }
    }
    const report = await compared(open(10), {}, open(4))
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
    expect(report.comparison?.outputs?.missing).toBe("its output scores is float32[1, 10], production's float32[1, 4]")
  })
})

describe('two models that made-up inputs tell nothing of', () => {
  /** x has to have three columns, and declares any number. */
  const columns = (weights: readonly number[]): Model =>
    buildModel({
      opset: 17,
      graph: buildGraph({
        inputs: [value('x', 'float32', ['N', 'C'])],
        outputs: [value('y', 'float32', ['N', 2])],
        nodes: [node('MatMul', ['x', 'w'], ['y'])],
        weights: [tensor('w', 'float32', [3, 2], Float32Array.from(weights))],
      }),
    })
  const [old, other] = [columns([1, 2, 3, 4, 5, 6]), columns([6, -1, 5, -2, 4, -3])]

  test('are not compared where they do not run on them', async () => {
    const report = await compared(other, {}, old)
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
    expect(report.sentence).toMatch(
      /^Inconclusive on the outputs: The outputs were not compared: the model old\.onnx failed/,
    )
    expect(report.sentence).toMatch(/Not compared: quality \(no data was given\), outputs \(the model old\.onnx failed/)
    expect(report.sentence).not.toContain('/store/')
    expect(summary(await compared(other, { outputsDiffer: true }, old))).toEqual(['pass', 'pass', undefined])
  })

  test('are compared on the data where there are any', async () => {
    const world = await openWorld()
    const x: Tensor = { type: 'float32', dims: [3, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 10) }
    await world.files.write(path.join(world.cwd, 'x.npz'), writeNpz({ x }))
    const report = await compared(other, { world, data: { from: 'x.npz' } }, old)
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
    expect(report.comparison?.outputs).toMatchObject({ data: 'eval', runs: 3 })
    expect(report.sentence).toMatch(
      /In 3 runs on examples from all over eval, .* Not compared: quality \(no quality metric was asked for on the whole data set\)/,
    )
    const same = await compared(columns([1, 2, 3, 4, 5, 6.0001]), { world, data: { from: 'x.npz' } }, old)
    expect(summary(same)).toEqual(['pass', 'pass', 'pass'])
  })

  test('are compared on examples from all over the data, which may be sorted', async () => {
    const world = await openWorld()
    const sorted = Float32Array.from({ length: 300 }, (_, at) => (at < 150 ? 1 : -1) * (1 + (at % 3)))
    const x: Tensor = { type: 'float32', dims: [100, 3], data: sorted }
    await world.files.write(path.join(world.cwd, 'x.npz'), writeNpz({ x }))
    const of = (operator: string): Model =>
      withGraph({
        output: [value('y', 'float32', ['N', 3])],
        node: [node(operator, ['x'], ['y'], { name: operator })],
        initializer: [],
      })
    // The same of numbers above 0, which the first half is.
    const report = await compared(of('Abs'), { world, data: { from: 'x.npz' } }, of('Identity'))
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
    expect(report.comparison?.outputs).toMatchObject({ runs: 8, error: 1 })
  })

  test('are compared one by one: a large output says nothing of a small one', async () => {
    const of = (large: number, small: number): Uint8Array =>
      severalOutputs(
        3,
        new Map([
          ['features', large],
          ['scores', small],
        ]),
      )
    const report = await compared(of(1000, -1), {}, of(1000, 1))
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
    expect(report.comparison?.outputs).toMatchObject({ output: 'scores', error: 2 })
    expect(report.sentence).toContain("the output `scores` differs from production's by 200 %")
    expect(summary(await compared(of(1000, 1.01), {}, of(1000, 1)))).toEqual(['pass', 'pass', 'pass'])
  })

  test('that are the same whatever the inputs are passed over where others are not', async () => {
    const fixed = (factor: number): Uint8Array =>
      severalOutputs(
        3,
        new Map([
          ['scores', factor],
          ['version', 0],
        ]),
      )
    expect(summary(await compared(fixed(1.01), {}, fixed(1)))).toEqual(['pass', 'pass', 'pass'])
  })

  test('pass nothing where production answers the same whatever it is asked', async () => {
    const zero = columns([0, 0, 0, 0, 0, 0])
    const fixed = (model: Model): Model => ({
      ...model,
      producerName: 'x',
      graph: { ...model.graph!, input: [value('x', 'float32', ['N', 3])] },
    })
    const report = await compared({ ...fixed(zero), docString: 'another' }, {}, fixed(zero))
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
    expect(report.sentence).toContain("but production's outputs are the same for every input, so this says nothing")
  })

  test('are compared by their labels where they give no numbers', async () => {
    const top = (bytes: Uint8Array): Model => {
      const model = readModel(bytes)
      const graph = model.graph!
      return {
        ...model,
        graph: {
          ...graph,
          node: [...graph.node, node('ArgMax', ['scores'], ['label'], { attributes: { axis: 1, keepdims: 0 } })],
          output: [value('label', 'int64', ['batch'])],
        },
      }
    }
    const wide = classifier({ seed: 1, classes: 64 })
    const report = await compared(top(reweighted(wide, shuffled)), {}, top(wide))
    expect(summary(report)).toEqual(['inconclusive', 'pass', 'inconclusive'])
  })
})

test('a metric of quality on data speaks for the outputs', async () => {
  const world = await openWorld()
  const random = createRandom(3)
  const x: Tensor = {
    type: 'float32',
    dims: [400, 16],
    data: Float32Array.from({ length: 6400 }, () => random.uniform()),
  }
  const labels: Tensor = { type: 'int64', dims: [400], data: new BigInt64Array(400) }
  await world.files.write(path.join(world.cwd, 'd.npz'), writeNpz({ x, labels }))
  const data = { from: 'd.npz', label: 'labels' }
  const report = await compared(reweighted(production, rounded), {
    world,
    data,
    metrics: { accuracy: '50pp', size: '5%' },
  })
  expect(summary(report)).toEqual(['pass', 'pass', undefined])
  expect(report.comparison?.outputs).toBeUndefined()
  expect(report.sentence).toMatch(/Not compared: speed \(no speed metric was asked for\)\.$/)
})

describe('a pipeline', () => {
  const stages = { benchmark: { outputs: true }, compare: { metrics: { size: { margin: '500%' } } }, gate: {} }

  async function ran(more: { readonly compare?: object; readonly benchmark?: object } = {}): Promise<RunReport> {
    const world = await openWorld()
    await world.files.write(path.join(world.cwd, 'old.onnx'), production)
    await world.files.write(path.join(world.cwd, 'new.onnx'), reweighted(classifier({ classes: 5 }), shuffled))
    const value = {
      pipeline: 'p',
      model: { candidate: 'new.onnx', production: 'old.onnx' },
      stages: {
        ...stages,
        benchmark: { ...stages.benchmark, ...more.benchmark },
        compare: { ...stages.compare, ...more.compare },
      },
    }
    return run(pipelineOf(value, world.cwd, world), world)
  }

  test('that does not ask for it states the interface and the outputs, and says what it did not compare', async () => {
    const report = await ran()
    expect(summary(report)).toEqual(['pass', undefined, undefined])
    expect(report.comparison?.interface?.change).toBe('breaking')
    expect(report.sentence).toMatch(
      /Not compared: quality \(no data was given\), outputs \(its output scores is float32\[1, 5\]/,
    )
    expect(report.stages[1]?.summary).toBe('1 comparison: 1 pass; not compared: quality, outputs, speed')
  })

  test('runs no model for sizes alone', async () => {
    const report = await ran({ benchmark: { outputs: undefined } })
    expect(summary(report)).toEqual(['pass', undefined, undefined])
    expect(report.measurements?.outputs).toBeUndefined()
    const alike = await ran({ benchmark: { outputs: undefined }, compare: { outputs: 'alike' } })
    expect(summary(alike)).toEqual(['inconclusive', undefined, 'inconclusive'])
  })

  test('may ask for both', async () => {
    expect(summary(await ran({ compare: { interface: 'kept', outputs: 'alike' } }))).toEqual([
      'fail',
      'fail',
      'inconclusive',
    ])
  })
})

test('the command says what it did not compare, and how to say that outputs are meant to differ', async () => {
  const world = await openWorld()
  const { cwd, files } = world
  await files.write(path.join(cwd, 'old.onnx'), production)
  await files.write(path.join(cwd, 'new.onnx'), reweighted(production, shuffled))
  const call = ['compare', 'old.onnx', 'new.onnx', '--metric', 'size=5%']
  const open = await airworthyIn(world, call)
  expect([open.code, open.out]).toEqual([3, expect.stringMatching(/\? INCONCLUSIVE {2}Inconclusive on the outputs: /)])
  expect(open.out.replace(/\s+/g, ' ')).toContain('say so: `--outputs-differ`')
  const meant = await airworthyIn(world, [...call, '--outputs-differ', '--json'])
  const { comparison, files: written } = JSON.parse(meant.out) as RunReport
  expect(meant.code).toBe(0)
  expect(comparison?.outputs?.error).toBeGreaterThan(0.5)
  expect(comparison?.notCompared?.map(({ what }) => what)).toEqual(['quality', 'speed'])
  expect((await airworthyIn(world, ['verify', written['evidence'] ?? ''])).code).toBe(0)
})

function renamed(port: 'input' | 'output', from: string, to: string): Model {
  const model = readModel(production)
  const graph = model.graph!
  const rename = (name: string): string => (name === from ? to : name)
  return {
    ...model,
    graph: {
      ...graph,
      [port]: graph[port].map((each) => ({ ...each, name: rename(each.name) })),
      node: graph.node.map((each) => ({ ...each, input: each.input.map(rename), output: each.output.map(rename) })),
    },
  }
}

function retyped(): Model {
  const model = readModel(production)
  const graph = model.graph!
  return {
    ...model,
    graph: {
      ...graph,
      input: [value('wide', 'float64', ['batch', 16])].map((each) => ({ ...each, name: 'x' })),
      node: [
        node('Cast', ['x'], ['narrow'], { attributes: { to: 1 } }),
        ...graph.node.map((each) => ({ ...each, input: each.input.map((name) => (name === 'x' ? 'narrow' : name)) })),
      ],
    },
  }
}
