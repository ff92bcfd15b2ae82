import type { Attribute } from '../../format/messages.ts'

/** What an attribute may hold, beyond its type. */
export interface Demand {
  fits(attribute: Attribute): boolean
  /** Ends the sentence "It is …, where … is wanted". */
  readonly wanted: string
}

type Demands = Readonly<Record<string, Demand>>

function oneOf(words: string, { orNone = false, anyCase = false } = {}): Demand {
  const texts = words.split(' ')
  return {
    fits: ({ s }) => {
      if (s === undefined) return true
      const text = new TextDecoder().decode(s)
      return texts.includes(anyCase ? text.toLowerCase() : text) || (orNone && text === '')
    },
    wanted: texts.join(' or '),
  }
}

/** The numbers of an attribute: the one that it is, or those in its list. */
function numbersIn({ i, f, ints, floats }: Attribute): number[] {
  if (i !== undefined || f !== undefined) return [Number(i ?? f)]
  return Array.from((ints ?? floats ?? []) as ArrayLike<number | bigint>, Number)
}

function every(test: (number: number) => boolean, wanted: string): Demand {
  return { fits: (attribute) => numbersIn(attribute).every(test), wanted }
}

function atLeast(least: number): Demand {
  return every((number) => number >= least, `${least} or more`)
}

function among(...numbers: number[]): Demand {
  return every((number) => numbers.includes(number), numbers.join(' or '))
}

const positive = every((number) => number > 0, 'a positive number')
const flag = among(0, 1)
const padding = oneOf('NOTSET VALID SAME_UPPER SAME_LOWER', { orNone: true })
const window: Demands = { auto_pad: padding, kernel_shape: atLeast(1), pads: atLeast(0) }
const running: Demands = { exclusive: flag, reverse: flag }
const blocks: Demands = { mode: oneOf('DCR CRD') }
const rounding: Demands = { round_mode: oneOf('up down nearest') }

/** What onnxruntime knows by name. It takes them in any case. */
const activations =
  'affine elu hardsigmoid leakyrelu relu scaledtanh sigmoid softplus softsign tanh thresholdedrelu'.split(' ')

/** Runtimes keep such numbers in 32 bits. */
const count = every((number) => number >= 0 && number < 2 ** 31, 'a number from 0 to 2147483647')
const sized = every((number) => number > 0 && number < 2 ** 31, 'a number from 1 to 2147483647')
const small = every((number) => Math.abs(number) < 2 ** 31, 'a number of 32 bits')

const recurrent: Demands = {
  activations: {
    fits: ({ strings }) => strings.every((name) => activations.includes(new TextDecoder().decode(name).toLowerCase())),
    wanted: activations.join(' or '),
  },
  direction: oneOf('forward reverse bidirectional'),
  hidden_size: sized,
  layout: flag,
}

const odd = every((number) => number > 0 && number % 2 === 1, 'a positive odd number')

/**
 * What operators take in their attributes. Sources: the operator specifications, and what onnxruntime refuses when it loads a
 * model; what both let pass is not here.
 */
const standard: Readonly<Record<string, Demands>> = {
  Attention: {
    left_window_size: atLeast(-1),
    qk_matmul_output_mode: among(0, 1, 2, 3),
    right_window_size: atLeast(-1),
    scale: positive,
  },
  AveragePool: window,
  BatchNormalization: { training_mode: small },
  BitShift: { direction: oneOf('LEFT RIGHT') },
  Cast: rounding,
  CastLike: rounding,
  Col2Im: { dilations: positive, strides: positive },
  Conv: window,
  ConvInteger: window,
  ConvTranspose: { ...window, group: positive, output_padding: atLeast(0), output_shape: atLeast(0) },
  CumProd: running,
  CumSum: running,
  DeformConv: window,
  DepthToSpace: blocks,
  GRU: { ...recurrent, clip: positive },
  Gemm: { transA: small, transB: small },
  GatherND: { batch_dims: atLeast(0) },
  GridSample: {
    mode: oneOf('bilinear nearest bicubic linear cubic'),
    padding_mode: oneOf('zeros border reflection'),
  },
  GroupNormalization: { num_groups: positive },
  LRN: { alpha: positive, beta: positive, size: odd },
  LSTM: { ...recurrent, clip: positive },
  LpNormalization: { p: among(1, 2) },
  LpPool: window,
  MaxPool: { ...window, storage_order: flag },
  MaxRoiPool: { pooled_shape: positive, spatial_scale: positive },
  MaxUnpool: { kernel_shape: positive, strides: positive },
  Mod: { fmod: flag },
  NonMaxSuppression: { center_point_box: flag },
  Pad: { mode: oneOf('constant reflect edge wrap') },
  QLinearConv: window,
  RNN: recurrent,
  Resize: {
    coordinate_transformation_mode: oneOf(
      'half_pixel half_pixel_symmetric pytorch_half_pixel align_corners asymmetric tf_crop_and_resize tf_half_pixel_for_nn',
    ),
    keep_aspect_ratio_policy: oneOf('stretch not_larger not_smaller'),
    mode: oneOf('nearest linear cubic'),
    nearest_mode: oneOf('round_prefer_floor round_prefer_ceil floor ceil', { orNone: true }),
  },
  ReverseSequence: { batch_axis: flag, time_axis: flag },
  Reshape: { allowzero: flag },
  RoiAlign: { mode: oneOf('avg max', { anyCase: true }), sampling_ratio: atLeast(0) },
  RotaryEmbedding: { num_heads: count, rotary_embedding_dim: count },
  SpaceToDepth: blocks,
  Split: { num_outputs: atLeast(1) },
  StringNormalizer: { case_change_action: oneOf('NONE UPPER LOWER') },
  TensorScatter: { mode: oneOf('linear circular') },
  TfIdfVectorizer: {
    max_gram_length: atLeast(1),
    max_skip_count: atLeast(0),
    min_gram_length: atLeast(1),
    mode: oneOf('TF IDF TFIDF'),
    ngram_counts: atLeast(0),
    ngram_indexes: atLeast(0),
  },
  Upsample: { mode: oneOf('nearest linear cubic bilinear') },
}

const transform = oneOf('NONE SOFTMAX LOGISTIC SOFTMAX_ZERO PROBIT')
const kernel: Demands = { kernel_type: oneOf('LINEAR POLY RBF SIGMOID'), post_transform: transform }
const branches = 'BRANCH_LEQ BRANCH_LT BRANCH_GTE BRANCH_GT BRANCH_EQ BRANCH_NEQ LEAF'.split(' ')
const forest: Demands = {
  aggregate_function: oneOf('AVERAGE SUM MIN MAX'),
  nodes_featureids: atLeast(0),
  nodes_modes: {
    fits: ({ strings }) => strings.every((mode) => branches.includes(new TextDecoder().decode(mode))),
    wanted: branches.join(' or '),
  },
  post_transform: transform,
}

const machineLearning: Readonly<Record<string, Demands>> = {
  LinearClassifier: { post_transform: transform },
  LinearRegressor: { post_transform: transform, targets: positive },
  Normalizer: { norm: oneOf('MAX L1 L2') },
  SVMClassifier: kernel,
  SVMRegressor: kernel,
  TreeEnsembleClassifier: { ...forest, class_ids: atLeast(0) },
  TreeEnsembleRegressor: { ...forest, n_targets: positive, target_ids: atLeast(0) },
  TreeEnsemble: {
    aggregate_function: among(0, 1, 2, 3),
    leaf_targetids: atLeast(0),
    nodes_falsenodeids: atLeast(0),
    nodes_featureids: atLeast(0),
    nodes_truenodeids: atLeast(0),
    post_transform: among(0, 1, 2, 3, 4),
    tree_roots: atLeast(0),
  },
}

const previews: Readonly<Record<string, Demands>> = {
  FlexAttention: { softmax_precision: among(1, 10, 11, 16) },
}

type Listed = readonly (readonly [name: string, demand: Demand])[]

const domains: ReadonlyMap<string, ReadonlyMap<string, Listed>> = new Map([
  ['', listed(standard)],
  ['ai.onnx', listed(standard)],
  ['ai.onnx.ml', listed(machineLearning)],
  ['ai.onnx.preview', listed(previews)],
])

function listed(operators: Readonly<Record<string, Demands>>): ReadonlyMap<string, Listed> {
  return new Map(Object.entries(operators).map(([operator, demands]) => [operator, Object.entries(demands)]))
}

const none: Listed = []

/** What an operator demands of its attributes. */
export function attributeDemands(domain: string, operator: string): Listed {
  return domains.get(domain)?.get(operator) ?? none
}

/** The value of an attribute, for messages. */
export function printed(attribute: Attribute): string {
  const { s, strings } = attribute
  if (s !== undefined) return JSON.stringify(new TextDecoder().decode(s))
  if (strings.length > 0) return strings.map((text) => JSON.stringify(new TextDecoder().decode(text))).join(', ')
  const numbers = numbersIn(attribute)
  return numbers.length === 1 ? String(numbers[0]) : `[${numbers.join(', ')}]`
}
