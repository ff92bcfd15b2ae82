import { contradict, type Dims, product, shapeText, tensorOf, unknownDims } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import type { Dim, ValueType } from '../types.ts'
import { broadcastOf, commonElement } from './elementwise.ts'
import { divided } from './matrix.ts'

/**
 * RNN, GRU and LSTM: all outputs, the last one, and for an LSTM its last cell.
 * @param activations functions that one direction needs
 */
function recurrent(states: number, activations: number): Rule {
  return (node) => {
    checkRecurrent(node, activations)
    node.wantRank(0, 3)
    node.wantRank(1, 3)
    const element = node.element(0)
    const [x, w, r] = [node.dims(0), node.dims(1), node.dims(2)]
    const directions = w?.[0] ?? (node.text('direction') === 'bidirectional' ? 2 : 1)
    const hidden = node.int('hidden_size') ?? r?.[2]
    const batchFirst = node.flag('layout')
    const [length, batch] = batchFirst ? [x?.[1], x?.[0]] : [x?.[0], x?.[1]]
    const all = batchFirst ? [batch, length, directions, hidden] : [length, directions, batch, hidden]
    const last = tensorOf(element, batchFirst ? [batch, directions, hidden] : [directions, batch, hidden])
    return [tensorOf(element, all), ...new Array<ValueType>(states).fill(last)].slice(0, node.outputs)
  }
}

/** Throws a Misfit for what onnxruntime refuses to load. */
function checkRecurrent(node: NodeView, activations: number): void {
  if (node.int('hidden_size') === undefined) throw new Misfit('value', 'It does not say its `hidden_size`.')
  const wanted = activations * (node.text('direction') === 'bidirectional' ? 2 : 1)
  const given = node.attribute('activations')?.strings.length ?? 0
  if (given !== 0 && given !== wanted)
    throw new Misfit('value', `It has ${given} activations where ${wanted} are needed.`)
}

/** Training mode gives the running mean and variance back. */
const batchNormalization: Rule = (node) => {
  node.wantRank(0, [1, Infinity])
  const x = node.tensor(0)
  const counts = node.opset < 14 ? [1, 2, 3, 4, 5] : node.flag('training_mode') ? [3] : [1]
  if (!counts.includes(node.outputs) || (node.opset >= 7 && node.opset < 14 && ![1, 5].includes(node.outputs)))
    throw new Misfit('value', `It has ${node.outputs} outputs, which it does not give in this mode.`)
  if (node.outputs === 1) return [x]
  const channels = tensorOf(node.element(3) ?? x?.element, [node.dims(1)?.[0] ?? x?.dims?.[1]])
  return [x, channels, channels, channels, channels].slice(0, node.outputs)
}

/** A scale and a bias for each channel; before opset 21 for each group. */
const groupNormalization: Rule = (node) => {
  const x = node.tensor(0)
  for (const index of [1, 2]) {
    const [length] = node.rank(index) === 1 ? (node.dims(index) ?? []) : []
    if (node.opset >= 21 && contradict(length, x?.dims?.[1]))
      throw new Misfit('shape', `Its input ${index} has ${length} numbers for ${x?.dims?.[1]} channels.`)
  }
  return [x]
}

/** Mean and inverse deviation have the normalised axes as 1, in the type the sums were made in. */
const layerNormalization: Rule = (node) => {
  const x = node.tensor(0)
  const stash = node.int('stash_type') ?? 1
  if (x?.dims === undefined) return [x, tensorOf(stash, undefined), tensorOf(stash, undefined)].slice(0, node.outputs)
  const axis = node.axis(node.int('axis') ?? -1, x.dims.length)
  const dims = x.dims.map((dim, at) => (at < axis ? dim : 1))
  return [x, tensorOf(stash, dims), tensorOf(stash, dims)].slice(0, node.outputs)
}

/** Scores [N, C, …] for classes [N, …], with a weight for each class. Throws a Misfit. */
function checkLoss(node: NodeView): void {
  node.wantRank(0, [2, Infinity])
  node.wantRank(2, 1)
  const [scores, target, weights] = [node.dims(0), node.dims(1), node.dims(2)]
  const wanted = scores && [...scores.slice(0, 1), ...scores.slice(2)]
  if (wanted !== undefined && target !== undefined)
    if (target.length !== wanted.length || target.some((dim, axis) => contradict(dim, wanted[axis])))
      throw new Misfit('shape', `Its target ${shapeText(target)} does not fit its scores ${shapeText(scores)}.`)
  if (contradict(weights?.[0], scores?.[1]))
    throw new Misfit('shape', `It has ${weights?.[0]} weights for ${scores?.[1]} classes.`)
}

const negativeLogLikelihood: Rule = (node) => {
  checkLoss(node)
  const reduced = (node.text('reduction') ?? 'mean') !== 'none'
  const dims = node.dims(0)
  const target = node.dims(1) ?? (dims && [...dims.slice(0, 1), ...dims.slice(2)])
  return [tensorOf(node.element(0), reduced ? [] : target)]
}

const crossEntropy: Rule = (node) => {
  const [loss] = negativeLogLikelihood(node)
  return [loss, node.tensor(0)].slice(0, node.outputs)
}

const convWithState: Rule = (node) => [
  node.tensor(0),
  node.tensor(3) ?? tensorOf(node.element(0), stateDims(node.dims(0), node.dims(1))),
]

/** A causal convolution keeps what its window still needs of the past. */
function stateDims(x: Dims | undefined, w: Dims | undefined): Dims | undefined {
  const kernel = w?.at(-1)
  return x && [x[0], x[1], typeof kernel === 'number' ? kernel - 1 : undefined]
}

const quantize: Rule = (node) => {
  const stated = node.int('output_dtype')
  const element = node.has(2) ? node.element(2) : stated === undefined || stated === 0 ? 2 : stated
  return [tensorOf(element, node.dims(0))]
}

const dequantize: Rule = (node) => {
  const stated = node.int('output_dtype')
  const element = stated === undefined || stated === 0 ? (node.opset < 19 ? 1 : node.element(1)) : stated
  return [tensorOf(element, node.dims(0))]
}

const dynamicQuantize: Rule = (node) => [tensorOf(2, node.dims(0)), tensorOf(1, []), tensorOf(2, [])]

const randomOf: Rule = (node) => [tensorOf(node.int('dtype') ?? 1, node.ints('shape'))]

const multinomial: Rule = (node) => [
  tensorOf(node.int('dtype') ?? 6, [node.dims(0)?.[0], node.int('sample_size') ?? 1]),
]

/** A window of so many samples. */
const windowFunction: Rule = (node) => {
  const size = first(node, 0)
  // A size that is worked out may be a list of one.
  if (node.numbers(0) !== undefined) node.wantRank(0, 0)
  if (typeof size === 'number' && size < 1) throw new Misfit('value', `Its window of ${size} samples is empty.`)
  return [tensorOf(node.int('output_datatype') ?? 1, [size])]
}

function first(node: NodeView, index: number): Dim {
  return node.known(index)?.values[0] ?? node.numbers(index)?.[0]
}

const fourier: Rule = (node) => {
  node.wantRank(0, [2, Infinity])
  const x = node.tensor(0)
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const { dims } = x
  checkTransform(node, dims)
  const [length, stated] = [
    node.has(1) ? node.integers(1)?.[0] : null,
    node.opset < 20 ? (node.int('axis') ?? 1) : node.has(2) ? node.integers(2)?.[0] : -2,
  ]
  if (stated === undefined) return [tensorOf(x.element, aroundUnknown(node, dims))]
  const axis = node.axis(stated, dims.length)
  if (axis === dims.length - 1) throw new Misfit('value', `Its axis ${stated} holds the parts of its numbers.`)
  const [onesided, inverse] = [node.flag('onesided'), node.flag('inverse')]
  const side = length === null ? dims[axis] : length
  const result = [...dims]
  if (onesided && inverse) {
    result[axis] = length ?? (typeof side === 'number' ? 2 * (side - 1) : undefined)
    result[dims.length - 1] = 1
  } else {
    result[axis] = onesided ? (typeof side === 'number' ? Math.floor(side / 2) + 1 : undefined) : side
    result[dims.length - 1] = 2
  }
  return [tensorOf(x.element, result)]
}

/** One side of a spectrum comes of real numbers, and real numbers come of it. Throws a Misfit. */
function checkTransform(node: NodeView, dims: Dims): void {
  node.wantRank(1, 0)
  if (node.opset >= 20) node.wantRank(2, 0)
  const parts = node.flag('inverse') ? 2 : 1
  if (node.flag('onesided') && contradict(dims.at(-1), parts))
    throw new Misfit('shape', `Its input ${shapeText(dims)} must have ${parts} as its last dimension.`)
}

/** Of a transform along an axis that is not known: without another length and on both sides only the last dimension changes. */
function aroundUnknown(node: NodeView, dims: Dims): Dims {
  const kept = !node.has(1) && !node.flag('onesided')
  const parts = node.flag('onesided') && node.flag('inverse') ? 1 : 2
  return [...(kept ? dims.slice(0, -1) : unknownDims(dims.length - 1)), parts]
}

const shortTimeFourier: Rule = (node) => {
  node.wantRank(0, [2, Infinity])
  node.wantRank(2, 1)
  node.wantRank(3, 0)
  const [signal, step] = [node.dims(0), first(node, 1)]
  const frame = node.has(3) ? first(node, 3) : node.has(2) ? node.dims(2)?.[0] : undefined
  const length = signal?.[1]
  const known = typeof length === 'number' && typeof step === 'number' && typeof frame === 'number' && step > 0
  const frames = known ? Math.floor((length - frame) / step) + 1 : undefined
  const bins =
    typeof frame !== 'number' ? undefined : (node.int('onesided') ?? 1) === 0 ? frame : Math.floor(frame / 2) + 1
  return [tensorOf(node.element(0), [signal?.[0], frames, bins, 2])]
}

const melWeights: Rule = (node) => {
  const [bins, length] = [first(node, 0), first(node, 1)]
  const spectrum = typeof length === 'number' ? Math.floor(length / 2) + 1 : undefined
  return [tensorOf(node.int('output_datatype') ?? 1, [spectrum, bins])]
}

const imageDecoder: Rule = (node) => [
  tensorOf(2, [undefined, undefined, node.text('pixel_format') === 'Grayscale' ? 1 : 3]),
]

/** Source: the operator specification of LinearAttention; heads are folded into the last dimension. */
const linearAttention: Rule = (node) => {
  const [q, k, v] = [node.dims(0), node.dims(1), node.dims(2)]
  const [heads, kvHeads] = [node.int('q_num_heads'), node.int('kv_num_heads')]
  const [keySize, valueSize] = [divided(k?.[2], kvHeads), divided(v?.[2], kvHeads)]
  const y = [q?.[0], q?.[1], product([heads, valueSize])]
  return [
    tensorOf(node.element(0), y),
    tensorOf(node.element(3) ?? node.element(0), [q?.[0], kvHeads, keySize, valueSize]),
  ]
}

export const layers: Rules = {
  BatchNormalization: batchNormalization,
  BlackmanWindow: windowFunction,
  CausalConvWithState: convWithState,
  DFT: fourier,
  DequantizeLinear: dequantize,
  DynamicQuantizeLinear: dynamicQuantize,
  GRU: recurrent(1, 2),
  GroupNormalization: groupNormalization,
  HammingWindow: windowFunction,
  HannWindow: windowFunction,
  ImageDecoder: imageDecoder,
  InstanceNormalization: (node) => [tensorOf(commonElement(node, [0, 1, 2]), node.dims(0))],
  LSTM: recurrent(2, 3),
  LayerNormalization: layerNormalization,
  LinearAttention: linearAttention,
  MelWeightMatrix: melWeights,
  Multinomial: multinomial,
  NegativeLogLikelihoodLoss: negativeLogLikelihood,
  QuantizeLinear: quantize,
  RMSNormalization: (node) => {
    const rank = node.rank(0)
    if (rank !== undefined) node.axis(node.int('axis') ?? -1, rank)
    return [node.tensor(0)]
  },
  RNN: recurrent(1, 1),
  RandomNormal: randomOf,
  RandomUniform: randomOf,
  STFT: shortTimeFourier,
  SoftmaxCrossEntropyLoss: crossEntropy,
  SwiGLU: (node) => [tensorOf(commonElement(node, [0, 1]), broadcastOf(node, [0, 1]))],
}
