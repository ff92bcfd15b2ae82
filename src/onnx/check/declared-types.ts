import type { Dim, TypeProblem, ValueType } from '../infer/types.ts'
import type { TypeProto, ValueInfo } from '../messages.ts'
import type { Scope } from './scopes.ts'
import { valueText } from './types.ts'

/** The types of a scope's own values, by name. */
export type Types = Map<string, ValueType>

/** What a graph or function says of its values. */
export function declaredTypes(scope: Scope, problems: TypeProblem[]): Types {
  const types: Types = new Map()
  const { graph } = scope
  if (graph === undefined) {
    for (const value of scope.body?.valueInfo ?? []) learnDeclared(types, value, scope, problems)
    return types
  }
  for (const value of [...graph.input, ...graph.valueInfo, ...graph.output])
    learnDeclared(types, value, scope, problems)
  for (const { name, dataType, dims } of graph.initializer)
    learn(types, name, { kind: 'tensor', element: dataType, dims }, `${scope.path}/initializer ${name}`, problems)
  for (const { values, dims } of graph.sparseInitializer)
    if (values !== undefined)
      learn(
        types,
        values.name,
        { kind: 'tensor', element: values.dataType, dims },
        `${scope.path}/initializer ${values.name}`,
        problems,
      )
  return types
}

function learnDeclared(types: Types, value: ValueInfo, scope: Scope, problems: TypeProblem[]): void {
  const type = typeFrom(value.type)
  if (type !== undefined) learn(types, value.name, type, `${scope.path}/value ${value.name}`, problems)
}

/** Keeps what is known of a value, or says how the news contradicts it. */
export function learn(types: Types, name: string, type: ValueType, where: string, problems: TypeProblem[]): void {
  const before = types.get(name)
  if (name === '') return
  if (before === undefined) {
    types.set(name, type)
    return
  }
  const trouble = contradiction(before, type)
  if (trouble !== undefined)
    problems.push({
      kind: 'declared',
      where,
      message: `\`${name}\` is declared as ${trouble[0]} and is ${trouble[1]}.`,
    })
}

/** What two types of one value say differently. */
function contradiction(one: ValueType, other: ValueType): readonly [string, string] | undefined {
  const [a, b] = [valueText(one), valueText(other)]
  if (a !== undefined && b !== undefined && a !== b) return [a, b]
  if (one.kind !== 'tensor' || other.kind !== 'tensor') return undefined
  return fits(one.dims, other.dims) ? undefined : [dimsText(one.dims), dimsText(other.dims)]
}

function fits(one: readonly Dim[] | undefined, other: readonly Dim[] | undefined): boolean {
  if (one === undefined || other === undefined) return true
  return (
    one.length === other.length &&
    one.every((dim, axis) => typeof dim !== 'number' || typeof other[axis] !== 'number' || dim === other[axis])
  )
}

function dimsText(dims: readonly Dim[] | undefined): string {
  return `[${dims?.map((dim) => dim ?? '?').join(', ')}]`
}

function typeFrom(type: TypeProto | undefined): ValueType | undefined {
  const tensor = type?.tensorType ?? type?.sparseTensorType
  if (tensor !== undefined) {
    const dims = tensor.shape?.dim.map((dim): Dim => dim.dimValue ?? (dim.dimParam === '' ? undefined : dim.dimParam))
    return { kind: type?.tensorType === undefined ? 'sparse' : 'tensor', element: tensor.elemType, dims }
  }
  if (type?.sequenceType !== undefined) return { kind: 'sequence', of: typeFrom(type.sequenceType.elemType) }
  if (type?.optionalType !== undefined) return { kind: 'optional', of: typeFrom(type.optionalType.elemType) }
  if (type?.mapType !== undefined)
    return { kind: 'map', key: type.mapType.keyType, value: typeFrom(type.mapType.valueType) }
  return undefined
}
