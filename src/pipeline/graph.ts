import type { ProductName } from '../core/products/index.ts'

/** The little that ordering needs to know of a stage. */
export interface Node {
  readonly name: string
  readonly needs: readonly string[]
  readonly gives: ProductName
}

/** A stage as far as its place among others goes. */
export interface Placed {
  readonly name: string
  readonly needs: readonly string[]
  readonly kind: { readonly gives: ProductName }
}

export function nodesOf(stages: readonly Placed[]): Node[] {
  return stages.map(({ name, needs, kind }) => ({ name, needs, gives: kind.gives }))
}

/** The names in an order in which every stage comes after what it needs, file order otherwise; or the cycle that forbids one. */
export function topological(nodes: readonly Node[]): { order: readonly string[] } | { cycle: readonly string[] } {
  const byName = new Map(nodes.map((node) => [node.name, node]))
  const order: string[] = []
  const path: string[] = []
  const visit = (name: string): readonly string[] | undefined => {
    if (order.includes(name)) return undefined
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    path.push(name)
    for (const need of byName.get(name)?.needs ?? []) {
      const cycle = visit(need)
      if (cycle !== undefined) return cycle
    }
    path.pop()
    order.push(name)
    return undefined
  }
  for (const node of nodes) {
    const cycle = visit(node.name)
    if (cycle !== undefined) return { cycle }
  }
  return { order }
}

/** All stages that come before this one, directly or not, nearest last in run order. */
export function ancestors(nodes: readonly Node[], name: string): readonly Node[] {
  const byName = new Map(nodes.map((node) => [node.name, node]))
  const found = new Set<string>()
  const visit = (at: string): void => {
    for (const need of byName.get(at)?.needs ?? []) {
      if (found.has(need)) continue
      found.add(need)
      visit(need)
    }
  }
  visit(name)
  const sorted = topological(nodes)
  const order = 'order' in sorted ? sorted.order : []
  return order.filter((each) => found.has(each)).flatMap((each) => byName.get(each) ?? [])
}

/** Which stage gives this stage a product: the last of its ancestors that gives it. */
export function giverOf(nodes: readonly Node[], name: string, product: ProductName): string | undefined {
  return ancestors(nodes, name).findLast((node) => node.gives === product)?.name
}

/** All stages that come after this one, directly or not. */
export function descendants(nodes: readonly Node[], name: string): readonly string[] {
  return nodes
    .filter((node) => ancestors(nodes, node.name).some((before) => before.name === name))
    .map((node) => node.name)
}
