import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classStatistic, looksBinary } from '../../src/data/class-metrics.ts'
import { noClass } from '../../src/data/scores.ts'
import { oracles } from './oracles.ts'

const names = ['precision', 'recall', 'f1'] as const

function valueWith(
  name: (typeof names)[number],
  labels: readonly number[],
  predictions: readonly number[],
  weights?: readonly number[],
): number {
  const { statistic } = classStatistic(name, labels, predictions, looksBinary(labels, predictions))
  return statistic(Uint8Array.from(weights ?? labels.map(() => 1)))
}

describe.each(names)('%s', (name) => {
  test('of two classes is that of class 1', () => {
    const { labels, predictions } = oracles.binary
    expect(valueWith(name, labels, predictions)).toBeCloseTo(oracles.binary[name], 12)
  })

  test('of more is the mean over those that occur, predicted ones too', () => {
    const { labels, predictions } = oracles['three-or-more']
    expect(valueWith(name, labels, predictions)).toBeCloseTo(oracles['three-or-more'][name], 12)
  })

  test('counts an example as often as it weighs', () => {
    const classes = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -1, max: 3 }), fc.nat(3)), {
      minLength: 1,
      maxLength: 20,
    })
    fc.assert(
      fc.property(classes, (rows) => {
        const [labels, predictions] = [rows.map(([label]) => label), rows.map(([, top]) => top)]
        const often = rows.flatMap((row) => Array<typeof row>(row[2]).fill(row))
        const binary = looksBinary(labels, predictions)
        const weighted = classStatistic(name, labels, predictions, binary).statistic(
          Uint8Array.from(rows, ([, , weight]) => weight),
        )
        const repeated = classStatistic(
          name,
          often.map(([label]) => label),
          often.map(([, top]) => top),
          binary,
        )
        expect(weighted).toBeCloseTo(repeated.statistic(new Uint8Array(often.length).fill(1)), 12)
      }),
    )
  })

  test('is 1 when all is right, 0 when nothing is', () => {
    expect(valueWith(name, [0, 1, 2], [0, 1, 2])).toBe(1)
    expect(valueWith(name, [0, 1, 2], [1, 2, 0])).toBe(0)
    expect(valueWith(name, [1, 1, 2], [noClass, noClass, noClass])).toBe(0)
  })

  test('never falls by more than it is said it can', () => {
    const { labels, predictions } = oracles['three-or-more']
    const whole = classStatistic(name, labels, predictions, false)
    const before = valueWith(name, labels, predictions)
    for (const [at, label] of labels.entries()) {
      if (predictions[at] !== label) continue
      for (const wrong of [0, 1, 2, 3].filter((each) => each !== label)) {
        const after = valueWith(
          name,
          labels,
          predictions.map((top, other) => (other === at ? wrong : top)),
        )
        expect(before - after).toBeLessThanOrEqual(whole.fall(1) + 1e-12)
      }
    }
    expect(whole.fall(5)).toBeGreaterThan(whole.fall(1))
    expect(whole.fall(0)).toBe(0)
  })
})

test('what is never predicted, or never there, counts 0', () => {
  expect(valueWith('precision', [0, 1, 1], [0, 0, 0])).toBe(0)
  expect(valueWith('recall', [0, 0, 2], [0, 1, 2])).toBeCloseTo((0.5 + 0 + 1) / 3, 12)
})

test('classes 0 and 1 alone are two, whoever names them', () => {
  expect(looksBinary([0, 1, 0], [1, noClass, 0])).toBe(true)
  expect(looksBinary([0, 1, 0], [1, 2, 0])).toBe(false)
})

test('a label of thirty million takes no table of thirty million classes', () => {
  const labels = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? 3e7 : at % 5))
  const { statistic } = classStatistic('f1', labels, labels, false)
  const before = process.memoryUsage().arrayBuffers
  expect(statistic(new Uint8Array(200).fill(1))).toBe(1)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(3e7)
})
