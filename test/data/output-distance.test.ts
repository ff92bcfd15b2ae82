import { expect, test } from 'vitest'
import type { Tensor } from '../../src/core/tensor.ts'
import { outputDistances } from '../../src/data/output-distance.ts'

const floats = (dims: readonly number[], ...data: number[]): Tensor => ({
  type: 'float32',
  dims,
  data: Float32Array.from(data),
})

const labels = (...data: number[]): Tensor => ({
  type: 'int64',
  dims: [data.length],
  data: BigInt64Array.from(data, BigInt),
})

function distances(given: Record<string, Tensor>, expected: Record<string, Tensor>): object {
  const found = outputDistances(given, expected)
  return 'distances' in found ? Object.fromEntries(found.distances) : found
}

test('floating-point outputs lie apart by their output error, whatever their shapes', () => {
  // ‖(3, 4)‖ is 5, and the other lies 1 from it.
  expect(distances({ y: floats([2], 3, 5) }, { y: floats([2], 3, 4) })).toEqual({ y: 0.2 })
  expect(distances({ y: floats([], 2) }, { y: floats([], 1) })).toEqual({ y: 1 })
  expect(distances({ y: floats([1], 1), more: floats([1], 9) }, { y: floats([1], 1) })).toEqual({ y: 0 })
})

test('each output by itself: a large one says nothing of a small one beside it', () => {
  const large = floats([2], 300, 400)
  expect(distances({ large, small: floats([1], 2) }, { large, small: floats([1], 1) })).toEqual({ large: 0, small: 1 })
})

test('other outputs lie apart by the share of their elements that differ', () => {
  expect(distances({ label: labels(1, 2, 3, 4) }, { label: labels(1, 2, 3, 5) })).toEqual({ label: 0.25 })
  const scores = floats([2], 1, 0)
  expect(distances({ label: labels(1), scores }, { label: labels(2), scores })).toEqual({ label: 1, scores: 0 })
  const text = (...data: string[]): Tensor => ({ type: 'string', dims: [data.length], data })
  expect(distances({ word: text('a', 'b') }, { word: text('a', 'c') })).toEqual({ word: 0.5 })
  expect(distances({ none: labels() }, { none: labels() })).toEqual({ none: 0 })
})

test.each([
  ['another shape', { y: floats([2], 1, 2) }, "its output y is float32[2], production's float32[3]"],
  ['another type', { y: labels(1, 2, 3) }, "its output y is int64[3], production's float32[3]"],
  ['none of the name', { z: floats([3], 1, 2, 3) }, 'there is no output y'],
  [
    'NaN',
    { y: floats([3], 1, Number.NaN, 3) },
    'it gives NaN or infinity where production gives another number, or the other way about',
  ],
])('%s has no distance', (_, given, reason) => {
  expect(outputDistances(given as Record<string, Tensor>, { y: floats([3], 1, 2, 3) })).toEqual({ reason })
})

test('what neither gives a number for has no distance, and some numbers suffice', () => {
  const none = floats([2], Infinity, Number.NaN)
  const reason = 'production gives no number in its output y, only NaN and infinity'
  expect(outputDistances({ y: none }, { y: none })).toEqual({ reason })
  expect(distances({ y: floats([2], Infinity, 1) }, { y: floats([2], Infinity, 1) })).toEqual({ y: 0 })
})
