import { type Dims, shapeText, tensorOf, unknownDims } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import type { Dim } from '../types.ts'
import { alike, int64 } from './elementwise.ts'

const gather: Rule = (node) => {
  const [x, indices] = [node.tensor(0), node.dims(1)]
  if (x?.dims === undefined || indices === undefined) {
    const rank = x?.dims === undefined || indices === undefined ? undefined : 0
    return [tensorOf(x?.element, rank === undefined ? undefined : [])]
  }
  if (x.dims.length === 0) throw new Misfit('shape', 'It picks from a scalar.')
  const axis = node.axis(node.int('axis') ?? 0, x.dims.length)
  return [tensorOf(x.element, [...x.dims.slice(0, axis), ...indices, ...x.dims.slice(axis + 1)])]
}

const gatherElements: Rule = (node) => {
  const [rank, indices] = [node.rank(0), node.rank(1)]
  if (rank !== undefined && indices !== undefined && rank !== indices)
    throw new Misfit('shape', `Its indices have ${indices} dimensions where its input has ${rank}.`)
  return [tensorOf(node.element(0), node.dims(1))]
}

const gatherNd: Rule = (node) => {
  const [x, indices] = [node.tensor(0), node.dims(1)]
  const batch = node.int('batch_dims') ?? 0
  const depth = indices?.at(-1)
  if (x?.dims === undefined || indices === undefined || typeof depth !== 'number')
    return [tensorOf(x?.element, undefined)]
  if (batch + depth > x.dims.length)
    throw new Misfit('shape', `Its indices reach ${batch + depth} deep into ${shapeText(x.dims)}.`)
  return [tensorOf(x.element, [...indices.slice(0, -1), ...x.dims.slice(batch + depth)])]
}

const oneHot: Rule = (node) => {
  const indices = node.dims(0)
  const element = node.element(2)
  if (indices === undefined) return [tensorOf(element, undefined)]
  const rank = indices.length + 1
  const axis = node.axis(node.int('axis') ?? -1, rank)
  const depth = node.known(1)?.values[0] ?? node.numbers(1)?.[0]
  return [tensorOf(element, [...indices.slice(0, axis), depth, ...indices.slice(axis)])]
}

const topK: Rule = (node) => {
  const x = node.tensor(0)
  const k = node.opset < 10 ? node.int('k') : node.known(1)?.values[0]
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined), tensorOf(int64, undefined)]
  const axis = node.axis(node.int('axis') ?? -1, x.dims.length)
  const side = x.dims[axis]
  if (typeof k === 'number' && typeof side === 'number' && (k < 0 || k > side))
    throw new Misfit('value', `It takes the largest ${k} of ${side}.`)
  const dims = x.dims.map((dim, at) => (at === axis ? k : dim))
  return [tensorOf(x.element, dims), tensorOf(int64, dims)]
}

const unique: Rule = (node) => {
  const x = node.tensor(0)
  const axis = node.int('axis')
  const count = tensorOf(int64, [undefined])
  const along = axis === undefined || x?.dims === undefined ? undefined : node.axis(axis, x.dims.length)
  const dims = axis === undefined ? [undefined] : x?.dims?.map((dim, at) => (at === along ? undefined : dim))
  return [tensorOf(x?.element, dims), count, count, count].slice(0, node.outputs)
}

const nonZero: Rule = (node) => {
  const rank = node.rank(0)
  return [tensorOf(int64, [rank === 0 ? undefined : rank, undefined])]
}

/** Indices of boxes: one row of three for each that stays. */
const suppression: Rule = () => [tensorOf(int64, [undefined, 3])]

const range: Rule = (node) => {
  const numbers = [0, 1, 2].map((index) => node.integers(index)?.[0] ?? node.numbers(index)?.[0])
  const [start, limit, step] = numbers
  const element = node.element(0)
  if (start === undefined || limit === undefined || step === undefined) return [tensorOf(element, [undefined])]
  if (step === 0) throw new Misfit('value', 'Its step is 0.')
  return [tensorOf(element, [Math.max(0, Math.ceil((limit - start) / step))])]
}

const scatter: Rule = (node) => {
  const rank = node.rank(0)
  const axis = node.int('axis')
  if (rank !== undefined && axis !== undefined) node.axis(axis, rank)
  return [node.tensor(0)]
}

/** A grid of places: as many rows and columns as it has, or any number of sides. */
const gridSample: Rule = (node) => {
  const [x, grid] = [node.tensor(0), node.dims(1)]
  if (x?.dims === undefined || grid === undefined) {
    const rank = x?.dims?.length ?? grid?.length
    return [tensorOf(x?.element, rank === undefined ? undefined : unknownDims(rank))]
  }
  return [tensorOf(x.element, [x.dims[0], x.dims[1], ...grid.slice(1, -1)])]
}

const affineGrid: Rule = (node) => {
  const size = node.known(1)?.values
  const count = node.dims(1)?.[0]
  const rank = size?.length ?? (typeof count === 'number' ? count : undefined)
  if (rank !== 4 && rank !== 5) return [tensorOf(node.element(0), undefined)]
  const [n, , ...sides] = size ?? unknownDims(rank)
  return [tensorOf(node.element(0), [n ?? node.dims(0)?.[0], ...sides, rank - 2])]
}

/** Scales and sizes, of all axes or of some. Source: the operator specification of Resize. */
const resize: Rule = (node) => {
  const x = node.tensor(0)
  const [scalesAt, sizesAt] = node.opset < 11 ? [1, -1] : [2, 3]
  if (x?.dims === undefined) return [tensorOf(x?.element, undefined)]
  const { dims } = x
  const axes = (node.ints('axes') ?? dims.map((_, axis) => axis)).map((axis) => node.axis(axis, dims.length))
  const sizes = sizesAt > 0 && node.has(sizesAt) ? node.known(sizesAt)?.values : undefined
  const scales = node.has(scalesAt) ? node.numbers(scalesAt) : undefined
  const result = [...dims]
  const policy = node.text('keep_aspect_ratio_policy') ?? 'stretch'
  for (const [at, axis] of axes.entries()) {
    if (sizes !== undefined) result[axis] = policy === 'stretch' ? sizes[at] : keptRatio(dims, axes, sizes, policy, at)
    else result[axis] = scaled(dims[axis], scales?.[at])
  }
  return [tensorOf(x.element, result)]
}

function scaled(dim: Dim, scale: number | undefined): Dim {
  if (scale === 1) return dim
  return typeof dim === 'number' && scale !== undefined ? Math.floor(Math.fround(dim * scale)) : undefined
}

/** One factor for all axes: the smallest or the largest that the sizes ask for; sizes rounded half up. */
function keptRatio(dims: Dims, axes: readonly number[], sizes: Dims, policy: string, at: number): Dim {
  const factors = axes.map((axis, index) => {
    const [from, to] = [dims[axis], sizes[index]]
    return typeof from === 'number' && typeof to === 'number' ? to / from : Number.NaN
  })
  const factor = policy === 'not_larger' ? Math.min(...factors) : Math.max(...factors)
  const dim = dims[axes[at] as number]
  return Number.isFinite(factor) && typeof dim === 'number' ? Math.floor(factor * dim + 0.5) : undefined
}

function upsampleScales(node: NodeView): number[] | undefined {
  if (node.opset >= 9) return node.numbers(1)
  const floats = node.attribute('scales')?.floats
  return floats === undefined ? undefined : Array.from(floats)
}

const upsample: Rule = (node) => {
  const x = node.tensor(0)
  const scales = upsampleScales(node)
  return [
    tensorOf(
      x?.element,
      x?.dims?.map((dim, axis) => scaled(dim, scales?.[axis])),
    ),
  ]
}

export const indexing: Rules = {
  AffineGrid: affineGrid,
  Gather: gather,
  GatherElements: gatherElements,
  GatherND: gatherNd,
  GridSample: gridSample,
  NonMaxSuppression: suppression,
  NonZero: nonZero,
  OneHot: oneHot,
  Range: range,
  Resize: resize,
  ReverseSequence: alike,
  Scatter: scatter,
  ScatterElements: scatter,
  ScatterND: alike,
  TopK: topK,
  Unique: unique,
  Upsample: upsample,
}
