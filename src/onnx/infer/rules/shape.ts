import { contradict, type Dims, product, ranked, shapeText, tensorOf, unknownDims } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import type { Dim } from '../types.ts'
import { int64 } from './elementwise.ts'

/** Integers of an attribute, or from some opset on of an input. Null when they are an input that is not known. */
export function listOf(node: NodeView, name: string, input: number, since: number): number[] | undefined | null {
  if (node.opset < since) return node.ints(name)
  return node.has(input) ? (node.integers(input) ?? null) : undefined
}

const reshape: Rule = (node) => {
  const x = node.tensor(0)
  const asked = node.opset < 5 ? node.ints('shape') : node.known(1)?.values
  if (asked === undefined) {
    return [tensorOf(x?.element, node.opset < 5 ? undefined : ranked(node.dims(1)?.[0]))]
  }
  return [tensorOf(x?.element, reshaped(x?.dims, asked, node.int('allowzero') === 1))]
}

function reshaped(from: Dims | undefined, asked: Dims, allowZero: boolean): Dims {
  if (asked.filter((dim) => dim === -1).length > 1) throw new Misfit('value', 'Its shape has more than one -1.')
  if (asked.some((dim) => typeof dim === 'number' && dim < -1))
    throw new Misfit('value', `Its shape ${shapeText(asked)} has sizes below -1.`)
  const dims = asked.map((dim, axis): Dim => {
    if (dim !== 0 || allowZero) return dim
    if (from !== undefined && axis >= from.length)
      throw new Misfit('shape', `Its shape ${shapeText(asked)} keeps an axis that ${shapeText(from)} does not have.`)
    return from?.[axis]
  })
  const free = dims.indexOf(-1)
  if (free >= 0 && dims.includes(0))
    throw new Misfit('value', `Its shape ${shapeText(asked)} has a size of 0, and a -1 that may be any size.`)
  const left =
    from === undefined
      ? undefined
      : quotient(
          from,
          dims.filter((_, axis) => axis !== free),
        )
  if (left === null)
    throw new Misfit(
      'shape',
      `${shapeText(from)} cannot be seen as ${shapeText(asked)}: it has another number of elements.`,
    )
  if (free < 0 && typeof left === 'number' && left !== 1)
    throw new Misfit(
      'shape',
      `${shapeText(from)} cannot be seen as ${shapeText(asked)}: it has another number of elements.`,
    )
  return dims.map((dim, axis) => (axis === free ? left : dim))
}

/** How many times some sizes go into others; null when they do not. Equal symbols cancel. */
function quotient(all: Dims, parts: Dims): Dim | null {
  const rest = [...all]
  const over: Dim[] = []
  for (const part of parts) {
    const at = typeof part === 'string' ? rest.indexOf(part) : -1
    if (at >= 0) rest.splice(at, 1)
    else over.push(part)
  }
  const below = product(over)
  if (typeof below !== 'number') return undefined
  const numbers = product(rest.filter((dim) => typeof dim === 'number'))
  const others = rest.filter((dim) => typeof dim !== 'number')
  // What divides the numbers leaves the symbols: [N, 3, 5] goes 15 times into N.
  const above = others.length > 0 && numbers === below && below !== 0 ? product(others) : product(rest)
  if (below === 1 || typeof above === 'string') return above
  if (typeof above !== 'number') return undefined
  if (below === 0) return above === 0 ? undefined : null
  return above % below === 0 ? above / below : null
}

const flatten: Rule = (node) => {
  const x = node.tensor(0)
  if (x?.dims === undefined) return [tensorOf(x?.element, unknownDims(2))]
  const rank = x.dims.length
  const stated = node.int('axis') ?? 1
  const axis = stated < 0 ? stated + rank : stated
  if (axis < 0 || axis > rank) throw new Misfit('value', `Its axis ${stated} is not within its ${rank} dimensions.`)
  return [tensorOf(x.element, [product(x.dims.slice(0, axis)), product(x.dims.slice(axis))])]
}

const squeeze: Rule = (node) => {
  const x = node.tensor(0)
  const axes = listOf(node, 'axes', 1, 13)
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  if (axes === null) {
    const rest = x.dims.length - (ranked(node.dims(1)?.[0])?.length ?? Number.NaN)
    return [tensorOf(x.element, ranked(rest))]
  }
  const { dims } = x
  if (axes === undefined)
    return [
      tensorOf(x.element, dims.every((dim) => typeof dim === 'number') ? dims.filter((dim) => dim !== 1) : undefined),
    ]
  const gone = new Set(axes.map((axis) => node.axis(axis, dims.length)))
  for (const axis of gone)
    if (contradict(dims[axis], 1))
      throw new Misfit('shape', `It takes axis ${axis} of ${shapeText(dims)} away, which is not 1.`)
  return [
    tensorOf(
      x.element,
      dims.filter((_, axis) => !gone.has(axis)),
    ),
  ]
}

const unsqueeze: Rule = (node) => {
  const x = node.tensor(0)
  const axes = listOf(node, 'axes', 1, 13)
  if (axes === null || axes === undefined) {
    const fresh = ranked(node.dims(1)?.[0])
    return [tensorOf(x?.element, x?.dims && fresh && unknownDims(x.dims.length + fresh.length))]
  }
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const rank = x.dims.length + axes.length
  const fresh = new Set(node.axes(axes, rank))
  const rest = [...x.dims]
  return [
    tensorOf(
      x.element,
      Array.from({ length: rank }, (_, axis) => (fresh.has(axis) ? 1 : rest.shift())),
    ),
  ]
}

const transpose: Rule = (node) => {
  const x = node.tensor(0)
  const order = node.ints('perm')
  if (x?.dims === undefined) return [tensorOf(x?.element, order && unknownDims(order.length))]
  const { dims } = x
  if (order === undefined) return [tensorOf(x.element, dims.toReversed())]
  if (
    order.length !== dims.length ||
    new Set(order).size !== dims.length ||
    order.some((axis) => axis < 0 || axis >= dims.length)
  )
    throw new Misfit('value', `Its order [${order.join(', ')}] does not name each axis of ${shapeText(dims)} once.`)
  return [
    tensorOf(
      x.element,
      order.map((axis) => dims[axis]),
    ),
  ]
}

const expand: Rule = (node) => {
  const x = node.tensor(0)
  const to = node.known(1)?.values
  if (to === undefined || x?.dims === undefined) {
    const any = ranked(node.dims(1)?.[0])
    return [tensorOf(x?.element, x?.dims && any && expandedTo(x.dims, any))]
  }
  return [tensorOf(x.element, expandedTo(x.dims, to))]
}

function expandedTo(dims: Dims, to: Dims): Dims {
  const rank = Math.max(dims.length, to.length)
  return Array.from({ length: rank }, (_, at): Dim => {
    const from = at - rank + dims.length < 0 ? 1 : dims[at - rank + dims.length]
    const wanted = at - rank + to.length < 0 ? 1 : to[at - rank + to.length]
    if (wanted === 1 || wanted === from) return from
    if (from === 1) return wanted
    if (contradict(from, wanted))
      throw new Misfit('shape', `${shapeText(dims)} does not broadcast to ${shapeText(to)}.`)
    return typeof from === 'number' ? from : typeof wanted === 'number' ? wanted : undefined
  })
}

const eyeLike: Rule = (node) => {
  node.wantRank(0, 2)
  return [tensorOf(node.int('dtype') ?? node.element(0), node.dims(0))]
}

const sizesOf: Rule = (node) => {
  const rank = node.rank(0)
  if (rank === undefined) return [tensorOf(int64, [undefined])]
  const [start, end] = shapeRange(node, rank)
  return [tensorOf(int64, [Math.max(0, end - start)])]
}

/** Which axes Shape gives. */
export function shapeRange(node: NodeView, rank: number): [start: number, end: number] {
  const clamp = (at: number): number => Math.min(rank, Math.max(0, at < 0 ? at + rank : at))
  return [clamp(node.int('start') ?? 0), clamp(node.int('end') ?? rank)]
}

export const shapes: Rules = {
  Expand: expand,
  EyeLike: eyeLike,
  Flatten: flatten,
  Reshape: reshape,
  Shape: sizesOf,
  Size: () => [tensorOf(int64, [])],
  Squeeze: squeeze,
  Transpose: transpose,
  Unsqueeze: unsqueeze,
}
