import { type Dims, shapeText, tensorOf, unknownDims } from '../dims.ts'
import { Misfit, type NodeView, type Rule, type Rules } from '../node.ts'
import type { Dim } from '../types.ts'
import { commonElement } from './elementwise.ts'

/** How a window moves over an input, axis by axis. */
interface Window {
  readonly kernel: Dims
  readonly strides: readonly number[]
  readonly dilations: readonly number[]
  /** Undefined where the padding follows from the size. */
  readonly pads: readonly number[] | undefined
  readonly same: boolean
  readonly ceil: boolean
  /** Whether it looks at its input alone, and has no weights. */
  readonly pools: boolean
}

function windowOf(node: NodeView, kernel: Dims): Window {
  const axes = kernel.length
  const list = (name: string, count: number, otherwise: number): number[] => {
    const values = node.ints(name) ?? new Array<number>(count).fill(otherwise)
    if (values.length !== count)
      throw new Misfit('value', `Its attribute \`${name}\` has ${values.length} numbers where ${count} are needed.`)
    return values
  }
  const auto = node.text('auto_pad') || 'NOTSET'
  const pads = list('pads', 2 * axes, 0)
  const strides = list('strides', axes, 1)
  const dilations = list('dilations', axes, 1)
  if ([...strides, ...dilations].some((step) => step < 1))
    throw new Misfit('value', 'Its strides and dilations must be 1 or more.')
  return {
    kernel,
    strides,
    dilations,
    pads: auto === 'NOTSET' ? pads : auto === 'VALID' ? new Array<number>(2 * axes).fill(0) : undefined,
    same: auto.startsWith('SAME'),
    ceil: node.flag('ceil_mode'),
    pools: false,
  }
}

/** Throws a Misfit for padding that onnxruntime does not take: as much as a side of the window or more. */
function poolWindowOf(node: NodeView, kernel: Dims): Window {
  const window = windowOf(node, kernel)
  for (const [at, pad] of (window.pads ?? []).entries()) {
    const side = kernel[at % kernel.length]
    if (typeof side === 'number' && pad >= side && side > 0)
      throw new Misfit('value', `Its padding of ${pad} is not less than its window of ${side}.`)
  }
  return { ...window, pools: true }
}

/** Positions of a window along one axis. Source: the formulas of Conv and MaxPool in the ONNX operator specification. */
function positions(input: Dim, axis: number, window: Window): Dim {
  const [kernel, stride, dilation] = [
    window.kernel[axis],
    window.strides[axis] as number,
    window.dilations[axis] as number,
  ]
  if (typeof input !== 'number' || typeof kernel !== 'number') return undefined
  // Runtimes leave dilation out of the padding of a pool that follows from its size; the standard does not.
  if (window.same) return window.pools && dilation > 1 ? undefined : Math.ceil(input / stride)
  const axes = window.kernel.length
  const [before, after] = [window.pads?.[axis] ?? 0, window.pads?.[axes + axis] ?? 0]
  const extent = (kernel - 1) * dilation + 1
  const padded = input + before + after
  // Both onnx and onnxruntime divide towards 0: of a window that is too large by less than a stride there is one.
  const steps = (padded - extent) / stride
  const last = window.ceil ? Math.ceil(steps) : Math.trunc(steps)
  // A window that would start in the padding behind the input is left out.
  const count = window.ceil && last * stride >= input + before ? last : last + 1
  const fits = window.pools ? count > 0 : steps >= 0
  if (!fits && input > 0)
    throw new Misfit('shape', `Its window of ${extent} is larger than its padded input of ${padded}.`)
  return Math.max(0, count)
}

function moved(spatial: Dims, window: Window): Dims {
  return spatial.map((dim, axis) => positions(dim, axis, window))
}

/** The sides of the window: an attribute, or those of the weights. */
function kernelOf(node: NodeView, spatial: number, weights: Dims | undefined): Dims {
  const stated = node.ints('kernel_shape')
  const kernel = stated ?? weights?.slice(2) ?? unknownDims(spatial)
  if (kernel.some((side) => typeof side === 'number' && side < 1))
    throw new Misfit('shape', `Its window ${shapeText(kernel)} is empty.`)
  if (kernel.length !== spatial)
    throw new Misfit('shape', `Its window has ${kernel.length} sides where its input has ${spatial}.`)
  return kernel
}

/** Throws a Misfit for padding that is both stated and left to the size. */
function checkPadding(node: NodeView): void {
  const auto = node.text('auto_pad') || 'NOTSET'
  if (auto !== 'NOTSET' && node.ints('pads') !== undefined)
    throw new Misfit('value', `It has both \`pads\` and \`auto_pad\`, which is ${auto}.`)
}

function convolution(x: number, w: number, element: (node: NodeView) => number | undefined): Rule {
  return (node) => {
    checkPadding(node)
    node.wantRank(x, [3, Infinity])
    const type = element(node)
    const [dims, weights] = [node.dims(x), node.dims(w)]
    if (dims === undefined) return [tensorOf(type, undefined)]
    if (weights !== undefined && weights.length !== dims.length)
      throw new Misfit('shape', `Its weights ${shapeText(weights)} do not fit its input ${shapeText(dims)}.`)
    const [channels, perGroup, group] = [dims[1], weights?.[1], node.int('group') ?? 1]
    if (typeof channels === 'number' && typeof perGroup === 'number' && channels !== perGroup * group)
      throw new Misfit('shape', `Its input has ${channels} channels where its weights take ${perGroup * group}.`)
    const spatial = dims.slice(2)
    return [
      tensorOf(type, [
        dims[0],
        weights?.[0],
        ...moved(spatial, windowOf(node, kernelOf(node, spatial.length, weights))),
      ]),
    ]
  }
}

const transposed: Rule = (node) => {
  checkPadding(node)
  node.wantRank(0, [3, Infinity])
  node.wantRank(1, [3, Infinity])
  const element = commonElement(node, [0, 1])
  const [dims, weights] = [node.dims(0), node.dims(1)]
  if (dims === undefined || weights === undefined || dims.length < 3) return [tensorOf(element, undefined)]
  if (weights.length !== dims.length)
    throw new Misfit('shape', `Its weights ${shapeText(weights)} do not fit its input ${shapeText(dims)}.`)
  const spatial = dims.slice(2)
  const window = windowOf(node, kernelOf(node, spatial.length, weights))
  const stated = node.ints('output_shape')
  const extra = node.ints('output_padding') ?? []
  const group = node.int('group') ?? 1
  const channels = typeof weights[1] === 'number' ? weights[1] * group : undefined
  if (typeof dims[1] === 'number' && typeof weights[0] === 'number' && dims[1] !== weights[0])
    throw new Misfit('shape', `Its input has ${dims[1]} channels where its weights take ${weights[0]}.`)
  if (typeof dims[1] === 'number' && dims[1] % group !== 0)
    throw new Misfit('shape', `Its input has ${dims[1]} channels, which ${group} groups do not share.`)
  const axes = spatial.length
  node.wantLength('output_padding', axes)
  node.wantLength('output_shape', axes)
  const out = spatial.map((dim, axis): Dim => {
    if (stated !== undefined) return stated[stated.length - axes + axis]
    const [kernel, stride] = [window.kernel[axis], window.strides[axis] as number]
    if (typeof dim !== 'number' || typeof kernel !== 'number') return undefined
    if (window.same) return dim * stride
    const padding = (window.pads?.[axis] ?? 0) + (window.pads?.[axes + axis] ?? 0)
    return stride * (dim - 1) + (extra[axis] ?? 0) + (kernel - 1) * (window.dilations[axis] as number) + 1 - padding
  })
  return [tensorOf(element, [dims[0], channels, ...out])]
}

function pool(outputs: (node: NodeView, dims: Dims | undefined) => ReturnType<Rule>): Rule {
  return (node) => {
    node.wantRank(0, [3, Infinity])
    const dims = node.dims(0)
    if (dims === undefined) return outputs(node, undefined)
    const spatial = dims.slice(2)
    const window = poolWindowOf(node, kernelOf(node, spatial.length, undefined))
    return outputs(node, [...dims.slice(0, 2), ...moved(spatial, window)])
  }
}

const onlyPooled = pool((node, dims) => [tensorOf(node.element(0), dims)])
const withIndices = pool((node, dims) => [tensorOf(node.element(0), dims), tensorOf(7, dims)].slice(0, node.outputs))

const global: Rule = (node) => {
  node.wantRank(0, [2, Infinity])
  const dims = node.dims(0)
  return [
    tensorOf(
      node.element(0),
      dims?.map((dim, axis) => (axis < 2 ? dim : 1)),
    ),
  ]
}

const unpool: Rule = (node) => {
  node.wantRank(0, [3, Infinity])
  const dims = node.dims(0)
  if (dims !== undefined) {
    node.wantLength('kernel_shape', dims.length - 2)
    node.wantLength('strides', dims.length - 2)
    node.wantLength('pads', 2 * (dims.length - 2))
  }
  if (node.has(2)) {
    const stated = node.known(2)
    return [tensorOf(node.element(0), stated?.values ?? (dims && unknownDims(dims.length)))]
  }
  if (dims === undefined) return [tensorOf(node.element(0), undefined)]
  const window = windowOf(node, kernelOf(node, dims.length - 2, undefined))
  const axes = dims.length - 2
  const out = dims.slice(2).map((dim, axis): Dim => {
    const kernel = window.kernel[axis]
    if (typeof dim !== 'number' || typeof kernel !== 'number') return undefined
    return (
      (dim - 1) * (window.strides[axis] as number) +
      kernel -
      (window.pads?.[axis] ?? 0) -
      (window.pads?.[axes + axis] ?? 0)
    )
  })
  return [tensorOf(node.element(0), [...dims.slice(0, 2), ...out])]
}

const deformable: Rule = convolution(0, 1, (node) => commonElement(node, [0, 1, 2]))

/** One row for each region. */
const regions: Rule = (node) => {
  const shape = node.ints('pooled_shape') ?? []
  return [tensorOf(node.element(0), [node.dims(1)?.[0], node.dims(0)?.[1], ...shape])]
}

const roiAlign: Rule = (node) => {
  node.wantRank(0, 4)
  const sides = [node.int('output_height') ?? 1, node.int('output_width') ?? 1]
  return [tensorOf(node.element(0), [node.dims(1)?.[0] ?? node.dims(2)?.[0], node.dims(0)?.[1], ...sides])]
}

export const convolutions: Rules = {
  AveragePool: onlyPooled,
  Conv: convolution(0, 1, (node) => commonElement(node, [0, 1])),
  ConvInteger: convolution(0, 1, () => 6),
  ConvTranspose: transposed,
  DeformConv: deformable,
  GlobalAveragePool: global,
  GlobalLpPool: global,
  GlobalMaxPool: global,
  LpPool: onlyPooled,
  MaxPool: withIndices,
  MaxRoiPool: regions,
  MaxUnpool: unpool,
  QLinearConv: convolution(0, 3, (node) => node.element(7)),
  RoiAlign: roiAlign,
}
