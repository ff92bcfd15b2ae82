import { type Call, count, integers, text } from './call.ts'
import { attention, conv, convTranspose, einsum, gemm, matMul, recurrent } from './products.ts'

/** FLOPs of one call; undefined where the sizes it needs are not known. */
export type Rule = (call: Call) => number | undefined

/**
 * What one operation costs in FLOPs, as McMahon's Livermore loops weigh them ("The Livermore Fortran Kernels", 1986): addition,
 * subtraction, multiplication and comparison 1, division and square root 4, exponentials and their kin 8.
 */
const weight = { basic: 1, divide: 4, exponential: 8 }

const logistic = weight.exponential + weight.basic + weight.divide

/** FLOPs for each element of the output. */
const each = (flops: number): Rule => {
  return ({ outputs: [y] }) => (y === undefined ? undefined : flops * count(y))
}

/** FLOPs for each element of the first input, as reductions and normalisations have it. */
const eachTaken = (flops: number): Rule => {
  return ({ inputs: [x] }) => (x === undefined ? undefined : flops * count(x))
}

/** One operation for each element of the kernel's window, at each element of the output. */
const pool: Rule = (call) => {
  const [kernel, y] = [integers(call, 'kernel_shape'), call.outputs[0]]
  return kernel === undefined || y === undefined ? undefined : count(y) * count(kernel)
}

/** n - 1 operations to join n inputs. */
const join: Rule = ({ inputs, outputs: [y] }) => (y === undefined ? undefined : (inputs.length - 1) * count(y))

/** Of images: bilinear takes 3 interpolations of 3 operations for an element, nearest none, cubic is not told. */
const resize: Rule = (call) => {
  const mode = text(call, 'mode') ?? 'nearest'
  if (mode === 'nearest') return 0
  return mode === 'linear' && call.inputs[0]?.length === 4 ? each(9)(call) : undefined
}

const nothing: Rule = () => 0

const named = (names: string, rule: Rule): [string, Rule][] => names.split(' ').map((name) => [name, rule])

/**
 * FLOPs by operator; quantised ones count the same operations on integers. Moving data is none. Operators that are not here are
 * not known, and said to be.
 */
export const rules: ReadonlyMap<string, Rule> = new Map([
  ...named('Conv FusedConv', conv),
  ...named('ConvInteger', ({ node, inputs, outputs }) => conv({ node, inputs: inputs.slice(0, 2), outputs })),
  ...named('QLinearConv', ({ node, inputs, outputs }) =>
    conv({ node, inputs: [inputs[0], inputs[3], inputs[8]], outputs }),
  ),
  ...named('ConvTranspose', convTranspose),
  ...named('MatMul MatMulInteger MatMulNBits FusedMatMul QLinearMatMul', matMul),
  ...named('Gemm FusedGemm', gemm),
  ...named('Einsum', einsum),
  ...named('Attention', attention),
  ...named('RNN', recurrent(1)),
  ...named('GRU', recurrent(3)),
  ...named('LSTM DynamicQuantizeLSTM', recurrent(4)),
  ...named('MaxPool AveragePool LpPool', pool),
  ...named(
    'GlobalAveragePool GlobalMaxPool ReduceSum ReduceMean ReduceMax ReduceMin ReduceProd ReduceL1',
    eachTaken(1),
  ),
  ...named('ArgMax ArgMin CumSum CumProd', eachTaken(1)),
  ...named('ReduceL2 ReduceSumSquare GlobalLpPool', eachTaken(2)),
  ...named('ReduceLogSum', eachTaken(1)),
  ...named('ReduceLogSumExp', eachTaken(weight.exponential + 1)),
  // Largest, difference, exponential, sum, quotient.
  ...named('Softmax', each(3 + weight.exponential + weight.divide)),
  // Largest, difference, exponential, sum, and the logarithm of the sum taken off.
  ...named('LogSoftmax', each(4 + weight.exponential)),
  // Scale and shift, folded into one factor and one summand a channel.
  ...named('BatchNormalization', eachTaken(2)),
  // Sum; difference, square, sum; times the root's inverse; scale and shift.
  ...named('LayerNormalization InstanceNormalization GroupNormalization MeanVarianceNormalization', eachTaken(7)),
  ...named('SkipLayerNormalization', eachTaken(8)),
  // Square, sum; times the root's inverse; scale.
  ...named('RMSNormalization SimplifiedLayerNormalization', eachTaken(4)),
  ...named('LRN', eachTaken(3 + weight.divide + weight.exponential)),
  ...named('Add Sub Mul Min Max Sum Mean', join),
  ...named('Relu Neg Abs Sign Ceil Floor Round Not And Or Xor Equal Less LessOrEqual Greater GreaterOrEqual', each(1)),
  ...named('BitwiseAnd BitwiseOr BitwiseXor BitwiseNot BitShift IsNaN IsInf', each(1)),
  ...named('Clip LeakyRelu PRelu ThresholdedRelu Shrink', each(2)),
  ...named('HardSigmoid', each(4)),
  ...named('HardSwish', each(5)),
  ...named('Div Sqrt Reciprocal Mod', each(weight.divide)),
  ...named('Exp Log Sin Cos Tan Asin Acos Atan Sinh Cosh Tanh Asinh Acosh Atanh Erf Pow', each(weight.exponential)),
  ...named('Sigmoid', each(logistic)),
  ...named('Swish', each(logistic + 1)),
  ...named('Softplus', each(2 * weight.exponential + 1)),
  ...named('Softsign', each(2 + weight.divide)),
  ...named('Mish', each(3 * weight.exponential + 2)),
  ...named('Elu Selu Celu', each(weight.exponential + 3)),
  // x · (1 + erf(x / √2)) / 2, with constants as factors.
  ...named('Gelu FastGelu', each(weight.exponential + 4)),
  // Scale, round, shift, clip on both sides.
  ...named('QuantizeLinear', each(5)),
  ...named('DynamicQuantizeLinear', eachTaken(7)),
  ...named('DequantizeLinear', each(2)),
  ...named('Resize Upsample', resize),
  ...named('Reshape Squeeze Unsqueeze Flatten Identity Shape Size Constant ConstantOfShape Dropout', nothing),
  ...named(
    'Transpose Concat Split Slice Gather GatherElements GatherND Scatter ScatterElements ScatterND Pad',
    nothing,
  ),
  ...named('Expand Tile Cast CastLike Where DepthToSpace SpaceToDepth Range EyeLike OneHot NonZero Trilu', nothing),
  ...named('Compress ReverseSequence RandomNormalLike RandomUniformLike CenterCropPad', nothing),
])

/** Operators that give their input under another shape or name, or say its shape: no byte of it has to move. */
export const views: ReadonlySet<string> = new Set(
  'Reshape Squeeze Unsqueeze Flatten Identity Shape Size Constant Dropout'.split(' '),
)

/** Operators that read no more of their first input than they give. */
export const pickers: ReadonlySet<string> = new Set('Gather GatherElements GatherND Slice Compress'.split(' '))
