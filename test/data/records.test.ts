import { describe, expect, test } from 'vitest'
import type { RecordName } from '../../src/core/metric.ts'
import type { Tensor } from '../../src/core/tensor.ts'
import { nothingServed } from '../../src/data/output-error.ts'
import { recorders } from '../../src/data/records.ts'
import { readingsOf, softmax } from '../../src/data/scores.ts'
import { oracles } from './oracles.ts'

const { logits, labels, predictions } = oracles['three-or-more']

function floats(rows: readonly (readonly number[])[], type: 'float32' | 'float64' = 'float64'): Tensor {
  const values = rows.flat()
  const data = type === 'float64' ? Float64Array.from(values) : Float32Array.from(values)
  return { type, dims: [rows.length, rows[0]?.length ?? 0], data }
}

/** The record of scores, given in batches of five: the last one is filled up. */
function record(name: RecordName, scores: readonly (readonly number[])[], of: readonly number[]): readonly number[] {
  const recording = { data: 'eval', contender: 'candidate', examples: of.length, labels: of, served: nothingServed() }
  const recorder = recorders[name](recording)
  for (let start = 0; start < scores.length; start += 5) {
    const rows = Array.from({ length: 5 }, (_, at) => scores[(start + at) % scores.length]!)
    recorder.take({ outputs: { scores: floats(rows) }, start, count: Math.min(5, scores.length - start), rows: 5 })
  }
  return recorder.finish(readingsOf([recorder.scoreType?.() ?? 'logits'])[0]!)
}

const probable = (rows: readonly (readonly number[])[]): number[][] =>
  rows.map((row) => [...softmax(Float64Array.from(row))])

test('classes and ranks', () => {
  expect(record('classes', logits, labels)).toEqual(predictions)
  expect(record('ranks', logits, labels).map((rank) => rank === 0)).toEqual(
    labels.map((label, at) => label === predictions[at]),
  )
})

test('how many classes are told apart', () => {
  const recorder = recorders.classes({
    data: 'eval',
    contender: 'candidate',
    examples: 2,
    labels: [0, 1],
    served: nothingServed(),
  })
  const outputs = {
    scores: floats([
      [1, 0, 0],
      [0, 1, 0],
    ]),
  }
  recorder.take({ outputs, start: 0, count: 2, rows: 2 })
  expect(recorder.classes?.()).toBe(3)
})

describe('losses and scores', () => {
  test('are the same of logits and of probabilities', () => {
    const [ofLogits, ofProbabilities] = [record('losses', logits, labels), record('losses', probable(logits), labels)]
    for (const [at, loss] of ofLogits.entries()) expect(ofProbabilities[at]).toBeCloseTo(loss, 7)
    const [scores, others] = [record('scores', logits, labels), record('scores', probable(logits), labels)]
    expect(scores).toHaveLength(logits.length * 6)
    for (const [at, score] of scores.entries()) expect(others[at]).toBeCloseTo(score, 7)
  })

  test('of logits that happen to look like probabilities once follow the other examples', () => {
    const rows = [
      [0.5, 0.5],
      [2, -1],
    ]
    expect(record('losses', rows, [0, 0])[1]).toBeCloseTo(Math.log1p(Math.exp(-3)), 8)
    expect(record('scores', rows, [0, 0])).toEqual([0, -3])
  })

  test('of two classes are the score of class 1', () => {
    expect(record('scores', [[0.75, 0.25]], [1])).toEqual([0.25])
    expect(record('scores', [[0.25], [-4]], [1, 0])).toEqual([0.25, -4])
    // What is told apart in doubles stays apart.
    expect(new Set(record('scores', [[1 - 1e-12], [1 - 2e-12]], [1, 0])).size).toBe(2)
  })

  test('a label that no class has is an error', () => {
    for (const name of ['ranks', 'losses', 'scores'] as const) {
      expect(() => record(name, [[1, 2, 3]], [3])).toThrow(expect.objectContaining({ code: 'data-label' }))
      if (name !== 'ranks')
        expect(() => record(name, [[0.5]], [2])).toThrow(expect.objectContaining({ code: 'data-label' }))
    }
  })

  test('NaN is a loss of the largest kind, and has no place among scores', () => {
    expect(
      record(
        'losses',
        [
          [Number.NaN, 1],
          [0, 1],
        ],
        [0, 1],
      ),
    ).toEqual([15.9423852, 0])
    expect(() => record('scores', [[Number.NaN, 1]], [0])).toThrow(
      expect.objectContaining({ code: 'output-not-finite' }),
    )
  })

  test('more scores than evidence holds are refused', () => {
    const recording = {
      data: 'eval',
      contender: 'candidate',
      examples: 1001,
      labels: Array<number>(1001).fill(0),
      served: nothingServed(),
    }
    const scores: Tensor = { type: 'float32', dims: [1, 1000], data: new Float32Array(1000) }
    expect(() => recorders.scores(recording).take({ outputs: { scores }, start: 0, count: 1, rows: 1 })).toThrow(
      expect.objectContaining({ code: 'metric-too-large' }),
    )
  })
})

describe('outputs of a regression', () => {
  test('are one number for each example, as the model gave it: single floats in nine digits', () => {
    expect(record('outputs', [[1.5], [Math.fround(1 / 3)]], [0.1, 0.2])).toEqual([1.5, 0.333333343])
    const seconds = [1_700_000_000.0625, 1_700_000_000.125]
    expect(record('outputs', [[seconds[0]!], [seconds[1]!]], [0.1, 0.2])).toEqual(seconds)
  })

  test('several numbers, or none, are errors', () => {
    expect(() => record('outputs', [[1, 2]], [0])).toThrow(expect.objectContaining({ code: 'output-not-number' }))
    expect(() => record('outputs', [[Infinity]], [0])).toThrow(expect.objectContaining({ code: 'output-not-finite' }))
    // Its square is infinite.
    expect(() => record('outputs', [[1e200]], [0])).toThrow(expect.objectContaining({ code: 'output-not-finite' }))
  })
})

describe('errors against production', () => {
  const served = nothingServed()
  const recording = (contender: string) => ({ data: 'eval', contender, examples: 3, labels: [], served })
  const batch = (...rows: number[][]) => ({ outputs: { y: floats(rows) }, count: rows.length, rows: rows.length })
  const production = recorders.errors(recording('production'))
  production.take({ ...batch([3, 4], [0, 0], [1, 0]), start: 0 })

  function errors(...rows: number[][]): readonly number[] {
    const recorder = recorders.errors(recording('candidate'))
    // Batches need not be those of production.
    for (const [start, row] of rows.entries()) recorder.take({ ...batch(row), start })
    return recorder.finish('logits')
  }

  test('are distances as a share of the size of production’s outputs', () => {
    expect(production.finish('logits')).toEqual([0, 0, 0])
    expect(errors([3, 4], [0, 0], [1, 0])).toEqual([0, 0, 0])
    expect(errors([3, 9], [0, 1], [0, 0])).toEqual([1, 1, 1])
    expect(errors([3.03, 4.04], [0, 0], [1, 0.5])).toEqual([0.01, 0, 0.5])
  })

  test('are those of the furthest output: large ones that are right hide no small one', () => {
    const several = nothingServed()
    const of = (contender: string, boxes: number[], scores: number[]) => {
      const recorder = recorders.errors({ ...recording(contender), served: several })
      const outputs = { boxes: floats([boxes]), scores: floats([scores]) }
      recorder.take({ outputs, count: 1, rows: 1, start: 0 })
      return recorder.finish()
    }
    expect(of('production', [3000, 4000], [0.6, 0.8])).toEqual([0])
    expect(of('candidate', [3000, 4000], [0.8, 0.6])).toEqual(
      [Number(Math.sqrt(0.08).toPrecision(9))].map((each) => expect.closeTo(each, 6)),
    )
    expect(of('candidate', [3300, 4400], [0.6, 0.8])).toEqual([expect.closeTo(0.1, 6)])
  })

  test.each([
    ['an example', [[Infinity, Number.NaN]], [[1, 2]]],
    ['an output', [[Infinity]], [[3], [4]]],
  ])('of which production gives no number, %s cannot be compared', (what, none, some) => {
    const recorder = recorders.errors({ ...recording('production'), served: nothingServed() })
    const outputs = what === 'an output' ? { y: floats(some), z: floats([none[0]!, none[0]!]) } : { y: floats(none) }
    const rows = outputs.y.dims[0]!
    expect(() => {
      recorder.take({ outputs, count: rows, rows, start: 0 })
      recorder.finish()
    }).toThrow(expect.objectContaining({ code: 'output-not-finite' }))
  })

  test('outputs of another form, and numbers that are none, cannot be compared', () => {
    expect(() => errors([3, 4, 5])).toThrow(expect.objectContaining({ code: 'output-differs' }))
    for (const number of [Number.NaN, 1e200])
      expect(() => errors([3, number])).toThrow(expect.objectContaining({ code: 'output-not-finite' }))
  })

  test('what is infinite or NaN in production too is the same', () => {
    const other = nothingServed()
    const both = ['production', 'candidate'].map((contender) => {
      const recorder = recorders.errors({ ...recording(contender), served: other })
      recorder.take({ ...batch([Infinity, Number.NaN, 3]), start: 0 })
      return recorder.finish('logits')
    })
    expect(both).toEqual([[0], [0]])
  })
})
