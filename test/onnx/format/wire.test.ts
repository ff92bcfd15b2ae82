import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joined, sink, writeDouble, writeFloat, writeInt, writeInt64, writeTag } from '../../../src/onnx/format/sink.ts'
import {
  cursorOverBytes as cursorOver,
  readDouble,
  readFloat,
  readInt,
  readInt64,
  readTag,
  readUint64,
  skip,
  WireError,
} from '../../../src/onnx/format/wire.ts'

describe('the wire format', () => {
  it('brings safe integers back', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (value) => {
        const to = sink()
        writeInt(to, value)
        expect(readInt(cursorOver(joined(to)))).toBe(value)
      }),
    )
  })

  it('brings all 64 bits back, signed and unsigned', () => {
    fc.assert(
      fc.property(fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n), (value) => {
        const to = sink()
        writeInt64(to, value)
        const bytes = joined(to)
        expect(readInt64(cursorOver(bytes))).toBe(value)
        expect(readUint64(cursorOver(bytes))).toBe(BigInt.asUintN(64, value))
      }),
    )
  })

  it('brings floats back', () => {
    fc.assert(
      fc.property(fc.float(), fc.double(), (float, double) => {
        const to = sink()
        writeFloat(to, float)
        writeDouble(to, double)
        const cursor = cursorOver(joined(to))
        expect([readFloat(cursor), readDouble(cursor)]).toEqual([float, double])
      }),
    )
  })

  it('knows the examples of the specification', () => {
    // protobuf.dev/programming-guides/encoding: 150 is 96 01, -2 is fe ff … 01, field 1 as a varint is 08.
    const to = sink()
    writeTag(to, 1, 0)
    writeInt(to, 150)
    writeInt(to, -2)
    expect([...joined(to)]).toEqual([0x08, 0x96, 0x01, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01])
  })

  it.each([
    ['a number without an end', [0x80, 0x80]],
    ['a number of 11 bytes', Array.from({ length: 11 }, () => 0x80)],
  ])('refuses %s', (_name, bytes) => {
    expect(() => readInt(cursorOver(Uint8Array.from(bytes)))).toThrow(WireError)
  })

  it('refuses field number 0 and steps over groups', () => {
    expect(() => readTag(cursorOver(Uint8Array.of(0)))).toThrow('no valid number')
    // Field 1 opens a group that holds field 2 = 5 and closes.
    const cursor = cursorOver(Uint8Array.of(0x0b, 0x10, 5, 0x0c, 9))
    const tag = readTag(cursor)
    skip(cursor, tag)
    expect(cursor.at).toBe(4)
  })

  it('refuses a length that reaches past the end, however large', () => {
    for (const length of [5, 2 ** 31, 2 ** 40]) {
      const to = sink()
      writeTag(to, 1, 2)
      writeInt(to, length)
      const cursor = cursorOver(joined(to))
      readTag(cursor)
      expect(() => skip(cursor, 2, 1)).toThrow('were announced')
    }
  })
})
