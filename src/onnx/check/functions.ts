import type { Model, ModelFunction, Node } from '../format/messages.ts'
import { nodePath, opsetOf, scopesOf, standardDomain } from '../graph/scopes.ts'
import { operatorSchema, operatorVersions } from '../operators/index.ts'
import type { Report, Where } from './findings.ts'
import { checkOnce } from './structure.ts'

/** That functions are named, declare each parameter once, mean the same operators as their model, and are called as declared. */
export function checkFunctions(model: Model, report: Report): void {
  checkOnce(model.functions.map(keyOf), (key) =>
    report('function-duplicate', `function ${key}`, 'There are two functions of this domain, name and overload.'),
  )
  checkAge(model, report)
  for (const body of model.functions) {
    const where = `function ${body.name}`
    if (body.name === '') report('function-nameless', where, 'A function has no name.')
    for (const kind of ['input', 'output'] as const) checkOnce(body[kind], parameterTwice(kind, where, report))
    checkOnce(
      [...body.attribute, ...body.attributeProto.map((attribute) => attribute.name)],
      parameterTwice('attribute', where, report),
    )
  }
  if (model.functions.length === 0) return
  const bodies = new Map(model.functions.map((body) => [keyOf(body), body]))
  for (const scope of scopesOf(model))
    scope.nodes.forEach((node, index) => {
      const where = () => nodePath(scope, node, index)
      const called = bodies.get(keyOf({ domain: node.domain, name: node.opType, overload: node.overload }))
      if (called !== undefined) checkCall(node, called, where, report)
      else if (scope.body !== undefined) checkOpset(node, scope.body, model, where, report)
    })
}

function keyOf({ domain, name, overload }: Pick<ModelFunction, 'domain' | 'name' | 'overload'>): string {
  return `${standardDomain(domain)}.${name}${overload === '' ? '' : `:${overload}`}`
}

function parameterTwice(kind: string, where: Where, report: Report): (name: string) => void {
  return (name) => report('function-parameters', where, `It has two ${kind}s \`${name}\`.`)
}

function checkAge(model: Model, report: Report): void {
  const ir = model.irVersion ?? 0
  const overloads = model.functions.some((body) => body.overload !== '')
  if (model.functions.length > 0 && (ir < 8 || (overloads && ir < 10)))
    report('function-early', 'model', `It has functions${ir < 8 ? '' : ' with overloads'}, and IR version ${ir}.`)
}

function checkCall(node: Node, body: ModelFunction, where: Where, report: Report): void {
  const { input, output } = node
  for (const [kind, isWrong] of [
    ['input', input.length > body.input.length],
    ['output', output.length !== body.output.length],
  ] as const)
    if (isWrong)
      report(
        'function-arity',
        where,
        `It has ${node[kind].length} ${kind}s, and the function ${body.name} ${body[kind].length}.`,
      )
}

/** An operator must be the same one by the versions that the function and the model import. */
function checkOpset(node: Node, body: ModelFunction, model: Model, where: Where, report: Report): void {
  const versions = operatorVersions(node.domain, node.opType) ?? []
  const [inside, outside] = [opsetOf(body.opsetImport, node.domain), opsetOf(model.opsetImport, node.domain)]
  if (inside === undefined || outside === undefined || inside === outside) return
  if (operatorSchema(versions, inside)?.since !== operatorSchema(versions, outside)?.since)
    report(
      'function-opset',
      where,
      `${node.opType} differs between opset ${inside}, which the function imports, and ${outside}, the model's.`,
    )
}
