import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memory, whole } from '../../../src/core/bytes.ts'
import { toFloat16 } from '../../../src/core/float16.ts'
import { countNonFinite } from '../../../src/onnx/tensors/finite.ts'

function counted(type: string, data: ArrayBufferView): unknown {
  return countNonFinite(whole(memory(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))), type)
}

describe('elements that are no finite numbers', () => {
  const odd = fc.constantFrom(Number.NaN, Infinity, -Infinity, 0, -0, 1, -3.4e38, 1e-45)

  it('are counted in floats of 16, 32 and 64 bits', () => {
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 40 }), (values) => {
        const expected = {
          nan: values.filter((value) => Number.isNaN(value)).length,
          infinite: values.filter((value) => Math.abs(value) === Infinity).length,
        }
        expect(counted('float32', Float32Array.from(values))).toEqual(expected)
        expect(counted('float64', Float64Array.from(values))).toEqual(expected)
        // 3.4e38 is beyond float16.
        const small = values.map((value) => (Math.abs(value) > 1e38 && Math.abs(value) < Infinity ? 1 : value))
        expect(counted('float16', Uint16Array.from(small, toFloat16))).toEqual(expected)
        const halves = new Uint32Array(Float32Array.from(small).buffer)
        expect(
          counted(
            'bfloat16',
            Uint16Array.from(halves, (word) => word >>> 16),
          ),
        ).toEqual(expected)
      }),
    )
  })

  it('are found with every bit pattern, wherever the piece ends', () => {
    const values = new Float32Array(2 ** 18 + 3)
    values[2 ** 18 - 1] = Number.NaN
    values[2 ** 18 + 2] = -Infinity
    new Uint32Array(values.buffer)[5] = 0xffffffff
    new Uint32Array(values.buffer)[6] = 0x7f800001
    expect(counted('float32', values)).toEqual({ nan: 3, infinite: 1 })
  })

  it('are counted in floats of eight bits, and there are none in integers', () => {
    expect(counted('float8e4m3fn', Uint8Array.of(0x7f, 0xff, 0x7e))).toEqual({ nan: 2, infinite: 0 })
    expect(counted('float8e5m2', Uint8Array.of(0x7c, 0xfc, 0x7d, 0x7b))).toEqual({ nan: 1, infinite: 2 })
    expect(counted('float4e2m1', Uint8Array.of(0xff))).toEqual({ nan: 0, infinite: 0 })
    expect(counted('int32', Int32Array.of(-1, 0x7fc00000))).toEqual({ nan: 0, infinite: 0 })
  })
})
