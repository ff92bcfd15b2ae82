import { expect, test } from 'vitest'
import { weightsOf } from '../../src/stats/weighted.ts'

test('weights are 1 up to the usual scatter, and fall with its square beyond', () => {
  expect(weightsOf([1, 1, 2])).toEqual([1, 1, 0.25])
})

test('weights of what scatters as much as usual, or not at all, are 1', () => {
  expect(weightsOf([2, 2, 2])).toEqual([1, 1, 1])
  expect(weightsOf([0, 0, 5])).toEqual([1, 1, 1])
  expect(weightsOf([])).toEqual([])
})
