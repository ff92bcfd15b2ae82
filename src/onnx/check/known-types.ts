import { elementType, elementTypes } from '../element-types.ts'
import type { Dim, Inference, TypeProblem, ValueType } from '../infer/types.ts'
import type { Attribute, Model, Node, TypeProto, ValueInfo } from '../messages.ts'
import { formalAt } from '../operators.ts'
import { functionNames, schemaOf } from './operators.ts'
import { nodePath, type Scope, scopesOf } from './scopes.ts'
import { bindingsOf, typesIn, valueText } from './types.ts'

/**
 * What is known of the values of a model without working out shapes: declared types, those of constants, and the element
 * types that follow from the operators' signatures. A declaration that contradicts another one, or what follows, is a problem.
 */
export function knownTypes(model: Model): Inference {
  const functions = functionNames(model)
  const problems: TypeProblem[] = []
  const scopes = scopesOf(model).map((scope) => ({ scope, types: declaredTypes(scope, problems) }))
  const typeOf = typesIn(scopes)
  for (const { scope, types } of scopes)
    scope.nodes.forEach((node, index) => {
      for (const [name, type] of outputTypes(node, scope, functions, (input) => typeOf(scope, input)))
        learn(types, name, type, nodePath(scope, node, index), problems)
    })
  return { scopes, problems }
}

type Types = Map<string, ValueType>

function declaredTypes(scope: Scope, problems: TypeProblem[]): Types {
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
function learn(types: Types, name: string, type: ValueType, where: string, problems: TypeProblem[]): void {
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

function outputTypes(
  node: Node,
  scope: Scope,
  functions: ReadonlySet<string>,
  typeOf: (name: string) => ValueType | undefined,
): [name: string, type: ValueType][] {
  const schema = schemaOf(node, scope, functions)
  if (schema === undefined) return []
  const [first = ''] = node.output
  const stated = stating[node.opType]?.(node)
  if (stated !== undefined) return [[first, stated]]
  const bound = bindingsOf(node, schema, typeOf)
  return node.output.flatMap((name, index): [string, ValueType][] => {
    const formal = formalAt(schema.gives, index)
    const text = formal?.homogeneous === true ? (formal.fixed ?? bound.get(formal.variable ?? '')) : undefined
    const type = text === undefined ? undefined : typeNamed(text)
    return type === undefined ? [] : [[name, type]]
  })
}

/** Operators whose attributes say what they give. */
const stating: Readonly<Record<string, (node: Node) => ValueType | undefined>> = {
  Constant: (node) => node.attribute.map(constantType).find((type) => type !== undefined),
  ConstantOfShape: (node) => tensorOf(attributeOf(node, 'value')?.t?.dataType ?? 1),
  Cast: (node) => tensorOf(attributeOf(node, 'to')?.i),
}

function constantType({ name, t }: Attribute): ValueType | undefined {
  if (name === 'value' && t !== undefined) return { kind: 'tensor', element: t.dataType, dims: t.dims }
  const code = { value_float: 1, value_floats: 1, value_int: 7, value_ints: 7, value_string: 8, value_strings: 8 }[name]
  return tensorOf(code)
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
