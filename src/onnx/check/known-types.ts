import { elementType, elementTypes } from '../element-types.ts'
import type { Inference, InferredScope, TypeProblem, ValueType } from '../infer/types.ts'
import type { Attribute, Model, ModelFunction, Node } from '../messages.ts'
import { formalAt } from '../operators.ts'
import { declaredTypes, learn, type Types } from './declared-types.ts'
import { functionNames, qualified, schemaOf } from './operators.ts'
import { functionScope, mainScope, nestedScopes, nodePath, type Scope } from './scopes.ts'
import { bindingsOf, valueText } from './types.ts'

/**
 * What is known of the values of a model without working out shapes: declared types, those of constants, and the element
 * types that follow from the operators' signatures. A declaration that contradicts another one, or what follows, is a problem.
 * The body of a function is there once for every combination of types that it is called with.
 */
export function knownTypes(model: Model): Inference {
  const known: Known = {
    bodies: new Map(model.functions.map((body) => [callKey(body), body])),
    functions: functionNames(model),
    scopes: [],
    problems: [],
    typesOf: new Map(),
    calls: new Map(),
    called: new Set(),
    depth: 0,
  }
  if (model.graph !== undefined) evaluate(mainScope(model, model.graph), known)
  for (const body of model.functions) if (!known.called.has(body)) evaluate(functionScope(body), known)
  return { scopes: known.scopes, problems: known.problems }
}

interface Known {
  readonly bodies: ReadonlyMap<string, ModelFunction>
  readonly functions: ReadonlySet<string>
  readonly scopes: InferredScope[]
  readonly problems: TypeProblem[]
  readonly typesOf: Map<Scope, Types>
  /** The types that functions give, by what they are called with; undefined while they are worked out. */
  readonly calls: Map<string, Given | undefined>
  readonly called: Set<ModelFunction>
  depth: number
}

/** Calls nested deeper are left alone: the check of safety refuses them. */
const maxDepth = 100

type Given = readonly (ValueType | undefined)[]

/** Works out a scope and all that is nested in it or called from it; gives the types of its outputs. */
function evaluate(scope: Scope, known: Known, given: Given = []): Given {
  const types = declaredTypes(scope, known.problems)
  known.scopes.push({ scope, types })
  known.typesOf.set(scope, types)
  const inputs = scope.graph?.input.map((input) => input.name) ?? scope.body?.input ?? []
  given.forEach((type, index) => {
    if (type !== undefined) learn(types, inputs[index] ?? '', type, scope.path, known.problems)
  })
  scope.nodes.forEach((node, index) => {
    const where = nodePath(scope, node, index)
    for (const [name, type] of outputTypes(node, index, scope, known)) learn(types, name, type, where, known.problems)
  })
  return scope.outputs.map((name) => typeIn(scope, name, known))
}

function typeIn(scope: Scope, name: string, known: Known): ValueType | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
    const found = known.typesOf.get(at)?.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

function outputTypes(node: Node, index: number, scope: Scope, known: Known): [name: string, type: ValueType][] {
  const given = node.input.map((name) => (name === '' ? undefined : typeIn(scope, name, known)))
  const nested = nestedScopes(scope, node, index).map((each) => evaluate(each, known, passedOn(node, given)))
  const body = known.bodies.get(callKey({ ...node, name: node.opType }))
  const types =
    body === undefined ? (controlFlow(node, nested) ?? signature(node, scope, known)) : call(body, given, known)
  return node.output.flatMap((name, at): [string, ValueType][] => {
    const type = types[at]
    return type === undefined ? [] : [[name, type]]
  })
}

/** What a nested graph is given: Loop hands on its state, after the iteration number and the condition; Scan its elements. */
function passedOn({ opType }: Node, given: Given): Given {
  if (opType === 'Loop') return [undefined, undefined, ...given.slice(2)].map(withoutDims)
  return opType === 'Scan' ? given.map(withoutDims) : []
}

function controlFlow({ opType }: Node, nested: readonly Given[]): Given | undefined {
  const [first] = nested
  if (first === undefined || !['If', 'Loop', 'Scan'].includes(opType)) return undefined
  return (opType === 'Loop' ? first.slice(1) : first).map(withoutDims)
}

/** Dims change from one iteration to the next, and gain an axis where results are gathered. */
function withoutDims(type: ValueType | undefined): ValueType | undefined {
  return type?.kind === 'tensor' ? { ...type, dims: undefined } : type
}

function call(body: ModelFunction, given: Given, known: Known): Given {
  const key = [callKey(body), ...given.map((type) => valueText(type) ?? '?')].join(' ')
  if (known.calls.has(key) || known.depth >= maxDepth) return known.calls.get(key) ?? []
  known.calls.set(key, undefined)
  known.called.add(body)
  known.depth += 1
  const types = evaluate(functionScope(body), known, given.map(withoutDims)).map(withoutDims)
  known.depth -= 1
  known.calls.set(key, types)
  return types
}

function callKey({ domain, name, overload }: Pick<ModelFunction, 'domain' | 'name' | 'overload'>): string {
  return `${qualified(domain, name)}:${overload}`
}

function signature(node: Node, scope: Scope, known: Known): Given {
  const schema = schemaOf(node, scope, known.functions)
  if (schema === undefined) return []
  const stated = stating.get(node.opType)?.(node)
  if (stated !== undefined) return [stated]
  const bound = bindingsOf(node, schema, (name) => typeIn(scope, name, known))
  return node.output.map((_name, index) => {
    const formal = formalAt(schema.gives, index)
    const text = formal?.homogeneous === true ? (formal.fixed ?? bound.get(formal.variable ?? '')) : undefined
    return text === undefined ? undefined : typeNamed(text)
  })
}

/** Operators whose attributes say what they give. */
const stating: ReadonlyMap<string, (node: Node) => ValueType | undefined> = new Map<string, Stating[1]>([
  ['Constant', (node) => node.attribute.map(constantType).find((type) => type !== undefined)],
  ['ConstantOfShape', (node) => tensorOf(attributeOf(node, 'value')?.t?.dataType ?? 1)],
  ['BitCast', (node) => tensorOf(attributeOf(node, 'to')?.i)],
  ['Cast', (node) => tensorOf(attributeOf(node, 'to')?.i)],
  ...['BlackmanWindow', 'HammingWindow', 'HannWindow'].map(typedBy('output_datatype', 1)),
  ...['RandomNormal', 'RandomUniform'].map(typedBy('dtype', 1)),
  ...['Multinomial'].map(typedBy('dtype', 6)),
])

type Stating = readonly [operator: string, type: (node: Node) => ValueType | undefined]

function typedBy(attribute: string, usual: number): (operator: string) => Stating {
  return (operator) => [operator, (node) => tensorOf(attributeOf(node, attribute)?.i ?? usual)]
}

/** Element types by the attributes of Constant that hold plain values. */
const plainValues: ReadonlyMap<string, number> = new Map([
  ['value_float', 1],
  ['value_floats', 1],
  ['value_int', 7],
  ['value_ints', 7],
  ['value_string', 8],
  ['value_strings', 8],
])

function constantType({ name, t }: Attribute): ValueType | undefined {
  if (name === 'value' && t !== undefined) return { kind: 'tensor', element: t.dataType, dims: t.dims }
  return tensorOf(plainValues.get(name))
}

function attributeOf(node: Node, name: string): Attribute | undefined {
  return node.attribute.find((attribute) => attribute.name === name)
}

function tensorOf(code: number | bigint | undefined): ValueType | undefined {
  const type = elementType(code === undefined ? undefined : Number(code))
  return type === undefined ? undefined : { kind: 'tensor', element: type.code, dims: undefined }
}

/** The inverse of `valueText`, for all but maps. */
function typeNamed(text: string): ValueType | undefined {
  const [, around, inner] = /^(sequence|optional)\((.*)\)$/.exec(text) ?? []
  if (around !== undefined && inner !== undefined)
    return { kind: around as 'sequence' | 'optional', of: typeNamed(inner) }
  return tensorOf(elementTypes.find((type) => type.name === text)?.code)
}
