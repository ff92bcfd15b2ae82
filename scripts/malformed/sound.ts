import type { Graph, Model, ModelFunction, OnnxTensor } from '../../src/onnx/format/messages.ts'
import { attribute, buildGraph, buildModel, node, tensor, value } from '../../src/onnx/graph/build.ts'

const none: readonly never[] = []

/** y = relu(x · w + b) */
function dense(): Model {
  return buildModel({
    opset: 17,
    graph: buildGraph({
      inputs: [value('x', 'float32', ['N', 3])],
      outputs: [value('y', 'float32', ['N', 2])],
      nodes: [
        node('MatMul', ['x', 'w'], ['xw'], { name: 'product' }),
        node('Add', ['xw', 'b'], ['sum'], { name: 'sum' }),
        node('Relu', ['sum'], ['y'], { name: 'relu' }),
      ],
      weights: [
        tensor('w', 'float32', [3, 2], Float32Array.of(1, -1, 0.5, 2, 0, 3)),
        tensor('b', 'float32', [2], Float32Array.of(0.25, -0.25)),
      ],
    }),
  })
}

function convolution(): Model {
  return buildModel({
    opset: 13,
    graph: buildGraph({
      inputs: [value('x', 'float32', [1, 1, 8, 8])],
      outputs: [value('y', 'float32', [1, 4])],
      nodes: [
        node('Conv', ['x', 'k', 'kb'], ['c'], {
          name: 'conv',
          attributes: { pads: [1, 1, 1, 1], kernel_shape: [3, 3] },
        }),
        node('Relu', ['c'], ['r'], { name: 'relu' }),
        node('MaxPool', ['r'], ['m'], { name: 'pool', attributes: { kernel_shape: [2, 2], strides: [2, 2] } }),
        node('Flatten', ['m'], ['f'], { name: 'flat', attributes: { axis: 1 } }),
        node('Gemm', ['f', 'w', 'b'], ['g'], { name: 'gemm', attributes: { transB: 1, alpha: { float: 0.5 } } }),
        node('Softmax', ['g'], ['y'], { name: 'softmax', attributes: { axis: 1 } }),
      ],
      weights: [
        tensor('k', 'float32', [2, 1, 3, 3], new Float32Array(18).fill(0.1)),
        tensor('kb', 'float32', [2], Float32Array.of(0, 1)),
        tensor('w', 'float32', [4, 32], new Float32Array(128).fill(0.01)),
        tensor('b', 'float32', [4], new Float32Array(4)),
      ],
    }),
  })
}

function tokens(): Model {
  return buildModel({
    opset: 17,
    irVersion: 9,
    graph: buildGraph({
      inputs: [value('ids', 'int64', ['N', 4])],
      outputs: [value('y', 'float32', ['N', 8])],
      nodes: [
        node('Gather', ['table', 'ids'], ['e'], { name: 'gather', attributes: { axis: 0 } }),
        node('Transpose', ['e'], ['t'], { name: 'turn', attributes: { perm: [0, 2, 1] } }),
        node('Reshape', ['t', 'shape'], ['r'], { name: 'reshape' }),
        node('Cast', ['r'], ['d'], { name: 'cast', attributes: { to: 11 } }),
        node('Cast', ['d'], ['f'], { name: 'back', attributes: { to: 1 } }),
        node('Concat', ['f', 'f'], ['c'], { name: 'concat', attributes: { axis: 1 } }),
        node('Slice', ['c', 'from', 'until', 'axes'], ['s'], { name: 'slice' }),
        node('Clip', ['s', '', 'most'], ['y'], { name: 'clip' }),
      ],
      weights: [
        tensor('table', 'float32', [5, 2], new Float32Array(10)),
        tensor('shape', 'int64', [2], BigInt64Array.of(-1n, 8n)),
        tensor('from', 'int64', [1], BigInt64Array.of(0n)),
        tensor('until', 'int64', [1], BigInt64Array.of(8n)),
        tensor('axes', 'int64', [1], BigInt64Array.of(1n)),
        tensor('most', 'float32', [], Float32Array.of(6)),
      ],
    }),
  })
}

export function branch(output: string, operator: string): Graph {
  return buildGraph({
    name: `${output} branch`,
    inputs: [],
    outputs: [value(output, 'float32', ['N', 2])],
    nodes: [node(operator, ['h'], [output], { name: `${output} node` })],
  })
}

function conditional(): Model {
  return buildModel({
    opset: 16,
    graph: buildGraph({
      inputs: [value('x', 'float32', ['N', 2]), value('flag', 'bool', [])],
      outputs: [value('y', 'float32', ['N', 2])],
      nodes: [
        node('Relu', ['x'], ['h'], { name: 'before' }),
        node('If', ['flag'], ['z'], {
          name: 'if',
          attributes: { then_branch: { graph: branch('t', 'Abs') }, else_branch: { graph: branch('e', 'Neg') } },
        }),
        node('Add', ['z', 'h'], ['y'], { name: 'after' }),
      ],
    }),
  })
}

function repetition(): Model {
  const body = buildGraph({
    name: 'body',
    inputs: [value('i', 'int64', []), value('c', 'bool', []), value('a', 'float32', [2])],
    outputs: [value('c2', 'bool', []), value('a2', 'float32', [2]), value('each', 'float32', [2])],
    nodes: [
      node('Identity', ['c'], ['c2'], { name: 'condition' }),
      node('Add', ['a', 'step'], ['a2'], { name: 'add' }),
      node('Neg', ['a2'], ['each'], { name: 'negated' }),
    ],
  })
  return buildModel({
    opset: 16,
    graph: buildGraph({
      inputs: [value('x', 'float32', [2])],
      outputs: [value('last', 'float32', [2]), value('all', 'float32', ['T', 2])],
      nodes: [
        node('Loop', ['times', 'yes', 'x'], ['last', 'all'], { name: 'loop', attributes: { body: { graph: body } } }),
      ],
      weights: [
        tensor('times', 'int64', [], BigInt64Array.of(3n)),
        tensor('yes', 'bool', [], Uint8Array.of(1)),
        tensor('step', 'float32', [2], Float32Array.of(1, 2)),
      ],
    }),
  })
}

function quantized(): Model {
  return buildModel({
    opset: 13,
    graph: buildGraph({
      inputs: [value('x', 'float32', ['N', 3])],
      outputs: [value('y', 'float32', ['N', 2])],
      nodes: [
        node('QuantizeLinear', ['x', 'xs', 'xz'], ['xq'], { name: 'quantize' }),
        node('MatMulInteger', ['xq', 'wq', 'xz'], ['acc'], { name: 'product' }),
        node('Cast', ['acc'], ['f'], { name: 'cast', attributes: { to: 1 } }),
        node('Mul', ['f', 'scale'], ['y'], { name: 'scaled' }),
      ],
      weights: [
        tensor('xs', 'float32', [], Float32Array.of(0.1)),
        tensor('xz', 'uint8', [], Uint8Array.of(128)),
        tensor('wq', 'int8', [3, 2], Int8Array.of(1, -1, 2, -2, 3, -3)),
        tensor('scale', 'float32', [], Float32Array.of(0.01)),
      ],
    }),
  })
}

function constants(): Model {
  return buildModel({
    opset: 13,
    graph: buildGraph({
      inputs: [value('x', 'float32', [2])],
      outputs: [value('y', 'float32', [2])],
      nodes: [
        node('Constant', [], ['one'], { name: 'one', attributes: { value_float: { float: 1 } } }),
        node('Constant', [], ['two'], {
          name: 'two',
          attributes: { value: { tensor: tensor('', 'float32', [2], Float32Array.of(2, 2)) } },
        }),
        node('Mul', ['x', 'two'], ['m'], { name: 'mul' }),
        node('Add', ['m', 'one'], ['a'], { name: 'add' }),
        node('LeakyRelu', ['a'], ['y'], { name: 'leaky', attributes: { alpha: { float: 0.1 } } }),
      ],
    }),
  })
}

/** Its weights stand in the fields of their types, not in raw data. */
function typedFields(): Model {
  const { rawData: _raw, ...empty }: OnnxTensor = tensor('', 'float32', [2], new Float32Array(2))
  return buildModel({
    opset: 17,
    graph: buildGraph({
      inputs: [value('x', 'float32', [2])],
      outputs: [value('y', 'float32', [2]), value('z', 'int8', [2])],
      nodes: [node('Mul', ['x', 'w'], ['y'], { name: 'mul' }), node('Identity', ['small'], ['z'], { name: 'same' })],
      weights: [
        { ...empty, name: 'w', floatData: Float32Array.of(1, 2) },
        { ...empty, name: 'small', dataType: 3, int32Data: Int32Array.of(-128, 127) },
      ],
    }),
  })
}

export function functionOf(name: string, nodes: ModelFunction['node']): ModelFunction {
  return {
    name,
    domain: 'local',
    input: ['a'],
    output: ['z'],
    attribute: none,
    node: nodes,
    docString: '',
    opsetImport: [
      { domain: '', version: 17 },
      { domain: 'local', version: 1 },
    ],
    attributeProto: none,
    valueInfo: none,
    overload: '',
    metadataProps: none,
  }
}

function functions(): Model {
  return {
    ...buildModel({
      opset: 17,
      domains: { local: 1 },
      graph: buildGraph({
        inputs: [value('x', 'float32', [2])],
        outputs: [value('y', 'float32', [2])],
        nodes: [node('Fourfold', ['x'], ['y'], { name: 'call', domain: 'local' })],
      }),
    }),
    functions: [
      functionOf('Twice', [node('Add', ['a', 'a'], ['z'], { name: 'twice' })]),
      functionOf('Fourfold', [
        node('Twice', ['a'], ['b'], { name: 'first', domain: 'local' }),
        node('Twice', ['b'], ['z'], { name: 'second', domain: 'local' }),
      ]),
    ],
  }
}

/** s = [1, 0, 2] */
function sparse(): Model {
  const { t: _t, ...empty } = attribute('sparse_value', { tensor: tensor('', 'float32', [0], new Float32Array()) })
  const sparseTensor = {
    values: tensor('s', 'float32', [2], Float32Array.of(1, 2)),
    indices: tensor('s_indices', 'int64', [2], BigInt64Array.of(0n, 2n)),
    dims: [3],
  }
  return buildModel({
    opset: 17,
    graph: buildGraph({
      inputs: [value('x', 'float32', [3])],
      outputs: [value('y', 'float32', [3])],
      nodes: [
        { ...node('Constant', [], ['s'], { name: 'constant' }), attribute: [{ ...empty, type: 11, sparseTensor }] },
        node('Add', ['x', 's'], ['y'], { name: 'add' }),
      ],
    }),
  })
}

export function externalWeight(entries: Readonly<Record<string, string>>): OnnxTensor {
  const { rawData: _raw, ...weight }: OnnxTensor = tensor('w', 'float32', [4], new Float32Array(4))
  return {
    ...weight,
    dataLocation: 1,
    externalData: Object.entries(entries).map(([key, text]) => ({ key, value: text })),
  }
}

/** Its weights are the first 16 bytes of weights.bin, a file of 32. */
function external(): Model {
  return buildModel({
    opset: 17,
    graph: buildGraph({
      inputs: [value('x', 'float32', [4])],
      outputs: [value('y', 'float32', [4])],
      nodes: [node('Add', ['x', 'w'], ['y'], { name: 'add' })],
      weights: [externalWeight({ location: 'weights.bin', offset: '0', length: '16' })],
    }),
  })
}

function classifier(): Model {
  return buildModel({
    opset: 17,
    domains: { 'ai.onnx.ml': 3 },
    graph: buildGraph({
      inputs: [value('x', 'float32', ['N', 2])],
      outputs: [value('label', 'int64', ['N']), value('scores', 'float32', ['N', 2])],
      nodes: [
        node('Scaler', ['x'], ['s'], {
          name: 'scaler',
          domain: 'ai.onnx.ml',
          attributes: { offset: { floats: [0, 0] }, scale: { floats: [1, 2] } },
        }),
        node('LinearClassifier', ['s'], ['label', 'scores'], {
          name: 'classifier',
          domain: 'ai.onnx.ml',
          attributes: {
            coefficients: { floats: [1, 2, 3, 4] },
            intercepts: { floats: [0, 1] },
            classlabels_ints: [0, 1],
            post_transform: 'SOFTMAX',
          },
        }),
      ],
    }),
  })
}

/** Sound models of many kinds: what is malformed is made of them. */
export const soundModels: Readonly<Record<string, () => Model>> = {
  dense,
  convolution,
  tokens,
  conditional,
  repetition,
  quantized,
  constants,
  'typed-fields': typedFields,
  functions,
  sparse,
  external,
  classifier,
}
