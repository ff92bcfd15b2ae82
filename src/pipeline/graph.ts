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
  const [order, path] = [new Set<string>(), new Set<string>()]
  const visit = (name: string): readonly string[] | undefined => {
    if (order.has(name)) return undefined
    if (path.has(name)) return [...[...path].slice([...path].indexOf(name)), name]
    path.add(name)
    for (const need of byName.get(name)?.needs ?? []) {
      const cycle = visit(need)
      if (cycle !== undefined) return cycle
    }
    path.delete(name)
    order.add(name)
    return undefined
  }
  for (const node of nodes) {
    const cycle = visit(node.name)
    if (cycle !== undefined) return { cycle }
  }
  return { order: [...order] }
}

/** All stages that come before this one, directly or not, nearest last in run order. */
export function ancestors(nodes: readonly Node[], name: string): readonly Node[] {
  const byName = new Map(nodes.map((node) => [node.name, node]))
  const before = reached(name, (at) => byName.get(at)?.needs ?? [])
  // The stages before one are in their order whatever comes after it.
  const sorted = topological(nodes.filter((node) => before.has(node.name)))
  return 'order' in sorted ? sorted.order.flatMap((each) => byName.get(each) ?? []) : []
}

/** What can be reached from a name, without itself unless a circle leads back. */
function reached(name: string, next: (name: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const left = [name]
  for (let at = left.pop(); at !== undefined; at = left.pop())
    for (const each of next(at)) {
      if (found.has(each)) continue
      found.add(each)
      left.push(each)
    }
  return found
}

/** Which stage gives this stage a product: the last of its ancestors that gives it. */
export function giverOf(nodes: readonly Node[], name: string, product: ProductName): string | undefined {
  return ancestors(nodes, name).findLast((node) => node.gives === product)?.name
}

/** All stages that come after this one, directly or not. */
export function descendants(nodes: readonly Node[], name: string): readonly string[] {
  const after = new Map<string, string[]>()
  for (const node of nodes) for (const need of node.needs) after.set(need, [...(after.get(need) ?? []), node.name])
  const found = reached(name, (at) => after.get(at) ?? [])
  return nodes.flatMap((node) => (found.has(node.name) ? [node.name] : []))
}
