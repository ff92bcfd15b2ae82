import type { Model, ModelFunction, Node } from '../format/messages.ts'
import { scopesOf, standardDomain } from '../graph/scopes.ts'
import { subgraphsOf } from '../graph/walk.ts'

/** What a list of nodes holds: how many it has, those of nested graphs included, and how often it calls each function. */
interface Held {
  nodes: number
  readonly calls: Map<string, number>
}

/** The limit of the official checker on functions that call others. */
export const deepestCalls = 100

/**
 * How many nodes a model has once its functions are expanded where they are called, which is what runtimes do: a few functions that call one
 * another twice make more nodes than there is memory. Infinity where they call themselves, or others more than 100 deep.
 */
export function expandedNodes(model: Model): number {
  const main = scopesOf(model).filter(({ body }) => body === undefined)
  const nodes = main.reduce((sum, scope) => sum + scope.nodes.length, 0)
  if (model.functions.length === 0) return nodes
  const bodies = new Map(model.functions.map((body) => [functionKey(body), body]))
  const sizes = new Map<string, number>()
  const sizeOf = (key: string, depth: number): number => {
    const body = bodies.get(key)
    if (body === undefined) return 0
    if (depth > deepestCalls) return Number.POSITIVE_INFINITY
    const known = sizes.get(key)
    if (known !== undefined) return known
    const size = expanded(heldBy(body.node), depth)
    sizes.set(key, size)
    return size
  }
  const expanded = ({ nodes, calls }: Held, depth: number): number =>
    [...calls].reduce((sum, [callee, times]) => sum + times * sizeOf(callee, depth + 1), nodes)
  return expanded(
    {
      ...heldBy(
        main.flatMap((scope) => scope.nodes),
        false,
      ),
      nodes,
    },
    0,
  )
}

/** @param isNested whether to look into the graphs of nodes as well */
function heldBy(nodes: readonly Node[], isNested = true): Held {
  const calls = new Map<string, number>()
  const all = [...nodes]
  // The list grows while it is walked.
  for (const node of all) {
    const key = calleeKey(node)
    calls.set(key, (calls.get(key) ?? 0) + 1)
    if (isNested) for (const graph of subgraphsOf(node)) for (const inner of graph.node) all.push(inner)
  }
  return { nodes: all.length, calls }
}

/** What a function calls, in nested graphs too; each once. */
export function callsIn(body: ModelFunction): string[] {
  return [...heldBy(body.node).calls.keys()]
}

export function functionKey({ domain, name, overload }: ModelFunction): string {
  return `${standardDomain(domain)} ${name} ${overload}`
}

function calleeKey({ domain, opType, overload }: Node): string {
  return `${standardDomain(domain)} ${opType} ${overload}`
}
