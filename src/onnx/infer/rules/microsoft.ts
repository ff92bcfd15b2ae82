import { broadcast, product, tensorOf } from '../dims.ts'
import type { NodeView, Rule, Rules } from '../node.ts'
import { convolutions } from './conv.ts'
import { alike } from './elementwise.ts'
import { layers } from './layers.ts'
import { matmul, turned } from './matrix.ts'

/**
 * The operators of onnxruntime that its optimiser and quantiser put into models. Source: ContribOperators.md of onnxruntime.
 */
const fusedMatMul: Rule = (node) => [
  tensorOf(
    node.element(0),
    matmul(turned(node.dims(0), node.flag('transA')), turned(node.dims(1), node.flag('transB'))),
  ),
]

const fusedGemm: Rule = (node) => fusedMatMul(node)

/** Two quantised inputs, each with a scale and a zero point. */
const quantizedBinary: Rule = (node) => [
  tensorOf(node.element(0), broadcast([node.dims(0), node.dims(3)]) ?? undefined),
]

const quantizedPool: Rule = (node) => {
  const last = node.flag('channels_last')
  const dims = node.dims(0)
  return [
    tensorOf(
      node.element(0),
      dims?.map((dim, axis) => (axis === 0 || axis === (last ? dims.length - 1 : 1) ? dim : 1)),
    ),
  ]
}

/** Weights are packed: their shape is in the attributes. */
const matMulNBits: Rule = (node) => {
  const dims = node.dims(0)
  return [tensorOf(node.element(0), dims && [...dims.slice(0, -1), node.int('N')])]
}

const skipNormalization: Rule = (node) => [node.tensor(0), undefined, undefined, node.tensor(0)].slice(0, node.outputs)

const embedNormalization: Rule = (node) => {
  const ids = node.dims(0)
  const width = node.dims(2)?.[1]
  return [tensorOf(node.element(2), ids && [...ids, width]), tensorOf(6, ids && [ids[0]])].slice(0, node.outputs)
}

const selfAttention: Rule = (node) => {
  const [x, weights] = [node.dims(0), node.dims(1)]
  const three = weights?.[1]
  const sizes = node.ints('qkv_hidden_sizes')
  const width = sizes?.[2] ?? (typeof three === 'number' ? three / 3 : undefined)
  return [tensorOf(node.element(0), x && [...x.slice(0, 2), width])]
}

const multiHeadAttention: Rule = (node) => {
  const [q, v] = [node.dims(0), node.has(2) ? node.dims(2) : undefined]
  if (q?.length !== 3) return [tensorOf(node.element(0), undefined)]
  const width = v === undefined ? q[2] : v.length === 3 ? v[2] : product([v[1], v[3]])
  return [tensorOf(node.element(0), [q[0], q[1], width])]
}

const integerToFloat: Rule = (node) => [tensorOf(node.element(2) ?? 1, matmul(node.dims(0), node.dims(1)))]

const dynamicMatMul: Rule = (node) => [tensorOf(1, matmul(node.dims(0), node.dims(1)))]

const quantizedGemm: Rule = (node) => {
  const dims = matmul(turned(node.dims(0), node.flag('transA')), turned(node.dims(3), node.flag('transB')))
  return [tensorOf(node.has(8) ? node.element(8) : node.has(7) ? node.element(0) : 1, dims)]
}

const unary =
  'BiasGelu FastGelu Gelu QuickGelu FusedGelu BiasSoftmax RotaryEmbedding QLinearLeakyRelu QLinearSigmoid QLinearSoftmax'

export const microsoft: Rules = {
  ...Object.fromEntries(unary.split(' ').map((name) => [name, alike])),
  Attention: selfAttention,
  DequantizeLinear: (node: NodeView) => [tensorOf(node.element(1), node.dims(0))],
  DynamicQuantizeMatMul: dynamicMatMul,
  EmbedLayerNormalization: embedNormalization,
  FusedConv: convolutions['Conv'] as Rule,
  FusedGemm: fusedGemm,
  FusedMatMul: fusedMatMul,
  LayerNormalization: layers['LayerNormalization'] as Rule,
  MatMulIntegerToFloat: integerToFloat,
  MatMulNBits: matMulNBits,
  MultiHeadAttention: multiHeadAttention,
  QGemm: quantizedGemm,
  QLinearAdd: quantizedBinary,
  QLinearGlobalAveragePool: quantizedPool,
  QLinearMul: quantizedBinary,
  QuantizeLinear: layers['QuantizeLinear'] as Rule,
  SkipLayerNormalization: skipNormalization,
  SkipSimplifiedLayerNormalization: skipNormalization,
}
