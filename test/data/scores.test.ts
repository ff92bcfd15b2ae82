import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  lossOf,
  noClass,
  rankOf,
  readingsOf,
  scoreTypeOf,
  scoreTypeTogether,
  softmax,
  topClass,
} from '../../src/data/scores.ts'
import { oracles } from './oracles.ts'

const row = (...scores: number[]): Float64Array => Float64Array.from(scores)
const rows = oracles['three-or-more'].logits.map((scores) => row(...scores))
const { labels } = oracles['three-or-more']

test('the top class is the first of the highest; a NaN score makes none', () => {
  expect([row(0, 2, 1), row(5, 5, 1), row(-3, -2, -1), row(9, Number.NaN, 1)].map(topClass)).toEqual([1, 0, 2, noClass])
})

describe('the rank of the label', () => {
  test('counts others that score as high, and is beyond all classes where a score is NaN', () => {
    const scores = row(0.1, 0.5, 0.5, 0.9)
    expect([0, 1, 2, 3].map((label) => rankOf(label, scores))).toEqual([3, 2, 2, 0])
    expect(rankOf(0, row(1, Number.NaN))).toBe(2)
  })

  test('is 0 for the top class alone, and for none among equals', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 6 }).map((each) => row(...each))
    fc.assert(
      fc.property(scores, (each) => {
        const ranks = [...each].map((_, label) => rankOf(label, each))
        const tops = each.filter((score) => score === Math.max(...each)).length
        expect(ranks.indexOf(0)).toBe(tops === 1 ? topClass(each) : -1)
        expect(ranks.every((rank) => rank >= 0 && rank < each.length)).toBe(true)
        if (new Set(each).size === each.length) expect(ranks.toSorted()).toEqual([...each.keys()])
      }),
    )
  })

  test('makes no label one of the top five of six classes that all score the same', () => {
    expect([0, 1, 2, 3, 4, 5].map((label) => rankOf(label, row(0, 0, 0, 0, 0, 0)))).toEqual(Array(6).fill(5))
  })

  test('gives the top-2 accuracy of scikit-learn', () => {
    const among = rows.filter((scores, at) => rankOf(labels[at]!, scores) < 2)
    expect(among.length / rows.length).toBe(oracles['three-or-more']['top-2'])
  })
})

describe('probabilities', () => {
  test.each([
    [[0.2, 0.3, 0.5], 'probabilities'],
    [[0.199, 0.3, 0.499], 'probabilities'],
    [[0.7], 'probabilities'],
    [[0.2, 0.2], 'either'],
    [[0.4, 0.4, 0.05], 'either'],
    [Array(100).fill(0.011), 'either'],
    [[0.6, 0.6], 'logits'],
    [[-0.5, 1.5], 'logits'],
    [[1.5], 'logits'],
    [[1.5, 0.1], 'logits'],
    [[Number.NaN, 1], 'logits'],
  ] as const)('%j: %s', (scores, wanted) => {
    expect(scoreTypeOf(row(...scores))).toBe(wanted)
  })

  test('are what all examples can be', () => {
    expect(scoreTypeTogether('probabilities', 'either')).toBe('either')
    expect(scoreTypeTogether('logits', 'probabilities')).toBe('logits')
    expect(scoreTypeTogether('probabilities', 'probabilities')).toBe('probabilities')
  })

  test.each([
    [
      ['probabilities', 'either'],
      ['probabilities', 'probabilities'],
    ],
    [
      ['either', 'either'],
      ['probabilities', 'probabilities'],
    ],
    [
      ['either', 'probabilities'],
      ['probabilities', 'probabilities'],
    ],
    [
      ['logits', 'either'],
      ['logits', 'logits'],
    ],
    [
      ['logits', 'logits', 'either'],
      ['logits', 'logits', 'logits'],
    ],
    [
      ['probabilities', 'logits', 'either'],
      ['probabilities', 'logits', 'probabilities'],
    ],
    [
      ['either', 'logits'],
      ['probabilities', 'logits'],
    ],
  ] as const)('is decided for all contenders at once: %j are %j', (scoreTypes, wanted) => {
    expect(readingsOf(scoreTypes)).toEqual(wanted)
  })

  test('of logits add up to 1, however large these are', () => {
    expect([...softmax(row(1000, 1000))]).toEqual([0.5, 0.5])
    expect(softmax(row(1, 2, 3)).reduce((sum, each) => sum + each)).toBeCloseTo(1, 12)
  })
})

describe('the loss', () => {
  const mean = (losses: readonly number[]): number => losses.reduce((sum, each) => sum + each) / losses.length

  test('of logits and of their probabilities is scikit-learn’s log_loss', () => {
    const ofLogits = rows.map((scores, at) => lossOf(labels[at]!, scores, 'logits'))
    const ofProbabilities = rows.map((scores, at) => lossOf(labels[at]!, softmax(scores), 'probabilities'))
    expect(mean(ofLogits)).toBeCloseTo(oracles['three-or-more']['log-loss'], 12)
    expect(mean(ofProbabilities)).toBeCloseTo(oracles['three-or-more']['log-loss'], 12)
  })

  test('of a single score is that of class 1 against class 0', () => {
    expect(lossOf(1, row(0.8), 'probabilities')).toBeCloseTo(-Math.log(0.8), 12)
    expect(lossOf(0, row(0.8), 'probabilities')).toBeCloseTo(-Math.log(0.2), 12)
    expect(lossOf(1, row(2), 'logits')).toBeCloseTo(Math.log1p(Math.exp(-2)), 12)
    expect(lossOf(0, row(2), 'logits')).toBeCloseTo(Math.log1p(Math.exp(2)), 12)
  })

  test('gives no credit for what scores add up to beyond 1, and no back what rounding took', () => {
    // Divided by their sum, these are 0.6 and 0.4.
    expect(lossOf(0, row(0.612, 0.408), 'probabilities')).toBeCloseTo(-Math.log(0.6), 12)
    const many = row(...Array<number>(1000).fill(0.0029))
    expect(lossOf(7, many, 'probabilities')).toBeCloseTo(Math.log(1000), 10)
    expect(lossOf(0, row(0.5, 0.3), 'probabilities')).toBeCloseTo(-Math.log(0.5), 12)
    // What single floats are off by is left alone.
    expect(lossOf(0, row(0.6, 0.400001), 'probabilities')).toBe(-Math.log(0.6))
  })

  test('is bounded by the precision of single floats, on NaN too', () => {
    const most = -Math.log(2 ** -23)
    expect(lossOf(0, row(0, 1), 'probabilities')).toBeCloseTo(most, 10)
    expect(lossOf(0, row(-500, 500), 'logits')).toBeCloseTo(most, 10)
    expect(lossOf(0, row(Number.NaN, 1), 'logits')).toBeCloseTo(most, 10)
    expect(lossOf(1, row(0, 1.0000001), 'probabilities')).toBe(0)
  })
})
