import type { Graph, Model, ModelFunction, Node, OperatorSet } from '../format/messages.ts'
import { graphsIn } from './walk.ts'

/** A list of nodes with the names that are known before its first one: a graph, a nested graph, or a function's body. */
export interface Scope {
  readonly path: string
  readonly nodes: readonly Node[]
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly opsets: readonly OperatorSet[]
  /** Absent for the body of a function. */
  readonly graph?: Graph | undefined
  /** The function it is in, as its body or nested there. */
  readonly body?: ModelFunction | undefined
  /** The scope that holds it. */
  readonly outer?: Scope | undefined
}

export function mainScope(model: Model, graph: Graph): Scope {
  return graphScope(graph, 'graph', model.opsetImport)
}

export function functionScope(body: ModelFunction): Scope {
  return {
    path: `function ${body.name}`,
    nodes: body.node,
    inputs: body.input,
    outputs: body.output,
    opsets: body.opsetImport,
    body,
  }
}

/** The graphs nested in a node: branches of an If, the body of a Loop. */
export function nestedScopes(scope: Scope, node: Node, index: number): Scope[] {
  // Most nodes have none.
  if (node.attribute.length === 0) return []
  return node.attribute.flatMap((attribute) =>
    graphsIn(attribute).map((graph) => ({
      ...graphScope(graph, `${nodePath(scope, node, index)}/${attribute.name}`, scope.opsets),
      body: scope.body,
      outer: scope,
    })),
  )
}

const known = new WeakMap<Model, readonly Scope[]>()

/** Every scope of a model, nested ones after the scope that holds them. Found once: every check walks them. */
export function scopesOf(model: Model): readonly Scope[] {
  const scopes = known.get(model) ?? foundScopes(model)
  known.set(model, scopes)
  return scopes
}

function foundScopes(model: Model): readonly Scope[] {
  const scopes = [
    ...(model.graph === undefined ? [] : [mainScope(model, model.graph)]),
    ...model.functions.map(functionScope),
  ]
  return withNested(scopes)
}

/** Some scopes and those nested in them. */
export function withNested(outermost: readonly Scope[]): readonly Scope[] {
  const scopes = [...outermost]
  // The list grows while it is walked.
  for (const scope of scopes) {
    scope.nodes.forEach((node, index) => {
      for (const nested of nestedScopes(scope, node, index)) scopes.push(nested)
    })
  }
  return scopes
}

/** `graph/node Relu_3`; a node without a name is told by its operator and place: `graph/node Relu (#3)`. */
export function nodePath(scope: Scope, node: Node, index: number): string {
  return `${scope.path}/node ${node.name === '' ? `${node.opType} (#${index})` : node.name}`
}

export function initializerNames({ initializer, sparseInitializer }: Graph): string[] {
  const names = initializer.map((tensor) => tensor.name)
  for (const sparse of sparseInitializer) names.push(sparse.values?.name ?? '')
  return names
}

/** What a domain is called where '' and `ai.onnx` are to be one. */
export function standardDomain(domain: string): string {
  return domain === '' ? 'ai.onnx' : domain
}

export function isStandard(domain: string): boolean {
  return standardDomain(domain) === 'ai.onnx'
}

/** The version of a domain that holds in a scope. */
export function opsetOf(opsets: readonly OperatorSet[], domain: string): number | undefined {
  return importsOf(opsets).get(standardDomain(domain))
}

export function isImported(opsets: readonly OperatorSet[], domain: string): boolean {
  return importsOf(opsets).has(standardDomain(domain))
}

type Imports = ReadonlyMap<string, number | undefined>
const knownImports = new WeakMap<readonly OperatorSet[], Imports>()

/** The version of each domain; of one that is imported twice the first. Found once: it is asked for each node, and there may be as many imports. */
function importsOf(opsets: readonly OperatorSet[]): Imports {
  const known = knownImports.get(opsets)
  if (known !== undefined) return known
  const imports = new Map<string, number | undefined>()
  for (const { domain, version } of opsets)
    if (!imports.has(standardDomain(domain))) imports.set(standardDomain(domain), version)
  knownImports.set(opsets, imports)
  return imports
}

/** A graph at a path, with the operators that the model imports. */
export function graphScope(graph: Graph, path: string, opsets: readonly OperatorSet[]): Scope {
  return { path, nodes: graph.node, ...namesOnce(graph), opsets, graph }
}

const knownNames = new WeakMap<Graph, Pick<Scope, 'inputs' | 'outputs'>>()

/** Found once: scopes of a graph are made for each thing that walks a model. */
function namesOnce(graph: Graph): Pick<Scope, 'inputs' | 'outputs'> {
  const known = knownNames.get(graph)
  if (known !== undefined) return known
  const names = {
    inputs: graph.input.map((value) => value.name),
    outputs: graph.output.map((value) => value.name),
  }
  knownNames.set(graph, names)
  return names
}
