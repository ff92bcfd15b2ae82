import type { Graph, Model, Node } from '../format/messages.ts'
import { initializerNames, isStandard, nodePath, opsetOf, scopesOf } from '../graph/scopes.ts'
import type { Report } from './findings.ts'

/** That the graphs in If, Loop, Scan and SequenceMap have as many inputs and outputs as their node has uses for. */
export function checkSubgraphs(model: Model, report: Report): void {
  for (const scope of scopesOf(model))
    scope.nodes.forEach((node, index) => {
      if (!isStandard(node.domain)) return
      for (const attribute of node.attribute)
        if (attribute.g !== undefined) {
          const wanted = counts.get(node.opType)?.(node, opsetOf(scope.opsets, '') ?? 1)
          const where = `${nodePath(scope, node, index)}/${attribute.name}`
          if (wanted !== undefined) checkCounts(attribute.g, wanted, where, report)
        }
    })
}

interface Counts {
  readonly inputs: number
  readonly outputs: number
}

/** A Loop's body has the iteration number and a condition before its state, and a condition before its results. */
const counts: ReadonlyMap<string, (node: Node, opset: number) => Counts> = new Map([
  ['If', (node) => ({ inputs: 0, outputs: node.output.length })],
  ['Loop', (node) => ({ inputs: Math.max(node.input.length, 2), outputs: node.output.length + 1 })],
  // Before opset 9 the first input of Scan is the lengths of its sequences.
  ['Scan', (node, opset) => ({ inputs: node.input.length - (opset < 9 ? 1 : 0), outputs: node.output.length })],
  ['SequenceMap', (node) => ({ inputs: node.input.length, outputs: node.output.length })],
])

function checkCounts(graph: Graph, wanted: Counts, where: string, report: Report): void {
  // An input that is an initialiser as well has its value already.
  const given = new Set(initializerNames(graph))
  const inputs = graph.input.filter(({ name }) => !given.has(name)).length
  const found = { inputs, outputs: graph.output.length }
  for (const kind of ['inputs', 'outputs'] as const)
    if (found[kind] !== wanted[kind])
      report('subgraph-count', where, `It has ${found[kind]} ${kind} where its node needs ${wanted[kind]}.`)
}
