import type { Model, Node } from '../format/messages.ts'
import { nodePath, type Scope } from '../graph/scopes.ts'
import { leftOut, numbersOf } from '../graph/value-numbers.ts'
import type { Inference, InferredScope, TypeProblem, ValueType } from '../infer/types.ts'
import { type Formal, formalAt, type OperatorSchema } from '../operators/schema.ts'
import { elementType } from '../tensors/element-types.ts'
import type { FindingCode } from './catalogue.ts'
import type { Report } from './findings.ts'
import { functionNames, schemasIn } from './operators.ts'

const codes: Readonly<Record<TypeProblem['kind'], FindingCode>> = {
  type: 'type-mismatch',
  shape: 'shape-mismatch',
  declared: 'declared-wrong',
  value: 'value-range',
  missing: 'attribute-missing',
  attribute: 'attribute-type',
  input: 'input-missing',
}

/** That every node is given and gives types that its operator takes there, as far as types are known. */
export function checkTypes(model: Model, inference: Inference, report: Report): void {
  const functions = functionNames(model)
  const told = new Set<string>()
  const types = new Map(inference.scopes.map((each) => [each.scope, each.types]))
  for (const { scope } of inference.scopes) {
    const schemaOf = schemasIn(scope, functions)
    const typeOf = typesIn(scope, types)
    scope.nodes.forEach((node, index) => {
      const schema = schemaOf(node)
      const trouble = schema === undefined ? undefined : nodeTrouble(node, index, schema, typeOf)
      if (trouble !== undefined) {
        const where = nodePath(scope, node, index)
        told.add(where)
        report('type-mismatch', where, trouble)
      }
    })
  }
  for (const { kind, where, message } of inference.problems)
    if (!(kind === 'type' && told.has(where))) report(codes[kind], where, message)
}

type Types = InferredScope['types']
type Side = 'input' | 'output'
/** The type of an input or output of a node, by the places of both. */
type TypeOf = (side: Side, node: number, at: number) => ValueType | undefined

/** Looks for a value in a scope by its number, and by its name in those around it. */
function typesIn(scope: Scope, types: ReadonlyMap<Scope, Types>): TypeOf {
  const numbers = numbersOf(scope)
  const own = types.get(scope)
  const around: Types[] = []
  for (let { outer } = scope; outer !== undefined; outer = outer.outer) {
    const outerTypes = types.get(outer)
    if (outerTypes !== undefined) around.push(outerTypes)
  }
  return (side, node, at) => {
    const number = side === 'input' ? numbers.read(node, at) : numbers.made(node, at)
    if (number === leftOut) return undefined
    let found = own?.at(number)
    for (let out = 0; found === undefined && out < around.length; out++)
      found = around[out]?.get(scope.nodes[node]?.[side][at] as string)
    return found
  }
}

/** The types that the variables of an operator stand for in a node. */
type Bound = Map<string, string>

/** The first value of a node whose type its operator does not take, in words. */
function nodeTrouble(node: Node, index: number, schema: OperatorSchema, typeOf: TypeOf): string | undefined {
  const bound: Bound = new Map()
  return (
    sideTrouble('input', node, index, schema, typeOf, bound) ??
    sideTrouble('output', node, index, schema, typeOf, bound)
  )
}

function sideTrouble(
  side: Side,
  node: Node,
  index: number,
  schema: OperatorSchema,
  typeOf: TypeOf,
  bound: Bound,
): string | undefined {
  const formals = side === 'input' ? schema.takes : schema.gives
  const names = node[side]
  for (let at = 0; at < names.length; at++) {
    const type = valueText(typeOf(side, index, at))
    const formal = formalAt(formals, at)
    const wanted = type === undefined || formal === undefined ? undefined : wantedBut(type, formal, schema, bound)
    if (wanted !== undefined) return `Its ${side} \`${names[at]}\` is ${type} where ${node.opType} has ${wanted}.`
  }
  return undefined
}

/** Undefined when the type fits; it then stands for its variable. */
function wantedBut(
  type: string,
  { fixed, variable, option, homogeneous }: Formal,
  schema: OperatorSchema,
  bound: Bound,
): string | undefined {
  if (variable === undefined) return fixed === undefined || fixed === type ? undefined : fixed
  const allowed = schema.constraints.get(variable)
  if (allowed !== undefined && !allowed.has(type)) return listed([...allowed])
  if (option === 'variadic' && !homogeneous) return undefined
  const other = bound.get(variable)
  if (other === undefined) bound.set(variable, type)
  return other === undefined || other === type ? undefined : `${other}, as elsewhere`
}

function listed(types: readonly string[]): string {
  return types.length <= 4 ? types.join(' or ') : `one of ${types.slice(0, 4).join(', ')} and ${types.length - 4} more`
}

/** A type as the table of operators writes it; undefined where not all of it is known. */
export function valueText(type: ValueType | undefined): string | undefined {
  if (type === undefined) return undefined
  if ('element' in type)
    // No operator of the standard takes sparse tensors by its signature; what is known of them is not compared.
    return type.kind === 'sparse' ? undefined : elementType(type.element)?.name
  if (type.kind === 'map') {
    const [key, value] = [elementType(type.key)?.name, valueText(type.value)]
    return key === undefined || value === undefined ? undefined : `map(${key}, ${value})`
  }
  const { kind, of } = type
  const inner = valueText(of)
  return inner === undefined ? undefined : `${kind}(${inner})`
}
