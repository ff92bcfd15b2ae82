import { Misfit, type NodeView } from '../node.ts'
import { lengthOf, misfit, onlyList, wantElements, wantList } from './lists.ts'
import { checkFlatTrees, checkTrees } from './trees.ts'

type Check = (node: NodeView) => void

const [float, int64, string] = [1, 7, 8]

function atLeast(node: NodeView, name: string, least: number): void {
  if (lengthOf(node, name) < least)
    throw misfit(`Its \`${name}\` has ${lengthOf(node, name)} elements where ${least} or more are needed.`)
}

const elementsOf = { strings: string, int64s: int64, floats: float }

/** The one list of keys or values that a LabelEncoder has: how long it is, and of which elements. Throws a Misfit. */
function tableOf(node: NodeView, side: 'keys' | 'values'): { readonly length: number; readonly element: number } {
  const names = ['tensor', 'strings', 'int64s', 'floats'] as const
  const given = names.filter((kind) => node.attribute(`${side}_${kind}`) !== undefined)
  const [kind = 'tensor'] = given
  const length = lengthOf(node, `${side}_${kind}`)
  if (given.length !== 1 || length === 0)
    throw misfit(`It has ${given.length} lists of ${side}, and must have one that is not empty.`)
  const element = kind === 'tensor' ? (node.attribute(`${side}_tensor`)?.t?.dataType ?? 0) : elementsOf[kind]
  return { length, element }
}

/** Keys and values in pairs, and what is given for all other keys. */
function checkLabels(node: NodeView): void {
  if (node.opset < 2) return
  const [keys, values] = [tableOf(node, 'keys'), tableOf(node, 'values')]
  if (keys.length !== values.length) throw misfit(`It has ${keys.length} keys and ${values.length} values.`)
  const element = node.element(0)
  if (element !== undefined && element !== keys.element)
    throw new Misfit('type', 'Its input has another element type than its keys.')
  const other = node.attribute('default_tensor')?.t
  if (other !== undefined && (other.dataType !== values.element || other.dims.join() !== '1'))
    throw misfit('Its default is not one element of the type of its values.')
}

/** Classes have as many intercepts, and each the same number of coefficients. */
function checkLinear(node: NodeView): void {
  node.wantRank(0, [1, 2])
  const labels = onlyList(node, ['classlabels_ints', 'classlabels_strings'])
  const [coefficients, intercepts] = [wantList(node, 'coefficients'), wantList(node, 'intercepts')]
  if (coefficients % intercepts !== 0 || labels < intercepts)
    throw misfit(`It has ${coefficients} coefficients and ${intercepts} intercepts for ${labels} classes.`)
}

function checkKernel(node: NodeView): void {
  if (node.attribute('kernel_params') === undefined) throw misfit('It has no `kernel_params`.')
  if (lengthOf(node, 'kernel_params') > 0) wantElements(node, 'kernel_params', 3)
  wantList(node, 'coefficients')
  wantList(node, 'rho')
}

/** Support vectors are of one length; pairs of classes have a threshold each. */
function checkSupport(node: NodeView): void {
  const labels = onlyList(node, ['classlabels_ints', 'classlabels_strings'])
  checkKernel(node)
  wantElements(node, 'prob_b', lengthOf(node, 'prob_a'))
  const vectors = node.ints('vectors_per_class') ?? []
  const numbers = lengthOf(node, 'support_vectors')
  if (vectors.length === 0 || numbers === 0) return
  wantElements(node, 'vectors_per_class', labels)
  const count = vectors.reduce((all, each) => all + each, 0)
  if (vectors.some((each) => each < 0) || count === 0 || numbers % count !== 0)
    throw misfit(`It has ${numbers} numbers for ${count} support vectors.`)
  atLeast(node, 'coefficients', count * (labels - 1))
  atLeast(node, 'rho', (labels * (labels - 1)) / 2)
}

function checkSupportRegressor(node: NodeView): void {
  checkKernel(node)
  const count = node.int('n_supports') ?? 0
  if (count <= 0) return
  atLeast(node, 'coefficients', count)
  const numbers = wantList(node, 'support_vectors')
  if (numbers % count !== 0) throw misfit(`It has ${numbers} numbers for ${count} support vectors.`)
}

/** What the lists of an operator must have in common. Sources: the operator specifications, and what onnxruntime refuses to load. */
export const learningChecks: Readonly<Record<string, Check>> = {
  CategoryMapper: (node) => wantElements(node, 'cats_strings', wantList(node, 'cats_int64s')),
  FeatureVectorizer: (node) => void wantList(node, 'inputdimensions'),
  Imputer: (node) => void onlyList(node, ['imputed_value_floats', 'imputed_value_int64s']),
  LabelEncoder: checkLabels,
  LinearClassifier: checkLinear,
  LinearRegressor: (node) => {
    if (node.attribute('coefficients') === undefined) throw misfit('It has no `coefficients`.')
  },
  OneHotEncoder: (node) => void onlyList(node, ['cats_int64s', 'cats_strings']),
  SVMClassifier: checkSupport,
  SVMRegressor: checkSupportRegressor,
  Scaler: (node) => wantElements(node, 'offset', wantList(node, 'scale')),
  TreeEnsemble: checkTrees,
  TreeEnsembleClassifier: (node) =>
    checkFlatTrees(node, 'class', onlyList(node, ['classlabels_int64s', 'classlabels_strings'])),
  TreeEnsembleRegressor: (node) => checkFlatTrees(node, 'target', node.int('n_targets') ?? 0),
  ZipMap: (node) => void onlyList(node, ['classlabels_int64s', 'classlabels_strings']),
}
