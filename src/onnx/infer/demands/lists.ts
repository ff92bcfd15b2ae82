import { product } from '../dims.ts'
import { Misfit, type NodeView } from '../node.ts'

/** How many elements the attribute of a name has, as a list or a tensor; 0 where it is not there. */
export function lengthOf(node: NodeView, name: string): number {
  const attribute = node.attribute(name)
  if (attribute === undefined) return 0
  const { t, ints, floats, strings } = attribute
  return t === undefined ? (ints?.length ?? floats?.length ?? strings.length) : Number(product(t.dims))
}

export function misfit(message: string): Misfit {
  return new Misfit('value', message)
}

/** The length of the one list of several that is there and not empty. Throws a Misfit. */
export function onlyList(node: NodeView, names: readonly string[]): number {
  const lengths = names.map((name) => lengthOf(node, name)).filter((length) => length > 0)
  const [length] = lengths
  if (length !== undefined && lengths.length === 1) return length
  throw misfit(`It must have one of \`${names.join('`, `')}\`, and has ${lengths.length}.`)
}

/** Throws a Misfit unless an attribute is there and not empty; gives how many elements it has. */
export function wantList(node: NodeView, name: string): number {
  const length = lengthOf(node, name)
  if (length === 0) throw misfit(`It has no \`${name}\`.`)
  return length
}

/** Throws a Misfit unless an attribute has so many elements. */
export function wantElements(node: NodeView, name: string, wanted: number): void {
  const length = lengthOf(node, name)
  if (length !== wanted) throw misfit(`Its \`${name}\` has ${length} elements where ${wanted} are needed.`)
}
