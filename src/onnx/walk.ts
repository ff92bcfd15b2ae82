import type { Graph, Model, Node } from './messages.ts'

/** All graphs of a model: the main one first, then those nested in nodes and functions. */
export function graphsOf(model: Model): Graph[] {
  const graphs = model.graph === undefined ? [] : [model.graph]
  graphs.push(...model.functions.flatMap((body) => body.node.flatMap(subgraphsOf)))
  // The list grows while it is walked.
  for (const graph of graphs) for (const node of graph.node) for (const nested of subgraphsOf(node)) graphs.push(nested)
  return graphs
}

/** All nodes of a model, those of nested graphs and of functions included. */
export function nodesOf(model: Model): Node[] {
  return [...graphsOf(model).flatMap((graph) => graph.node), ...model.functions.flatMap((body) => body.node)]
}

/** The graphs that a node runs: branches of an If, the body of a Loop. */
export function subgraphsOf(node: Node): Graph[] {
  return node.attribute.flatMap((attribute) => (attribute.g === undefined ? attribute.graphs : [attribute.g]))
}
