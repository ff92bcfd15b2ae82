import { expect, it } from 'vitest'
import { functionOf } from '../../../scripts/malformed/sound.ts'
import { checkModel } from '../../../src/onnx/check/index.ts'
import { onnxruntimeLimits, standardLimits } from '../../../src/onnx/check/structure.ts'
import type { Graph, Model, OnnxTensor } from '../../../src/onnx/format/messages.ts'
import { buildGraph, node, tensor, value } from '../../../src/onnx/graph/build.ts'
import { soundModel, withGraph } from '../models.ts'

const graph = soundModel().graph as Graph

function codes(model: Model): string[] {
  return checkModel(model).map((finding) => `${finding.severity} ${finding.code}`)
}

function packed(last: number): OnnxTensor {
  return { ...tensor('p', 'uint8', [3], Uint8Array.of(0x21, last)), dataType: 22 }
}

/** Three int4 in the field of 32-bit integers. */
function packedInts(int32s: readonly number[]): OnnxTensor {
  const { rawData: _, ...rest } = packed(0)
  return { ...rest, int32Data: Int32Array.from(int32s) }
}

function using(weight: OnnxTensor): Model {
  const model = withGraph({
    initializer: [...graph.initializer, weight],
    node: [...graph.node, node('Identity', [weight.name], ['same'])],
    output: [
      ...graph.output,
      {
        ...value('same', 'float32', [3]),
        type: {
          denotation: '',
          tensorType: { elemType: 22, shape: { dim: [{ dimValue: 3, dimParam: '', denotation: '' }] } },
        },
      },
    ],
  })
  return { ...model, irVersion: 10, opsetImport: [{ domain: '', version: 21 }] }
}

const metadata = [{ key: '', value: '1' }]
const annotation = { tensorName: 'x', quantParameterTensorNames: [{ key: 'SCALE_TENSOR', value: 'nowhere' }] }
const body = functionOf('Twice', [node('Add', ['a', 'a'], ['z'])])

it.each<[string, Model, string[]]>([
  ['a metadata key without a name', { ...soundModel(), metadataProps: metadata }, ['warning metadata-nameless']],
  ['metadata before they exist', withGraph({ metadataProps: [{ key: 'k', value: '1' }] }), ['note metadata-early']],
  ['an annotation of nothing', withGraph({ quantizationAnnotation: [annotation] }), ['warning annotation-unknown']],
  ['zero padding', using(packed(0x07)), []],
  ['padding that is not zero', using(packed(0xf7)), ['warning weights-padding']],
  ['the sign of the last element as padding', using(packed(0xfc)), []],
  ['packed elements as signed bytes', using(packedInts([-52, 0x0c])), []],
  ['packed elements as bytes', using(packedInts([204, 0x0c])), []],
  ['a signed byte with the sign of the last element as padding', using(packedInts([-52, -4])), []],
  ['a signed byte with other padding', using(packedInts([-52, -68])), ['warning weights-padding']],
  ['packed elements beyond a byte', using(packedInts([256, 0])), ['error weights-range']],
  ['packed elements below a signed byte', using(packedInts([-129, 0])), ['error weights-range']],
  ['a node that nobody reads', withGraph({ node: [...graph.node, node('Abs', ['x'], ['q'])] }), ['note node-unused']],
  [
    'an initialiser that nobody reads',
    withGraph({ initializer: [...graph.initializer, tensor('q', 'float32', [1], new Float32Array(1))] }),
    ['note initializer-unused'],
  ],
  ['functions before they exist', { ...soundModel(), irVersion: 7, functions: [body] }, ['warning function-early']],
  [
    'overloads before they exist',
    { ...soundModel(), functions: [{ ...body, overload: 'one' }] },
    ['warning function-early'],
  ],
  [
    "an operator of onnxruntime's own",
    withGraph(
      { node: [...graph.node.slice(0, 2), node('FastGelu', ['sum'], ['y'], { domain: 'com.microsoft' })] },
      { ...soundModel(), opsetImport: [...soundModel().opsetImport, { domain: 'com.microsoft', version: 1 }] },
    ),
    ['note operator-contrib'],
  ],
])('finds %s', (_what, model, expected) => {
  expect(codes(model)).toEqual(expected)
})

it('counts what nested graphs read as read', () => {
  const branch = (output: string) => ({
    graph: buildGraph({
      inputs: [],
      outputs: [value(output, 'float32', ['N', 2])],
      nodes: [node('Abs', ['sum'], [output])],
    }),
  })
  const model = withGraph({
    input: [...graph.input, value('flag', 'bool', [])],
    node: [
      ...graph.node.slice(0, 2),
      node('If', ['flag'], ['y'], { attributes: { then_branch: branch('t'), else_branch: branch('e') } }),
    ],
  })
  expect(codes(model)).toEqual([])
})

it('knows the limits of the standard and those of the runtime', () => {
  const newest = {
    ...soundModel(),
    irVersion: standardLimits.irVersion,
    opsetImport: [{ domain: '', version: standardLimits.opset.max }],
  }
  expect(checkModel(newest, standardLimits)).toEqual([])
  expect(checkModel(newest, onnxruntimeLimits).map((finding) => finding.code)).toEqual(['ir-too-new', 'opset-range'])
})

it('takes the NaN between the sets of a TreeEnsemble for what it is, and no other', () => {
  const numbers = (...elements: number[]) => ({
    tensor: tensor('', 'float32', [elements.length], Float32Array.from(elements)),
  })
  const trees = (splits: readonly number[]): string[] => {
    const modes = { tensor: tensor('', 'uint8', [2], Uint8Array.of(6, 0)) }
    const attributes = {
      leaf_targetids: [0],
      leaf_weights: numbers(1),
      membership_values: numbers(1, 2, Number.NaN),
      nodes_falseleafs: [1, 1],
      nodes_falsenodeids: [0, 0],
      nodes_featureids: [0, 0],
      nodes_modes: modes,
      nodes_splits: numbers(...splits),
      nodes_trueleafs: [1, 1],
      nodes_truenodeids: [0, 0],
      tree_roots: [0],
    }
    const model = withGraph({
      node: [node('TreeEnsemble', ['x'], ['y'], { domain: 'ai.onnx.ml', attributes })],
      initializer: [],
    })
    return codes({ ...model, opsetImport: [...model.opsetImport, { domain: 'ai.onnx.ml', version: 5 }] })
  }
  expect(trees([Number.NaN, 0.5])).toEqual([])
  expect(trees([0.5, Number.NaN])).toEqual(['error weights-nan'])
})
