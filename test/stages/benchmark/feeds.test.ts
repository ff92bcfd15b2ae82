import { expect, test } from 'vitest'
import type { Tensor } from '../../../src/core/tensor.ts'
import type { Data } from '../../../src/data/fit.ts'
import { benchmarkSettings } from '../../../src/stages/benchmark/settings.ts'
import { feedsOf } from '../../../src/stages/benchmark/speed.ts'
import { columnsOf } from '../../data/columns.ts'

const input = { name: 'x', type: 'float32', dims: ['N', 1] }
const settings = benchmarkSettings.parse({})
const x: Tensor = { type: 'float32', dims: [1000, 1], data: Float32Array.from({ length: 1000 }, (_, at) => at) }
const data: Data = { name: 'eval', examples: 1000, inputs: { x }, columns: columnsOf({}) }

test('every block runs on other examples of the data, from all over them however few blocks there are', () => {
  const feeds = feedsOf([input], data, 2, settings)
  const starts = Array.from({ length: 16 }, (_, block) => Number(feeds(block)['x']?.data[0]))
  expect(starts[0]).toBe(0)
  expect(new Set(starts.slice(0, 8).map((start) => Math.floor(start / 250))).size).toBe(4)
  expect(new Set(starts.map((start) => Math.floor(start / 125))).size).toBe(8)
  expect(new Set(starts).size).toBe(16)
  for (const [block, start] of starts.entries())
    expect(feeds(block)['x']).toMatchObject({ dims: [2, 1], data: Float32Array.of(start, start + 1) })
  // The same again: whoever goes on with blocks of before has those of the same inputs.
  expect(feeds(3)).toEqual(feedsOf([input], data, 2, settings)(3))
})

test('made-up inputs are the same in all blocks', () => {
  const feeds = feedsOf([input], undefined, 2, settings)
  expect(feeds(5)).toBe(feeds(0))
})
