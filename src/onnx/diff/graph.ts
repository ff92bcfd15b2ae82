import type { Model } from '../format/messages.ts'
import { interfaceOf } from '../graph/interface.ts'
import { functionScope, mainScope, nestedScopes, type Scope } from '../graph/scopes.ts'
import { operatorOf } from '../graph/signature.ts'
import { nodesOf, subgraphsOf } from '../graph/walk.ts'
import { type ChangedNode, changesOf } from './changed.ts'
import { type Match, matchNodes } from './match.ts'
import { type Region, regionsOf } from './regions.ts'
import { wire } from './wiring.ts'

export interface GraphDiff {
  readonly nodes: { readonly before: number; readonly after: number }
  /** How many nodes of each operator, those of nested graphs and functions included; most frequent first. */
  readonly operators: readonly OperatorCount[]
  /** Nodes that are the same in both but for names. */
  readonly unchanged: number
  readonly changed: readonly ChangedNode[]
  readonly added: readonly Region[]
  readonly removed: readonly Region[]
}

export interface OperatorCount {
  readonly operator: string
  readonly before: number
  readonly after: number
}

/** What the comparison of two scopes found. */
interface Found {
  readonly matches: Match[]
  readonly changed: ChangedNode[]
  readonly added: Region[]
  readonly removed: Region[]
}

export interface Compared {
  readonly graph: GraphDiff
  /** All nodes that go together, for whoever wants to compare what they take. */
  readonly matches: readonly Match[]
}

/**
 * How the graphs of two models differ, names of nodes and values aside: the main graph, functions of the same name, and the
 * graphs nested in nodes that go together. Constant nodes count as weights.
 */
export function diffGraphs(a: Model, b: Model): Compared {
  const found: Found = { matches: [], changed: [], added: [], removed: [] }
  if (a.graph !== undefined && b.graph !== undefined) {
    const labels = inputLabels(a, b)
    compareScopes(mainScope(a, a.graph), mainScope(b, b.graph), labels, found)
  }
  compareFunctions(a, b, found)
  const graph: GraphDiff = {
    nodes: { before: nodesOf(a).length, after: nodesOf(b).length },
    operators: operatorCounts(a, b),
    unchanged: found.matches.length - found.changed.length,
    changed: found.changed,
    added: found.added,
    removed: found.removed,
  }
  return { graph, matches: found.matches }
}

type Labels = readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>]

function compareScopes(a: Scope, b: Scope, labels: Labels, found: Found): void {
  const [before, after] = [wire(a, labels[0]), wire(b, labels[1])]
  const matches = matchNodes(before, after)
  for (const match of matches) found.matches.push(match)
  for (const change of changesOf(matches, before, after)) found.changed.push(change)
  const isKept = new Set(matches.flatMap((match) => [match.a, match.b]))
  for (const region of regionsOf(before, isKept)) found.removed.push(region)
  for (const region of regionsOf(after, isKept)) found.added.push(region)
  for (const match of matches) {
    if (subgraphsOf(match.a.node).length === 0) continue
    const nested = [nestedScopes(a, match.a.node, match.a.at), nestedScopes(b, match.b.node, match.b.at)] as const
    nested[0].forEach((scope, index) => {
      const other = nested[1][index]
      if (other !== undefined) compareScopes(scope, other, [inputPlaces(scope), inputPlaces(other)], found)
    })
  }
}

function compareFunctions(a: Model, b: Model, found: Found): void {
  const keyOf = (body: Model['functions'][number]) => JSON.stringify([body.domain, body.name, body.overload])
  const others = new Map(b.functions.map((body) => [keyOf(body), body]))
  const known = new Set(a.functions.map(keyOf))
  for (const body of a.functions) {
    const other = others.get(keyOf(body))
    const [before, after] = [functionScope(body), other === undefined ? undefined : functionScope(other)]
    if (after === undefined) found.removed.push(...regionsOf(wire(before, new Map()), new Set()))
    else compareScopes(before, after, [inputPlaces(before), inputPlaces(after)], found)
  }
  const fresh = b.functions.filter((body) => !known.has(keyOf(body)))
  for (const body of fresh) found.added.push(...regionsOf(wire(functionScope(body), new Map()), new Set()))
}

/** Inputs of the same name are the same; the others go together in their order. */
function inputLabels(a: Model, b: Model): Labels {
  const names = [a, b].map((model) => interfaceOf(model).inputs.map((input) => input.name)) as [string[], string[]]
  const ofB = new Set(names[1])
  const both = new Set(names[0].filter((name) => ofB.has(name)))
  const labelled = (own: readonly string[]) => {
    const labels = new Map<string, string>()
    let others = 0
    for (const name of own) {
      if (both.has(name)) labels.set(name, `input ${JSON.stringify(name)}`)
      else if (!labels.has(name)) labels.set(name, `input ${others}`)
      if (!both.has(name)) others += 1
    }
    return labels
  }
  return [labelled(names[0]), labelled(names[1])]
}

function inputPlaces(scope: Scope): Map<string, string> {
  return new Map(scope.inputs.map((name, index) => [name, `input ${index}`]))
}

function operatorCounts(a: Model, b: Model): OperatorCount[] {
  const [before, after] = [countsOf(a), countsOf(b)]
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((operator) => ({ operator, before: before.get(operator) ?? 0, after: after.get(operator) ?? 0 }))
    .sort(
      (one, two) =>
        Math.max(two.before, two.after) - Math.max(one.before, one.after) || (one.operator < two.operator ? -1 : 1),
    )
}

function countsOf(model: Model): Map<string, number> {
  const counts = new Map<string, number>()
  for (const node of nodesOf(model)) counts.set(operatorOf(node), (counts.get(operatorOf(node)) ?? 0) + 1)
  return counts
}
