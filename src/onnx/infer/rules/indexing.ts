import { contradict, type Dims, shapeText, tensorOf, unknownDims } from '../dims.ts'
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
  node.wantRank(0, [1, Infinity])
  node.wantRank(1, [1, Infinity])
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
  node.wantRank(1, [0, 1])
  if ((node.rank(1) === 1 ? (node.lengthOf(1) ?? 1) : 1) > 1)
    throw new Misfit('value', `Its depth has ${node.lengthOf(1)} elements, and must be one number.`)
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
  if (node.opset < 10 && typeof k === 'number' && k < 1) throw new Misfit('value', `It takes the largest ${k}.`)
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

/** Three scalars. onnxruntime takes a list of one element for one as well, which onnx.checker refuses where all three are constants. */
const range: Rule = (node) => {
  const constant = [0, 1, 2].every((index) => node.numbers(index) !== undefined)
  for (const index of [0, 1, 2]) {
    const dims = node.dims(index)
    if (
      dims === undefined ||
      dims.length === 0 ||
      (!constant && dims.length === 1 && [1, undefined].includes(sizeIn(dims)))
    )
      continue
    throw new Misfit('shape', `Its input ${index} is ${shapeText(dims)}, where a scalar is needed.`)
  }
  const numbers = [0, 1, 2].map((index) => node.integers(index)?.[0] ?? node.numbers(index)?.[0])
  const [start, limit, step] = numbers
  const element = node.element(0)
  if (start === undefined || limit === undefined || step === undefined) return [tensorOf(element, [undefined])]
  if (step === 0) throw new Misfit('value', 'Its step is 0.')
  return [tensorOf(element, [Math.max(0, Math.ceil((limit - start) / step))])]
}

function sizeIn([dim]: Dims): number | undefined {
  return typeof dim === 'number' ? dim : undefined
}

const scatter: Rule = (node) => {
  const rank = node.rank(0)
  const axis = node.int('axis')
  if (rank !== undefined && axis !== undefined) node.axis(axis, rank)
  return [node.tensor(0)]
}

/** Writes into a cache along one axis, which is not the batch; the other sizes are the same. */
const tensorScatter: Rule = (node) => {
  const [cache, update] = [node.dims(0), node.dims(1)]
  if (cache === undefined || update === undefined) return [node.tensor(0)]
  const axis = node.axis(node.int('axis') ?? -2, cache.length)
  if (axis === 0) throw new Misfit('value', 'Its axis is that of the batch.')
  if (update.length !== cache.length || update.some((dim, at) => at !== axis && contradict(dim, cache[at])))
    throw new Misfit('shape', `Its update ${shapeText(update)} does not fit its cache ${shapeText(cache)}.`)
  return [node.tensor(0)]
}

/** A grid of places: as many rows and columns as it has, or any number of sides. */
const gridSample: Rule = (node) => {
  const [x, grid] = [node.tensor(0), node.dims(1)]
  if (x?.dims === undefined || grid === undefined) {
    const rank = x?.dims?.length ?? grid?.length
    return [tensorOf(x?.element, rank === undefined ? undefined : unknownDims(rank))]
  }
  if (grid.length !== x.dims.length || contradict(grid.at(-1), x.dims.length - 2) || contradict(grid[0], x.dims[0]))
    throw new Misfit('shape', `Its grid ${shapeText(grid)} does not fit its input ${shapeText(x.dims)}.`)
  return [tensorOf(x.element, [x.dims[0], x.dims[1], ...grid.slice(1, -1)])]
}

const affineGrid: Rule = (node) => {
  const size = node.known(1)?.values
  const rank = node.lengthOf(1)
  if (rank !== undefined && rank !== 4 && rank !== 5)
    throw new Misfit('value', `Its size has ${rank} numbers, where 4 or 5 are needed.`)
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
  const axes = node.axes(node.ints('axes') ?? [...dims.keys()], dims.length)
  checkFactors(node, axes.length, [scalesAt, sizesAt])
  const sizes = sizesAt > 0 && node.has(sizesAt) ? node.known(sizesAt)?.values : undefined
  const scales = node.has(scalesAt) ? node.numbers(scalesAt) : undefined
  if (scales?.some((scale) => !(scale > 0)) === true)
    throw new Misfit('value', `Its scales [${scales.join(', ')}] are not all positive.`)
  const result = [...dims]
  const policy = node.text('keep_aspect_ratio_policy') ?? 'stretch'
  for (const [at, axis] of axes.entries()) {
    if (sizes !== undefined) result[axis] = policy === 'stretch' ? sizes[at] : keptRatio(dims, axes, sizes, policy, at)
    else result[axis] = scaled(dims[axis], scales?.[at])
  }
  return [tensorOf(x.element, result)]
}

/** Either scales or sizes are given, a number for each axis; an empty list is none. Throws a Misfit. */
function checkFactors(node: NodeView, axes: number, inputs: readonly number[]): void {
  const counts = inputs.map((input) => {
    if (input < 0 || !node.has(input)) return 0
    return node.lengthOf(input)
  })
  const wrong = counts.find((count, at) => {
    const isNone = count === 0 && (node.opset >= 11 || (inputs[at] as number) < 0)
    return count !== undefined && !isNone && count !== axes
  })
  if (wrong !== undefined) throw new Misfit('value', `It has ${wrong} scales or sizes for ${axes} axes.`)
  checkEdges(node)
  if (node.opset < 13) return
  if (counts.every((count) => count === 0)) throw new Misfit('value', 'It is given neither scales nor sizes.')
  if (counts.every((count) => count !== undefined && count > 0))
    throw new Misfit('value', 'It is given both scales and sizes.')
}

/** What is done at edges and beyond them goes with some modes alone. Throws a Misfit. */
function checkEdges(node: NodeView): void {
  const mode = node.text('mode') ?? 'nearest'
  const smooth = node.flag('antialias')
  if (smooth && mode === 'nearest') throw new Misfit('value', 'It cannot smooth edges in the mode `nearest`.')
  if (node.flag('exclude_outside') && mode !== 'cubic' && !(smooth && mode === 'linear'))
    throw new Misfit('value', `It cannot exclude what is outside in the mode \`${mode}\`.`)
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
  const scales = node.attribute('scales')
  return scales === undefined ? undefined : Array.from(scales.floats ?? [])
}

const upsample: Rule = (node) => {
  const x = node.tensor(0)
  const scales = upsampleScales(node)
  if (x?.dims !== undefined && scales !== undefined && scales.length !== x.dims.length)
    throw new Misfit('value', `It has ${scales.length} scales for ${x.dims.length} axes.`)
  if (scales?.some((scale) => !(scale >= 1)) === true)
    throw new Misfit('value', `Its scales [${scales.join(', ')}] must be 1 or more.`)
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
  ReverseSequence: (node) => {
    if ((node.int('batch_axis') ?? 1) === (node.int('time_axis') ?? 0))
      throw new Misfit('value', 'Its batch and its time are one axis.')
    return [node.tensor(0)]
  },
  Scatter: scatter,
  ScatterElements: scatter,
  ScatterND: alike,
  TensorScatter: tensorScatter,
  TopK: topK,
  Unique: unique,
  Upsample: upsample,
}
