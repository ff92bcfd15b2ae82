import type { Model, Node, OnnxTensor } from '../format/messages.ts'
import { nodePath, scopesOf } from '../graph/scopes.ts'
import { elementsOf } from '../tensors/elements.ts'

/** TreeEnsemble's code for a node that tests whether its value is in a set. */
const branchMember = 6

/**
 * The paths of constants in which NaN is no mistake. In a TreeEnsemble it separates the sets that nodes test membership of, and
 * these nodes have no threshold.
 */
export function separatorPaths(model: Model): Set<string> {
  return new Set(
    scopesOf(model).flatMap((scope) =>
      scope.nodes.flatMap((node, index) => {
        if (node.opType !== 'TreeEnsemble' || node.domain !== 'ai.onnx.ml') return []
        const path = nodePath(scope, node, index)
        return [`${path}/membership_values`, ...(splitsAreSound(node) ? [`${path}/nodes_splits`] : [])]
      }),
    ),
  )
}

function splitsAreSound(node: Node): boolean {
  const modes = numbersIn(tensorOf(node, 'nodes_modes'))
  return numbersIn(tensorOf(node, 'nodes_splits')).every(
    (split, at) => !Number.isNaN(split) || modes[at] === branchMember,
  )
}

function tensorOf(node: Node, name: string): OnnxTensor | undefined {
  return node.attribute.find((attribute) => attribute.name === name)?.t
}

function numbersIn(tensor: OnnxTensor | undefined): number[] {
  const elements = tensor === undefined ? undefined : elementsOf(tensor)
  return Array.from((elements ?? []) as Iterable<number | bigint>, Number)
}
