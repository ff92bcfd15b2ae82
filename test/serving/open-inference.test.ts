import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Tensor } from '../../src/core/tensor.ts'
import { readTensors, writeTensors } from '../../src/serving/open-inference.ts'

const roundTrip = (tensors: Record<string, Tensor>) => readTensors(JSON.parse(writeTensors(tensors)))

describe('tensors as JSON', () => {
  it('keeps every element type', () => {
    const tensors: Record<string, Tensor> = {
      floats: { type: 'float32', dims: [2, 2], data: Float32Array.of(0.1, -2, 3e30, 1e-40) },
      doubles: { type: 'float64', dims: [1], data: Float64Array.of(0.1) },
      halves: { type: 'float16', dims: [2], data: Uint16Array.of(0x3c00, 0xc000) },
      bytes: { type: 'uint8', dims: [3], data: Uint8Array.of(0, 128, 255) },
      long: { type: 'int64', dims: [2], data: BigInt64Array.of(-5n, 9_007_199_254_740_991n) },
      flags: { type: 'bool', dims: [2], data: Uint8Array.of(1, 0) },
      words: { type: 'string', dims: [2], data: ['a "b"', 'ü'] },
      scalar: { type: 'int32', dims: [], data: Int32Array.of(7) },
    }
    expect(roundTrip(tensors)).toEqual(tensors)
  })

  it('keeps any float32', () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true, noDefaultInfinity: true }), (data) => {
        const read = roundTrip({ x: { type: 'float32', dims: [data.length], data } })['x']?.data as Float32Array
        // -0 is written as 0.
        expect(Array.from(read, (value) => value + 0)).toEqual(Array.from(data, (value) => value + 0))
      }),
    )
  })

  it('takes nested data, as clients send it', () => {
    const [tensor] = Object.values(
      readTensors([
        {
          name: 'x',
          shape: [2, 2],
          datatype: 'FP32',
          data: [
            [1, 2],
            [3, 4],
          ],
        },
      ]),
    )
    expect(tensor?.data).toEqual(Float32Array.of(1, 2, 3, 4))
  })

  it.each([
    [undefined, 'a list of tensors'],
    [[null], 'no name'],
    [[{ name: 'x', shape: [1], datatype: 'FP8', data: [1] }], 'unknown datatype FP8'],
    [[{ name: 'x', shape: [-1], datatype: 'FP32', data: [1] }], 'shape'],
    [[{ name: 'x', shape: [2], datatype: 'FP32', data: [1] }], '1 values do not fill the shape [2]'],
    [[{ name: 'x', shape: [1], datatype: 'FP32', data: ['1'] }], 'not a number'],
    [[{ name: 'x', shape: [1], datatype: 'FP32', data: 1 }], 'not a list'],
  ])('explains %j', (value, words) => {
    expect(() => readTensors(value)).toThrow(words)
  })
})
