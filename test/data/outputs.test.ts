import { describe, expect, test } from 'vitest'
import type { Tensor } from '../../src/core/tensor.ts'
import { classScoresOf, floatOutputsOf, outputsOf, scoresOf } from '../../src/data/outputs.ts'

const floats = (dims: readonly number[], ...values: number[]): Tensor => ({
  type: 'float32',
  dims,
  data: Float32Array.from(values),
})
const ids: Tensor = { type: 'int64', dims: [2], data: BigInt64Array.of(1n, 2n) }

describe('scores', () => {
  test('are the last axis of the first floating-point output, half precision included', () => {
    const half: Tensor = { type: 'float16', dims: [2, 2], data: Uint16Array.of(0xbc00, 0x3c00, 0, 0x4000) }
    const { classes, row } = scoresOf({ ids, half }, 2, 'candidate')
    expect(classes).toBe(2)
    expect([...row(0), ...row(1)]).toEqual([-1, 1, 0, 2])
  })

  test.each([
    ['[2]', [2]],
    ['[2, 1]', [2, 1]],
  ])('of shape %s are one number for each example, which is no class', (_, dims) => {
    const outputs = { y: floats(dims, 7, 8) }
    expect([...scoresOf(outputs, 2, 'candidate').row(1)]).toEqual([8])
    expect(() => classScoresOf(outputs, 2, 'candidate')).toThrow(
      expect.objectContaining({ code: 'output-not-classes' }),
    )
  })

  test.each([
    ['no batch', { y: floats([4], 1, 2, 3, 4) }],
    ['a score for each step of a sequence', { y: floats([2, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8) }],
    ['no floating-point output', { ids }],
    ['nothing in them', { y: floats([2, 0]) }],
  ])('cannot be told from %s', (_, outputs) => {
    expect(() => scoresOf(outputs, 2, 'candidate')).toThrow(expect.objectContaining({ code: 'output-not-classes' }))
  })
})

test('the outputs of one example keep a batch of one', () => {
  const { y } = outputsOf({ y: floats([2, 3], 1, 2, 3, 4, 5, 6) }, 1, 2, 'candidate')
  expect(y).toEqual(floats([1, 3], 4, 5, 6))
})

test('outputs that are no row for each example are refused', () => {
  const outputs = { y: floats([3], 1, 2, 3) }
  expect(() => outputsOf(outputs, 0, 2, 'candidate')).toThrow(expect.objectContaining({ code: 'output-not-rows' }))
  expect(() => floatOutputsOf(outputs, 2, 'candidate')).toThrow(expect.objectContaining({ code: 'output-not-rows' }))
  expect(() => floatOutputsOf({ ids }, 2, 'candidate')).toThrow(expect.objectContaining({ code: 'output-not-rows' }))
})
