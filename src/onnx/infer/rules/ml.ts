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
  const to = { TO_FLOAT: float, TO_STRING: string, TO_INT64: int64 }[node.text('cast_to') ?? 'TO_FLOAT']
  return [tensorOf(to, undefined)]
}

const categories: Rule = (node) => {
  const element = node.element(0)
  return [tensorOf(element === string ? int64 : element === int64 ? string : undefined, node.dims(0))]
}

const tables = ['tensor', 'strings', 'int64s', 'floats'] as const
const elementsOf = { strings: string, int64s: int64, floats: float }

/** The one list of keys or values that a LabelEncoder has: how long it is, and of which elements. Throws a Misfit. */
function tableOf(node: NodeView, side: 'keys' | 'values'): { readonly length: number; readonly element: number } {
  const given = tables.flatMap((kind) => {
    const attribute = node.attribute(`${side}_${kind}`)
    if (attribute === undefined) return []
    const { t } = attribute
    if (kind === 'tensor') return [{ length: t === undefined ? 0 : product(t.dims), element: t?.dataType ?? 0 }]
    const list = kind === 'strings' ? attribute.strings : kind === 'floats' ? attribute.floats : attribute.ints
    return [{ length: list?.length ?? 0, element: elementsOf[kind] }]
  })
  const [table] = given.filter(({ length }) => length !== 0)
  if (given.length !== 1 || table === undefined)
    throw new Misfit('value', `It has ${given.length} lists of ${side}, and must have one that is not empty.`)
  return { ...table, length: Number(table.length) }
}

/** Keys and values in pairs, and what is given for all other keys. Throws a Misfit. */
function checkLabels(node: NodeView): void {
  const [keys, values] = [tableOf(node, 'keys'), tableOf(node, 'values')]
  if (keys.length !== values.length)
    throw new Misfit('value', `It has ${keys.length} keys and ${values.length} values.`)
  const element = node.element(0)
  if (element !== undefined && element !== keys.element)
    throw new Misfit('type', 'Its input has another element type than its keys.')
  const other = node.attribute('default_tensor')?.t
  if (other !== undefined && (other.dataType !== values.element || other.dims.join() !== '1'))
    throw new Misfit('value', 'Its default is not one element of the type of its values.')
}

const labels: Rule = (node) => {
  if (node.opset >= 2) checkLabels(node)
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

/** Nodes and leaves are lists of equal length, which point at one another. Throws a Misfit. */
function checkTrees(node: NodeView): void {
  const nodes = lengthOf(node, 'nodes_splits')
  const leaves = lengthOf(node, 'leaf_weights')
  const lists = ['featureids', 'modes', 'truenodeids', 'falsenodeids', 'trueleafs', 'falseleafs']
  for (const name of lists) wantLength(node, `nodes_${name}`, nodes)
  for (const name of ['hitrates', 'missing_value_tracks_true'])
    if (node.attribute(`nodes_${name}`) !== undefined) wantLength(node, `nodes_${name}`, nodes)
  wantLength(node, 'leaf_targetids', leaves)
  for (const side of ['true', 'false']) {
    const isLeaf = node.ints(`nodes_${side}leafs`) ?? []
    for (const [at, id] of (node.ints(`nodes_${side}nodeids`) ?? []).entries())
      if (id >= (isLeaf[at] === 0 ? nodes : leaves))
        throw new Misfit('value', `Its node ${at} points at ${id}, which is not there.`)
  }
  wantBelow(node, 'tree_roots', nodes)
  wantBelow(node, 'leaf_targetids', node.int('n_targets') ?? Number.POSITIVE_INFINITY)
  const features = node.dims(0)?.[1]
  wantBelow(node, 'nodes_featureids', typeof features === 'number' ? features : Number.POSITIVE_INFINITY)
}

function lengthOf(node: NodeView, name: string): number {
  const attribute = node.attribute(name)
  const list = attribute?.ints ?? attribute?.floats
  return list?.length ?? Number(product(attribute?.t?.dims ?? [0]))
}

function wantLength(node: NodeView, name: string, wanted: number): void {
  const length = lengthOf(node, name)
  if (length !== wanted) throw new Misfit('value', `Its \`${name}\` has ${length} elements where ${wanted} are needed.`)
}

function wantBelow(node: NodeView, name: string, limit: number): void {
  const beyond = (node.ints(name) ?? []).find((number) => number >= limit)
  if (beyond !== undefined) throw new Misfit('value', `Its \`${name}\` has ${beyond}, and there are ${limit}.`)
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
  TreeEnsemble: (node) => {
    checkTrees(node)
    return [tensorOf(node.element(0), [rowsOf(node), node.int('n_targets')])]
  },
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
