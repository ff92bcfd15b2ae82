import type { Model, Node, OperatorSet } from '../format/messages.ts'
import { isImported, nodePath, opsetOf, type Scope, scopesOf, standardDomain } from '../graph/scopes.ts'
import { contribOperators } from '../operators/contrib.ts'
import { operatorSchema, operatorVersions } from '../operators/index.ts'
import { type Arity, type Formal, formalAt, type OperatorSchema } from '../operators/schema.ts'
import type { Report, Where } from './findings.ts'

/** That every operator exists in the version the model imports, and has as many inputs and outputs as it takes. */
export function checkOperators(model: Model, report: Report): void {
  const functions = functionNames(model)
  const overloads = new Set(
    model.functions.map(({ domain, name, overload }) => `${qualified(domain, name)}:${overload}`),
  )
  const foreign = new Set<string>()
  for (const scope of scopesOf(model)) {
    scope.nodes.forEach((node, index) => {
      const where = () => nodePath(scope, node, index)
      if (!isFunction(node, functions)) checkOperator(node, where, scope, foreign, report)
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

/**
 * Gives the definition of a node's operator in a scope: undefined where there is none, or the node calls a function of the model.
 * Found once for each operator: a scope has many nodes of few.
 */
export function schemasIn(
  { opsets }: Scope,
  functions: ReadonlySet<string>,
): (node: Node) => OperatorSchema | undefined {
  const domains = new Map<string, Map<string, OperatorSchema | null>>()
  const sectionOf = (domain: string): Map<string, OperatorSchema | null> => {
    const section = new Map<string, OperatorSchema | null>()
    domains.set(domain, section)
    return section
  }
  return (node) => {
    const section = domains.get(node.domain) ?? sectionOf(node.domain)
    const known = section.get(node.opType)
    if (known !== undefined) return known ?? undefined
    const schema = schemaOf(node, opsets, functions)
    section.set(node.opType, schema ?? null)
    return schema
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

function checkOperator(node: Node, where: Where, scope: Scope, foreign: Set<string>, report: Report): void {
  const domain = standardDomain(node.domain)
  const opset = opsetOf(scope.opsets, domain)
  const versions = operatorVersions(domain, node.opType)
  const isUnknown =
    node.opType === '' || versions?.length === 0 || (domain === contrib && !contribOperators.has(node.opType))
  if (node.input.length === 0 && node.output.length === 0)
    report('node-empty', where, 'It has neither inputs nor outputs.')
  if (!isImported(scope.opsets, domain)) report('domain-missing', where, `Its domain ${domain} is not imported.`)
  else if (isUnknown) report('operator-unknown', where, `There is no operator ${node.opType} in ${domain}.`)
  else if (versions === undefined) foreign.add(qualified(domain, node.opType))
  else if (opset !== undefined) checkVersion(node, where, opset, versions, report)
}

function checkVersion(
  node: Node,
  where: Where,
  opset: number,
  versions: readonly OperatorSchema[],
  report: Report,
): void {
  const schema = operatorSchema(versions, opset)
  if (schema === undefined)
    report(
      'operator-too-new',
      where,
      `${node.opType} exists from opset ${versions[0]?.since} on; the model imports ${opset}.`,
    )
  else if (schema.deprecated)
    report('operator-deprecated', where, `${node.opType} is deprecated since opset ${schema.since}.`)
  else {
    checkCount(node, where, 'input', schema.inputs, report)
    checkCount(node, where, 'output', schema.outputs, report)
    checkLeftOut(node, where, 'input', schema.takes, report)
    checkLeftOut(node, where, 'output', schema.gives, report)
    checkGiven(node, where, report)
  }
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
