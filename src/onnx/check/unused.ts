import type { Model } from '../format/messages.ts'
import { initializerNames, nodePath, type Scope, scopesOf } from '../graph/scopes.ts'
import { leftOut, numbersOf } from '../graph/value-numbers.ts'
import type { Report } from './findings.ts'

/** Nodes and initialisers that nobody reads. What nested graphs read counts for every graph around them. */
export function checkUnused(model: Model, report: Report): void {
  const scopes = scopesOf(model)
  const read = readIn(scopes)
  for (const scope of scopes) {
    const used = read.get(scope) as Uint8Array
    const numbers = numbersOf(scope)
    scope.nodes.forEach((node, index) => {
      let [made, isUsed] = [false, false]
      for (let at = 0; at < node.output.length; at++) {
        const number = numbers.made(index, at)
        made ||= number !== leftOut
        isUsed ||= number !== leftOut && used[number] === 1
      }
      if (made && !isUsed) report('node-unused', nodePath(scope, node, index), 'Nobody reads what it makes.')
    })
    if (scope.graph === undefined) continue
    const { initializers } = numbers
    const names = initializers.some((number) => used[number] === 0) ? initializerNames(scope.graph) : []
    for (const [at, name] of names.entries())
      if (used[initializers[at] as number] === 0)
        report('initializer-unused', `${scope.path}/initializer ${name}`, 'No node reads it.')
  }
}

/** By the numbers of the values of each scope: 1 for those that are read in it or in a scope nested in it, or are its outputs. */
function readIn(scopes: readonly Scope[]): Map<Scope, Uint8Array> {
  const read = new Map(scopes.map((scope) => [scope, readByNodes(scope)]))
  // Nested ones come after the scope that holds them: each has what its own nodes read when its turn comes.
  for (const scope of scopes) if (scope.outer !== undefined) readAround(scope, read)
  for (const scope of scopes) for (const number of numbersOf(scope).outputs) (read.get(scope) as Uint8Array)[number] = 1
  return read
}

function readByNodes(scope: Scope): Uint8Array {
  const numbers = numbersOf(scope)
  const read = new Uint8Array(numbers.count)
  scope.nodes.forEach(({ input }, node) => {
    for (let at = 0; at < input.length; at++) read[numbers.read(node, at)] = 1
  })
  return read
}

function readAround(scope: Scope, read: ReadonlyMap<Scope, Uint8Array>): void {
  const own = read.get(scope) as Uint8Array
  const names = numbersOf(scope)
    .names()
    .filter((_, number) => own[number] === 1)
  for (let { outer } = scope; outer !== undefined; outer = outer.outer)
    for (const name of names) {
      const number = numbersOf(outer).numberOf(name)
      if (number !== undefined) (read.get(outer) as Uint8Array)[number] = 1
    }
}
