import type { Model } from '../format/messages.ts'
import { initializerNames, nodePath, type Scope, scopesOf } from '../graph/scopes.ts'
import type { Report } from './findings.ts'

/** Nodes and initialisers that nobody reads. What nested graphs read counts for every graph around them. */
export function checkUnused(model: Model, report: Report): void {
  const scopes = scopesOf(model)
  const read = readIn(scopes)
  for (const scope of scopes) {
    const used = read.get(scope) ?? new Set()
    scope.nodes.forEach((node, index) => {
      const outputs = node.output.filter((name) => name !== '')
      if (outputs.length > 0 && !outputs.some((name) => used.has(name)))
        report('node-unused', nodePath(scope, node, index), 'Nobody reads what it makes.')
    })
    for (const name of scope.graph === undefined ? [] : initializerNames(scope.graph))
      if (!used.has(name)) report('initializer-unused', `${scope.path}/initializer ${name}`, 'No node reads it.')
  }
}

/** The names that are read in each scope and in those nested in it. */
function readIn(scopes: readonly Scope[]): Map<Scope, Set<string>> {
  const read = new Map(scopes.map((scope) => [scope, new Set(scope.outputs)]))
  for (const scope of scopes)
    for (let around: Scope | undefined = scope; around !== undefined; around = around.outer)
      for (const node of scope.nodes) for (const name of node.input) read.get(around)?.add(name)
  return read
}
