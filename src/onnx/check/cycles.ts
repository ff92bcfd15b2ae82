import type { Model, ModelFunction, Node } from '../format/messages.ts'
import { standardDomain } from '../graph/scopes.ts'
import { subgraphsOf } from '../graph/walk.ts'
import type { Report } from './findings.ts'

/** The limit of the official checker. */
const maxDepth = 100

/**
 * That no function calls itself, through others or in the branches and loops of its body: functions are expanded where they are
 * called, and such a one would never end.
 */
export function checkCycles(model: Model, report: Report): void {
  const bodies = new Map(model.functions.map((body) => [keyOf(body.domain, body.name, body.overload), body]))
  const calls = new Map([...bodies].map(([key, body]) => [key, callsIn(body).filter((callee) => bodies.has(callee))]))
  const depths = new Map<string, number>()
  const depthOf = (key: string, path: readonly string[]): number => {
    if (path.includes(key) || path.length > maxDepth) return Number.POSITIVE_INFINITY
    const known = depths.get(key)
    if (known !== undefined) return known
    const within = [...path, key]
    const depth = (calls.get(key) ?? []).reduce((most, callee) => Math.max(most, 1 + depthOf(callee, within)), 1)
    depths.set(key, depth)
    return depth
  }
  for (const [key, { name }] of bodies)
    if (depthOf(key, []) > maxDepth)
      report('function-cycle', `function ${name}`, `It calls itself, or others more than ${maxDepth} deep.`)
}

/** What a function calls, in nested graphs too; each once. */
function callsIn(body: ModelFunction): string[] {
  const nodes: Node[] = [...body.node]
  // The list grows while it is walked.
  for (const node of nodes) for (const graph of subgraphsOf(node)) for (const nested of graph.node) nodes.push(nested)
  return [...new Set(nodes.map((node) => keyOf(node.domain, node.opType, node.overload)))]
}

function keyOf(domain: string, name: string, overload: string): string {
  return `${standardDomain(domain)} ${name} ${overload}`
}
