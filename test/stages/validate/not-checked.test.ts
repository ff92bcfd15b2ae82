import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Validation } from '../../../src/core/products/index.ts'
import { validationSchema } from '../../../src/core/products/validation.ts'
import type { StageOutcome } from '../../../src/core/stage.ts'
import type { Tensor } from '../../../src/core/tensor.ts'
import { writeNpz } from '../../../src/data/npz.ts'
import { annotationsOf } from '../../../src/entry/action/annotations.ts'
import { writeModel } from '../../../src/onnx/format/index.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { pipelineOf } from '../../../src/pipeline/load.ts'
import { run } from '../../../src/pipeline/run.ts'
import { formats, renderTerminal } from '../../../src/report/index.ts'
import { validateOn } from '../../../src/stages/validate/index.ts'
import { targets } from '../../../src/targets/index.ts'
import { airworthyIn } from '../../command-line.ts'
import { soundModel, withGraph } from '../../onnx/models.ts'
import { sharingWorkers } from '../../shared-workers.ts'
import { testWorld } from '../../world.ts'
import { modelTools } from '../model-tools.ts'

const openWorld = sharingWorkers(testWorld)

const floats = (dims: readonly number[], ...data: number[]): Tensor => ({
  type: 'float32',
  dims,
  data: Float32Array.from(data),
})

const whole = (...data: number[]): Tensor => ({
  type: 'int64',
  dims: [data.length],
  data: BigInt64Array.from(data, BigInt),
})

/** y = x · w, whose x must have three columns although it declares any number: made-up inputs have one. */
const columns = withGraph({ input: [value('x', 'float32', ['N', 'C'])] })

/** y = x in the shape that callers give, which is never one of zeros and ones. */
const reshape = buildModel({
  opset: 17,
  graph: buildGraph({
    inputs: [value('x', 'float32', [2, 3]), value('shape', 'int64', [1])],
    outputs: [value('y', 'float32', ['A'])],
    nodes: [node('Reshape', ['x', 'shape'], ['y'])],
  }),
})

/** It takes int4, which no array here holds. */
const int4 = buildModel({
  opset: 21,
  graph: buildGraph({
    inputs: [value('x', 'int4' as never, ['N', 3])],
    outputs: [value('y', 'float32', ['N', 3])],
    nodes: [node('Cast', ['x'], ['y'], { attributes: { to: 1 } })],
  }),
})

const huge = withGraph({
  input: [value('x', 'float32', [1_000_000_000, 3])],
  output: [value('y', 'float32', ['N', 2])],
})

/** It declares an open batch, and takes one example alone. */
const single = buildModel({
  opset: 17,
  graph: buildGraph({
    inputs: [value('x', 'float32', ['N', 3])],
    outputs: [value('y', 'float32', ['N', 3])],
    nodes: [node('Reshape', ['x', 'one'], ['y'])],
    weights: [tensor('one', 'int64', [2], BigInt64Array.of(1n, 3n))],
  }),
})

interface With {
  readonly settings?: object
  /** Arrays of `set.npz`, which golden sets name. */
  readonly golden?: Readonly<Record<string, Tensor>>
  /** Arrays of the data set called eval. */
  readonly data?: Readonly<Record<string, Tensor>>
}

async function validated(
  model: Model,
  { settings = {}, golden, data }: With = {},
): Promise<StageOutcome<'validation'>> {
  const { tools, store, subject } = await modelTools(openWorld)
  const given = await subject(model)
  const put = async (name: string, arrays: Readonly<Record<string, Tensor>>) => {
    await writeFile(path.join(tools.folder, name), writeNpz(arrays))
    return store.putFile(path.join(tools.folder, name))
  }
  if (golden !== undefined) await put('set.npz', golden)
  const sets = data === undefined ? {} : { eval: { artifact: await put('eval.npz', data), inputs: {} } }
  const stage = validateOn(targets).make(settings, { folder: tools.folder })
  return (await stage.run({ subject: { ...given, data: sets } }, tools)) as StageOutcome<'validation'>
}

function verdicts({ product }: StageOutcome<'validation'>): Record<string, string> {
  return Object.fromEntries(product.checks.map(({ check, verdict }) => [check, verdict]))
}

function codes({ product }: StageOutcome<'validation'>): string[] {
  return product.checks.flatMap(({ findings }) => findings.map(({ code }) => code))
}

const tried = { checks: ['runs', 'determinism'] }
const open = { runs: 'not-checked', determinism: 'not-checked' }
const closed = { runs: 'pass', determinism: 'pass' }

describe('a check that made-up inputs cannot make', () => {
  it.each([
    ['sizes had to be guessed', columns, 'model-run-failed'],
    ['values have to make sense', reshape, 'model-run-failed'],
    ['no input of its type can be made', int4, 'input-unsupported'],
    ['its input is larger than memory', huge, 'input-too-large'],
  ])('is not checked where %s', async (_, model, code) => {
    const found = await validated(model, { settings: tried })
    expect(found.verdict).toBe('inconclusive')
    expect(verdicts(found)).toEqual(open)
    expect(codes(found)).toEqual([code, 'determinism-unchecked'])
    expect(found.summary).toMatch(/^not checked: runs, determinism \(The model/)
    expect(found.product.checks[0]?.findings[0]?.message).not.toContain('/store/')
  })

  it('is named beside the checks that passed', async () => {
    const { verdict, summary } = await validated(columns)
    expect(verdict).toBe('inconclusive')
    expect(summary).toMatch(
      /^not checked: runs, determinism \(.*candidate\.onnx failed.*\); graph, interface, safety: sound \(3 nodes, 8 parameters, 1 warning\)$/,
    )
  })

  it('is left out knowingly, and the others pass', async () => {
    expect((await validated(columns, { settings: { checks: ['graph', 'interface', 'safety'] } })).verdict).toBe('pass')
  })

  it('is not checked when it stands alone', async () => {
    const found = await validated(columns, { settings: { checks: ['determinism'] } })
    expect([found.verdict, verdicts(found)]).toEqual(['inconclusive', { determinism: 'not-checked' }])
  })

  it('is a limit of latency, too', async () => {
    for (const model of [columns, int4]) {
      const found = await validated(model, { settings: { checks: ['safety'], limits: { latency: '60s' } } })
      expect(verdicts(found)).toEqual({ safety: 'pass', limits: 'not-checked' })
    }
  })

  it('is the answer in a batch, where a model declares an open one and takes one example alone', async () => {
    const found = await validated(single, { settings: tried })
    expect([found.verdict, verdicts(found)]).toEqual(['inconclusive', { runs: 'pass', determinism: 'not-checked' }])
    expect(found.summary).toMatch(
      /^not checked: determinism \(Whether an answer depends on its batch was not checked: /,
    )
  })
})

describe('a check of a part', () => {
  it('says on how many examples it ran, in its last line too', async () => {
    const x = (examples: number): Record<string, Tensor> => ({
      x: floats([examples, 3], ...Array.from({ length: 3 * examples }, (_, at) => at / examples)),
    })
    const many = await validated(soundModel(), { settings: { checks: ['runs'] }, data: x(300) })
    expect([many.verdict, codes(many)]).toEqual(['pass', ['runs-some']])
    expect(many.summary).toMatch(/^runs on 256 of 300 examples: sound \(/)
    expect(codes(await validated(soundModel(), { settings: { checks: ['runs'] }, data: x(256) }))).toEqual([])
  })
})

describe('what is no missing check', () => {
  it('is a batch that a model does not have', async () => {
    const fixed = withGraph({ input: [value('x', 'float32', [1, 3])], output: [value('y', 'float32', [1, 2])] })
    const found = await validated(fixed, { settings: tried })
    expect([found.verdict, codes(found)]).toEqual(['pass', ['batch-none']])
  })

  it('is an output without a row for each example', async () => {
    const sum = buildModel({
      opset: 13,
      graph: buildGraph({
        inputs: [value('x', 'float32', ['N', 3])],
        outputs: [value('y', 'float32', ['N', 3]), value('total', 'float32', [])],
        nodes: [node('Neg', ['x'], ['y']), node('ReduceSum', ['x'], ['total'], { attributes: { keepdims: 0 } })],
      }),
    })
    const found = await validated(sum, { settings: tried })
    expect([found.verdict, verdicts(found), codes(found)]).toEqual(['pass', closed, ['batch-none']])
    expect(found.product.checks[1]?.findings[0]?.where).toBe('output total')
  })

  it('is the batch of an output that names its rows otherwise: it is compared', async () => {
    const mean = withGraph({
      node: [node('ReduceMean', ['x'], ['m'], { attributes: { axes: [0] } }), node('Sub', ['x', 'm'], ['y'])],
      initializer: [],
      output: [value('y', 'float32', ['Sub_dim_0', 3])],
    })
    expect(codes(await validated(mean, { settings: tried }))).toEqual(['batch-dependent'])
  })
})

describe('a model that does not run', () => {
  it('fails where its inputs leave nothing to guess, and its determinism is not checked', async () => {
    const broken = withGraph({ input: [value('x', 'float32', ['N', 4])] })
    const found = await validated(broken, { settings: tried })
    expect([found.verdict, verdicts(found)]).toEqual(['fail', { runs: 'fail', determinism: 'not-checked' }])
    expect(found.summary).toMatch(/; not checked: determinism$/)
  })

  it('fails on real inputs, of which nothing was guessed', async () => {
    const found = await validated(columns, { settings: tried, data: { x: floats([2, 4], 1, 2, 3, 4, 5, 6, 7, 8) } })
    expect([found.verdict, verdicts(found)]).toEqual(['fail', { runs: 'fail', determinism: 'not-checked' }])
  })
})

describe('random numbers', () => {
  /** What it draws might turn its answer around: how seldom, no two runs can tell. */
  const seldom = withGraph({
    node: [
      node('RandomUniformLike', ['x'], ['drawn'], { attributes: { low: { float: 0 }, high: { float: 1 } } }),
      node('ReduceMax', ['drawn'], ['most'], { attributes: { keepdims: 1 } }),
      node('Greater', ['most', 'bound'], ['turned']),
      node('Neg', ['x'], ['minus']),
      node('Where', ['turned', 'minus', 'x'], ['y']),
    ],
    initializer: [tensor('bound', 'float32', [1, 1], Float32Array.of(2))],
    output: [value('y', 'float32', ['N', 3])],
  })

  it('that show in neither of two runs leave determinism unchecked', async () => {
    const found = await validated(seldom, { settings: tried })
    expect(verdicts(found)).toEqual({ runs: 'pass', determinism: 'not-checked' })
    expect(codes(found)).toEqual(['determinism-by-chance'])
    expect(found.verdict).toBe('inconclusive')
    expect((await validated(seldom, { settings: { checks: ['runs'] } })).verdict).toBe('pass')
  })
})

describe('real inputs', () => {
  const x = floats([4, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)

  it('of the data set called eval make the checks', async () => {
    const found = await validated(columns, { settings: tried, data: { x } })
    expect([found.verdict, verdicts(found), codes(found)]).toEqual(['pass', closed, []])
  })

  it('of a golden set make the checks', async () => {
    const golden = { shape: whole(6), x: floats([2, 3], 1, 2, 3, 4, 5, 6), y: floats([6], 1, 2, 3, 4, 5, 6) }
    const found = await validated(reshape, { settings: { ...tried, golden: { from: 'set.npz' } }, golden })
    expect([found.verdict, verdicts(found)]).toEqual(['pass', { ...closed, golden: 'pass' }])
  })

  it('judge what made-up inputs would not show', async () => {
    const log = withGraph({
      node: [node('Log', ['x'], ['y'])],
      initializer: [],
      output: [value('y', 'float32', ['N', 3])],
    })
    expect((await validated(log, { settings: tried })).verdict).toBe('pass')
    const found = await validated(log, { settings: tried, data: { x: floats([2, 3], -1, 2, 3, 4, 5, 6) } })
    expect(found.product.checks[0]?.findings).toMatchObject([
      { code: 'output-not-finite', message: 'On example 0 of eval it has elements that are NaN or infinite.' },
    ])
  })

  it('are judged all over the data, not by the first alone', async () => {
    const root = withGraph({
      node: [node('Sqrt', ['x'], ['y'])],
      initializer: [],
      output: [value('y', 'float32', ['N', 3])],
    })
    const values = (bad: number, count: number) =>
      Array.from({ length: 3 * count }, (_, at) => (at >= 3 * bad ? -1 : 1))
    const found = await validated(root, { settings: tried, data: { x: floats([40, 3], ...values(19, 40)) } })
    expect(found.product.checks[0]?.findings).toMatchObject([
      { code: 'output-not-finite', message: 'On example 19 of eval it has elements that are NaN or infinite.' },
    ])
    // Of more than 256 examples, those that are run lie all over them, the last one included.
    const many = await validated(root, { settings: tried, data: { x: floats([1000, 3], ...values(999, 1000)) } })
    expect(codes(many)).toContain('output-not-finite')
  })

  it('of a data set that does not fit are left aside, with a note, unless the settings name it', async () => {
    const data = { x: floats([2, 4], 1, 2, 3, 4, 5, 6, 7, 8) }
    const found = await validated(soundModel(), { settings: tried, data })
    expect([found.verdict, codes(found)]).toEqual(['pass', ['data-aside']])
    await expect(validated(soundModel(), { settings: { ...tried, data: 'eval' }, data })).rejects.toMatchObject({
      code: 'data-misfit',
    })
    await expect(validated(soundModel(), { settings: { ...tried, data: 'evl' } })).rejects.toMatchObject({
      code: 'data-set-unknown',
    })
  })

  it('are not needed where shapes are stated', async () => {
    const found = await validated(columns, { settings: { ...tried, shapes: { x: [1, 3] } } })
    expect([found.verdict, verdicts(found)]).toEqual(['pass', closed])
  })

  it('show that an answer depends on its batch, when there are two of them', async () => {
    const spread = withGraph({
      node: [node('ReduceMax', ['x'], ['m'], { attributes: { axes: [0] } }), node('Sub', ['x', 'm'], ['y'])],
      initializer: [],
      output: [value('y', 'float32', ['N', 3])],
    })
    const data = { x: floats([2, 3], 1, 2, 3, 4, 5, 6) }
    expect(codes(await validated(spread, { settings: tried, data }))).toEqual(['batch-dependent'])
  })
})

it('validations of earlier versions are read', () => {
  const summary = { irVersion: 8, opset: {}, producer: '', nodes: 0, operators: {}, parameters: 0, bytes: 0 }
  const old: unknown = {
    checks: [
      { check: 'graph', verdict: 'pass', findings: [] },
      {
        check: 'runs',
        verdict: 'pass',
        findings: [{ severity: 'warning', code: 'model-run-failed', where: 'model', message: 'm', hint: 'h' }],
      },
    ],
    summary: { ...summary, inputs: [], outputs: [] },
  }
  expect(validationSchema.parse(old)).toEqual(old)
})

describe('in a run', () => {
  it('the stage is inconclusive, nothing follows, and every report says what was not checked', async () => {
    const world = await openWorld()
    await world.files.write(path.join(world.cwd, 'm.onnx'), writeModel(columns))
    const value = {
      pipeline: 'columns',
      model: { candidate: 'm.onnx', production: 'm.onnx' },
      stages: { validate: {}, benchmark: {}, compare: { metrics: { size: {} } }, gate: {} },
    }
    const pipeline = pipelineOf(value, world.cwd, world)
    const report = await run(pipeline, world)
    expect([report.outcome, report.exitCode]).toEqual(['inconclusive', 3])
    expect(report.stages.map(({ status }) => status)).toEqual(['inconclusive', 'skipped', 'skipped', 'skipped'])
    expect(report.sentence).toMatch(/^not checked: runs, determinism \(/)
    const terminal = renderTerminal(report, { colour: false, width: 100 })
    expect(terminal).toMatch(/Not checked\n {2}\? runs: The model m\.onnx failed[\s\S]*\n {2}\? determinism: /)
    for (const { name, render } of formats) {
      const text = await render(report)
      expect(text, name).toMatch(/not[ -]checked/i)
      expect(text, name).toContain('determinism')
    }
    const annotated = annotationsOf(report, pipeline, world.cwd).filter(({ level }) => level === 'warning')
    expect(annotated.map(({ title }) => title)).toEqual(['not checked: runs', 'not checked: determinism'])
    const json = JSON.parse(await formats.find(({ name }) => name === 'json')!.render(report)) as {
      validation: Validation
    }
    expect(verdicts({ product: json.validation } as StageOutcome<'validation'>)).toMatchObject(open)
  })

  it('the command says so in its last line, and how to get to a pass', async () => {
    const world = await openWorld()
    const { cwd, files } = world
    await files.write(path.join(cwd, 'm.onnx'), writeModel(columns))
    await files.write(
      path.join(cwd, 'broken.onnx'),
      writeModel(withGraph({ input: [value('x', 'float32', ['N', 4])] })),
    )
    const x = floats([4, 3], 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)
    await files.write(path.join(cwd, 'x.npz'), writeNpz({ x }))
    const last = async (...args: string[]): Promise<[number, string | undefined]> => {
      const { code, out } = await airworthyIn(world, ['validate', ...args])
      return [code, out.trimEnd().split('\n').at(-1)]
    }
    expect(await last('m.onnx')).toEqual([
      3,
      '? m.onnx is not known to be sound (not checked: runs, determinism; checked: graph, interface, safety).',
    ])
    const all = '✓ m.onnx is sound (checked: graph, interface, safety, runs, determinism).'
    expect(await last('m.onnx', '--data', 'x.npz')).toEqual([0, all])
    expect(await last('m.onnx', '--shape', 'x=1x3')).toEqual([0, all])
    expect(await last('m.onnx', '--checks', 'graph', 'safety')).toEqual([
      0,
      '✓ m.onnx is sound (checked: graph, safety).',
    ])
    expect(await last('broken.onnx')).toEqual([
      1,
      expect.stringMatching(
        /^✗ broken\.onnx: \d errors? \(not checked: determinism; checked: graph, interface, safety, runs\)\.$/,
      ),
    ])
  })
})
