import type { Node } from '../format/messages.ts'

export type Sizes = readonly number[]

/** A node with the sizes of what it takes and gives; undefined where a size is not known, or an input is left out. */
export interface Call {
  readonly node: Node
  readonly inputs: readonly (Sizes | undefined)[]
  readonly outputs: readonly (Sizes | undefined)[]
}

/** Number of elements. */
export function count(sizes: Sizes): number {
  return sizes.reduce((product, size) => product * size, 1)
}

export function integer({ node }: Call, name: string, otherwise: number): number {
  const value = node.attribute.find((attribute) => attribute.name === name)?.i
  return value === undefined ? otherwise : Number(value)
}

export function integers({ node }: Call, name: string): number[] | undefined {
  const value = node.attribute.find((attribute) => attribute.name === name)?.ints
  return value === undefined ? undefined : Array.from(value, Number)
}

export function text({ node }: Call, name: string): string | undefined {
  const value = node.attribute.find((attribute) => attribute.name === name)?.s
  return value === undefined ? undefined : new TextDecoder().decode(value)
}
