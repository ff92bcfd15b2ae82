import { fromBinary } from '@bufbuild/protobuf'
import { AttributeProto_AttributeType, ModelProtoSchema } from 'onnx-buf'
import { describe, expect, it } from 'vitest'
import { writeModel } from '../../../src/onnx/format/index.ts'
import {
  attribute,
  attributeTypes,
  buildGraph,
  buildModel,
  node,
  tensor,
  value,
} from '../../../src/onnx/graph/build.ts'

describe('buildModel', () => {
  it('writes a model that an independent reader understands', () => {
    const attributes = {
      axis: 1,
      name: 'text',
      alpha: { float: 0.5 },
      ints: [1, -2],
      words: ['a', 'b'],
      floats: { floats: [1, 0.25] },
      c: { tensor: tensor('c', 'int8', [2], Int8Array.of(1, -1)) },
    }
    const graph = buildGraph({
      inputs: [value('x', 'uint8', ['N', 3])],
      outputs: [value('y', 'float32')],
      nodes: [node('Op', ['x', ''], ['y'], { domain: 'd', name: 'n', attributes })],
    })
    const read = fromBinary(
      ModelProtoSchema,
      writeModel(buildModel({ graph, opset: 17, domains: { d: 2 }, metadata: { licence: 'MIT' } })),
    )
    expect(read).toMatchObject({
      irVersion: 8n,
      producerName: 'airworthy',
      metadataProps: [{ key: 'licence', value: 'MIT' }],
    })
    expect(read.opsetImport.map(({ domain, version }) => [domain, version])).toEqual([
      ['', 17n],
      ['d', 2n],
    ])
    expect(read.graph?.input[0]?.type?.value).toMatchObject({
      case: 'tensorType',
      value: {
        elemType: 2,
        shape: { dim: [{ value: { case: 'dimParam', value: 'N' } }, { value: { case: 'dimValue', value: 3n } }] },
      },
    })
    expect(read.graph?.output[0]?.type?.value).toMatchObject({ value: { elemType: 1 } })
    expect(read.graph?.node[0]?.input).toEqual(['x', ''])
    const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
    const [axis, name, alpha, ints, words, floats, c] = read.graph?.node[0]?.attribute ?? []
    expect([
      axis?.i,
      text(name?.s as Uint8Array),
      alpha?.f,
      ints?.ints,
      words?.strings.map(text),
      floats?.floats,
      c?.t?.rawData,
    ]).toEqual([1n, 'text', 0.5, [1n, -2n], ['a', 'b'], [1, 0.25], Uint8Array.of(1, 255)])
  })

  it('numbers the types of attributes as the standard does', () => {
    const theirs = AttributeProto_AttributeType
    expect(attributeTypes).toEqual({
      float: theirs.FLOAT,
      int: theirs.INT,
      string: theirs.STRING,
      tensor: theirs.TENSOR,
      graph: theirs.GRAPH,
      floats: theirs.FLOATS,
      ints: theirs.INTS,
      strings: theirs.STRINGS,
    })
    expect(attribute('big', 2n ** 63n - 1n)).toMatchObject({ type: theirs.INT, i: 2n ** 63n - 1n })
  })
})
