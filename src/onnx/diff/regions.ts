import { sha256 } from '../../core/json.ts'
import { nestedNodes } from '../graph/signature.ts'
import type { Wired, Wiring } from './wiring.ts'

/** Nodes that only one of the models has and that are connected, or several such groups of the same structure. */
export interface Region {
  /** Digest of operators, attributes, shapes of constants and wiring. */
  readonly hash: string
  /** Operators in the order in which they run. */
  readonly operators: readonly string[]
  /** Nodes in each group, those of nested graphs included. */
  readonly size: number
  /** For each group the paths of its nodes. */
  readonly places: readonly (readonly string[])[]
}

/** The nodes that are not kept, connected ones together, groups of one structure as one; in the order of the graph. */
export function regionsOf(wiring: Wiring, isKept: ReadonlySet<Wired>): Region[] {
  const groups = connected(wiring, isKept)
  const regions = new Map<string, { first: readonly Wired[]; places: string[][] }>()
  for (const group of groups) {
    const hash = sha256(structureOf(group).join('\n')).slice(0, 16)
    const known = regions.get(hash)
    const places = group.map((node) => node.where)
    if (known === undefined) regions.set(hash, { first: group, places: [places] })
    else known.places.push(places)
  }
  return [...regions].map(([hash, { first, places }]) => ({
    hash,
    operators: first.map((node) => node.operator),
    size: first.reduce((sum, { node }) => sum + 1 + nestedNodes(node), 0),
    places,
  }))
}

/** Positions within the group stand for its nodes. */
function structureOf(group: readonly Wired[]): string[] {
  const places = new Map(group.map((node, index) => [node.at, index]))
  return group.map((node) => {
    const wires = node.sources.map(({ producer, place }) => {
      const inside = producer === undefined ? undefined : places.get(producer)
      return inside === undefined ? 'outside' : `${inside}.${place}`
    })
    return `${node.signature} ${wires.join()}`
  })
}

function connected({ nodes }: Wiring, isKept: ReadonlySet<Wired>): Wired[][] {
  const isFree = (node: Wired | undefined): node is Wired => node !== undefined && !isKept.has(node)
  const seen = new Set<Wired>()
  return nodes.filter(isFree).flatMap((start) => {
    if (seen.has(start)) return []
    seen.add(start)
    const group = [start]
    // The list grows while it is walked.
    for (const node of group) {
      const around = [...node.sources.map(({ producer }) => producer ?? -1), ...node.consumers.map((to) => to.node)]
      for (const neighbour of around.map((at) => nodes[at])) {
        if (!isFree(neighbour) || seen.has(neighbour)) continue
        seen.add(neighbour)
        group.push(neighbour)
      }
    }
    return [group.sort((one, two) => one.at - two.at)]
  })
}
