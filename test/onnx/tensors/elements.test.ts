import { describe, expect, it } from 'vitest'
import type { OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { tensor } from '../../../src/onnx/graph/build.ts'
import { elementsOf, tensorOf } from '../../../src/onnx/tensors/elements.ts'

/** A tensor whose elements stand in a typed field. */
function typed(dataType: number, fields: Partial<OnnxTensor>): OnnxTensor {
  const { rawData: _raw, ...rest } = tensor('t', 'float32', [2], new Uint8Array(0))
  return { ...rest, dataType, ...fields }
}

describe('elementsOf', () => {
  it.each([
    ['float32', Float32Array.of(1.5, -2)],
    ['float64', Float64Array.of(0.1, 1e300)],
    ['float16', Uint16Array.of(0x3c00, 0xc000)],
    ['int8', Int8Array.of(-128, 127)],
    ['uint8', Uint8Array.of(0, 255)],
    ['int64', BigInt64Array.of(-1n, 2n ** 62n)],
    ['bool', Uint8Array.of(0, 1)],
  ] as const)('reads raw %s at any address', (type, data) => {
    const raw = new Uint8Array(data.byteLength + 1)
    raw.set(new Uint8Array(data.buffer), 1)
    expect(elementsOf({ ...tensor('t', type, [2], data), rawData: raw.subarray(1) })).toEqual(data)
  })

  it.each([
    ['float32', typed(1, { floatData: Float32Array.of(1, 2) }), Float32Array.of(1, 2)],
    ['uint8', typed(2, { int32Data: Int32Array.of(0, 255) }), Uint8Array.of(0, 255)],
    ['float16', typed(10, { int32Data: Int32Array.of(0x3c00, 0xc000) }), Uint16Array.of(0x3c00, 0xc000)],
    ['int64', typed(7, { int64Data: BigInt64Array.of(1n, -2n) }), BigInt64Array.of(1n, -2n)],
    ['uint32', typed(12, { uint64Data: BigUint64Array.of(1n, 2n ** 32n - 1n) }), Uint32Array.of(1, 2 ** 32 - 1)],
    ['float64', typed(11, { doubleData: Float64Array.of(0.1, 2) }), Float64Array.of(0.1, 2)],
    ['string', typed(8, { stringData: ['a', 'ß'].map((text) => new TextEncoder().encode(text)) }), ['a', 'ß']],
  ])('reads %s from its field', (_type, constant, expected) => {
    expect(elementsOf(constant)).toEqual(expected)
  })

  it('gives nothing for data that are elsewhere, of another size, or of a type JavaScript has no array for', () => {
    const constant = tensor('t', 'float32', [2], Float32Array.of(1, 2))
    expect(elementsOf({ ...constant, dataLocation: 1 })).toBeUndefined()
    expect(elementsOf({ ...constant, dims: [3] })).toBeUndefined()
    expect(elementsOf({ ...constant, rawData: new Uint8Array(7) })).toBeUndefined()
    expect(elementsOf({ ...constant, dataType: 22 })).toBeUndefined()
  })

  it('gives a tensor that a runtime takes', () => {
    expect(tensorOf(tensor('t', 'int32', [], Int32Array.of(7)))).toEqual({
      type: 'int32',
      dims: [],
      data: Int32Array.of(7),
    })
    expect(tensorOf({ ...tensor('t', 'float16', [1], Uint16Array.of(1)), dataType: 16 })).toBeUndefined()
  })
})
