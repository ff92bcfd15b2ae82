import { limits } from '../format/limits.ts'
import type { Attribute, Graph, ModelFunction, Node, ValueInfo } from '../format/messages.ts'
import {
  functionScope,
  graphScope,
  isStandard,
  nodePath,
  opsetOf,
  type Scope,
  standardDomain,
} from '../graph/scopes.ts'
import { leftOut, numbersOf } from '../graph/value-numbers.ts'
import { elementType } from '../tensors/element-types.ts'
import { ByValue } from './by-value.ts'
import { type Call, checkGiven } from './calls.ts'
import { checkDemands } from './demands/index.ts'
import { mergedType, shapeText } from './dims.ts'
import { Misfit, NodeView, type Surroundings } from './node.ts'
import { fromProto, ofConstant, ofSparse } from './proto.ts'
import { ruleOf } from './rules/index.ts'
import type { InferredScope, TypeProblem, ValueType } from './types.ts'
import { valueRules } from './values.ts'
import { emptyValues, knownNamed, knownValues, type Values } from './values-in.ts'

/** Real models call functions, and nest graphs, two or three deep. */
const maxDepth = 64
/** A model within what is read and may be run is inferred as a whole: bodies of loops are gone through twice. */
const maxNodes = 2 * limits.nodes

/** A round takes a microsecond at the least: two minutes. Real loops go round for each element of something. */
const mostRounds = 100_000_000

/** What is gathered while a model is inferred. */
export interface State {
  readonly functions: ReadonlyMap<string, ModelFunction>
  readonly symbols: ReadonlyMap<string, number>
  /** By the path and the graph or call that they are of: a loop's body is gone through again, and counts once. */
  readonly scopes: Map<string, InferredScope>
  readonly ids: Map<Graph, number>
  /** What functions give, by what they are called with: calls of calls would else be exponentially many. */
  readonly calls: Map<string, readonly (ValueType | undefined)[]>
  readonly called: Set<ModelFunction>
  /** By place and message: each is told once. */
  readonly problems: Map<string, TypeProblem>
  /** See `Inference`. */
  readonly endless: Map<string, number>
  nodes: number
}

/** Where a scope is inferred: how deep in other graphs and functions, in how many loops, in which call of a function. */
export interface Place {
  readonly depth: number
  readonly loops: number
  /** How often these loops go round at least, one within the other. */
  readonly rounds: number
  /** Absent outside of functions. */
  readonly call?: Call
}

export const outermost: Place = { depth: 0, loops: 0, rounds: 1 }

const nothing: ReadonlyMap<string, Attribute> = new Map()

function calleeIn({ functions }: State, { domain, opType, overload }: Node): ModelFunction | undefined {
  return functions.size === 0 ? undefined : functions.get(calleeOf(domain, opType, overload))
}

export function calleeOf(domain: string, name: string, overload: string): string {
  return `${standardDomain(domain)} ${name} ${overload}`
}

function tell(state: State, kind: TypeProblem['kind'], where: string, message: string): void {
  state.problems.set(`${where} ${message}`, { kind, where, message })
}

export function inferGraph(
  scope: Scope,
  graph: Graph,
  given: readonly (ValueType | undefined)[],
  outer: Values | undefined,
  state: State,
  place: Place,
): Values {
  const numbers = numbersOf(scope)
  const values = emptyValues(numbers, outer)
  const id = state.ids.get(graph) ?? state.ids.size
  state.ids.set(graph, id)
  state.scopes.set(`${scope.path} ${id}`, { scope, types: values.types })
  const { inputs, initializers } = numbers
  graph.initializer.forEach((tensor, at) => {
    values.types.put(initializers[at] as number, ofConstant(tensor))
    values.constants.put(initializers[at] as number, tensor)
  })
  for (const [at, sparse] of graph.sparseInitializer.entries())
    values.types.put(initializers[graph.initializer.length + at] as number, { ...ofSparse(sparse), kind: 'tensor' })
  for (const [at, input] of graph.input.entries())
    declare(values, input, inputs[at] as number, given[at], `${scope.path}/input ${input.name}`, state)
  const declared = declaredIn(values, [...graph.valueInfo, ...graph.output])
  for (const number of new Set(numbers.given)) declareConstant(values, number, declared.at(number), scope, state)
  inferNodes(scope, values, declared, state, place)
  return values
}

/** What is declared of values of a scope; of those that are declared twice the last. */
function declaredIn({ numbers }: Values, declarations: readonly ValueInfo[]): ByValue<ValueInfo> {
  const declared = new ByValue<ValueInfo>(numbers)
  for (const value of declarations) {
    const number = numbers.numberOf(value.name)
    if (number !== undefined) declared.put(number, value)
  }
  return declared
}

/** A weight that has a declaration as well. */
function declareConstant(
  values: Values,
  number: number,
  value: ValueInfo | undefined,
  scope: Scope,
  state: State,
): void {
  if (value === undefined) return
  const [known, stated] = [values.types.at(number), fromProto(value.type, state.symbols)]
  if (mergedType(known, stated) !== null) return
  const message = `\`${value.name}\` is declared as ${typeText(stated)} and is ${typeText(known)}.`
  tell(state, 'declared', `${scope.path}/initializer ${value.name}`, message)
}

/** An input: what it is declared as, and what it is given. A name that is an initialiser too is its default. */
function declare(
  values: Values,
  input: ValueInfo,
  number: number,
  given: ValueType | undefined,
  where: string,
  state: State,
): void {
  const stated = fromProto(input.type, state.symbols)
  const known =
    given !== undefined &&
    'element' in given &&
    given.element === undefined &&
    stated !== undefined &&
    'element' in stated
      ? { ...given, kind: stated.kind, element: stated.element }
      : given
  const both = mergedType(known, stated)
  const name = `\`${input.name}\``
  if (both === null)
    tell(state, 'declared', where, `${name} is declared as ${typeText(stated)} and is given ${typeText(known)}.`)
  const initial = values.types.at(number)
  const all = mergedType(initial, both ?? known)
  if (all === null)
    tell(state, 'declared', where, `${name} is declared as ${typeText(stated)} and is ${typeText(initial)}.`)
  const type = all ?? initial ?? both ?? known
  if (type !== undefined) values.types.put(number, type)
}

function inferNodes(scope: Scope, values: Values, declared: ByValue<ValueInfo>, state: State, place: Place): void {
  const around = surroundingsOf(scope, values, state, place)
  scope.nodes.forEach((node, index) => {
    if (++state.nodes > maxNodes) return
    const view = new NodeView(node, index, opsetOf(scope.opsets, node.domain) ?? 0, around)
    const outputs = outputsOf(view, scope, values, state, place)
    for (let at = 0; at < node.output.length; at++) {
      const number = values.numbers.made(index, at)
      if (number === leftOut) continue
      const stated = fromProto(declared.at(number)?.type, state.symbols)
      const both = mergedType(outputs[at], stated)
      if (both === null)
        tell(
          state,
          'declared',
          nodePath(scope, node, index),
          `\`${node.output[at]}\` is declared as ${typeText(stated)} and is ${typeText(outputs[at])}.`,
        )
      const type = both ?? outputs[at] ?? stated
      if (type !== undefined) values.types.put(number, type)
    }
  })
}

/** What the nodes of a scope are inferred from: the same for all of them. */
function surroundingsOf(scope: Scope, values: Values, state: State, place: Place): Surroundings {
  const { numbers } = values
  return {
    type: ({ at, node }, input) => values.types.find(numbers.read(at, input), node.input[input] as string),
    known: ({ at, node }, input) => knownValues(values, numbers.read(at, input), node.input[input] as string),
    knownNamed: (name) => knownNamed(values, name),
    constant: ({ at, node }, input) => values.constants.find(numbers.read(at, input), node.input[input] as string),
    bound: place.call?.bound ?? nothing,
    loops: place.loops,
    run({ node, at }, graph, attribute, inputs, rounds) {
      const path = `${nodePath(scope, node, at)}/${attribute}`
      const all = rounds * place.rounds
      if (all > mostRounds) state.endless.set(nodePath(scope, node, at), all)
      return runNested(graph, path, scope, inputs, values, state, { ...place, rounds: all })
    },
  }
}

function outputsOf(
  view: NodeView,
  scope: Scope,
  values: Values,
  state: State,
  place: Place,
): readonly (ValueType | undefined)[] {
  const { node } = view
  try {
    if (place.call !== undefined) checkGiven(node, view.opset, place.call)
    const callee = calleeIn(state, node)
    if (callee !== undefined) return call(callee, node, values, state, place)
    const rule = ruleOf(node.domain, node.opType)
    if (rule === undefined) {
      for (const { name, g } of node.attribute) if (g !== undefined) view.run(name, [])
      return []
    }
    checkDemands(view)
    const types = rule(view)
    for (const type of types) refuseNegative(type)
    remember(node, view, values)
    return types
  } catch (thrown) {
    if (!(thrown instanceof Misfit)) throw thrown
    tell(state, thrown.kind, nodePath(scope, node, view.at), thrown.message)
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
  if ((node.output[0] ?? '') === '' || !isStandard(node.domain)) return
  const number = values.numbers.made(view.at, 0)
  const constant = node.opType === 'Constant' ? view.attribute('value')?.t : undefined
  if (constant !== undefined) values.constants.put(number, constant)
  else if (node.opType === 'Identity') {
    const source = node.input.length === 0 ? leftOut : values.numbers.read(view.at, 0)
    const same = values.constants.find(source, node.input[0] ?? '')
    if (same !== undefined) values.constants.put(number, same)
  }
  const known = valueRules.get(node.opType)?.(view)
  if (known !== undefined) values.known.put(number, known)
}

function runNested(
  graph: Graph,
  path: string,
  outer: Scope,
  inputs: readonly (ValueType | undefined)[],
  values: Values,
  state: State,
  place: Place,
): (ValueType | undefined)[] {
  if (place.depth >= maxDepth) return []
  const scope: Scope = { ...graphScope(graph, path, outer.opsets), body: outer.body, outer }
  // Graphs that are given inputs are gone through again and again.
  const within = { ...place, depth: place.depth + 1, loops: place.loops + (inputs.length > 0 ? 1 : 0) }
  const inner = inferGraph(scope, graph, inputs, values, state, within)
  return graph.output.map(({ name }) => inner.types.findNamed(name))
}

/** Infers through the body of a function, with the types and attributes of this call. */
function call(
  body: ModelFunction,
  node: Node,
  values: Values,
  state: State,
  place: Place,
): readonly (ValueType | undefined)[] {
  if (place.depth >= maxDepth) return []
  const absent = new Set<string>()
  const taken = body.input.map((name, at) => {
    const argument = node.input[at] ?? ''
    if (argument === '' || place.call?.absent.has(argument) === true) absent.add(name)
    return {
      type: values.types.findNamed(argument),
      known: knownNamed(values, argument),
      constant: values.constants.findNamed(argument),
    }
  })
  const given = node.attribute.flatMap((attribute): [string, Attribute][] => {
    const bound = attribute.refAttrName === '' ? attribute : place.call?.bound.get(attribute.refAttrName)
    return bound === undefined ? [] : [[attribute.name, bound]]
  })
  // Attributes may be anything: calls with some are not remembered.
  const key =
    given.length > 0
      ? undefined
      : JSON.stringify([
          body.domain,
          body.name,
          body.overload,
          taken.map(({ type, known }) => [type, known]),
          [...absent],
          place.rounds,
        ])
  const before = key === undefined ? undefined : state.calls.get(key)
  if (before !== undefined) return before
  const bound = new Map([...defaultsOf(body), ...given])
  const within = { ...place, depth: place.depth + 1, call: { bound, absent, isCalled: true } }
  const scope = functionScope(body)
  const inner = emptyValues(numbersOf(scope), undefined)
  for (const [at, { type, known, constant }] of taken.entries()) {
    const number = inner.numbers.inputs[at] as number
    if (type !== undefined) inner.types.put(number, type)
    if (known !== undefined) inner.known.put(number, known)
    if (constant !== undefined) inner.constants.put(number, constant)
  }
  const outputs = inferBody(body, scope, inner, state, within)
  if (key !== undefined) state.calls.set(key, outputs)
  return outputs
}

function defaultsOf(body: ModelFunction): Map<string, Attribute> {
  return new Map(body.attributeProto.map((attribute) => [attribute.name, attribute]))
}

/** Infers through the body of a function that nobody calls. */
export function inferUncalled(body: ModelFunction, state: State): void {
  const call = { bound: defaultsOf(body), absent: new Set<string>(), isCalled: false }
  const scope = functionScope(body)
  inferBody(body, scope, emptyValues(numbersOf(scope), undefined), state, { ...outermost, call })
}

function inferBody(
  body: ModelFunction,
  scope: Scope,
  values: Values,
  state: State,
  place: Place,
): readonly (ValueType | undefined)[] {
  state.called.add(body)
  state.scopes.set(`${scope.path} call ${state.scopes.size}`, { scope, types: values.types })
  inferNodes(scope, values, declaredIn(values, body.valueInfo), state, place)
  return values.numbers.outputs.map((number) => values.types.at(number))
}

/** What is known of a value, in words: its element type alone, or its shape, where that says enough. */
function typeText(type: ValueType | undefined): string {
  if (type === undefined) return 'unknown'
  if (!('element' in type)) return `a ${type.kind}`
  return `${elementType(type.element)?.name ?? 'unknown'}${shapeText(type.dims)}`
}
