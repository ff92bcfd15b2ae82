import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromFloat16, toFloat16 } from '../../src/core/float16.ts'
import { sizeOf, type TensorInfo } from '../../src/core/tensor.ts'
import { batchFor, makeInputs } from '../../src/measure/inputs.ts'
import { parseProcessors } from '../../src/measure/own-process.ts'

const image: TensorInfo = { name: 'image', type: 'float32', dims: ['N', 3, 'H', 'W'] }
const ids: TensorInfo = { name: 'ids', type: 'int64', dims: ['N', 'sequence'] }

describe('inputs from what a model says of itself', () => {
  test('the first symbol is the batch, wherever it stands; others get likely sizes', () => {
    const made = makeInputs(
      [image, ids, { name: 'rate', type: 'int64', dims: [] }, { name: 'state', type: 'float32', dims: [2, 'N', 5] }],
      8,
      1,
    )
    expect(Object.fromEntries(Object.entries(made).map(([name, { dims }]) => [name, dims]))).toEqual({
      image: [8, 3, 64, 64],
      ids: [8, 16],
      rate: [],
      state: [2, 8, 5],
    })
  })

  test('dimensions without names: the first of each input is the batch', () => {
    const made = makeInputs(
      [
        { name: 'x', type: 'float32', dims: ['', 3, '', ''] },
        { name: 'y', type: 'float32', dims: ['', 7] },
      ],
      4,
      1,
    )
    expect(made['x']?.dims).toEqual([4, 3, 64, 64])
    expect(made['y']?.dims).toEqual([4, 7])
  })

  test('the same seed gives the same values, another seed others', () => {
    expect(makeInputs([image], 1, 5)).toEqual(makeInputs([image], 1, 5))
    expect(makeInputs([image], 1, 5)).not.toEqual(makeInputs([image], 1, 6))
  })

  test.each([
    'float32',
    'float64',
    'float16',
    'int8',
    'uint8',
    'int16',
    'uint16',
    'int32',
    'uint32',
    'int64',
    'uint64',
    'bool',
    'string',
  ])('%s', (type) => {
    const made = makeInputs([{ name: 'x', type, dims: ['n', 50] }], 2, 1)['x']
    expect(made?.data).toHaveLength(100)
    expect(new Set(Array.from(made?.data as ArrayLike<unknown>)).size).toBeGreaterThan(1)
  })

  test('a type that cannot be fed is an error', () => {
    expect(() => makeInputs([{ name: 'x', type: 'bfloat16', dims: [1] }], 1, 1)).toThrow(
      expect.objectContaining({ code: 'input-unsupported' }),
    )
  })

  test('data are as long as their shape says', () => {
    const dims = fc.array(fc.oneof(fc.integer({ min: 1, max: 4 }), fc.constantFrom('N', '', 'seq', 'k')), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(dims, (given) => {
        const made = makeInputs([{ name: 'x', type: 'uint8', dims: given }], 1, 1)['x']
        expect(made?.data.length).toBe(sizeOf(made?.dims ?? []))
      }),
    )
  })
})

test('a model of fixed shapes runs at its own batch, and at no other', () => {
  const fixed: TensorInfo[] = [{ name: 'x', type: 'float32', dims: [8, 3] }]
  expect(batchFor(fixed, 1)).toBe(8)
  expect(batchFor(fixed, 8)).toBe(8)
  expect(() => batchFor(fixed, 32)).toThrow(expect.objectContaining({ code: 'batch-fixed' }))
  expect(batchFor([ids], 32)).toBe(32)
})

test('lists of processors', () => {
  expect(parseProcessors('0-3,8')).toEqual([0, 1, 2, 3, 8])
  expect(parseProcessors('5')).toEqual([5])
  expect(parseProcessors('')).toEqual([])
})

describe('half precision', () => {
  test.each([
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [65519, 0x7bff],
    [65520, 0x7c00],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [2 ** -25, 0x0000],
    [0.1, 0x2e66],
    [-0, 0x8000],
  ])('%d', (value, bits) => {
    expect(toFloat16(value)).toBe(bits)
  })

  test('all 65,536 patterns come back', () => {
    const patterns = Array.from({ length: 65536 }, (_, bits) => bits).filter((bits) => !Number.isNaN(fromFloat16(bits)))
    expect(patterns.filter((bits) => toFloat16(fromFloat16(bits)) !== bits)).toEqual([])
    expect(fromFloat16(toFloat16(Number.NaN))).toBeNaN()
  })
})
