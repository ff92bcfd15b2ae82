import { describe, expect, it } from 'vitest'
import { largestDifference } from '../../src/optimize/agree.ts'

describe('largestDifference', () => {
  const floats = (...data: number[]) =>
    ({ y: { type: 'float32', dims: [data.length], data: Float32Array.from(data) } }) as const

  it('is relative to the largest element, and to 1 at least', () => {
    expect(largestDifference(floats(0, 0.5), floats(0, 0.25))).toBe(0.25)
    expect(largestDifference(floats(0, 100), floats(1, 100))).toBe(0.01)
    expect(largestDifference(floats(1, 2), floats(1, 2))).toBe(0)
  })

  it('takes equal infinities and NaN for equal, and anything beside them for worlds apart', () => {
    expect(largestDifference(floats(Number.NaN, -Infinity), floats(Number.NaN, -Infinity))).toBe(0)
    expect(largestDifference(floats(Number.NaN), floats(0))).toBe(Number.POSITIVE_INFINITY)
    expect(largestDifference(floats(Infinity), floats(-Infinity))).toBe(Number.POSITIVE_INFINITY)
  })

  it('wants integers, shapes, types and names to be the same', () => {
    const integers = (value: bigint) => ({ y: { type: 'int64', dims: [1], data: BigInt64Array.of(value) } }) as const
    expect(largestDifference(integers(3n), integers(3n))).toBe(0)
    expect(largestDifference(integers(3n), integers(4n))).toBe(Number.POSITIVE_INFINITY)
    expect(largestDifference(floats(1), floats(1, 1))).toBe(Number.POSITIVE_INFINITY)
    expect(largestDifference(floats(1), integers(1n))).toBe(Number.POSITIVE_INFINITY)
    expect(largestDifference(floats(1), {})).toBe(Number.POSITIVE_INFINITY)
  })

  it('reads half precision as numbers', () => {
    const halves = (bits: number) => ({ y: { type: 'float16', dims: [1], data: Uint16Array.of(bits) } }) as const
    // 1.0 and the next number above it, 2^-10 more.
    expect(largestDifference(halves(0x3c00), halves(0x3c01))).toBe(2 ** -10)
  })
})
