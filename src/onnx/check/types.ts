import type { Model, Node } from '../format/messages.ts'
import { nodePath, type Scope } from '../graph/scopes.ts'
import type { Inference, InferredScope, TypeProblem, ValueType } from '../infer/types.ts'
import { type Formal, formalAt, type OperatorSchema } from '../operators/schema.ts'
import { elementType } from '../tensors/element-types.ts'
import type { FindingCode } from './catalogue.ts'
import type { Report } from './findings.ts'
import { functionNames, schemaOf } from './operators.ts'

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
  const types = typesIn(inference.scopes)
  for (const { scope } of inference.scopes) {
    const typeOf = types(scope)
    scope.nodes.forEach((node, index) => {
      const schema = schemaOf(node, scope, functions)
      if (schema === undefined) return
      const trouble = nodeTrouble(node, schema, typeOf)
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

/** Looks for a value in a scope and in those around it. */
function typesIn(scopes: readonly InferredScope[]): (scope: Scope) => (name: string) => ValueType | undefined {
  const byScope = new Map(scopes.map((each) => [each.scope, each.types]))
  return (scope) => {
    const around: ReadonlyMap<string, ValueType>[] = []
    for (let at: Scope | undefined = scope; at !== undefined; at = at.outer) {
      const types = byScope.get(at)
      if (types !== undefined) around.push(types)
    }
    return (name) => {
      for (const types of around) {
        const found = types.get(name)
        if (found !== undefined) return found
      }
      return undefined
    }
  }
}

/** The first value of a node whose type its operator does not take, in words. */
function nodeTrouble(
  node: Node,
  schema: OperatorSchema,
  typeOf: (name: string) => ValueType | undefined,
): string | undefined {
  const bound = new Map<string, string>()
  const sideTrouble = (side: 'input' | 'output', formals: readonly Formal[]): string | undefined => {
    for (let index = 0; index < node[side].length; index++) {
      const name = node[side][index] as string
      const type = name === '' ? undefined : valueText(typeOf(name))
      const formal = formalAt(formals, index)
      const wanted = type === undefined || formal === undefined ? undefined : wantedBut(type, formal, schema, bound)
      if (wanted !== undefined) return `Its ${side} \`${name}\` is ${type} where ${node.opType} has ${wanted}.`
    }
    return undefined
  }
  return sideTrouble('input', schema.takes) ?? sideTrouble('output', schema.gives)
}

/** Undefined when the type fits; it then stands for its variable. */
function wantedBut(
  type: string,
  { fixed, variable, option, homogeneous }: Formal,
  schema: OperatorSchema,
  bound: Map<string, string>,
): string | undefined {
  if (variable === undefined) return fixed === undefined || fixed === type ? undefined : fixed
  const allowed = schema.constraints.get(variable)
  if (allowed !== undefined && !allowed.has(type)) return listed([...allowed])
  if (option === 'variadic' && !homogeneous) return undefined
  const other = bound.get(variable)
  bound.set(variable, other ?? type)
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
