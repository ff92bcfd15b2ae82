import type { Attribute, Graph, Model, Node, OnnxTensor } from '../format/messages.ts'
import { type Changes, edited } from '../format/read-message.ts'

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
  return node.attribute.flatMap(graphsIn)
}

export function graphsIn({ g, graphs }: Attribute): readonly Graph[] {
  return g === undefined ? graphs : [g]
}

/** A model with every initialiser replaced, those of nested graphs included. What is not changed stays the very same value. */
export function mapInitializers(model: Model, change: (tensor: OnnxTensor) => OnnxTensor): Model {
  const graphOf = (graph: Graph): Graph =>
    kept(graph, { initializer: each(graph.initializer, change), node: each(graph.node, nodeOf) })
  const nodeOf = (node: Node): Node => kept(node, { attribute: each(node.attribute, attributeOf) })
  const attributeOf = (attribute: Attribute): Attribute =>
    kept(attribute, {
      ...(attribute.g === undefined ? {} : { g: graphOf(attribute.g) }),
      graphs: each(attribute.graphs, graphOf),
    })
  return kept(model, {
    ...(model.graph === undefined ? {} : { graph: graphOf(model.graph) }),
    functions: each(model.functions, (body) => kept(body, { node: each(body.node, nodeOf) })),
  })
}

/** The list itself when nothing in it changes. */
function each<Value>(list: readonly Value[], change: (value: Value) => Value): readonly Value[] {
  const changed = list.map(change)
  return changed.every((value, index) => value === list[index]) ? list : changed
}

/** The message itself when its members are what they are to become. */
function kept<Value extends object>(message: Value, members: Changes<Value>): Value {
  const names = Object.keys(members) as (keyof Value)[]
  return names.every((name) => message[name] === members[name]) ? message : edited(message, members)
}
