import type { Report } from '../findings.ts'
import type { Model, Node } from '../messages.ts'
import { type OperatorSchema, operatorSchema, operatorVersions } from '../operators.ts'
import { nodePath, type Scope, scopesOf } from './scopes.ts'

/** That every operator exists in the version the model imports, and has as many inputs and outputs as it takes. */
export function checkOperators(model: Model, report: Report): void {
  const functions = new Set(model.functions.map((body) => qualified(body.domain, body.name)))
  const unchecked = new Set<string>()
  for (const scope of scopesOf(model)) {
    scope.nodes.forEach((node, index) => {
      if (functions.has(qualified(node.domain, node.opType))) return
      checkOperator(node, nodePath(scope, node, index), scope, unchecked, report)
    })
  }
  for (const name of [...unchecked].sort())
    report(
      'note',
      'operator-unchecked',
      'model',
      `${name} is not of the ONNX standard; whether it exists shows when the model runs.`,
      'Keep the `runs` check on.',
    )
}

function checkOperator(node: Node, where: string, scope: Scope, unchecked: Set<string>, report: Report): void {
  const domain = node.domain === '' ? 'ai.onnx' : node.domain
  const opset = scope.opsets.find((set) => (set.domain || 'ai.onnx') === domain)?.version
  const versions = operatorVersions(node.domain, node.opType)
  if (opset === undefined)
    report(
      'error',
      'domain-missing',
      where,
      `Its domain ${domain} is not imported.`,
      'Add the domain to `opset_import`.',
    )
  else if (versions === undefined) unchecked.add(`${domain}.${node.opType}`)
  else if (versions.length === 0)
    report(
      'error',
      'operator-unknown',
      where,
      `There is no operator ${node.opType} in ${domain}.`,
      'Check its spelling and its domain, or define it as a function of the model.',
    )
  else checkVersion(node, where, opset, versions, report)
}

function checkVersion(
  node: Node,
  where: string,
  opset: number,
  versions: readonly OperatorSchema[],
  report: Report,
): void {
  const schema = operatorSchema(versions, opset)
  if (schema === undefined)
    report(
      'error',
      'operator-too-new',
      where,
      `${node.opType} exists from opset ${versions[0]?.since} on; the model imports ${opset}.`,
      'Export with a later opset.',
    )
  else if (schema.deprecated)
    report(
      'warning',
      'operator-deprecated',
      where,
      `${node.opType} is deprecated since opset ${schema.since}.`,
      'Export with its successor; other runtimes refuse this model.',
    )
  else {
    checkCount(node, where, 'input', node.input.length, schema.inputs, report)
    checkCount(node, where, 'output', node.output.length, schema.outputs, report)
  }
}

function checkCount(
  node: Node,
  where: string,
  what: string,
  count: number,
  { min, max }: OperatorSchema['inputs'],
  report: Report,
): void {
  if (count >= min && count <= max) return
  const range = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `at least ${min}` : `${min} to ${max}`
  report(
    'error',
    `${what}-count`,
    where,
    `${node.opType} has ${count} ${what}s and takes ${range}.`,
    'Export the model again with a matching opset.',
  )
}

function qualified(domain: string, name: string): string {
  return `${domain}.${name}`
}
