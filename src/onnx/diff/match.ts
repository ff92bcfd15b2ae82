import { grouped } from './grouped.ts'
import type { Consumer, Wired, Wiring } from './wiring.ts'

export interface Match {
  readonly a: Wired
  readonly b: Wired
}

/** Texts as small numbers, the same for equal ones: a structural hash that never collides. */
type Keys = readonly (number | undefined)[]
type Numbering = (text: string) => number

/**
 * Which nodes of two scopes are the same one. First those whose whole history is the same: operator, attributes, constants
 * and all that leads to their inputs. Then those from which the same leads to the outputs. Then neighbours of what is matched that
 * have the same signature; then whatever is left of the same signature, in order; last neighbours of the same operator in the
 * same place: those were changed. Names of nodes and values play no part. Time grows with the number of edges, and the result of exchanged
 * arguments is the exchanged result.
 */
export function matchNodes(a: Wiring, b: Wiring): readonly Match[] {
  const number = numbering()
  const state = new Matching(a, b)
  state.byKey(forwardKeys(a, number), forwardKeys(b, number))
  state.byKey(backwardKeys(a, number), backwardKeys(b, number))
  state.spread((node) => node.signature)
  const signatures = ({ nodes }: Wiring): Keys => nodes.map((node) => node && number(node.signature))
  state.byKey(signatures(a), signatures(b))
  state.spread((node) => node.operator)
  return state.matches()
}

function numbering(): Numbering {
  const numbers = new Map<string, number>()
  return (text) => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  }
}

/** For each node the number of its signature with the numbers of all that it takes. Graphs are in an order in which they can run. */
function forwardKeys({ nodes }: Wiring, number: Numbering): (number | undefined)[] {
  const keys: (number | undefined)[] = []
  for (const node of nodes) {
    const taken = node?.sources.map(({ producer, place, from }) =>
      producer === undefined ? from : `${keys[producer] ?? 'later'}.${place}`,
    )
    keys.push(node === undefined ? undefined : number(`forward ${node.signature} ${taken?.join()}`))
  }
  return keys
}

/** For each node the number of its signature with the numbers of all that takes it. */
function backwardKeys({ nodes }: Wiring, number: Numbering): (number | undefined)[] {
  const keys: (number | undefined)[] = nodes.map(() => undefined)
  for (const node of nodes.toReversed()) {
    if (node === undefined) continue
    const takers = node.consumers.map((to) => `${to.place}>${keys[to.node] ?? 'earlier'}.${to.input}`).sort()
    keys[node.at] = number(`backward ${node.signature} ${takers.join()} ${node.results.join()}`)
  }
  return keys
}

/** Pairs found so far. A node has one partner at most. */
class Matching {
  readonly #a: Wiring
  readonly #b: Wiring
  readonly #partners = new Map<Wired, Wired>()
  readonly #taken = new Set<Wired>()

  constructor(a: Wiring, b: Wiring) {
    this.#a = a
    this.#b = b
  }

  /** In the order of graph `a`. */
  matches(): Match[] {
    return this.#a.nodes.flatMap((a) => {
      const b = a === undefined ? undefined : this.#partners.get(a)
      return a === undefined || b === undefined ? [] : [{ a, b }]
    })
  }

  /** Matches free nodes of equal keys, the n-th of one side with the n-th of the other. */
  byKey(keysOfA: Keys, keysOfB: Keys): void {
    this.#pair(this.#free(this.#a.nodes), this.#free(this.#b.nodes), (node, isA) =>
      String((isA ? keysOfA : keysOfB)[node.at]),
    )
  }

  /** Matches free neighbours of matched nodes that have the same key in the same place, and theirs, until there are none. */
  spread(keyOf: (node: Wired) => string): void {
    if (this.#free(this.#a.nodes).length === 0 || this.#free(this.#b.nodes).length === 0) return
    this.#pair(this.#ends(this.#a), this.#ends(this.#b), (node) => `${node.results.join()} ${keyOf(node)}`)
    const queue = this.matches().sort((one, two) => place(one) - place(two))
    // The list grows while it is walked.
    for (const { a, b } of queue) {
      for (const found of this.#producers(a, b, keyOf)) queue.push(found)
      for (const found of this.#consumers(a, b, keyOf)) queue.push(found)
    }
  }

  #producers(a: Wired, b: Wired, keyOf: (node: Wired) => string): Match[] {
    return a.sources.flatMap(({ producer, place: output }, input) => {
      const other = b.sources[input]
      if (producer === undefined || other?.producer === undefined || output !== other.place) return []
      return this.#pair(this.#free([this.#a.nodes[producer]]), this.#free([this.#b.nodes[other.producer]]), keyOf)
    })
  }

  #consumers(a: Wired, b: Wired, keyOf: (node: Wired) => string): Match[] {
    const isFree = (graph: Wiring) => (to: Consumer) => !this.#taken.has(graph.nodes[to.node] as Wired)
    if (!a.consumers.some(isFree(this.#a)) || !b.consumers.some(isFree(this.#b))) return []
    const inputs = new Map<Wired, string>()
    const takers = (of: Wired, graph: Wiring): Wired[] =>
      this.#free(
        of.consumers.map((to) => {
          const node = graph.nodes[to.node]
          if (node !== undefined) inputs.set(node, `${to.place}>${to.input}`)
          return node
        }),
      )
    return this.#pair(takers(a, this.#a), takers(b, this.#b), (node) => `${inputs.get(node)} ${keyOf(node)}`)
  }

  #free(nodes: readonly (Wired | undefined)[]): Wired[] {
    return nodes.filter((node): node is Wired => node !== undefined && !this.#taken.has(node))
  }

  /** Free nodes whose results leave the scope. */
  #ends({ nodes }: Wiring): Wired[] {
    return this.#free(nodes).filter((node) => node.results.length > 0)
  }

  #pair(ofA: readonly Wired[], ofB: readonly Wired[], keyOf: (node: Wired, isA: boolean) => string): Match[] {
    if (ofA.length === 0 || ofB.length === 0) return []
    const groups = grouped(ofB, (node) => keyOf(node, false))
    const seen = new Map<string, number>()
    const found: Match[] = []
    for (const a of ofA) {
      const key = keyOf(a, true)
      const at = seen.get(key) ?? 0
      seen.set(key, at + 1)
      const b = groups.get(key)?.[at]
      if (b === undefined || this.#taken.has(a) || this.#taken.has(b)) continue
      this.#partners.set(a, b)
      this.#taken.add(a).add(b)
      found.push({ a, b })
    }
    return found
  }
}

/** The same for both orders of the arguments. */
function place({ a, b }: Match): number {
  return a.at + b.at
}
