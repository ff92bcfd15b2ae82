import { describe, expect, test } from 'vitest'
import type { Tensor } from '../../src/core/tensor.ts'
import { agreements, correctness, loadMetric, noClass, outputsOf, topClasses } from '../../src/data/quality.ts'
import { testWorld } from '../world.ts'

const scores = (dims: readonly number[], ...values: number[]): Tensor => ({
  type: 'float32',
  dims,
  data: Float32Array.from(values),
})

describe('top classes', () => {
  test('are the argmax of the last axis, the first of equals; a NaN score makes none', () => {
    const output = scores([4, 3], 0, 2, 1, 5, 5, 1, -3, -2, -1, 9, Number.NaN, 1)
    expect(topClasses({ scores: output }, 4, 'candidate')).toEqual([1, 0, 2, noClass])
  })

  test('come from the first floating-point output, half precision included', () => {
    const half: Tensor = { type: 'float16', dims: [1, 2], data: Uint16Array.of(0xbc00, 0x3c00) }
    const ids: Tensor = { type: 'int64', dims: [1, 2], data: BigInt64Array.of(9n, 0n) }
    expect(topClasses({ ids, half }, 1, 'candidate')).toEqual([1])
  })

  test.each([
    ['one score', { y: scores([2, 1], 1, 2) }],
    ['no batch', { y: scores([4], 1, 2, 3, 4) }],
    ['a score for each step of a sequence', { y: scores([2, 2, 2], 1, 2, 3, 4, 5, 6, 7, 8) }],
    ['no floating-point output', { y: { type: 'int64', dims: [2], data: BigInt64Array.of(1n, 2n) } as const }],
  ])('cannot be told from %s', (_, outputs) => {
    expect(() => topClasses(outputs, 2, 'candidate')).toThrow(expect.objectContaining({ code: 'output-not-classes' }))
  })
})

test('what has no class is never right, and agrees with nothing', () => {
  expect(correctness([1, noClass, 2], [1, 0, 0])).toEqual([1, 0, 0])
  expect(agreements([1, noClass, 2], [1, noClass, 0])).toEqual([1, 0, 0])
})

describe('a metric of the user', () => {
  async function metric(source: string) {
    const world = await testWorld()
    const path = `${world.cwd}/metric.mjs`
    await world.files.writeText(path, source)
    return loadMetric({ path, sha256: await world.files.hash(path) }, world.trust)
  }

  test('is given the outputs of one example, its label and its place', async () => {
    const value = await metric(
      'export default ({ outputs, label, index }) => outputs.y.data[0] * 100 + label * 10 + index',
    )
    const outputs = outputsOf({ y: scores([2, 1], 3, 4) }, 1, 2, 'candidate')
    expect(outputs['y']?.dims).toEqual([1, 1])
    expect(await value({ outputs, label: 2, index: 7 })).toBe(427)
  })

  test('must give a finite number', async () => {
    const value = await metric('export default () => NaN')
    await expect(value({ outputs: {}, label: undefined, index: 3 })).rejects.toEqual(
      expect.objectContaining({ code: 'user-module', message: expect.stringContaining('NaN for example 3') }),
    )
  })
})
