import { contradict, type Dims, merged, product, ranked, shapeText, sum, tensorOf, unknownDims } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import type { Dim } from '../types.ts'
import { commonElement, int64 } from './elementwise.ts'

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
  return [tensorOf(x?.element, reshaped(x?.dims, asked, node.flag('allowzero')))]
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
  const fresh = new Set(axes.map((axis) => node.axis(axis, rank)))
  if (fresh.size !== axes.length) throw new Misfit('value', `Its axes [${axes.join(', ')}] name one twice.`)
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

const concat: Rule = (node) => {
  const all = node.node.input.map((_, index) => index)
  const element = commonElement(node, all)
  const shapes = all.map((index) => node.dims(index))
  const ranked = shapes.find((dims) => dims !== undefined)
  if (ranked === undefined) return [tensorOf(element, undefined)]
  if (shapes.some((dims) => dims !== undefined && dims.length !== ranked.length))
    throw new Misfit('shape', `Its inputs ${shapes.map(shapeText).join(', ')} have different ranks.`)
  const axis = node.axis(node.int('axis') ?? 1, ranked.length)
  if (shapes.some((dims) => dims === undefined)) return [tensorOf(element, unknownDims(ranked.length))]
  const known = shapes as Dims[]
  const dims = ranked.map((_, at): Dim => {
    const sides = known.map((each) => each[at])
    if (at === axis) return sum(sides)
    return sides.reduce((one, other) => {
      if (contradict(one, other))
        throw new Misfit('shape', `Its inputs ${known.map(shapeText).join(', ')} differ in more than axis ${axis}.`)
      return merged(one, other)
    })
  })
  return [tensorOf(element, dims)]
}

const split: Rule = (node) => {
  const x = node.tensor(0)
  const parts = node.outputs
  const sizes = node.opset === 1 && node.has(1) ? node.integers(1) : listOf(node, 'split', 1, 13)
  if (x?.dims === undefined) return new Array(parts).fill(tensorOf(x?.element, undefined))
  const { dims } = x
  const axis = node.axis(node.int('axis') ?? 0, dims.length)
  const side = dims[axis]
  if (sizes !== undefined && sizes !== null) {
    const total = sizes.reduce((all, part) => all + part, 0)
    if (sizes.length !== parts || contradict(side, total))
      throw new Misfit('shape', `Its parts [${sizes.join(', ')}] do not make up axis ${axis} of ${shapeText(dims)}.`)
  }
  const even = sizes === undefined && typeof side === 'number' ? Math.ceil(side / parts) : undefined
  if (even !== undefined && node.opset < 18 && (side as number) % parts !== 0)
    throw new Misfit('shape', `Axis ${axis} of ${shapeText(dims)} cannot be split into ${parts} equal parts.`)
  return Array.from({ length: parts }, (_, at) => {
    const part = even === undefined ? sizes?.[at] : Math.max(0, Math.min(even, (side as number) - at * even))
    return tensorOf(
      x.element,
      dims.map((dim, index) => (index === axis ? part : dim)),
    )
  })
}

const slice: Rule = (node) => {
  const x = node.tensor(0)
  const [starts, ends, axes, steps] = slicesOf(node)
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const { dims } = x
  const bounded = (node.opset < 10 || node.has(3)) && axes === undefined
  // Axes that are not known may be any.
  if (starts === undefined && ends === undefined && axes === undefined && bounded)
    return [tensorOf(x.element, unknownDims(dims.length))]
  const along = axes ?? (bounded && node.opset >= 10 ? undefined : (starts ?? ends)?.map((_, at) => at))
  if (along === undefined) return [tensorOf(x.element, unknownDims(dims.length))]
  const result = [...dims]
  for (const [at, stated] of along.entries()) {
    const axis = node.axis(stated, dims.length)
    const [start, end, step] = [starts?.[at], ends?.[at], steps === undefined ? undefined : (steps[at] ?? 1)]
    if (step === 0) throw new Misfit('value', 'A step of it is 0.')
    result[axis] = sliced(dims[axis], start, end, step)
  }
  return [tensorOf(x.element, result)]
}

/** Starts, ends, axes, steps: attributes before opset 10, then inputs. Undefined for what is not known; no axes are the first ones, no steps 1. */
function slicesOf(node: NodeView): [Dims | undefined, Dims | undefined, number[] | undefined, number[] | undefined] {
  if (node.opset < 10)
    return [node.ints('starts'), node.ints('ends'), node.ints('axes') ?? node.ints('starts')?.map((_, at) => at), []]
  const axes = node.has(3) ? node.integers(3) : node.dims(1)?.[0]
  const first = Array.isArray(axes) ? undefined : ranked(axes)?.map((_, at) => at)
  return [
    node.known(1)?.values,
    node.known(2)?.values,
    Array.isArray(axes) ? axes : first,
    node.has(4) ? node.integers(4) : [],
  ]
}

function sliced(dim: Dim, start: Dim, end: Dim, step: number | undefined): Dim {
  if (step === 1 && start === 0 && typeof end === 'number' && end >= 2 ** 31 - 1) return dim
  if (step === 1 && start === 0 && end === dim) return dim
  if (typeof dim !== 'number' || typeof start !== 'number' || typeof end !== 'number' || step === undefined)
    return undefined
  const clamp = (at: number, low: number, high: number): number => Math.min(high, Math.max(low, at < 0 ? at + dim : at))
  const [from, to] =
    step > 0 ? [clamp(start, 0, dim), clamp(end, 0, dim)] : [clamp(start, 0, dim - 1), clamp(end, -1, dim - 1)]
  return Math.max(0, Math.ceil((to - from) / step))
}

const pad: Rule = (node) => {
  const x = node.tensor(0)
  const list = node.opset < 2 ? node.ints('paddings') : listOf(node, 'pads', 1, 11)
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const { dims } = x
  if (list === null || list === undefined || (node.opset >= 18 && node.has(3) && node.integers(3) === undefined))
    return [tensorOf(x.element, unknownDims(dims.length))]
  const axes =
    node.opset >= 18 && node.has(3)
      ? (node.integers(3) ?? []).map((axis) => node.axis(axis, dims.length))
      : dims.map((_, axis) => axis)
  if (list.length !== 2 * axes.length)
    throw new Misfit('shape', `It has ${list.length} paddings where ${2 * axes.length} are needed.`)
  const result = [...dims]
  for (const [at, axis] of axes.entries()) {
    const more = (list[at] as number) + (list[at + axes.length] as number)
    const dim = dims[axis]
    result[axis] = more === 0 ? dim : typeof dim === 'number' ? dim + more : undefined
  }
  return [tensorOf(x.element, result)]
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

const tile: Rule = (node) => {
  const x = node.tensor(0)
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const times = node.opset < 6 ? undefined : node.known(1)?.values
  if (times !== undefined && times.length !== x.dims.length)
    throw new Misfit('shape', `It has ${times.length} repeats for ${x.dims.length} dimensions.`)
  return [
    tensorOf(
      x.element,
      times === undefined ? unknownDims(x.dims.length) : x.dims.map((dim, axis) => product([dim, times[axis]])),
    ),
  ]
}

const depthToSpace: Rule = (node) => {
  node.wantRank(0, 4)
  const [x, block] = [node.tensor(0), node.int('blocksize') ?? 0]
  if (block < 1) throw new Misfit('value', `Its block of ${block} is not positive.`)
  const [n, c, h, w] = x?.dims ?? unknownDims(4)
  return [
    tensorOf(x?.element, [
      n,
      typeof c === 'number' ? c / block ** 2 : undefined,
      product([h, block]),
      product([w, block]),
    ]),
  ]
}

const spaceToDepth: Rule = (node) => {
  node.wantRank(0, 4)
  const [x, block] = [node.tensor(0), node.int('blocksize') ?? 0]
  if (block < 1) throw new Misfit('value', `Its block of ${block} is not positive.`)
  const [n, c, h, w] = x?.dims ?? unknownDims(4)
  const part = (dim: Dim): Dim => (typeof dim === 'number' ? Math.floor(dim / block) : undefined)
  return [tensorOf(x?.element, [n, product([c, block ** 2]), part(h), part(w)])]
}

const eyeLike: Rule = (node) => {
  node.wantRank(0, 2)
  return [tensorOf(node.int('dtype') ?? node.element(0), node.dims(0))]
}

const centerCropPad: Rule = (node) => {
  const x = node.tensor(0)
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const { dims } = x
  const axes = (node.ints('axes') ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length))
  const to = node.known(1)?.values
  const result = [...dims]
  for (const [at, axis] of axes.entries()) result[axis] = to?.[at]
  return [tensorOf(x.element, result)]
}

const col2im: Rule = (node) => {
  node.wantRank(0, 3)
  const [dims, image, block] = [node.dims(0), node.known(1)?.values, node.integers(2)]
  const sides = image ?? ranked(node.dims(1)?.[0] ?? node.dims(2)?.[0])
  const [n, c] = [dims?.[0], dims?.[1]]
  const channels =
    typeof c === 'number' && block !== undefined ? c / block.reduce((all, side) => all * side, 1) : undefined
  return [tensorOf(node.element(0), sides && [n, channels, ...sides])]
}

const compress: Rule = (node) => {
  const x = node.tensor(0)
  const axis = node.int('axis')
  if (axis === undefined) return [tensorOf(x?.element, [undefined])]
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const along = node.axis(axis, x.dims.length)
  return [
    tensorOf(
      x.element,
      x.dims.map((dim, at) => (at === along ? undefined : dim)),
    ),
  ]
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
  CenterCropPad: centerCropPad,
  Col2Im: col2im,
  Compress: compress,
  Concat: concat,
  DepthToSpace: depthToSpace,
  Expand: expand,
  EyeLike: eyeLike,
  Flatten: flatten,
  Pad: pad,
  Reshape: reshape,
  Shape: sizesOf,
  Size: () => [tensorOf(int64, [])],
  Slice: slice,
  SpaceToDepth: spaceToDepth,
  Split: split,
  Squeeze: squeeze,
  Tile: tile,
  Transpose: transpose,
  Unsqueeze: unsqueeze,
}
