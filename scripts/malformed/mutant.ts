import type { Attribute, Graph, Model, Node, OnnxTensor } from '../../src/onnx/format/messages.ts'
import { soundModels } from './sound.ts'

/** A model in which one thing is broken. */
export interface Mutant {
  readonly name: string
  readonly kind: Kind
  /** What was done to which sound model. */
  readonly what: string
  readonly model: Model | Uint8Array
  /** What the script puts beside it. */
  readonly beside?: 'symbolic link' | 'hard link' | 'folder' | 'short file' | 'outside' | undefined
}

export type Kind =
  | 'attributes'
  | 'bytes'
  | 'external data'
  | 'functions'
  | 'names'
  | 'operators'
  | 'shapes'
  | 'sizes'
  | 'sparse'
  | 'structure'
  | 'types'
  | 'versions'

/** A change of one sound model: `[name, what was done, the model]`. */
export type Change = readonly [name: string, what: string, model: Model | Uint8Array]

export function soundModel(base: string): Model {
  const make = soundModels[base]
  if (make === undefined) throw new Error(`there is no sound model ${base}`)
  return make()
}

export function withGraph(base: string, change: (graph: Graph) => Partial<Graph>): Model {
  const model = soundModel(base)
  const graph = model.graph as Graph
  return { ...model, graph: { ...graph, ...change(graph) } }
}

/** A sound model in which one node is another. */
export function withNode(base: string, name: string, change: (node: Node) => Partial<Node>): Model {
  return withGraph(base, (graph) => ({
    node: graph.node.map((node) => (node.name === name ? { ...node, ...change(node) } : node)),
  }))
}

export function withAttribute(base: string, node: string, name: string, change: Partial<Attribute>): Model {
  return withNode(base, node, ({ attribute }) => ({
    attribute: attribute.map((each) => (each.name === name ? { ...each, ...change } : each)),
  }))
}

export function withWeight(base: string, name: string, change: (tensor: OnnxTensor) => Partial<OnnxTensor>): Model {
  return withGraph(base, (graph) => ({
    initializer: graph.initializer.map((tensor) => (tensor.name === name ? { ...tensor, ...change(tensor) } : tensor)),
  }))
}

export function mutants(kind: Kind, changes: readonly Change[]): Mutant[] {
  return changes.map(([name, what, model]) => ({ name, kind, what, model }))
}
