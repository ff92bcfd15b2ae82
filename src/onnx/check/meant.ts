import type { Model, Node, OnnxTensor } from '../format/messages.ts'
import { initializerNames, isStandard, nodePath, type Scope, scopesOf, standardDomain } from '../graph/scopes.ts'
import { separatorPaths } from './separators.ts'

/**
 * Tells constants in which NaN is no mistake, by their path: separators of TreeEnsembles, what a LabelEncoder maps from and to,
 * what is compared with NaN, and a single NaN that fills a place. Looked into when it is first asked for: few models need it.
 */
export function meantNaN(model: Model): (where: string, tensor: OnnxTensor) => boolean {
  let found: { readonly paths: ReadonlySet<string>; readonly uses: Uses } | undefined
  return (where, tensor) => {
    found ??= { paths: new Set([...separatorPaths(model), ...encoderPaths(model)]), uses: usesIn(model) }
    const { paths, uses } = found
    const value = uses.values.get(where)
    return paths.has(where) || (value !== undefined && isMarker(value, elementsIn(tensor), uses, new Set()))
  }
}

function elementsIn({ dims }: OnnxTensor): number {
  return dims.reduce((size, dim) => size * dim, 1)
}

/** Keys, values and the default of a LabelEncoder: NaN is a label as any other there. */
function encoderPaths(model: Model): string[] {
  return scopesOf(model).flatMap((scope) =>
    scope.nodes.flatMap((node, index) =>
      node.opType === 'LabelEncoder' && node.domain === 'ai.onnx.ml'
        ? node.attribute.map(({ name }) => `${nodePath(scope, node, index)}/${name}`)
        : [],
    ),
  )
}

/** A value by its name and the scope that defines it. */
interface Value {
  readonly scope: Scope
  readonly name: string
}

interface Reader {
  readonly scope: Scope
  readonly node: Node
  readonly input: number
}

interface Uses {
  /** What constants are to nodes: the value that an initialiser, a Constant or a ConstantOfShape gives, by the path of the constant. */
  readonly values: ReadonlyMap<string, Value>
  readonly readers: ReadonlyMap<Scope, ReadonlyMap<string, readonly Reader[]>>
}

function usesIn(model: Model): Uses {
  const scopes = scopesOf(model)
  const readers = new Map<Scope, Map<string, Reader[]>>(scopes.map((scope) => [scope, new Map()]))
  const own = new Map(scopes.map((scope) => [scope, namesOf(scope)]))
  for (const scope of scopes)
    for (const node of scope.nodes)
      for (const [input, name] of node.input.entries()) {
        let at: Scope | undefined = scope
        while (at !== undefined && own.get(at)?.has(name) !== true) at = at.outer
        const known = at === undefined ? undefined : readers.get(at)
        const reader = { scope, node, input }
        if (known?.get(name)?.push(reader) === undefined) known?.set(name, [reader])
      }
  return { values: new Map(scopes.flatMap(constantValues)), readers }
}

function namesOf(scope: Scope): Set<string> {
  const initial = scope.graph === undefined ? [] : initializerNames(scope.graph)
  return new Set([...scope.inputs, ...initial, ...scope.nodes.flatMap((node) => node.output)])
}

function constantValues(scope: Scope): [string, Value][] {
  const initial = scope.graph === undefined ? [] : initializerNames(scope.graph)
  return [
    ...initial.map((name): [string, Value] => [`${scope.path}/initializer ${name}`, { scope, name }]),
    ...scope.nodes.flatMap((node, index): [string, Value][] =>
      isStandard(node.domain) && ['Constant', 'ConstantOfShape'].includes(node.opType)
        ? [[`${nodePath(scope, node, index)}/value`, { scope, name: node.output[0] ?? '' }]]
        : [],
    ),
  ]
}

/** What asks whether something is NaN, or is equal to it: of any number of elements. */
const asking = new Set(['Equal', 'IsInf', 'IsNaN'])

/** What puts one value into places of another, by the inputs that are such values. */
const filling: Readonly<Record<string, readonly number[]>> = {
  OneHot: [2],
  Pad: [2],
  Scatter: [2],
  ScatterElements: [2],
  ScatterND: [2],
  Where: [1, 2],
}

/** What gives its first input on in another form: of these the output is asked for in its place. */
const passing = new Set(
  'Cast CastLike Concat Expand Flatten Identity Reshape Slice Squeeze Tile Transpose Unsqueeze'.split(' '),
)

/** Whether everything that reads a value asks for NaN or fills places with it. */
function isMarker(value: Value, elements: number, uses: Uses, seen: Set<string>): boolean {
  const { scope, name } = value
  const id = `${scope.path} ${name}`
  const readers = uses.readers.get(scope)?.get(name) ?? []
  if (seen.has(id) || readers.length === 0 || scope.outputs.includes(name)) return false
  seen.add(id)
  return readers.every(({ scope: around, node, input }) => {
    if (standardDomain(node.domain) !== 'ai.onnx') return false
    if (asking.has(node.opType)) return true
    // OneHot takes what is off and what is on as one vector.
    const few = elements === 1 || (node.opType === 'OneHot' && elements === 2)
    if (few && Object.hasOwn(filling, node.opType)) return filling[node.opType]?.includes(input) === true
    const passed = passing.has(node.opType) && (input === 0 || node.opType === 'Concat')
    return passed && isMarker({ scope: around, name: node.output[0] ?? '' }, elements, uses, seen)
  })
}
