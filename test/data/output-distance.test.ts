import { expect, test } from 'vitest'
import type { Tensor } from '../../src/core/tensor.ts'
import { outputDistance } from '../../src/data/output-distance.ts'

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

test('floating-point outputs differ by their output error, whatever their shapes', () => {
  // ‖(3, 4)‖ is 5, and the other lies 1 from it.
  expect(outputDistance({ y: floats([2], 3, 5) }, { y: floats([2], 3, 4) })).toEqual({ distance: 0.2 })
  expect(outputDistance({ y: floats([], 2) }, { y: floats([], 1) })).toEqual({ distance: 1 })
  expect(
    outputDistance({ y: floats([2, 1], 0, 0), z: floats([1], 4) }, { y: floats([2, 1], 3, 0), z: floats([1], 4) }),
  ).toEqual({
    distance: 0.6,
  })
  expect(outputDistance({ y: floats([1], 1), more: floats([1], 9) }, { y: floats([1], 1) })).toEqual({ distance: 0 })
})

test('other outputs differ by the share of their elements that differ, and the larger counts', () => {
  expect(outputDistance({ label: labels(1, 2, 3, 4) }, { label: labels(1, 2, 3, 5) })).toEqual({ distance: 0.25 })
  const scores = floats([2], 1, 0)
  expect(outputDistance({ label: labels(1), scores }, { label: labels(2), scores })).toEqual({ distance: 1 })
  const text = (...data: string[]): Tensor => ({ type: 'string', dims: [data.length], data })
  expect(outputDistance({ word: text('a', 'b') }, { word: text('a', 'c') })).toEqual({ distance: 0.5 })
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
  expect(outputDistance(given as Record<string, Tensor>, { y: floats([3], 1, 2, 3) })).toEqual({ reason })
})
