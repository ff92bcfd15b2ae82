import { ownValue } from '../../../core/own.ts'
import { elementType } from '../../tensors/element-types.ts'
import { broadcast, type Dims, shapeText, tensorOf } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'

export const bool = 9
export const int64 = 7

/** The first input, type and shape. */
export const same: Rule = (node) => [node.type(0)]

/** A tensor like the first input. */
export const alike: Rule = (node) => [node.tensor(0)]

export function likeWith(element: number): Rule {
  return (node) => [tensorOf(element, node.dims(0))]
}

/** The shape that inputs broadcast to. */
export function broadcastOf(node: NodeView, indexes: readonly number[]): Dims | undefined {
  const shapes = indexes.map((index) => node.dims(index))
  const dims = broadcast(shapes)
  if (dims !== null) return dims
  throw new Misfit('shape', `Its inputs ${shapes.map(shapeText).join(' and ')} do not broadcast.`)
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}

/** Inputs of one element type each: all the same. */
export function commonElement(node: NodeView, indexes: readonly number[]): number | undefined {
  let common: number | undefined
  let differ = false
  // All are asked for: a value that is no tensor is reported before types that differ.
  for (const index of indexes) {
    const element = node.element(index)
    differ ||= common !== undefined && element !== undefined && element !== common
    common ??= element
  }
  if (differ) throw new Misfit('type', 'Its inputs have different element types.')
  return common
}

/** Two inputs that broadcast. Before opset 7 the second was stretched to the first one's shape by an attribute. */
function binary(element: (node: NodeView) => number | undefined): Rule {
  return (node) => {
    const common = element(node)
    if (node.opset < 7) return [tensorOf(common, node.dims(0))]
    return [tensorOf(common, broadcastOf(node, [0, 1]))]
  }
}

const arithmetic = binary((node) => commonElement(node, [0, 1]))
const comparison = binary((node) => {
  commonElement(node, [0, 1])
  return bool
})

const variadic: Rule = (node) => {
  const all = range(node.inputs)
  const element = commonElement(node, all)
  return [tensorOf(element, node.opset < 8 ? node.dims(0) : broadcastOf(node, all))]
}

const where: Rule = (node) => [tensorOf(commonElement(node, [1, 2]), broadcastOf(node, [0, 1, 2]))]

/** The slope is stretched to the input, never the other way round. */
const prelu: Rule = (node) => {
  const [x, slope] = [node.dims(0), node.dims(1)]
  const stretched = node.opset < 7 || slope === undefined ? x : broadcastOf(node, [0, 1])
  if (x !== undefined && slope !== undefined && node.opset >= 9 && (stretched?.length ?? 0) > x.length)
    throw new Misfit('shape', `Its slope ${shapeText(slope)} does not fit its input ${shapeText(x)}.`)
  return [tensorOf(commonElement(node, [0, 1]), x)]
}

const axisChecked: Rule = (node) => {
  const [rank, axis] = [node.rank(0), node.int('axis')]
  // Before opset 13 the axis says where to flatten and may be the rank itself.
  if (rank !== undefined && axis !== undefined && !(node.opset < 13 && axis === rank)) node.axis(axis, rank)
  return [node.tensor(0)]
}

const dropout: Rule = (node) => {
  const x = node.tensor(0)
  const mask = tensorOf(node.opset < 10 ? x?.element : bool, x?.dims)
  return node.outputs > 1 ? [x, mask] : [x]
}

function castTo(element: (node: NodeView) => number | undefined): Rule {
  return (node) => [tensorOf(element(node), node.dims(0))]
}

/** A type that an attribute may name: otherwise that of the first input. */
function typeOr(name: string): (node: NodeView) => number | undefined {
  return (node) => node.int(name) ?? node.element(0)
}

/** Elements of the first type, reread as ones of the second, which have as many bits. */
const bitCast: Rule = (node) => {
  const [from, to] = [elementType(node.element(0)), elementType(node.int('to'))]
  if (from !== undefined && to !== undefined && from.bits !== to.bits)
    throw new Misfit('type', `It rereads ${from.name} as ${to.name}, which has another number of bits.`)
  return [tensorOf(node.int('to'), node.dims(0))]
}

/** Whole numbers are not divided by 0: onnxruntime refuses to load that. */
const division: Rule = (node) => {
  const whole = ![1, 10, 11, 16].includes(node.element(0) ?? 1)
  if (whole && node.numbers(1)?.includes(0) === true) throw new Misfit('value', 'It divides whole numbers by 0.')
  return arithmetic(node)
}

/** Three dimensions do not say how many heads are in the last one. */
const rotary: Rule = (node) => {
  node.wantRank(0, [3, 4])
  if (node.rank(0) === 3 && (node.int('num_heads') ?? 0) === 0)
    throw new Misfit('value', 'It must have `num_heads` for an input of 3 dimensions.')
  return [node.tensor(0)]
}

const clip: Rule = (node) => {
  if (node.opset >= 11) commonElement(node, [0, 1, 2])
  return [node.tensor(0)]
}

const unary =
  'Abs Acos Acosh Asin Asinh Atan Atanh BitwiseNot Ceil Celu Cos Cosh CumProd CumSum Elu Erf Exp Floor Gelu HardSigmoid HardSwish LRN LeakyRelu Log LpNormalization Mish Neg Not Reciprocal Relu Round Selu Shrink Sigmoid Sign Sin Sinh Softplus Softsign Sqrt Swish Tan Tanh ThresholdedRelu'

export const elementwise: Rules = {
  ...Object.fromEntries(unary.split(' ').map((name) => [name, alike])),
  Identity: same,
  Add: arithmetic,
  And: comparison,
  Bernoulli: castTo(typeOr('dtype')),
  BitCast: bitCast,
  BitShift: arithmetic,
  BitwiseAnd: arithmetic,
  BitwiseOr: arithmetic,
  BitwiseXor: arithmetic,
  Cast: castTo((node) => node.int('to') ?? ownValue(oldTypes, node.text('to') ?? '')),
  CastLike: castTo((node) => node.element(1)),
  Clip: clip,
  Div: division,
  Dropout: dropout,
  Equal: comparison,
  Greater: comparison,
  GreaterOrEqual: comparison,
  Hardmax: axisChecked,
  IsInf: likeWith(bool),
  IsNaN: likeWith(bool),
  Less: comparison,
  LessOrEqual: comparison,
  LogSoftmax: axisChecked,
  Max: variadic,
  Mean: variadic,
  MeanVarianceNormalization: (node) => {
    const rank = node.rank(0)
    if (rank !== undefined) for (const axis of node.ints('axes') ?? []) node.axis(axis, rank)
    return [node.tensor(0)]
  },
  Min: variadic,
  Mod: division,
  Mul: arithmetic,
  Or: comparison,
  PRelu: prelu,
  Pow: binary((node) => node.element(0)),
  RandomNormalLike: castTo(typeOr('dtype')),
  RandomUniformLike: castTo(typeOr('dtype')),
  RegexFullMatch: (node) => {
    if (node.text('pattern') === undefined) throw new Misfit('value', 'It has no `pattern`.')
    return [tensorOf(bool, node.dims(0))]
  },
  RotaryEmbedding: rotary,
  Softmax: axisChecked,
  StringConcat: (node) => [tensorOf(8, broadcastOf(node, [0, 1]))],
  Sub: arithmetic,
  Sum: variadic,
  Trilu: (node) => {
    node.wantRank(0, [2, Infinity])
    return [node.tensor(0)]
  },
  Where: where,
  Xor: comparison,
}

/** Opset 1 named element types by text. */
const oldTypes: Readonly<Record<string, number>> = {
  FLOAT: 1,
  UINT8: 2,
  INT8: 3,
  UINT16: 4,
  INT16: 5,
  INT32: 6,
  INT64: 7,
  BOOL: 9,
  FLOAT16: 10,
  DOUBLE: 11,
}
