import { attributeText } from '../graph/signature.ts'
import type { Match } from './match.ts'
import type { Source, Wired, Wiring } from './wiring.ts'

/** A node that both models have, with other attributes, constants of another shape, or other neighbours. */
export interface ChangedNode {
  readonly operator: string
  /** Paths of the node. */
  readonly before: string
  readonly after: string
  /** One short text for each thing that changed. */
  readonly what: readonly string[]
}

/** Which of the nodes that go together are not the same, in the order of the first graph. */
export function changesOf(matches: readonly Match[], before: Wiring, after: Wiring): ChangedNode[] {
  const partners = new Map(matches.map(({ a, b }) => [a, b]))
  const kept = new Set(partners.values())
  /** Whether a value that both graphs kept is another one. What is new or gone between two nodes is told as that. */
  const isRewired = (was: Source | undefined, is: Source | undefined): boolean => {
    const from = was?.producer === undefined ? undefined : before.nodes[was.producer]
    const to = is?.producer === undefined ? undefined : after.nodes[is.producer]
    const isExplained = (from !== undefined && !partners.has(from)) || (to !== undefined && !kept.has(to))
    if (isExplained) return false
    const partner = from === undefined ? undefined : partners.get(from)
    return partner !== to || was?.place !== is?.place || was?.from !== is?.from
  }
  return matches.flatMap(({ a, b }) => {
    const rewired = a.sources.flatMap((was, index) => {
      return isRewired(was, b.sources[index]) ? [`input ${index + 1} is another value`] : []
    })
    const moved = a.results.join() === b.results.join() ? [] : [resultText(a, b)]
    const own = a.signature === b.signature ? [] : [...attributeChanges(a, b), ...inputChanges(a, b)]
    const what = [...own, ...rewired, ...moved]
    return what.length === 0 ? [] : [{ operator: b.operator, before: a.where, after: b.where, what }]
  })
}

function resultText(a: Wired, b: Wired): string {
  const places = ({ results }: Wired) => (results.length === 0 ? 'no' : results.map((place) => place + 1).join(', '))
  return `gives ${places(b)} output of the graph, before ${places(a)}`
}

function attributeChanges(a: Wired, b: Wired): string[] {
  const values = ({ node }: Wired) => new Map(node.attribute.map((one) => [one.name, attributeText(one)] as const))
  const [before, after] = [values(a), values(b)]
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [was, is] = [before.get(name) ?? 'unset', after.get(name) ?? 'unset']
    if (was === is) return []
    return was.startsWith('graph:') ? [`the graph of ${name}`] : [`${name} ${was} → ${is}`]
  })
}

function inputChanges(a: Wired, b: Wired): string[] {
  const count = Math.max(a.sources.length, b.sources.length)
  return Array.from({ length: count }, (_, index) => {
    const [was, is] = [a.sources[index]?.label ?? 'none', b.sources[index]?.label ?? 'none']
    return was === is ? [] : [`input ${index + 1}: ${was} → ${is}`]
  }).flat()
}
