import type { Node, OnnxTensor } from '../format/messages.ts'
import { initializerNames, nodePath, type Scope } from '../graph/scopes.ts'
import { attributesSignature, constantOf, constantSignature, isConstant, operatorOf } from '../graph/signature.ts'
import { grouped } from './grouped.ts'

/** Where an input of a node comes from. `label` is the signature of a constant, `none` for an input left out, else `value`. */
export interface Source {
  readonly label: string
  /** Which input of the scope it is; `outer` for a value from outside. */
  readonly from?: string
  readonly name: string
  /** Position of the node that makes it, and which of its outputs it is. */
  readonly producer?: number
  readonly place?: number
  readonly constant?: OnnxTensor | undefined
}

export interface Wired {
  readonly node: Node
  /** Position in its scope. */
  readonly at: number
  /** Path of the node, as findings have it. */
  readonly where: string
  readonly operator: string
  /** Operator, attributes and constants, without what stands around the node. */
  readonly signature: string
  readonly sources: readonly Source[]
  /** Nodes of the same scope that take one of its outputs. */
  readonly consumers: Consumer[]
  /** Positions among the outputs of the scope. */
  readonly results: readonly number[]
}

export interface Consumer {
  readonly node: number
  readonly input: number
  readonly place: number
}

export interface Wiring {
  readonly scope: Scope
  /** By position in the scope; holes where Constant nodes stand, which are weights. */
  readonly nodes: readonly (Wired | undefined)[]
}

/**
 * How the nodes of a scope are wired. `labels` tells inputs of the scope apart without their names. Time and memory grow with
 * the number of edges.
 */
export function wire(scope: Scope, labels: ReadonlyMap<string, string>): Wiring {
  const producers = producersOf(scope)
  const constants = constantsIn(scope)
  const results = grouped(scope.outputs.keys(), (place) => scope.outputs[place] as string)
  const sourceOf = (name: string): Source => {
    const [constant, made] = [constants.get(name), producers.get(name)]
    if (constant !== undefined) return { label: constant.label, name, constant: constant.tensor }
    if (made !== undefined) return { label: 'value', name, producer: made.node, place: made.place }
    return name === '' ? { label: 'none', name } : { label: 'value', name, from: labels.get(name) ?? 'outer' }
  }
  const nodes = scope.nodes.map((node, at): Wired | undefined => {
    if (isConstant(node)) return undefined
    const sources = node.input.map(sourceOf)
    const operator = operatorOf(node)
    const signature = `${operator} {${attributesSignature(node)}} ${sources.map(({ label }) => label).join(' ')}`
    const where = nodePath(scope, node, at)
    const places = node.output.some((name) => results.has(name))
      ? node.output.flatMap((name) => results.get(name) ?? [])
      : nowhere
    return { node, at, where, operator, signature, sources, consumers: [], results: places }
  })
  for (const wired of nodes) {
    wired?.sources.forEach(({ producer, place = 0 }, input) => {
      if (producer !== undefined) nodes[producer]?.consumers.push({ node: wired.at, input, place })
    })
  }
  return { scope, nodes }
}

/** Most nodes give no output of the scope. */
const nowhere: readonly number[] = []

/** Constants of a scope by the name of their value: initialisers and Constant nodes, those without a tensor by their attributes. */
function constantsIn(scope: Scope): Map<string, { label: string; tensor: OnnxTensor | undefined }> {
  const constants = new Map<string, { label: string; tensor: OnnxTensor | undefined }>()
  for (const node of scope.nodes.filter(isConstant)) {
    const tensor = constantOf(node)
    const label = tensor === undefined ? attributesSignature(node) : constantSignature(tensor)
    constants.set(node.output[0] ?? '', { label, tensor })
  }
  if (scope.graph === undefined) return constants
  for (const name of initializerNames(scope.graph)) constants.set(name, { label: 'sparse', tensor: undefined })
  for (const tensor of scope.graph.initializer) constants.set(tensor.name, { label: constantSignature(tensor), tensor })
  return constants
}

function producersOf(scope: Scope): Map<string, { node: number; place: number }> {
  const producers = new Map<string, { node: number; place: number }>()
  scope.nodes.forEach((node, at) => {
    node.output.forEach((name, place) => {
      if (name !== '') producers.set(name, { node: at, place })
    })
  })
  return producers
}
