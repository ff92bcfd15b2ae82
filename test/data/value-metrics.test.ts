import { expect, test } from 'vitest'
import { meanStatistic, r2Statistic, rmseStatistic } from '../../src/data/value-metrics.ts'
import { oracles } from './oracles.ts'

const { labels, outputs, rmse, r2 } = oracles.regression
const each = (values: readonly unknown[]): Uint8Array => new Uint8Array(values.length).fill(1)

test('the figures of scikit-learn', () => {
  expect(rmseStatistic(outputs, labels)(each(labels))).toBeCloseTo(rmse, 12)
  expect(r2Statistic(outputs, labels)(each(labels))).toBeCloseTo(r2, 12)
})

test('weights are counts', () => {
  expect(meanStatistic([1, 2, 4])(Uint8Array.of(2, 0, 1))).toBe(2)
  expect(rmseStatistic([1, 2, 4], [1, 0, 0])(Uint8Array.of(1, 0, 1))).toBeCloseTo(Math.sqrt(8), 12)
  const [some, double] = [outputs.slice(0, 5), [...outputs.slice(0, 5), outputs[0]!]]
  const doubled = r2Statistic(double, [...labels.slice(0, 5), labels[0]!])(each(double))
  expect(r2Statistic(some, labels.slice(0, 5))(Uint8Array.of(2, 1, 1, 1, 1))).toBeCloseTo(doubled, 12)
})

test('labels that are all the same are explained altogether or not at all', () => {
  expect(r2Statistic([3, 3], [3, 3])(each([1, 2]))).toBe(1)
  expect(r2Statistic([3, 4], [3, 3])(each([1, 2]))).toBe(0)
})

test('large offsets lose no digits', () => {
  const far = (values: readonly number[]): number[] => values.map((value) => value + 1e8)
  expect(r2Statistic(far(outputs), far(labels))(each(labels))).toBeCloseTo(r2, 6)
})
