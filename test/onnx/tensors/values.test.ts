import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { elementTypes } from '../../../src/onnx/tensors/element-types.ts'
import { rawRangeOf, valuesOf } from '../../../src/onnx/tensors/elements.ts'
import { smallFloats } from '../../../src/onnx/tensors/small-floats.ts'

const empty = { stringData: [], name: 't', docString: '', externalData: [], metadataProps: [] }

function raw(type: string, dims: readonly number[], bytes: readonly number[]): OnnxTensor {
  return { ...empty, dims, dataType: codeOf(type), rawData: Uint8Array.from(bytes) }
}

function fielded(type: string, dims: readonly number[], field: Partial<OnnxTensor>): OnnxTensor {
  return { ...empty, dims, dataType: codeOf(type), ...field }
}

function codeOf(type: string): number {
  return elementTypes.find(({ name }) => name === type)?.code as number
}

describe('floats of eight bits and less', () => {
  // Values of the OCP specifications: largest, smallest normal, smallest subnormal, and what is no number.
  it.each([
    ['float8e4m3fn', 0x7e, 448],
    ['float8e4m3fn', 0x08, 2 ** -6],
    ['float8e4m3fn', 0x01, 2 ** -9],
    ['float8e4m3fn', 0x7f, Number.NaN],
    ['float8e4m3fn', 0xff, Number.NaN],
    ['float8e4m3fn', 0x80, -0],
    ['float8e5m2', 0x7b, 57344],
    ['float8e5m2', 0x04, 2 ** -14],
    ['float8e5m2', 0x01, 2 ** -16],
    ['float8e5m2', 0x7c, Infinity],
    ['float8e5m2', 0xfc, -Infinity],
    ['float8e5m2', 0x7d, Number.NaN],
    ['float8e4m3fnuz', 0x7f, 240],
    ['float8e4m3fnuz', 0x01, 2 ** -10],
    ['float8e4m3fnuz', 0x80, Number.NaN],
    ['float8e5m2fnuz', 0x7f, 57344],
    ['float8e5m2fnuz', 0x01, 2 ** -17],
    ['float8e5m2fnuz', 0x80, Number.NaN],
    ['float8e8m0', 0x00, 2 ** -127],
    ['float8e8m0', 127, 1],
    ['float8e8m0', 0xfe, 2 ** 127],
    ['float8e8m0', 0xff, Number.NaN],
    ['float4e2m1', 0x7, 6],
    ['float4e2m1', 0x1, 0.5],
    ['float4e2m1', 0xf, -6],
    ['float6e2m3', 0x1f, 7.5],
    ['float6e3m2', 0x1f, 28],
  ])('%s: %i is %d', (type, bits, expected) => {
    expect(smallFloats(type)?.[bits]).toBe(expected)
  })

  it('rise with their bits, the sign aside', () => {
    for (const type of ['float8e4m3fn', 'float8e5m2', 'float8e4m3fnuz', 'float8e5m2fnuz', 'float4e2m1', 'float6e3m2']) {
      const table = smallFloats(type) as Float64Array
      const finite = [...table.subarray(0, table.length / 2)].filter((each) => !Number.isNaN(each))
      expect(finite, type).toEqual(finite.toSorted((a, b) => a - b))
    }
  })
})

describe('valuesOf', () => {
  it.each([
    ['uint4, low nibble first', raw('uint4', [3], [0x21, 0x0f]), [1, 2, 15]],
    ['int4', raw('int4', [3], [0xf8, 0x07]), [-8, -1, 7]],
    ['int4 in the typed field', fielded('int4', [3], { int32Data: Int32Array.of(0xf8, 0x07) }), [-8, -1, 7]],
    ['uint2', raw('uint2', [5], [0b11100100, 0b01]), [0, 1, 2, 3, 1]],
    ['int2', raw('int2', [4], [0b11100100]), [0, 1, -2, -1]],
    ['float4e2m1', raw('float4e2m1', [2], [0xf7]), [6, -6]],
    ['float8e5m2 in the typed field', fielded('float8e5m2', [1], { int32Data: Int32Array.of(0x7b) }), [57344]],
    ['bfloat16', raw('bfloat16', [2], [0x80, 0x3f, 0x00, 0xc0]), [1, -2]],
    ['float16', raw('float16', [2], [0x00, 0x3c, 0x00, 0xc0]), [1, -2]],
    ['float16 in the typed field', fielded('float16', [1], { int32Data: Int32Array.of(0x3c00) }), [1]],
    ['int8 in the typed field', fielded('int8', [2], { int32Data: Int32Array.of(-1, 5) }), [-1, 5]],
    [
      'uint32 in the typed field',
      fielded('uint32', [1], { uint64Data: BigUint64Array.of(2n ** 32n - 1n) }),
      [2 ** 32 - 1],
    ],
    ['complex64', fielded('complex64', [1], { floatData: Float32Array.of(3, -4) }), [3, -4]],
    ['complex128', raw('complex128', [1], [...new Uint8Array(Float64Array.of(3, -4).buffer)]), [3, -4]],
    ['bool', raw('bool', [2], [1, 0]), [1, 0]],
    ['none', fielded('float32', [0], {}), []],
  ])('reads %s', (_name, tensor, expected) => {
    expect(Array.from(valuesOf(tensor) ?? [], Number)).toEqual(expected)
  })

  it.each([
    ['texts', fielded('string', [1], { stringData: [Uint8Array.of(65)] })],
    ['too few bytes', raw('float32', [2], [0, 0, 0, 0])],
    ['part of an element', raw('float32', [1], [0, 0, 0])],
    ['too many nibbles', raw('int4', [2], [0, 0])],
    ['dims that are no sizes', raw('int4', [-1], [])],
    ['another file', fielded('float32', [1], { dataLocation: 1 })],
    ['a type that is not one', { ...raw('float32', [1], [0, 0, 0, 0]), dataType: 99 }],
  ])('knows nothing of %s', (_name, tensor) => {
    expect(valuesOf(tensor)).toBeUndefined()
  })

  it('finds the same in the typed field as in the raw data', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('uint8', 'int8', 'uint16', 'int16', 'int32', 'float16', 'bfloat16', 'float8e4m3fn', 'int4'),
        fc
          .array(fc.nat(255), { minLength: 4, maxLength: 16 })
          .map((all) => all.slice(0, all.length - (all.length % 4))),
        (type, bytes) => {
          const bits = elementTypes.find(({ name }) => name === type)?.bits ?? 8
          const dims = [(bytes.length * 8) / bits]
          const stored = raw(type, dims, bytes)
          const data = Uint8Array.from(bytes)
          const patterns = bits === 32 ? new Int32Array(data.buffer) : bits === 16 ? new Uint16Array(data.buffer) : data
          const typed = fielded(type, dims, { int32Data: Int32Array.from(patterns) })
          expect(valuesOf(typed)).toEqual(valuesOf(stored))
          const range = rawRangeOf(typed)
          expect([...(range?.source.read(range.start, range.end) ?? [])]).toEqual(bytes)
        },
      ),
    )
  })
})
