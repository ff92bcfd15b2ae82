import type { Model } from '../format/messages.ts'
import { type ContractDiff, diffContract } from './contract.ts'
import { diffGraphs, type GraphDiff } from './graph.ts'
import { diffWeights, type WeightsDiff } from './weights.ts'

export type { ChangedNode } from './changed.ts'
export { diffInterface } from './interface.ts'
export type { Region } from './regions.ts'
export type { TensorFacts, WeightChange } from './weight-change.ts'

/** How two models differ: a plain value, the same whenever the models are. */
export interface ModelDiff {
  /** True where nothing differs but names of nodes and of values inside. */
  readonly same: boolean
  readonly interface: ContractDiff
  readonly graph: GraphDiff
  readonly weights: WeightsDiff
}

/** Compares model `b` with model `a` that came before it. */
export function diffModels(a: Model, b: Model): ModelDiff {
  const contract = diffContract(a, b)
  const { graph, matches } = diffGraphs(a, b)
  const weights = diffWeights(a, b, matches)
  return { same: isSame(contract, graph, weights), interface: contract, graph, weights }
}

/** What could not be read may differ. */
function isSame({ changes }: ContractDiff, graph: GraphDiff, weights: WeightsDiff): boolean {
  const lists = [changes, graph.changed, graph.added, graph.removed]
  const ofWeights = [weights.changed, weights.added, weights.removed, weights.unread]
  return [...lists, ...ofWeights].every((list) => list.length === 0)
}
