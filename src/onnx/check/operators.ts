import type { Model, Node, OperatorSet } from '../format/messages.ts'
import { isImported, nodePath, opsetOf, type Scope, scopesOf, standardDomain } from '../graph/scopes.ts'
import { contribOperators } from '../operators/contrib.ts'
import { operatorSchema, operatorVersions } from '../operators/index.ts'
import { type Arity, type Formal, formalAt, type OperatorSchema } from '../operators/schema.ts'
import type { FindingCode } from './catalogue.ts'
import type { Report, Where } from './findings.ts'

/** That every operator exists in the version the model imports, and has as many inputs and outputs as it takes. */
export function checkOperators(model: Model, report: Report): void {
  const functions = functionNames(model)
  const overloads = new Set(
    model.functions.map(({ domain, name, overload }) => `${qualified(domain, name)}:${overload}`),
  )
  const foreign = new Set<string>()
  for (const scope of scopesOf(model)) {
    const definitionOf = perOperator((node) => defined(node, scope.opsets))
    scope.nodes.forEach((node, index) => {
      const where = () => nodePath(scope, node, index)
      if (!isFunction(node, functions)) checkOperator(node, where, definitionOf(node), foreign, report)
      else checkOverload(node, where, scope, overloads, report)
    })
  }
  for (const name of [...foreign].sort())
    if (name.startsWith(`${contrib}.`))
      report('operator-contrib', 'model', `${name} is an operator of onnxruntime alone.`)
    else
      report(
        'operator-unchecked',
        'model',
        `${name} is not of the ONNX standard; whether it exists shows when the model runs.`,
      )
}

function checkOverload(node: Node, where: Where, scope: Scope, overloads: ReadonlySet<string>, report: Report): void {
  const { domain, overload } = node
  const name = qualified(domain, node.opType)
  if (!isImported(scope.opsets, domain))
    report('domain-missing', where, `Its domain ${standardDomain(domain)} is not imported.`)
  else if (!overloads.has(`${name}:${overload}`))
    report('operator-unknown', where, `The function ${name} has no overload \`${overload}\`.`)
}

/** The functions that a model defines, which may have the names of operators. */
export function functionNames(model: Model): Set<string> {
  return new Set(model.functions.map((body) => qualified(body.domain, body.name)))
}

export function qualified(domain: string, name: string): string {
  return `${standardDomain(domain)}.${name}`
}

/** Gives the definition of a node's operator in a scope: undefined where there is none, or the node calls a function of the model. */
export function schemasIn(
  { opsets }: Scope,
  functions: ReadonlySet<string>,
): (node: Node) => OperatorSchema | undefined {
  return perOperator((node) => schemaOf(node, opsets, functions))
}

/** Finds once what holds for every node of an operator: a scope has many nodes of few. */
function perOperator<Found>(find: (node: Node) => Found): (node: Node) => Found {
  const domains = new Map<string, Map<string, { readonly found: Found }>>()
  const look = (node: Node): Found => {
    const section = domains.get(node.domain) ?? new Map<string, { readonly found: Found }>()
    domains.set(node.domain, section)
    const found = find(node)
    section.set(node.opType, { found })
    return found
  }
  return (node) => {
    const known = domains.get(node.domain)?.get(node.opType)
    return known === undefined ? look(node) : known.found
  }
}

function schemaOf(
  node: Node,
  opsets: readonly OperatorSet[],
  functions: ReadonlySet<string>,
): OperatorSchema | undefined {
  if (isFunction(node, functions)) return undefined
  const schema = operatorSchema(operatorVersions(node.domain, node.opType) ?? [], opsetOf(opsets, node.domain) ?? 0)
  return schema?.deprecated === true ? undefined : schema
}

/** Most models have no functions, and so no names of theirs to make. */
function isFunction({ domain, opType }: Node, functions: ReadonlySet<string>): boolean {
  return functions.size > 0 && functions.has(qualified(domain, opType))
}

const contrib = 'com.microsoft'

/** An operator in a scope: its schema, or what there is to tell of every node that has it. */
interface Definition {
  readonly schema?: OperatorSchema
  readonly trouble?: readonly [FindingCode, message: string]
  /** It is not of the standard: its name. */
  readonly foreign?: string
}

function defined(node: Node, opsets: readonly OperatorSet[]): Definition {
  const domain = standardDomain(node.domain)
  const versions = operatorVersions(domain, node.opType)
  const isUnknown =
    node.opType === '' || versions?.length === 0 || (domain === contrib && !contribOperators.has(node.opType))
  if (!isImported(opsets, domain)) return { trouble: ['domain-missing', `Its domain ${domain} is not imported.`] }
  if (isUnknown) return { trouble: ['operator-unknown', `There is no operator ${node.opType} in ${domain}.`] }
  if (versions === undefined) return { foreign: qualified(domain, node.opType) }
  const opset = opsetOf(opsets, domain)
  return opset === undefined ? {} : definedIn(opset, versions, node.opType)
}

function definedIn(opset: number, versions: readonly OperatorSchema[], name: string): Definition {
  const schema = operatorSchema(versions, opset)
  if (schema === undefined) {
    const since = versions[0]?.since
    return { trouble: ['operator-too-new', `${name} exists from opset ${since} on; the model imports ${opset}.`] }
  }
  if (schema.deprecated)
    return { trouble: ['operator-deprecated', `${name} is deprecated since opset ${schema.since}.`] }
  return { schema }
}

function checkOperator(
  node: Node,
  where: Where,
  { schema, trouble, foreign: name }: Definition,
  foreign: Set<string>,
  report: Report,
): void {
  if (node.input.length === 0 && node.output.length === 0)
    report('node-empty', where, 'It has neither inputs nor outputs.')
  if (trouble !== undefined) report(trouble[0], where, trouble[1])
  if (name !== undefined) foreign.add(name)
  if (schema === undefined) return
  checkCount(node, where, 'input', schema.inputs, report)
  checkCount(node, where, 'output', schema.outputs, report)
  checkLeftOut(node, where, 'input', schema.takes, report)
  checkLeftOut(node, where, 'output', schema.gives, report)
  checkGiven(node, where, report)
}

/** What runs a graph of its own for each of its outputs: onnxruntime loads none of which one is left out. */
const graphRunners: readonly string[] = ['Loop', 'Scan', 'SequenceMap']

function checkGiven(node: Node, where: Where, report: Report): void {
  const at = node.output.indexOf('')
  if (at >= 0 && graphRunners.includes(node.opType))
    report('output-count', where, `It leaves out output ${at}, which it must have.`)
}

type Side = 'input' | 'output'

function checkCount(node: Node, where: Where, side: Side, { min, max }: Arity, report: Report): void {
  const count = node[side].length
  if (count >= min && count <= max) return
  const range = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`
  report(`${side}-count`, where, `${node.opType} has ${count} ${side}s and takes ${range}.`)
}

/** A value named '' is left out, which only optional ones may be, and outputs of which there may be any number. */
function checkLeftOut(node: Node, where: Where, side: Side, formals: readonly Formal[], report: Report): void {
  if (!node[side].includes('')) return
  node[side].forEach((name, index) => {
    const option = formalAt(formals, index)?.option
    if (name === '' && (option === 'single' || (option === 'variadic' && side === 'input')))
      report(
        side === 'input' ? 'input-missing' : 'output-count',
        where,
        `It leaves out ${side} ${index}, which it must have.`,
      )
  })
}
