import { functionScope, mainScope, nodePath, type Scope, scopesOf } from './check/scopes.ts'
import { mergedType, shapeText } from './infer/dims.ts'
import { type Known, Misfit, NodeView, smallNumbers } from './infer/node.ts'
import { fromProto, ofConstant, ofSparse } from './infer/proto.ts'
import { ruleOf } from './infer/rules.ts'
import type { Inference, InferOptions, TypeProblem, ValueType } from './infer/types.ts'
import { knownOf, valueRules } from './infer/values.ts'
import type { Attribute, Graph, Model, ModelFunction, Node, OnnxTensor, ValueInfo } from './messages.ts'

export type * from './infer/types.ts'

/** Real models call functions, and nest graphs, two or three deep. */
const maxDepth = 64
/** Functions that call one another twice each are exponentially many nodes. */
const maxNodes = 2_000_000

/**
 * What follows from a model for every value in it: element types, ranks, sizes and symbols, through branches, loops and
 * functions, with the shape arithmetic of exports worked out. What does not follow is unknown, never guessed. Weights are not
 * read, but for small ones that say shapes. Never throws; what contradicts the rules of an operator is a problem.
 */
export function inferTypes(model: Model, options: InferOptions = {}): Inference {
  const state: State = {
    functions: new Map(model.functions.map((body) => [calleeOf(body.domain, body.name, body.overload), body])),
    found: new Map(),
    problems: [],
    told: new Set(),
    nodes: 0,
  }
  if (model.graph !== undefined) {
    const given = model.graph.input.map(({ name }): ValueType | undefined => {
      const dims = options.shapes?.get(name)
      return dims === undefined ? undefined : { kind: 'tensor', element: undefined, dims }
    })
    inferGraph(mainScope(model, model.graph), model.graph, given, undefined, state, {
      depth: 0,
      loops: 0,
      bound: new Map(),
      stated: true,
    })
  }
  const scopes = scopesOf(model).flatMap((scope) =>
    scope.graph === undefined ? [] : [{ scope, types: state.found.get(scope.graph)?.get(scope.path) ?? new Map() }],
  )
  return { scopes, problems: state.problems }
}

interface State {
  readonly functions: ReadonlyMap<string, ModelFunction>
  /** Types of the values of each graph, by its path: one graph may be in two places. */
  readonly found: Map<Graph, Map<string, ReadonlyMap<string, ValueType>>>
  readonly problems: TypeProblem[]
  /** Each round of a loop meets the same problems. */
  readonly told: Set<string>
  nodes: number
}

/** The values one can read at a place, those of the graphs around it included. */
interface Values {
  readonly types: Map<string, ValueType>
  readonly known: Map<string, Known>
  readonly constants: Map<string, OnnxTensor>
  readonly outer: Values | undefined
}

/** Where a scope is inferred: how deep in other graphs and functions, with which attributes, and whether it is told of. */
interface Place {
  readonly depth: number
  /** Loops around it. */
  readonly loops: number
  readonly bound: ReadonlyMap<string, Attribute>
  /** False within functions: what is there depends on the call. */
  readonly stated: boolean
}

function calleeOf(domain: string, name: string, overload: string): string {
  return `${domain === 'ai.onnx' ? '' : domain} ${name} ${overload}`
}

function inferGraph(
  scope: Scope,
  graph: Graph,
  given: readonly (ValueType | undefined)[],
  outer: Values | undefined,
  state: State,
  place: Place,
): Values {
  const values: Values = { types: new Map(), known: new Map(), constants: new Map(), outer }
  for (const tensor of graph.initializer) {
    values.types.set(tensor.name, ofConstant(tensor))
    values.constants.set(tensor.name, tensor)
  }
  for (const sparse of graph.sparseInitializer)
    values.types.set(sparse.values?.name ?? '', { ...ofSparse(sparse), kind: 'tensor' })
  const report = reporter(state, place)
  for (const [at, input] of graph.input.entries())
    declare(values, input, given[at], `${scope.path}/input ${input.name}`, report)
  const declared = new Map([...graph.valueInfo, ...graph.output].map((value) => [value.name, value]))
  inferNodes(scope, values, declared, state, place)
  if (place.stated) state.found.set(graph, (state.found.get(graph) ?? new Map()).set(scope.path, values.types))
  return values
}

type Report = (kind: TypeProblem['kind'], where: string, message: string) => void

function reporter(state: State, place: Place): Report {
  return (kind, where, message) => {
    const told = `${where}\n${message}`
    if (!place.stated || state.told.has(told)) return
    state.told.add(told)
    state.problems.push({ kind, where, message })
  }
}

/** An input: what it is declared as, and what it is given. A name that is an initialiser too is its default. */
function declare(values: Values, input: ValueInfo, given: ValueType | undefined, where: string, report: Report): void {
  const stated = fromProto(input.type)
  const known =
    given !== undefined &&
    'element' in given &&
    given.element === undefined &&
    stated !== undefined &&
    'element' in stated
      ? { ...given, kind: stated.kind, element: stated.element }
      : given
  const both = mergedType(known, stated)
  if (both === null) report('declared', where, `It is declared as ${text(stated)} and given ${text(known)}.`)
  const initial = values.types.get(input.name)
  const all = mergedType(initial, both ?? known)
  if (all === null)
    report('declared', where, `It is declared as ${text(stated)} where its default is ${text(initial)}.`)
  const type = all ?? initial ?? both ?? known
  if (type !== undefined) values.types.set(input.name, type)
}

function inferNodes(
  scope: Scope,
  values: Values,
  declared: ReadonlyMap<string, ValueInfo>,
  state: State,
  place: Place,
): void {
  const report = reporter(state, place)
  scope.nodes.forEach((node, index) => {
    if (++state.nodes > maxNodes) return
    const where = nodePath(scope, node, index)
    const outputs = outputsOf(node, scope, where, values, state, place)
    for (const [at, name] of node.output.entries()) {
      if (name === '') continue
      const stated = fromProto(declared.get(name)?.type)
      const both = mergedType(outputs[at], stated)
      if (both === null)
        report('declared', where, `Its output \`${name}\` is declared as ${text(stated)}; it is ${text(outputs[at])}.`)
      const type = both ?? outputs[at] ?? stated
      if (type !== undefined) values.types.set(name, type)
    }
  })
}

function outputsOf(
  node: Node,
  scope: Scope,
  where: string,
  values: Values,
  state: State,
  place: Place,
): readonly (ValueType | undefined)[] {
  const opset = versionOf(scope, node.domain)
  const view = new NodeView(node, opset, {
    type: (name) => lookUp(values, 'types', name),
    known: (name) => knownValues(values, name),
    constant: (name) => lookUp(values, 'constants', name),
    bound: place.bound,
    loops: place.loops,
    run: (graph, attribute, inputs) => runNested(graph, `${where}/${attribute}`, scope, inputs, values, state, place),
  })
  try {
    const callee = state.functions.get(calleeOf(node.domain, node.opType, node.overload))
    if (callee !== undefined) return call(callee, node, values, state, place)
    const rule = ruleOf(node.domain, node.opType)
    if (rule === undefined) {
      for (const attribute of node.attribute)
        for (const graph of attribute.g === undefined ? attribute.graphs : [attribute.g])
          runNested(graph, `${where}/${attribute.name}`, scope, [], values, state, place)
      return []
    }
    const types = rule(view)
    for (const type of types) refuseNegative(type)
    remember(node, view, values)
    return types
  } catch (thrown) {
    if (!(thrown instanceof Misfit)) throw thrown
    reporter(state, place)(thrown.kind, where, thrown.message)
    return []
  }
}

/** Sizes made of attributes and constants that are nonsense. Throws a Misfit. */
function refuseNegative(type: ValueType | undefined): void {
  if (type === undefined || !('dims' in type)) return
  if (type.dims?.some((size) => typeof size === 'number' && !(Number.isSafeInteger(size) && size >= 0)) === true)
    throw new Misfit('shape', `Its output would be of the shape ${shapeText(type.dims)}.`)
}

/** What the first output holds, where that follows; and a Constant, as the constant it is. */
function remember(node: Node, view: NodeView, values: Values): void {
  const [name] = node.output
  if (name === undefined || name === '' || (node.domain !== '' && node.domain !== 'ai.onnx')) return
  const constant = node.opType === 'Constant' ? view.attribute('value')?.t : undefined
  if (constant !== undefined) values.constants.set(name, constant)
  else if (node.opType === 'Identity') {
    const same = lookUp(values, 'constants', node.input[0] ?? '')
    if (same !== undefined) values.constants.set(name, same)
  }
  const known = Object.hasOwn(valueRules, node.opType) ? valueRules[node.opType]?.(view) : undefined
  if (known !== undefined) values.known.set(name, known)
}

function versionOf({ opsets }: Scope, domain: string): number {
  const wanted = domain === 'ai.onnx' ? '' : domain
  return opsets.find((set) => (set.domain === 'ai.onnx' ? '' : set.domain) === wanted)?.version ?? 0
}

function lookUp<Kind extends 'types' | 'constants' | 'known'>(
  values: Values | undefined,
  kind: Kind,
  name: string,
): (Values[Kind] extends Map<string, infer Value> ? Value : never) | undefined {
  for (let at = values; at !== undefined; at = at.outer) {
    const found = at[kind].get(name)
    if (found !== undefined) return found as never
  }
  return undefined
}

function knownValues(values: Values, name: string): Known | undefined {
  const found = lookUp(values, 'known', name)
  if (found !== undefined) return found
  const constant = lookUp(values, 'constants', name)
  if (constant === undefined || constant.dims.length > 1) return undefined
  return knownOf(smallNumbers(constant), constant.dims.length)
}

function runNested(
  graph: Graph,
  path: string,
  { opsets }: Scope,
  inputs: readonly (ValueType | undefined)[],
  values: Values,
  state: State,
  place: Place,
): (ValueType | undefined)[] {
  if (place.depth >= maxDepth) return []
  const scope: Scope = {
    path,
    nodes: graph.node,
    given: [],
    outputs: graph.output.map(({ name }) => name),
    opsets,
    graph,
  }
  const [depth, loops] = [place.depth + 1, place.loops + (inputs.length > 0 ? 1 : 0)]
  const inner = inferGraph(scope, graph, inputs, values, state, { ...place, depth, loops })
  return graph.output.map(({ name }) => lookUp(inner, 'types', name))
}

/** Infers through the body of a function, with the types and attributes of this call. */
function call(body: ModelFunction, node: Node, values: Values, state: State, place: Place): (ValueType | undefined)[] {
  if (place.depth >= maxDepth) return []
  const inner: Values = { types: new Map(), known: new Map(), constants: new Map(), outer: undefined }
  for (const [at, name] of body.input.entries()) {
    const argument = node.input[at] ?? ''
    const [type, known, constant] = [
      lookUp(values, 'types', argument),
      knownValues(values, argument),
      lookUp(values, 'constants', argument),
    ]
    if (type !== undefined) inner.types.set(name, type)
    if (known !== undefined) inner.known.set(name, known)
    if (constant !== undefined) inner.constants.set(name, constant)
  }
  const defaults = body.attributeProto.map((attribute) => [attribute.name, attribute] as const)
  const given = node.attribute.flatMap((attribute): [string, Attribute][] => {
    const bound = attribute.refAttrName === '' ? attribute : place.bound.get(attribute.refAttrName)
    return bound === undefined ? [] : [[attribute.name, bound]]
  })
  const declared = new Map(body.valueInfo.map((value) => [value.name, value]))
  const within = { ...place, depth: place.depth + 1, bound: new Map([...defaults, ...given]), stated: false }
  inferNodes(functionScope(body), inner, declared, state, within)
  return body.output.map((name) => inner.types.get(name))
}

function text(type: ValueType | undefined): string {
  if (type === undefined) return 'unknown'
  if ('element' in type) return `element type ${type.element ?? 'unknown'}, shape ${shapeText(type.dims)}`
  return `a ${type.kind}`
}
