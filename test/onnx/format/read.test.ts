import { fromBinary, toBinary } from '@bufbuild/protobuf'
import fc from 'fast-check'
import { ModelProtoSchema } from 'onnx-buf'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/core/errors/index.ts'
import { readModel, writeModel } from '../../../src/onnx/format/index.ts'
import type { Model } from '../../../src/onnx/format/messages.ts'
import { digitsBytes, soundModel, withGraph } from '../models.ts'

/** The bytes a model has when nothing is copied from a file it was read from: a clone remembers none. */
function rewritten(model: Model): Uint8Array {
  return writeModel(structuredClone(model))
}

function codeOf(bytes: Uint8Array): string {
  try {
    readModel(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof UserError) return error.code
    throw error
  }
}

describe('readModel', () => {
  it('reads what an independent reader of ONNX reads', () => {
    const bytes = digitsBytes('digits-candidate')
    const ours = readModel(bytes)
    const theirs = fromBinary(ModelProtoSchema, bytes)
    expect(ours.irVersion).toBe(Number(theirs.irVersion))
    expect(ours.metadataProps.map(({ key, value }) => [key, value])).toEqual(
      theirs.metadataProps.map((p) => [p.key, p.value]),
    )
    expect(ours.graph?.node.map((n) => [n.opType, n.name, n.input, n.output])).toEqual(
      theirs.graph?.node.map((n) => [n.opType, n.name, n.input, n.output]),
    )
    expect(ours.graph?.node.flatMap((n) => n.attribute.map((a) => [a.name, a.type, a.i ?? 0n]))).toEqual(
      theirs.graph?.node.flatMap((n) => n.attribute.map((a) => [a.name, a.type, a.i])),
    )
    expect(ours.graph?.initializer.map((t) => [t.name, t.dims, t.dataType, t.rawData])).toEqual(
      theirs.graph?.initializer.map((t) => [t.name, t.dims.map(Number), t.dataType, t.rawData]),
    )
  })

  it('takes numbers packed and unpacked', () => {
    // dims: field 1 of a tensor (field 5 of the graph, field 7 of the model), unpacked and packed.
    const unpacked = Uint8Array.of(0x3a, 6, 0x2a, 4, 0x08, 3, 0x08, 2)
    const packed = Uint8Array.of(0x3a, 6, 0x2a, 4, 0x0a, 2, 3, 2)
    for (const bytes of [unpacked, packed]) expect(readModel(bytes).graph?.initializer[0]?.dims).toEqual([3, 2])
  })

  it('merges a message that comes twice, as protobuf demands', () => {
    const graphName = Uint8Array.of(0x3a, 3, 0x12, 1, 0x61)
    const graphDoc = Uint8Array.of(0x3a, 3, 0x52, 1, 0x62)
    const model = readModel(Uint8Array.of(...graphName, ...graphDoc))
    expect(model.graph).toMatchObject({ name: 'a', docString: 'b' })
  })

  // How its time grows is measured by lab/growth.ts.
  it('reads a message in forty thousand pieces', () => {
    const bytes = new Uint8Array(160_000)
    for (let at = 0; at < bytes.length; at += 4) bytes.set([0x3a, 2, 0x52, 0], at)
    expect(codeOf(bytes)).toBe('read')
  })

  it.each([
    ['is empty', ''],
    ['is a Git LFS pointer to the model', 'version https://git-lfs.github.com/spec/v1\noid sha256:00'],
    ["is in onnxruntime's own .ort format", '\x18\0\0\0ORTM....'],
    ['is a zip archive', 'PK\x03\x04....'],
    ['is a safetensors file', '\x40\0\0\0\0\0\0\0{"weight":'],
    ['is a web page', '\n<!DOCTYPE html><html>'],
    ['is JSON', '{"message":"Not Found"}'],
    ['is compressed', '\x1f\x8b\x08'],
    ['holds no ONNX data', 'hello world, this is text'],
    ['holds no ONNX data', '\x00\x01\x02\x03'],
    ['holds no graph', '\x08\x08'],
  ])('says of a file that it %s', (why, text) => {
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    expect(() => readModel(bytes, 'model.onnx')).toThrow(`model.onnx is not an ONNX model: it ${why}`)
    expect(codeOf(bytes)).toBe('model-not-onnx')
  })

  it('tells a model that is cut off from one that is damaged', () => {
    const bytes = digitsBytes('digits-candidate')
    expect(codeOf(bytes.subarray(0, 100_000))).toBe('model-truncated')
    // The name of the graph announces 9 bytes; the graph has one.
    expect(codeOf(Uint8Array.of(0x3a, 3, 0x12, 9, 0x61, 0x08, 0x08))).toBe('model-corrupt')
  })

  it('never reads a model that is cut off anywhere before its operator sets', () => {
    const bytes = writeModel(soundModel())
    for (let end = 0; end < bytes.length; end++) {
      const code = codeOf(bytes.subarray(0, end))
      // Cut exactly between two outermost fields it is a model, one without operators or metadata: `checkModel` sees that.
      if (code === 'read') expect(readModel(bytes.subarray(0, end)).metadataProps).toEqual([])
      else expect(['model-truncated', 'model-not-onnx']).toContain(code)
    }
  })

  it('refuses messages nested without end', () => {
    // type → sequence → type → sequence …: fields 1 and 4.
    let nested: number[] = []
    for (let depth = 0; depth < 60; depth++)
      nested = [
        0x22,
        ...varint(nested.length + varint(nested.length).length + 1),
        0x0a,
        ...varint(nested.length),
        ...nested,
      ]
    const valueInfo = [0x12, ...varint(nested.length), ...nested]
    const graph = [0x5a, ...varint(valueInfo.length), ...valueInfo]
    const bytes = Uint8Array.from([0x3a, ...varint(graph.length), ...graph])
    expect(() => readModel(bytes)).toThrow('nests more than 100 levels deep')
  })

  it('gives a model or a UserError for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void codeOf(bytes)))
  })

  it('gives a model or a UserError for a model with any bytes changed', () => {
    const bytes = writeModel(soundModel())
    const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const damaged = Uint8Array.from(bytes)
        for (const { at, byte } of changes) damaged[at] = byte
        codeOf(damaged)
      }),
      { numRuns: 500 },
    )
  })
})

describe('writeModel', () => {
  it('gives back every byte of what was read, in any order of fields', () => {
    const bytes = digitsBytes('digits-candidate')
    expect(Buffer.compare(writeModel(readModel(bytes)), bytes)).toBe(0)
    // Graph before version, a field nobody knows, a varint longer than it needs to be.
    const odd = Uint8Array.of(0x3a, 3, 0x12, 1, 0x61, 0xfa, 0x3f, 1, 7, 0x08, 0x88, 0x80, 0x00)
    expect(writeModel(readModel(odd))).toEqual(odd)
    expect(readModel(odd).irVersion).toBe(8)
  })

  it('writes the bytes that the official writer writes', () => {
    const bytes = digitsBytes('digits-regression')
    expect(
      Buffer.compare(rewritten(readModel(bytes)), toBinary(ModelProtoSchema, fromBinary(ModelProtoSchema, bytes))),
    ).toBe(0)
  })

  it('keeps what it does not know, and what was not changed, when something else changes', () => {
    const odd = readModel(Uint8Array.of(0x3a, 3, 0x12, 1, 0x61, 0xfa, 0x3f, 1, 7, 0x08, 0x08))
    const changed = readModel(writeModel({ ...odd, producerName: 'someone' }))
    expect(changed).toMatchObject({ producerName: 'someone', irVersion: 8, graph: { name: 'a' } })
    expect(changed.unknown).toEqual([Uint8Array.of(0xfa, 0x3f, 1, 7)])
  })

  it('writes a changed nested message and reads it back', () => {
    const model = readModel(writeModel(soundModel()))
    const renamed = withGraph({ node: model.graph?.node.map((n) => ({ ...n, name: `${n.name}!` })) ?? [] }, model)
    expect(readModel(writeModel(renamed)).graph?.node.map((n) => n.name)).toEqual(['product!', 'sum!', 'relu!'])
  })
})

function varint(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...varint(number >>> 7)]
}
