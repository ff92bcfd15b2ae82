import type { NodeView } from '../node.ts'
import { lengthOf, misfit, wantElements } from './lists.ts'

/** Nodes and leaves in two lists, which point at one another. Throws a Misfit. */
export function checkTrees(node: NodeView): void {
  const nodes = lengthOf(node, 'nodes_splits')
  const leaves = lengthOf(node, 'leaf_weights')
  for (const name of ['featureids', 'modes', 'truenodeids', 'falsenodeids', 'trueleafs', 'falseleafs'])
    wantElements(node, `nodes_${name}`, nodes)
  for (const name of ['hitrates', 'missing_value_tracks_true'])
    if (node.attribute(`nodes_${name}`) !== undefined) wantElements(node, `nodes_${name}`, nodes)
  wantElements(node, 'leaf_targetids', leaves)
  for (const side of ['true', 'false']) {
    const isLeaf = node.ints(`nodes_${side}leafs`) ?? []
    for (const [at, id] of (node.ints(`nodes_${side}nodeids`) ?? []).entries())
      if (id >= (isLeaf[at] === 0 ? nodes : leaves)) throw misfit(`Its node ${at} points at ${id}, which is not there.`)
  }
  wantBelow(node, 'tree_roots', nodes)
  wantBelow(node, 'leaf_targetids', node.int('n_targets') ?? Number.POSITIVE_INFINITY)
  const features = node.dims(0)?.[1]
  if (typeof features === 'number') wantBelow(node, 'nodes_featureids', features)
}

function wantBelow(node: NodeView, name: string, limit: number): void {
  const beyond = (node.ints(name) ?? []).find((number) => number >= limit)
  if (beyond !== undefined) throw misfit(`Its \`${name}\` has ${beyond}, and there are ${limit}.`)
}

/** What leaves give a weight to. */
type Given = (typeof targets)[number]
const targets = ['class', 'target'] as const

/**
 * Nodes by the number of their tree and their own, leaves among them, and what leaves give. Throws a Misfit.
 * @param given what a leaf gives a weight to: a class or a target
 * @param outputs how many of these there are
 */
export function checkFlatTrees(node: NodeView, given: Given, outputs: number): void {
  if (outputs < 1) throw misfit(`It has ${outputs} targets.`)
  const trees = node.ints('nodes_treeids') ?? []
  if (trees.length === 0) throw misfit('It has no nodes.')
  for (const name of ['nodeids', 'featureids', 'modes', 'truenodeids', 'falsenodeids'])
    wantElements(node, `nodes_${name}`, trees.length)
  wantElements(node, tableOf(node, 'nodes_values'), trees.length)
  const weights = lengthOf(node, tableOf(node, `${given}_weights`))
  for (const name of ['ids', 'nodeids', 'treeids']) wantElements(node, `${given}_${name}`, Math.max(1, weights))
  wantBelow(node, `${given}_ids`, outputs)
  checkPointers(node, trees, given)
  const base = lengthOf(node, tableOf(node, 'base_values'))
  if (base !== 0 && base !== outputs && !(outputs === 2 && base === 1))
    throw misfit(`It has ${base} base values for ${outputs}.`)
}

/** From version 3 on, numbers may be in tensors of other types. */
function tableOf(node: NodeView, name: string): string {
  return node.attribute(`${name}_as_tensor`) === undefined ? name : `${name}_as_tensor`
}

function checkPointers(node: NodeView, trees: readonly number[], given: Given): void {
  const list = (name: string): readonly number[] => node.ints(name) ?? []
  const ids = list('nodes_nodeids')
  const known = new Set(ids.map((id, at) => `${trees[at]} ${id}`))
  if (known.size !== ids.length) throw misfit('Two of its nodes have one number.')
  const roots = new Map(trees.map((tree, at) => [tree, ids[at]] as const).toReversed())
  const modes = node.attribute('nodes_modes')?.strings.map((mode) => new TextDecoder().decode(mode)) ?? []
  for (const name of ['nodes_truenodeids', 'nodes_falsenodeids'])
    for (const [at, id] of list(name).entries())
      if (modes[at] !== 'LEAF' && (!known.has(`${trees[at]} ${id}`) || roots.get(trees[at] as number) === id))
        throw misfit(`Its node ${ids[at]} of tree ${trees[at]} points at ${id}, which is not below it.`)
  const places = list(`${given}_nodeids`)
  for (const [at, tree] of list(`${given}_treeids`).entries())
    if (!known.has(`${tree} ${places[at]}`))
      throw misfit(`It gives a weight to node ${places[at]} of tree ${tree}, which is not there.`)
}
