import { describe, expect, test } from 'vitest'
import type { Quality, Question } from '../../../src/core/products/index.ts'
import type { Tensor } from '../../../src/core/tensor.ts'
import type { World } from '../../../src/core/world.ts'
import type { Data } from '../../../src/data/fit.ts'
import { writeModel } from '../../../src/onnx/format/index.ts'
import { buildGraph, buildModel, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { askedBy } from '../../../src/stages/benchmark/asked.ts'
import { measureQuality } from '../../../src/stages/benchmark/quality.ts'
import { compareRows } from '../../../src/verdicts/comparison/index.ts'
import { columnsOf } from '../../data/columns.ts'
import { classifier, identity, saved, scaled, severalOutputs } from '../../measure/models.ts'
import { sharingWorkers } from '../../shared-workers.ts'
import { ask, withQuality } from '../../verdicts/quality/qualities.ts'
import { testWorld } from '../../world.ts'

const openWorld = sharingWorkers(testWorld)

interface Setup {
  readonly production?: Uint8Array
  readonly candidate?: Uint8Array
  readonly data: Data
  readonly questions: (world: World) => readonly Question[] | Promise<readonly Question[]>
}

async function measured({ production, candidate = identity(2), data, questions }: Setup): Promise<Quality | undefined> {
  const world = await openWorld()
  const models = { production: production ?? identity(2, 'another'), candidate }
  const located = await Promise.all(
    (['production', 'candidate'] as const).map(async (role) => ({
      contender: { id: role, role, model: { sha256: role, bytes: 1, name: `${role}.onnx` } },
      path: await saved(world, `${role}.onnx`, models[role]),
    })),
  )
  const signal = new AbortController().signal
  const tools = { world, signal, progress: () => {}, dataNames: ['eval'], seed: 1 }
  return measureQuality(located, data, askedBy(await questions(world)), 'cpu', tools)
}

function dataOf(rows: readonly (readonly number[])[], more: Partial<Data> = {}): Data {
  const x: Tensor = { type: 'float32', dims: [rows.length, rows[0]!.length], data: Float32Array.from(rows.flat()) }
  return { name: 'eval', examples: rows.length, inputs: { x }, columns: columnsOf({}), ...more }
}

// The models give back what they are given. 0.75 and 0.25 are single floats as they stand.
const rows = [
  [0.75, 0.25],
  [0.25, 0.75],
  [0.5, 0.5],
]

describe('what is kept of each example', () => {
  test('is what the metrics need, and no more', async () => {
    const data = dataOf(rows, { labels: [0, 1, 1] })
    const quality = await measured({ data, questions: () => ['auc', 'top-5', 'log-loss'].map((name) => ask(name)) })
    const loss = Number((-Math.log(0.75)).toPrecision(9))
    expect(quality).toMatchObject({ labels: [0, 1, 1], predictions: {}, custom: {} })
    expect(Object.keys(quality?.records ?? {})).toEqual(['scores', 'ranks', 'losses'])
    expect(quality?.records?.scores?.['candidate']).toEqual([0.25, 0.75, 0.5])
    expect(quality?.records?.ranks?.['production']).toEqual([0, 0, 1])
    expect(quality?.records?.losses?.['candidate']?.slice(0, 2)).toEqual([loss, loss])
  })

  test('is how many classes each model tells apart, and what its scores are read as', async () => {
    const data = dataOf(rows, { labels: [0, 1, 1] })
    const quality = await measured({ data, questions: () => [ask('f1'), ask('log-loss')] })
    expect(quality?.classes).toEqual({ production: 2, candidate: 2 })
    expect(quality?.readings).toEqual({ production: 'probabilities', candidate: 'probabilities' })
    const logits = dataOf([[2, -1], ...rows.slice(1)], { labels: [0, 1, 1] })
    const read = await measured({ data: logits, questions: () => [ask('auc')] })
    expect(read?.readings).toEqual({ production: 'logits', candidate: 'logits' })
    const ranked = await measured({ data, questions: () => [ask('top-5')] })
    expect(ranked).not.toHaveProperty('readings')
    expect(ranked?.classes).toEqual({ production: 2, candidate: 2 })
  })

  test('is of the output that callers of production read, wherever another model has it', async () => {
    const data = dataOf(rows.slice(0, 2), { labels: [0, 1] })
    const tops = async (production: [string, number][], candidate: [string, number][]) => {
      const of = (outputs: [string, number][]) => severalOutputs(2, new Map(outputs))
      const models = { production: of(production), candidate: of(candidate) }
      return (await measured({ ...models, data, questions: () => [ask('accuracy')] }))?.predictions
    }
    const [right, wrong] = [
      [0, 1],
      [1, 0],
    ]
    const one: [string, number][] = [['scores', 1]]
    expect(
      await tops(one, [
        ['extra', 1],
        ['scores', -1],
      ]),
    ).toEqual({ production: right, candidate: wrong })
    expect(
      await tops(
        [...one, ['extra', -1]],
        [
          ['extra', -1],
          ['scores', 1],
        ],
      ),
    ).toEqual({
      production: right,
      candidate: right,
    })
    // A name that is a number comes first in a mapping.
    expect(
      await tops(
        [...one, ['7', -1]],
        [
          ['scores', -1],
          ['7', -1],
        ],
      ),
    ).toEqual({ production: right, candidate: wrong })
    // What no binding can fetch is not there to be judged, and nothing else is in its place.
    const lost: [string, number][] = [
      ['__proto__', 1],
      ['extra', -1],
    ]
    await expect(tops(lost, lost)).rejects.toThrow(expect.objectContaining({ code: 'output-not-classes' }))
    // Renamed, it is found by its place.
    expect(
      await tops(one, [
        ['logits', -1],
        ['extra', 1],
      ]),
    ).toEqual({ production: right, candidate: wrong })
  })

  test('of probabilities that were rounded down is read as production’s are', async () => {
    // The candidate gives four fifths of what production does: its scores add up to 0.8.
    const data = dataOf(rows, { labels: [0, 1, 1] })
    const quality = await measured({ candidate: scaled(2, 0.8), data, questions: () => [ask('log-loss')] })
    expect(quality?.readings).toEqual({ production: 'probabilities', candidate: 'probabilities' })
    const { production, candidate } = quality!.records!.losses as Record<'production' | 'candidate', number[]>
    for (const [at, loss] of candidate.entries()) expect(loss).toBeCloseTo(production[at]! - Math.log(0.8), 6)
  })

  test('of a regression is the number it gives', async () => {
    const data = dataOf([[1.5], [-2]], { labels: [1, -2.5] })
    const quality = await measured({
      production: identity(1, 'another'),
      candidate: identity(1),
      data,
      questions: () => [ask('rmse'), ask('r2'), ask('mae')],
    })
    expect(quality?.records).toEqual({ outputs: { production: [1.5, -2], candidate: [1.5, -2] } })
  })

  test('of outputs is how far they lie from production’s', async () => {
    const features = Array.from({ length: 70 }, (_, at) => Array.from({ length: 16 }, (_, axis) => Math.sin(at + axis)))
    const quality = await measured({
      production: classifier({ seed: 1 }),
      candidate: classifier({ seed: 2 }),
      data: dataOf(features),
      questions: () => [ask('output-error')],
    })
    const errors = quality?.records?.errors
    expect(errors?.['production']).toEqual(features.map(() => 0))
    expect(errors?.['candidate']).toHaveLength(70)
    expect(errors?.['candidate']?.every((error) => error > 0.01)).toBe(true)
  })

  test('has the groups and slices of the data', async () => {
    const columns = columnsOf({ site: ['a', 'b', 'a'], patient: ['x', 'y', 'x'] })
    const data = dataOf(rows, { labels: [0, 1, 1], groups: [0, 1, 0], columns })
    const quality = await measured({ data, questions: () => [ask('accuracy[site=a]'), ask('f1[site=a]'), ask('f1')] })
    expect(quality).toMatchObject({ groups: [0, 1, 0], slices: { 'site=a': [0, 2] } })
    const [sliced] = compareRows(withQuality(quality!), [ask('accuracy[site=a]')], 0.01)
    expect(sliced).toMatchObject({ metric: 'accuracy[site=a]', production: 0.5, candidate: 0.5 })
  })
})

test('a metric of the user over the whole data set is kept as what it makes of resamples', async () => {
  const source = `
    export default ({ outputs, label }) => ({ right: outputs.scores.data[label] > 0.5 ? 1 : 0 })
    export const combine = (kept) => kept.filter(({ right }) => right).length / kept.length
  `
  const quality = await measured({
    data: dataOf(rows, { labels: [0, 1, 1] }),
    async questions(world) {
      const path = `${world.cwd}/share.mjs`
      await world.files.writeText(path, source)
      return [{ metric: 'share', margin: { absolute: 0.1 }, better: 'higher', alpha: 0.01, uses: { path } }]
    },
  })
  expect(quality?.custom).toEqual({})
  const { production, candidate } = quality?.corpus?.['share'] ?? {}
  expect(candidate).toEqual(production)
  expect(candidate).toMatchObject({ value: 2 / 3, without: [0.5, 0.5, 1], differing: 0 })
  expect(candidate?.resampled).toHaveLength(4000)
})

test('a metric of the user is given numbers, also by a model of half precision', async () => {
  const half: Tensor = { type: 'float16', dims: [2, 1], data: Uint16Array.of(0x3c00, 0xb800) }
  const quality = await measured({
    production: identity(1, 'another', 'float16'),
    candidate: identity(1, 'test', 'float16'),
    data: { ...dataOf([[0], [0]]), inputs: { x: half } },
    async questions(world) {
      const path = `${world.cwd}/value.mjs`
      await world.files.writeText(path, 'export default ({ outputs }) => Object.values(outputs)[0].data[0]')
      return [{ metric: 'value', margin: { absolute: 0.1 }, better: 'higher', alpha: 0.01, uses: { path } }]
    },
  })
  expect(quality?.custom['value']?.['candidate']).toEqual([1, -0.5])
})

describe('what no metric reads', () => {
  const data = dataOf(rows.slice(0, 2), { labels: [0, 1] })
  const two = (other: number) =>
    severalOutputs(
      2,
      new Map([
        ['scores', 1],
        ['embedding', other],
      ]),
    )
  const judged = (production: number, candidate: number, questions: readonly Question[] = [ask('accuracy')]) =>
    measured({ production: two(production), candidate: two(candidate), data, questions: () => questions })

  test('is named: the outputs of production, in their order', async () => {
    expect((await judged(1, 2))?.unread).toEqual(['embedding'])
    expect(await judged(1, 2, [ask('output-error')])).not.toHaveProperty('unread')
    expect(await measured({ data, questions: () => [ask('accuracy')] })).not.toHaveProperty('unread')
  })

  test('may not turn NaN where production gives numbers throughout', async () => {
    await expect(judged(1, Number.NaN)).rejects.toThrow(
      expect.objectContaining({
        code: 'output-turned-not-finite',
        message: expect.stringContaining('in its output embedding, first for example 0'),
      }),
    )
    await expect(judged(1, Number.POSITIVE_INFINITY)).rejects.toThrow(
      expect.objectContaining({ code: 'output-turned-not-finite' }),
    )
    expect((await judged(Number.NaN, Number.NaN))?.unread).toEqual(['embedding'])
  })
})

describe('answers that depend on the batch', () => {
  /** A softmax over the batch, or over the classes, of five times the inputs. */
  const softmaxOver = (axis: 0 | 1): Uint8Array => {
    const graph = buildGraph({
      inputs: [value('x', 'float32', ['batch', 2])],
      outputs: [value('scores', 'float32', ['batch', 2])],
      nodes: [node('Mul', ['x', 'five'], ['raw']), node('Softmax', ['raw'], ['scores'], { attributes: { axis } })],
      weights: [tensor('five', 'float32', [], Float32Array.of(5))],
    })
    return writeModel(buildModel({ graph, opset: 17 }))
  }
  const many = dataOf(
    Array.from({ length: 200 }, (_, at) => rows[at % 2]!),
    {
      labels: Array.from({ length: 200 }, (_, at) => at % 2),
    },
  )

  test('are not judged: callers may send one example', async () => {
    await expect(
      measured({ candidate: softmaxOver(0), data: many, questions: () => [ask('accuracy')] }),
    ).rejects.toThrow(
      expect.objectContaining({
        code: 'output-depends-on-batch',
        message: expect.stringMatching(/candidate answers examples otherwise alone .* its output scores moves/),
      }),
    )
    const fine = await measured({ candidate: softmaxOver(1), data: many, questions: () => [ask('accuracy')] })
    expect(fine?.predictions['candidate']).toEqual(many.labels)
  })

  /** The right answers, but for the first row of every batch, or the last, which are turned around. */
  const turned = (which: 'first' | 'last'): Uint8Array => {
    const graph = buildGraph({
      inputs: [value('x', 'float32', ['batch', 2])],
      outputs: [value('scores', 'float32', ['batch', 2])],
      nodes: [
        node('Slice', ['x', ...(which === 'first' ? ['zero', 'one'] : ['minus', 'most']), 'zero'], ['apart']),
        node('Slice', ['x', ...(which === 'first' ? ['one', 'most'] : ['zero', 'minus']), 'zero'], ['rest']),
        node('Neg', ['apart'], ['wrong']),
        node('Concat', which === 'first' ? ['wrong', 'rest'] : ['rest', 'wrong'], ['scores'], {
          attributes: { axis: 0 },
        }),
      ],
      weights: [
        tensor('zero', 'int64', [1], BigInt64Array.of(0n)),
        tensor('one', 'int64', [1], BigInt64Array.of(1n)),
        tensor('minus', 'int64', [1], BigInt64Array.of(-1n)),
        tensor('most', 'int64', [1], BigInt64Array.of(2n ** 31n)),
      ],
    })
    return writeModel(buildModel({ graph, opset: 17 }))
  }
  /** A softmax over the batch, among numbers that are all much larger than it, or of a batch that is fixed. */
  const spread = (offset: number, batch: string | number = 'batch'): Uint8Array => {
    const graph = buildGraph({
      inputs: [value('x', 'float32', [batch, 2])],
      outputs: [value('scores', 'float32', [batch, 2])],
      nodes: [
        node('Mul', ['x', 'five'], ['raw']),
        node('Softmax', ['raw'], ['soft'], { attributes: { axis: 0 } }),
        node('Add', ['soft', 'offset'], ['scores']),
      ],
      weights: [
        tensor('five', 'float32', [], Float32Array.of(5)),
        tensor('offset', 'float32', [], Float32Array.of(offset)),
      ],
    })
    return writeModel(buildModel({ graph, opset: 17 }))
  }
  const auxiliary = (): Uint8Array => {
    const graph = buildGraph({
      inputs: [value('x', 'float32', ['batch', 2])],
      outputs: [value('scores', 'float32', ['batch', 2]), value('other', 'float32', ['batch', 2])],
      nodes: [node('Identity', ['x'], ['scores']), node('Softmax', ['x'], ['other'], { attributes: { axis: 0 } })],
    })
    return writeModel(buildModel({ graph, opset: 17 }))
  }

  test.each([
    ['where the first row of every batch is none', turned('first')],
    ['where the last row of every batch is none', turned('last')],
    ['beside a large number that is the same in all of them', spread(100)],
    ['of a model that takes eight at a time', spread(0, 8)],
  ])('are seen %s', async (_, candidate) => {
    await expect(measured({ candidate, data: many, questions: () => [ask('accuracy')] })).rejects.toThrow(
      expect.objectContaining({ code: 'output-depends-on-batch' }),
    )
  })

  test('are seen in outputs beside the scores, where a metric looks at them', async () => {
    const both = { production: auxiliary(), candidate: auxiliary(), data: many }
    await expect(measured({ ...both, questions: () => [ask('output-error')] })).rejects.toThrow(
      expect.objectContaining({ code: 'output-depends-on-batch', message: expect.stringContaining('output other') }),
    )
    expect(await measured({ ...both, questions: () => [ask('accuracy')] })).toBeDefined()
  })

  test('are not what large answers are, nor a fixed batch', async () => {
    for (const candidate of [identity(2), severalOutputs(2, new Map([['scores', 1e6]]))])
      expect(await measured({ candidate, data: many, questions: () => [ask('accuracy')] })).toBeDefined()
    const fixed = classifier({ batch: 8 })
    const wide = Array.from({ length: 30 }, (_, at) =>
      Array.from({ length: 16 }, (_, column) => Math.sin(at * 16 + column)),
    )
    const data = dataOf(wide, { labels: wide.map((_, at) => at % 2) })
    expect(
      await measured({ production: fixed, candidate: fixed, data, questions: () => [ask('agreement')] }),
    ).toBeDefined()
  })

  test('are no matter where nobody asks for a metric, nor of a single example', async () => {
    const one = dataOf(rows.slice(0, 1), { labels: [0] })
    expect(await measured({ candidate: softmaxOver(0), data: one, questions: () => [ask('accuracy')] })).toBeDefined()
    expect(await measured({ candidate: softmaxOver(0), data: many, questions: () => [] })).toBeDefined()
  })
})

describe('labels that are none of the classes that a model tells apart', () => {
  const classMetrics = ['accuracy', 'top-5', 'precision', 'recall', 'f1', 'auc', 'log-loss', 'accuracy[site=a]']

  test.each(classMetrics.flatMap((metric) => [2, -1, 0.5].map((label) => [metric, label] as const)))(
    '%s refuses a label of %d',
    async (metric, label) => {
      const data = dataOf(rows, { labels: [0, 1, label], columns: columnsOf({ site: ['a', 'b', 'a'] }) })
      await expect(measured({ data, questions: () => [ask(metric)] })).rejects.toEqual(
        expect.objectContaining({ code: 'data-label', message: expect.stringContaining(`example 2 is ${label}`) }),
      )
    },
  )

  test('are of no matter to what needs no labels', async () => {
    const data = dataOf(rows, { labels: [0, 7, -1] })
    const quality = await measured({ data, questions: () => [ask('agreement'), ask('output-error')] })
    expect(quality?.predictions['candidate']).toEqual([0, 1, 0])
  })
})

describe('when nothing is asked', () => {
  test('quality is measured where it can be', async () => {
    const some = await measured({ data: dataOf(rows, { labels: [0, 1, 1] }), questions: () => [] })
    expect(some?.predictions['candidate']).toEqual([0, 1, 0])
    const regression = dataOf([[1.5], [-2]], { labels: [1, 2] })
    const one = { production: identity(1, 'another'), candidate: identity(1), questions: () => [] }
    expect(await measured({ ...one, data: regression })).toBeUndefined()
    expect(await measured({ ...one, data: dataOf([[1.5]], { labels: [1.5] }) })).toBeUndefined()
    expect(await measured({ data: dataOf(rows, { labels: [0, 1, 2000] }), questions: () => [] })).toBeUndefined()
  })
})

describe('what cannot be measured', () => {
  const labelled = dataOf(rows, { labels: [0, 1, 1], columns: columnsOf({ site: ['a', 'b', 'a'] }) })

  test.each([
    ['classes of labels that are none', dataOf(rows, { labels: [0, 0.5, 1] }), 'f1', 'data-label'],
    ['a regression without labels', dataOf(rows), 'rmse', 'data-without-labels'],
    ['a regression of several numbers', labelled, 'mae', 'output-not-number'],
    ['the accuracy of a slice that is not there', labelled, 'accuracy[site=c]', 'data-slice-unknown'],
    ['the accuracy of an array that is not there', labelled, 'accuracy[lang=de]', 'data-slice-unknown'],
  ])('%s', async (_, data, metric, code) => {
    await expect(measured({ data, questions: () => [ask(metric)] })).rejects.toEqual(expect.objectContaining({ code }))
  })
})
