import { ownValue } from '../../../core/own.ts'
import { type Dims, product, tensorOf } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import type { Dim, ValueType } from '../types.ts'
import { alike, int64, likeWith } from './elementwise.ts'

const [float, string] = [1, 8]

/** Rows of examples: a single list of features is one example. */
function rowsOf(node: NodeView): Dim {
  const dims = node.dims(0)
  if (dims === undefined) return undefined
  return dims.length === 1 ? 1 : dims[0]
}

function isText(node: NodeView, ...attributes: string[]): boolean {
  return attributes.some((name) => (node.attribute(name)?.strings.length ?? 0) > 0)
}

/** The class of each example, and a score of each class. */
function classifier(textLabels: string, intLabels: string): Rule {
  return (node) => {
    const texts = node.attribute(textLabels)?.strings ?? []
    const labels = texts.length > 0 ? texts.length : node.ints(intLabels)?.length
    return [
      tensorOf(texts.length > 0 ? string : int64, [rowsOf(node)]),
      tensorOf(float, [rowsOf(node), scoresOf(node, labels)]),
    ]
  }
}

/** Two classes may have one score. */
function scoresOf(_node: NodeView, labels: number | undefined): Dim {
  return labels === undefined || labels === 0 ? undefined : labels
}

function regressor(targets: string): Rule {
  return (node) => [tensorOf(float, [rowsOf(node), node.int(targets) ?? 1])]
}

const featureExtractor: Rule = (node) => {
  const [x, picked] = [node.tensor(0), node.dims(1)]
  const count = picked && product(picked)
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  return [tensorOf(x.element, x.dims.length === 1 ? [1, count] : [...x.dims.slice(0, -1), count])]
}

const castMap: Rule = (node) => {
  return [tensorOf(ownValue(castTargets, node.text('cast_to') ?? 'TO_FLOAT'), undefined)]
}

const castTargets: Readonly<Record<string, number>> = { TO_FLOAT: float, TO_STRING: string, TO_INT64: int64 }

const categories: Rule = (node) => {
  const element = node.element(0)
  return [tensorOf(element === string ? int64 : element === int64 ? string : undefined, node.dims(0))]
}

const labels: Rule = (node) => {
  const table = node.attribute('values_tensor')?.t?.dataType
  const from = node.element(0)
  const old = node.opset < 2 && from !== undefined ? (from === string ? int64 : string) : undefined
  const element =
    table ??
    old ??
    (isText(node, 'values_strings')
      ? string
      : node.ints('values_int64s') !== undefined
        ? int64
        : node.attribute('values_floats')?.floats === undefined
          ? undefined
          : float)
  return [tensorOf(element, node.dims(0))]
}

const oneHot: Rule = (node) => {
  const count = node.attribute('cats_strings')?.strings.length || node.ints('cats_int64s')?.length
  const dims = node.dims(0)
  return [tensorOf(float, dims && [...dims, count])]
}

const vectorizer: Rule = (node) => {
  const type = node.type(0)
  const element = type?.kind === 'map' && type.value?.kind === 'tensor' ? type.value.element : undefined
  return [tensorOf(element, undefined)]
}

const featureVectorizer: Rule = (node) => {
  const widths = node.ints('inputdimensions')
  const rows: Dims | undefined = node.dims(0)
  return [tensorOf(float, rows && [rows.length === 1 ? 1 : rows[0], widths?.reduce((all, width) => all + width, 0)])]
}

const zipMap: Rule = (node) => {
  const key = isText(node, 'classlabels_strings') ? string : int64
  const value: ValueType = { kind: 'map', key, value: tensorOf(float, []) }
  return [{ kind: 'sequence', of: value }]
}

export const machineLearning: Rules = {
  ArrayFeatureExtractor: featureExtractor,
  Binarizer: alike,
  CastMap: castMap,
  CategoryMapper: categories,
  DictVectorizer: vectorizer,
  FeatureVectorizer: featureVectorizer,
  Imputer: alike,
  LabelEncoder: labels,
  LinearClassifier: classifier('classlabels_strings', 'classlabels_ints'),
  LinearRegressor: regressor('targets'),
  Normalizer: likeWith(float),
  OneHotEncoder: oneHot,
  SVMClassifier: classifier('classlabels_strings', 'classlabels_ints'),
  SVMRegressor: (node) => [tensorOf(float, [rowsOf(node), 1])],
  Scaler: likeWith(float),
  TreeEnsemble: (node) => [tensorOf(node.element(0), [rowsOf(node), node.int('n_targets')])],
  TreeEnsembleClassifier: classifier('classlabels_strings', 'classlabels_int64s'),
  TreeEnsembleRegressor: regressor('n_targets'),
  ZipMap: zipMap,
}

/** Optimisers: inputs after the first two are tensors in groups, and the first groups come out updated. */
function optimizer(groups: number): Rule {
  return (node) => {
    const count = (node.inputs - 2) / groups
    if (!Number.isInteger(count) || count < 1 || node.outputs !== count * (groups - 1))
      throw new Misfit(
        'value',
        `It has ${node.inputs} inputs and ${node.outputs} outputs, which are not tensors in groups.`,
      )
    // Gradients, the second group, do not come out.
    return Array.from({ length: groups - 1 }, (_, group) => group).flatMap((group) =>
      Array.from({ length: count }, (_, at) => node.type(2 + (group === 0 ? 0 : group + 1) * count + at)),
    )
  }
}

export const training: Rules = {
  Adagrad: optimizer(3),
  Adam: optimizer(4),
  Momentum: optimizer(3),
}
