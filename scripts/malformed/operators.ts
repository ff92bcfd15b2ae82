import type { Attribute, Model, OnnxTensor, ValueInfo } from '../../src/onnx/format/messages.ts'
import {
  type AttributeValue,
  attribute,
  buildGraph,
  buildModel,
  node,
  tensor,
  value,
} from '../../src/onnx/graph/build.ts'
import { type Mutant, mutants } from './mutant.ts'

/** An input: declared dims of floats or of `int64`, or a constant: a list of whole numbers or floats, or one whole number without a dimension. */
type Input =
  | readonly (number | string)[]
  | { readonly ints: readonly number[] }
  | { readonly floats: readonly number[] }
  | { readonly int: number }
  | { readonly int64: readonly number[] }
  | ''

interface Call {
  readonly inputs: readonly Input[]
  readonly attributes?: Readonly<Record<string, AttributeValue | undefined>>
  readonly outputs?: number
}

interface Operator extends Call {
  readonly operator: string
  readonly opset: number
  readonly domain?: string
  /** Rank of the outputs, each its own where they differ; 1 by default. */
  readonly rank?: number | readonly number[]
  /** What is broken about it, each by what is changed. */
  readonly broken: Readonly<Record<string, Partial<Call>>>
}

const ints = (...list: readonly number[]): Input => ({ ints: list })
const floats = (...list: readonly number[]): Input => ({ floats: list })

type Attributes = NonNullable<Call['attributes']>

const line: Attributes = { coefficients: { floats: [1, 2, 3, 4] }, intercepts: { floats: [0, 1] } }

const support: Attributes = {
  coefficients: { floats: [1, 2] },
  kernel_params: { floats: [1, 0, 3] },
  kernel_type: 'RBF',
  n_supports: 2,
  rho: { floats: [0] },
  support_vectors: { floats: [1, 2, 3, 4] },
}

/** A tree of one branch and two leaves. */
function stump(change: Attributes): Attributes {
  return {
    n_targets: 1,
    nodes_falsenodeids: [2, 0, 0],
    nodes_featureids: [0, 0, 0],
    nodes_modes: ['BRANCH_LEQ', 'LEAF', 'LEAF'],
    nodes_nodeids: [0, 1, 2],
    nodes_treeids: [0, 0, 0],
    nodes_truenodeids: [1, 0, 0],
    nodes_values: { floats: [0.5, 0, 0] },
    target_ids: [0, 0],
    target_nodeids: [1, 2],
    target_treeids: [0, 0],
    target_weights: { floats: [1, 2] },
    ...change,
  }
}

/** Calls of operators that are sound, and what makes onnx.checker or onnxruntime refuse them. */
const operators: readonly Operator[] = [
  {
    operator: 'Einsum',
    opset: 12,
    inputs: [
      [2, 3],
      [3, 4],
    ],
    attributes: { equation: 'ij,jk->ik' },
    rank: 2,
    broken: {
      'an output axis that no input has': { attributes: { equation: 'ij,jk->iz' } },
      'two arrows': { attributes: { equation: 'ij,jk->i->k' } },
      'a term too many': { attributes: { equation: 'ij,jk,kl->il' } },
      'a term of another rank': { attributes: { equation: 'ijk,jk->ik' } },
      'no arrowhead': { attributes: { equation: 'ij,jk-ik' } },
      'two dots': { attributes: { equation: 'ij,jk->..ik' } },
      'a digit': { attributes: { equation: 'i1,1k->ik' } },
    },
  },
  {
    operator: 'Reshape',
    opset: 14,
    inputs: [[0, 3], ints(0, 3)],
    attributes: { allowzero: 1 },
    rank: 2,
    broken: {
      'a size of 0 and a free one': { inputs: [[0, 3], ints(0, -1)] },
      'a size of 0 kept and a free one': { inputs: [[0, 3], ints(0, -1)], attributes: {} },
      'two free sizes': { inputs: [[0, 3], ints(-1, -1)] },
      'a size below -1': { inputs: [[0, 3], ints(-2, 3)] },
    },
  },
  {
    operator: 'Resize',
    opset: 18,
    inputs: [[1, 1, 4, 4], '', floats(1, 1, 2, 2)],
    rank: 4,
    broken: {
      'scales and sizes': { inputs: [[1, 1, 4, 4], '', floats(1, 1, 2, 2), ints(1, 1, 8, 8)] },
      'neither scales nor sizes': { inputs: [[1, 1, 4, 4]] },
      'a scale too few': { inputs: [[1, 1, 4, 4], '', floats(1, 2, 2)] },
      'a size too few': { inputs: [[1, 1, 4, 4], '', '', ints(1, 8, 8)] },
      'an axis twice': { inputs: [[1, 1, 4, 4], '', floats(2, 2)], attributes: { axes: [2, 2] } },
      'scales for other axes': { inputs: [[1, 1, 4, 4], '', floats(1, 1, 2, 2)], attributes: { axes: [2, 3] } },
      'an axis that is not there': { inputs: [[1, 1, 4, 4], '', floats(2, 2)], attributes: { axes: [2, 4] } },
      'an unknown mode': { attributes: { mode: 'sharp' } },
      'an unknown place of pixels': { attributes: { coordinate_transformation_mode: 'middle' } },
      'an unknown policy': { attributes: { keep_aspect_ratio_policy: 'never' } },
      'smooth edges of the nearest': { attributes: { mode: 'nearest', antialias: 1 } },
    },
  },
  {
    operator: 'Slice',
    opset: 13,
    inputs: [[4, 5], ints(0, 1), ints(2, 3), ints(0, 1), ints(1, 1)],
    rank: 2,
    broken: {
      'an axis twice': { inputs: [[4, 5], ints(0, 1), ints(2, 3), ints(0, 0)] },
      'an axis twice, from the end': { inputs: [[4, 5], ints(0, 1), ints(2, 3), ints(1, -1)] },
      'an end too few': { inputs: [[4, 5], ints(0, 1), ints(2)] },
      'an axis too few': { inputs: [[4, 5], ints(0, 1), ints(2, 3), ints(0)] },
      'a step too few': { inputs: [[4, 5], ints(0, 1), ints(2, 3), ints(0, 1), ints(1)] },
      'a step of 0': { inputs: [[4, 5], ints(0, 1), ints(2, 3), ints(0, 1), ints(1, 0)] },
      'an axis that is not there': { inputs: [[4, 5], ints(0, 1), ints(2, 3), ints(0, 2)] },
    },
  },
  {
    operator: 'Split',
    opset: 18,
    inputs: [[6, 2]],
    attributes: { num_outputs: 2 },
    outputs: 2,
    rank: 2,
    broken: {
      'neither sizes nor a number of parts': { attributes: {} },
      'sizes and a number of parts': { inputs: [[6, 2], ints(3, 3)] },
      'more outputs than parts': { outputs: 3 },
      'no parts': { attributes: { num_outputs: 0 } },
      'sizes that are too small': { inputs: [[6, 2], ints(3, 2)], attributes: {} },
      'a size too few': { inputs: [[6, 2], ints(6)], attributes: {} },
      'an axis that is not there': { attributes: { num_outputs: 2, axis: 2 } },
    },
  },
  {
    operator: 'Squeeze',
    opset: 13,
    inputs: [[1, 3, 1], ints(0)],
    rank: 2,
    broken: {
      'an axis that is not 1': { inputs: [[1, 3, 1], ints(1)] },
      'an axis that is not there': { inputs: [[1, 3, 1], ints(3)] },
    },
  },
  {
    operator: 'Unsqueeze',
    opset: 13,
    inputs: [[3], ints(0, 2)],
    rank: 3,
    broken: {
      'an axis twice': { inputs: [[3], ints(0, 0)] },
      'an axis twice, from the end': { inputs: [[3], ints(0, -3)] },
      'an axis that is not there': { inputs: [[3], ints(0, 3)] },
    },
  },
  {
    operator: 'Concat',
    opset: 13,
    inputs: [
      [2, 3],
      [4, 3],
    ],
    attributes: { axis: 0 },
    rank: 2,
    broken: {
      'other sides': {
        inputs: [
          [2, 3],
          [4, 5],
        ],
      },
      'another rank': { inputs: [[2, 3], [4]] },
      'an axis that is not there': { attributes: { axis: 2 } },
      'no axis': { attributes: {} },
      'a text for its axis': { attributes: { axis: '0' } },
    },
  },
  {
    operator: 'Gemm',
    opset: 13,
    inputs: [[2, 3], [3, 4], [4]],
    rank: 2,
    broken: {
      'sides that do not fit': {
        inputs: [
          [2, 3],
          [4, 3],
        ],
      },
      'an input of three dimensions': {
        inputs: [
          [2, 3, 1],
          [3, 4],
        ],
      },
      'an addend that does not broadcast': { inputs: [[2, 3], [3, 4], [3]] },
      'a side turned in vain': { attributes: { transA: 1 } },
      'a factor that is whole': { attributes: { alpha: 2 } },
    },
  },
  {
    operator: 'Conv',
    opset: 11,
    inputs: [
      [1, 2, 5, 5],
      [3, 2, 3, 3],
    ],
    attributes: { pads: [1, 1, 1, 1] },
    rank: 4,
    broken: {
      'a pad too few': { attributes: { pads: [1, 1, 1] } },
      'a negative pad': { attributes: { pads: [-1, 1, 1, 1] } },
      'a stride of 0': { attributes: { strides: [0, 1] } },
      'a dilation too many': { attributes: { dilations: [1, 1, 1] } },
      'an empty window': { attributes: { kernel_shape: [0, 3] } },
      'an unknown padding': { attributes: { auto_pad: 'SAME' } },
      'two paddings': { attributes: { auto_pad: 'SAME_UPPER', pads: [1, 1, 1, 1] } },
      'weights of another rank': {
        inputs: [
          [1, 2, 5, 5],
          [3, 2, 3],
        ],
      },
    },
  },
  {
    operator: 'ConvTranspose',
    opset: 11,
    inputs: [
      [1, 2, 5],
      [2, 3, 3],
    ],
    rank: 3,
    broken: {
      'an output size too many': { attributes: { output_shape: [7, 7] } },
      'an output pad too many': { attributes: { output_padding: [1, 1] } },
      'a negative output pad': { attributes: { output_padding: [-1] } },
      'groups that do not share its channels': {
        inputs: [
          [1, 3, 5],
          [3, 3, 3],
        ],
        attributes: { group: 2 },
      },
      'no groups': { attributes: { group: 0 } },
      'two paddings': { attributes: { auto_pad: 'SAME_UPPER', pads: [1, 1] } },
      'an input of two dimensions': {
        inputs: [
          [1, 2],
          [2, 3, 3],
        ],
      },
    },
  },
  {
    operator: 'MaxPool',
    opset: 12,
    inputs: [[1, 1, 6, 6]],
    attributes: { kernel_shape: [2, 2] },
    rank: 4,
    broken: {
      'padding as wide as its window': { attributes: { kernel_shape: [2, 2], pads: [2, 0, 0, 0] } },
      'a side too few': { attributes: { kernel_shape: [2] } },
      'an empty window': { attributes: { kernel_shape: [0, 2] } },
      'an order that is not one': { attributes: { kernel_shape: [2, 2], storage_order: 2 } },
      'no window': { attributes: {} },
      'an unknown padding': { attributes: { kernel_shape: [2, 2], auto_pad: 'same' } },
      'a pad too few beside a padding by size': {
        attributes: { kernel_shape: [2, 2], auto_pad: 'SAME_UPPER', pads: [1, 1] },
      },
    },
  },
  {
    operator: 'MaxUnpool',
    opset: 11,
    inputs: [[1, 1, 2, 2], { int64: [1, 1, 2, 2] }],
    attributes: { kernel_shape: [2, 2], strides: [2, 2] },
    rank: 4,
    broken: {
      'a side too few': { attributes: { kernel_shape: [2], strides: [2, 2] } },
      'a stride too few': { attributes: { kernel_shape: [2, 2], strides: [2] } },
      'a pad too few': { attributes: { kernel_shape: [2, 2], pads: [0, 0, 0] } },
    },
  },
  {
    operator: 'Pad',
    opset: 18,
    inputs: [[2, 3], ints(0, 1, 0, 1)],
    rank: 2,
    broken: {
      'a pad too few': { inputs: [[2, 3], ints(0, 1, 0)] },
      'an axis twice': { inputs: [[2, 3], ints(0, 1, 0, 1), '', ints(0, 0)] },
      'an axis that is not there': { inputs: [[2, 3], ints(0, 1, 0, 1), '', ints(0, 2)] },
      'an unknown mode': { attributes: { mode: 'mirror' } },
    },
  },
  {
    operator: 'TopK',
    opset: 11,
    inputs: [[2, 5], ints(3)],
    outputs: 2,
    rank: 2,
    broken: {
      'more than there are': { inputs: [[2, 5], ints(6)] },
      'two numbers of elements': { inputs: [[2, 5], ints(3, 3)] },
      'a number without a dimension': { inputs: [[2, 5], { int: 3 }] },
      'an axis that is not there': { attributes: { axis: 2 } },
    },
  },
  {
    operator: 'Transpose',
    opset: 13,
    inputs: [[2, 3, 4]],
    attributes: { perm: [2, 0, 1] },
    rank: 3,
    broken: {
      'an axis twice': { attributes: { perm: [2, 0, 0] } },
      'an axis too few': { attributes: { perm: [1, 0] } },
      'an axis that is not there': { attributes: { perm: [3, 0, 1] } },
      'an axis from the end': { attributes: { perm: [-1, 0, 1] } },
    },
  },
  {
    operator: 'GridSample',
    opset: 16,
    inputs: [
      [1, 1, 4, 4],
      [1, 2, 2, 2],
    ],
    rank: 4,
    broken: {
      'places of three numbers': {
        inputs: [
          [1, 1, 4, 4],
          [1, 2, 2, 3],
        ],
      },
      'another batch': {
        inputs: [
          [1, 1, 4, 4],
          [2, 2, 2, 2],
        ],
      },
      'a grid of another rank': {
        inputs: [
          [1, 1, 4, 4],
          [1, 2, 2],
        ],
      },
      'an unknown padding': { attributes: { padding_mode: 'wrap' } },
    },
  },
  {
    operator: 'BatchNormalization',
    opset: 15,
    inputs: [[1, 3, 4], [3], [3], [3], [3]],
    rank: 3,
    broken: {
      'a scale of other channels': { inputs: [[1, 3, 4], [2], [3], [3], [3]] },
      'a mean of two dimensions': { inputs: [[1, 3, 4], [3], [3], [3, 1], [3]] },
      'two outputs': { outputs: 2 },
      'one output in training': { attributes: { training_mode: 1 } },
    },
  },
  {
    operator: 'LSTM',
    opset: 14,
    inputs: [
      [5, 1, 2],
      [1, 12, 2],
      [1, 12, 3],
    ],
    attributes: { hidden_size: 3 },
    rank: 4,
    broken: {
      'an unknown direction': { attributes: { hidden_size: 3, direction: 'backward' } },
      'an unknown activation': { attributes: { hidden_size: 3, activations: ['Sigmoid', 'Tanh', 'Step'] } },
      'an activation too few': { attributes: { hidden_size: 3, activations: ['Sigmoid', 'Tanh'] } },
      'no hidden size': { attributes: {} },
      'a negative threshold': { attributes: { hidden_size: 3, clip: { float: -1 } } },
    },
  },
  {
    operator: 'OneHot',
    opset: 11,
    inputs: [{ int64: [2] }, { int: 4 }, floats(0, 1)],
    rank: 2,
    broken: {
      'three values': { inputs: [{ int64: [2] }, { int: 4 }, floats(0, 1, 2)] },
      'two depths': { inputs: [{ int64: [2] }, ints(4, 4), floats(0, 1)] },
      'an axis that is not there': { attributes: { axis: 2 } },
    },
  },
  {
    operator: 'Tile',
    opset: 13,
    inputs: [[2, 3], ints(1, 2)],
    rank: 2,
    broken: {
      'a number too few': { inputs: [[2, 3], ints(2)] },
      'a negative number': { inputs: [[2, 3], ints(1, -1)] },
    },
  },
  {
    operator: 'Div',
    opset: 14,
    inputs: [{ int64: [2] }, ints(1, 2)],
    broken: { 'a divisor of 0': { inputs: [{ int64: [2] }, ints(1, 0)] } },
  },
  {
    operator: 'CumSum',
    opset: 14,
    inputs: [[2, 3], { int: 1 }],
    rank: 2,
    broken: { 'a flag of 2': { attributes: { reverse: 2 } }, 'another flag of 2': { attributes: { exclusive: 2 } } },
  },
  {
    operator: 'CenterCropPad',
    opset: 18,
    inputs: [[4, 4], ints(2, 6)],
    rank: 2,
    broken: {
      'a size too many': { attributes: { axes: [0] } },
      'an axis twice': { attributes: { axes: [0, 0] } },
    },
  },
  {
    operator: 'LRN',
    opset: 13,
    inputs: [[1, 3, 4, 4]],
    attributes: { size: 3 },
    rank: 4,
    broken: { 'an even size': { attributes: { size: 2 } }, 'no size': { attributes: {} } },
  },
  {
    operator: 'LpNormalization',
    opset: 1,
    inputs: [[2, 3]],
    rank: 2,
    broken: { 'a norm of 3': { attributes: { p: 3 } } },
  },
  {
    operator: 'DepthToSpace',
    opset: 13,
    inputs: [[1, 4, 2, 2]],
    attributes: { blocksize: 2 },
    rank: 4,
    broken: {
      'an unknown order': { attributes: { blocksize: 2, mode: 'DRC' } },
      'an empty block': { attributes: { blocksize: 0 } },
    },
  },
  {
    operator: 'ReduceMax',
    opset: 13,
    inputs: [[2, 3]],
    attributes: { axes: [1] },
    rank: 2,
    broken: { 'an axis that is not there': { attributes: { axes: [2] } } },
  },
  {
    operator: 'LabelEncoder',
    domain: 'ai.onnx.ml',
    opset: 17,
    inputs: [{ int64: [2] }],
    attributes: { keys_int64s: [1, 2], values_floats: { floats: [0.5, 1] } },
    broken: {
      'a value too few': { attributes: { keys_int64s: [1, 2], values_floats: { floats: [0.5] } } },
      'keys of another type': { attributes: { keys_strings: ['a', 'b'], values_floats: { floats: [0.5, 1] } } },
      'no values': { attributes: { keys_int64s: [1, 2] } },
      'two lists of keys': {
        attributes: { keys_int64s: [1, 2], keys_strings: ['a', 'b'], values_floats: { floats: [0.5, 1] } },
      },
    },
  },
  {
    operator: 'TreeEnsembleRegressor',
    domain: 'ai.onnx.ml',
    opset: 17,
    inputs: [[2, 3]],
    attributes: stump({}),
    rank: 2,
    broken: {
      'a node too few': { attributes: stump({ nodes_featureids: [0, 0] }) },
      'a branch to nowhere': { attributes: stump({ nodes_truenodeids: [7, 0, 0] }) },
      'a branch to its root': { attributes: stump({ nodes_falsenodeids: [0, 0, 0] }) },
      'two nodes of one number': { attributes: stump({ nodes_nodeids: [0, 1, 1] }) },
      'a weight of no node': { attributes: stump({ target_nodeids: [1, 9] }) },
      'a weight of no target': { attributes: stump({ target_ids: [0, 4] }) },
      'a weight too few': { attributes: stump({ target_weights: { floats: [1] } }) },
      'no targets': { attributes: stump({ n_targets: 0 }) },
      'an unknown mode': { attributes: stump({ nodes_modes: ['BRANCH', 'LEAF', 'LEAF'] }) },
      'an unknown sum': { attributes: stump({ aggregate_function: 'MEDIAN' }) },
    },
  },
  {
    operator: 'LinearClassifier',
    domain: 'ai.onnx.ml',
    opset: 17,
    inputs: [[2, 2]],
    attributes: { ...line, classlabels_ints: [0, 1] },
    outputs: 2,
    rank: [1, 2],
    broken: {
      'no classes': { attributes: line },
      'classes by number and by name': {
        attributes: { ...line, classlabels_ints: [0, 1], classlabels_strings: ['a', 'b'] },
      },
      'a coefficient too few': {
        attributes: { ...line, classlabels_ints: [0, 1], coefficients: { floats: [1, 2, 3] } },
      },
      'more intercepts than classes': {
        attributes: { ...line, classlabels_ints: [0, 1], intercepts: { floats: [0, 1, 2, 3] } },
      },
      'an unknown transform': { attributes: { ...line, classlabels_ints: [0, 1], post_transform: 'MAX' } },
    },
  },
  {
    operator: 'SVMRegressor',
    domain: 'ai.onnx.ml',
    opset: 17,
    inputs: [[2, 2]],
    attributes: support,
    rank: 2,
    broken: {
      'two numbers for its kernel': { attributes: { ...support, kernel_params: { floats: [1, 0] } } },
      'an unknown kernel': { attributes: { ...support, kernel_type: 'CUBIC' } },
      'half a vector': { attributes: { ...support, support_vectors: { floats: [1, 2, 3] } } },
      'no threshold': { attributes: { ...support, rho: undefined } },
    },
  },
  {
    operator: 'Scaler',
    domain: 'ai.onnx.ml',
    opset: 17,
    inputs: [[2, 2]],
    attributes: { offset: { floats: [0, 0] }, scale: { floats: [1, 1] } },
    rank: 2,
    broken: {
      'an offset too few': { attributes: { offset: { floats: [0] }, scale: { floats: [1, 1] } } },
      'no scale': { attributes: { offset: { floats: [0, 0] } } },
    },
  },
  {
    operator: 'OneHotEncoder',
    domain: 'ai.onnx.ml',
    opset: 17,
    inputs: [{ int64: [2] }],
    attributes: { cats_int64s: [0, 1] },
    rank: 2,
    broken: {
      'no categories': { attributes: {} },
      'categories by number and by name': { attributes: { cats_int64s: [0, 1], cats_strings: ['a', 'b'] } },
    },
  },
]

/** The models of sound calls, by what they are of. */
export function soundCalls(): readonly (readonly [what: string, model: Model])[] {
  return operators.map((each) => [each.operator, modelOf(each, {})])
}

/** Calls of which one thing is broken. */
export function operatorMutants(): Mutant[] {
  return mutants(
    'operators',
    operators.flatMap((each) =>
      Object.entries(each.broken).map(
        ([what, change]) =>
          [
            `${each.operator}-${what.replace(/\W+/g, '-')}`,
            `${each.operator} with ${what}`,
            modelOf(each, change),
          ] as const,
      ),
    ),
  )
}

function modelOf(operator: Operator, change: Partial<Call>): Model {
  const { inputs, attributes = {}, outputs = 1 } = { ...operator, ...change }
  const names = inputs.map((input, at) => (input === '' ? '' : `x${at}`))
  const given = Array.from({ length: outputs }, (_, at) => `y${at}`)
  const held = Object.entries(attributes).flatMap(([name, each]): Attribute[] =>
    each === undefined ? [] : [attribute(name, each)],
  )
  const call = node(operator.operator, names, given, { name: 'call', domain: operator.domain ?? '' })
  const { rank = 1 } = operator
  const unknown = (at: number): string[] =>
    Array.from({ length: typeof rank === 'number' ? rank : (rank[at] ?? 1) }, (_, axis) => `d${at}${axis}`)
  const type = resultTypes[operator.operator] ?? ['float32']
  return buildModel({
    opset: operator.opset,
    irVersion: operator.opset < 18 ? 8 : 10,
    ...(operator.domain === undefined ? {} : { domains: { [operator.domain]: 2 } }),
    graph: buildGraph({
      inputs: inputs.flatMap((input, at) => declared(`x${at}`, input)),
      weights: inputs.flatMap((input, at) => constant(`x${at}`, input)),
      nodes: [{ ...call, attribute: held }],
      outputs: given.map((name, at) => value(name, type[at] ?? type[0] ?? 'float32', unknown(at))),
    }),
  })
}

/** Element types of outputs that are not floats. */
const resultTypes: Readonly<Record<string, readonly ('float32' | 'int64')[]>> = {
  Div: ['int64'],
  LinearClassifier: ['int64', 'float32'],
  TopK: ['float32', 'int64'],
}

function declared(name: string, input: Input): ValueInfo[] {
  if (input === '') return []
  if ('int64' in input) return [value(name, 'int64', input.int64)]
  return 'length' in input ? [value(name, 'float32', input)] : []
}

function constant(name: string, input: Input): OnnxTensor[] {
  if (input === '' || 'length' in input) return []
  if ('ints' in input) return [tensor(name, 'int64', [input.ints.length], BigInt64Array.from(input.ints, BigInt))]
  if ('floats' in input) return [tensor(name, 'float32', [input.floats.length], Float32Array.from(input.floats))]
  return 'int' in input ? [tensor(name, 'int64', [], BigInt64Array.of(BigInt(input.int)))] : []
}
