import { contradict, type Dims, merged, product, ranked, shapeText, sum, tensorOf, unknownDims } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import type { Dim } from '../types.ts'
import { commonElement } from './elementwise.ts'
import { listOf } from './shape.ts'

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
  if (node.opset >= 18) checkParts(node)
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

/** From opset 18 on it is said how large the parts are, or how many, and not both. Throws a Misfit. */
function checkParts(node: NodeView): void {
  const count = node.int('num_outputs')
  if (node.has(1) && count !== undefined)
    throw new Misfit('value', 'It is told both the sizes of its parts and their number.')
  if (!node.has(1) && count === undefined)
    throw new Misfit('value', 'It is told neither the sizes of its parts nor their number.')
  if (count !== undefined && count !== node.outputs)
    throw new Misfit('value', `It has ${node.outputs} outputs for ${count} parts.`)
}

const slice: Rule = (node) => {
  checkBounds(node)
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
  for (const [at, axis] of node.axes(along, dims.length).entries()) {
    const [start, end, step] = [starts?.[at], ends?.[at], steps === undefined ? undefined : (steps[at] ?? 1)]
    if (step === 0) throw new Misfit('value', 'A step of it is 0.')
    result[axis] = sliced(dims[axis], start, end, step)
  }
  return [tensorOf(x.element, result)]
}

/** Starts, ends, axes and steps are lists of one length. Throws a Misfit. */
function checkBounds(node: NodeView): void {
  const names = ['starts', 'ends', 'axes', 'steps']
  if (node.opset >= 10) for (const at of names.keys()) node.wantRank(at + 1, 1)
  const lengths = names.map((name, at) => (node.opset < 10 ? node.ints(name)?.length : node.lengthOf(at + 1)))
  const known = lengths.filter((length) => length !== undefined)
  if (known.some((length) => length !== known[0]))
    throw new Misfit(
      'value',
      `Its ${names.join(', ')} have ${lengths.map((length) => length ?? '?').join(', ')} numbers.`,
    )
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
    node.opset >= 18 && node.has(3) ? node.axes(node.integers(3) ?? [], dims.length) : dims.map((_, axis) => axis)
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

const centerCropPad: Rule = (node) => {
  const x = node.tensor(0)
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const { dims } = x
  const axes = node.axes(node.ints('axes') ?? [...dims.keys()], dims.length)
  const to = node.known(1)?.values
  if (to !== undefined && to.length !== axes.length)
    throw new Misfit('value', `Its shape has ${to.length} sizes for ${axes.length} axes.`)
  const result = [...dims]
  for (const [at, axis] of axes.entries()) result[axis] = to?.[at]
  return [tensorOf(x.element, result)]
}

const col2im: Rule = (node) => {
  checkSides(node)
  const [dims, image, block] = [node.dims(0), node.known(1)?.values, node.integers(2)]
  if (block?.some((side) => side < 1) === true) throw new Misfit('value', `Its block [${block.join(', ')}] is empty.`)
  const sides = image ?? ranked(node.dims(1)?.[0] ?? node.dims(2)?.[0])
  const [n, c] = [dims?.[0], dims?.[1]]
  const channels =
    typeof c === 'number' && block !== undefined ? c / block.reduce((all, side) => all * side, 1) : undefined
  return [tensorOf(node.element(0), sides && [n, channels, ...sides])]
}

/** The image, the block and every attribute have as many sides. Throws a Misfit. */
function checkSides(node: NodeView): void {
  const sides = node.lengthOf(1) ?? node.lengthOf(2) ?? node.ints('strides')?.length
  if (sides === undefined) return
  if ((node.lengthOf(2) ?? sides) !== sides)
    throw new Misfit('shape', `Its block has ${node.lengthOf(2)} sides and its image ${sides}.`)
  node.wantLength('strides', sides)
  node.wantLength('dilations', sides)
  node.wantLength('pads', 2 * sides)
}

const compress: Rule = (node) => {
  const x = node.tensor(0)
  const axis = node.int('axis')
  const flags = node.integers(1)
  // Flags beyond the end of what they pick from count for nothing.
  const keptOf = (side: Dim): Dim =>
    typeof side === 'number' ? flags?.slice(0, side).filter((flag) => flag !== 0).length : undefined
  if (axis === undefined) return [tensorOf(x?.element, [keptOf(x?.dims && product(x.dims))])]
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const along = node.axis(axis, x.dims.length)
  return [
    tensorOf(
      x.element,
      x.dims.map((dim, at) => (at === along ? keptOf(dim) : dim)),
    ),
  ]
}

/** What puts pieces together or takes them apart. */
export const pieces: Rules = {
  CenterCropPad: centerCropPad,
  Col2Im: col2im,
  Compress: compress,
  Concat: concat,
  DepthToSpace: depthToSpace,
  Pad: pad,
  Slice: slice,
  SpaceToDepth: spaceToDepth,
  Split: split,
  Tile: tile,
}
