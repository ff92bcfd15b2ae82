import { attributeTypes } from '../graph/build.ts'
import { byOperator } from './by-operator.ts'
import { type Dims, product, sum } from './dims.ts'
import { type Known, mostKnown, type NodeView, smallNumbers, type ValueRule } from './node.ts'
import { keepsDims } from './rules/reduce.ts'
import { shapeRange } from './rules/shape.ts'
import type { Dim } from './types.ts'

/**
 * Shape arithmetic: what whole numbers the first output of a node holds, as far as they follow from those that its inputs hold.
 * Real exports compute the shapes that they reshape to.
 */
export const valueRules = byOperator<ValueRule>({
  Abs: unary((value) => Math.abs(value)),
  Add: binary((a, b) => sum([a, b])),
  Cast: (node) => (isWhole(node.int('to')) ? node.known(0) : undefined),
  Ceil: (node) => node.known(0),
  Concat: concat,
  Constant: constant,
  ConstantOfShape: filled,
  Div: (node) => (isInteger(node.element(0)) ? wholeQuotient : exactQuotient)(node),
  Equal: binary((a, b) => (a !== undefined && a === b ? 1 : both(a, b, (x, y) => (x === y ? 1 : 0)))),
  Expand: (node) => stretched(node.known(0), node.known(1)?.values),
  Floor: (node) => node.known(0),
  Gather: gather,
  Greater: binary((a, b) => both(a, b, (x, y) => (x > y ? 1 : 0))),
  Identity: (node) => node.known(0),
  Less: binary((a, b) => both(a, b, (x, y) => (x < y ? 1 : 0))),
  Max: binary((a, b) => both(a, b, Math.max)),
  Min: binary((a, b) => both(a, b, Math.min)),
  Mod: (node) => (node.flag('fmod') ? undefined : floorModulo(node)),
  Mul: binary((a, b) => product([a, b])),
  Neg: unary((value) => -value),
  Range: range,
  ReduceMax: reduced((values) => fold(values, Math.max)),
  ReduceMin: reduced((values) => fold(values, Math.min)),
  ReduceProd: reduced(product),
  ReduceSum: reduced(sum),
  Reshape: (node) => reshaped(node, node.known(1)?.values),
  Shape: shape,
  Size: (node) => scalar(node.dims(0) && product(node.dims(0) as Dims)),
  Slice: slice,
  Squeeze: (node) => single(node.known(0)),
  Sub: binary((a, b) => (b === 0 ? a : a !== undefined && a === b ? 0 : both(a, b, (x, y) => x - y))),
  Unsqueeze: (node) => (node.rank(0) === 0 ? list(node.known(0)?.values) : undefined),
  Where: chosen,
})

/** The whole numbers of a constant. */
export function knownOf(values: readonly number[] | undefined, rank: number): Known | undefined {
  if (values === undefined || rank > 1 || !values.every(Number.isSafeInteger)) return undefined
  return { values, scalar: rank === 0 }
}

function list(values: Dims | undefined): Known | undefined {
  return values === undefined || values.length > mostKnown ? undefined : { values, scalar: false }
}

function scalar(value: Dim): Known | undefined {
  return value === undefined ? undefined : { values: [value], scalar: true }
}

function isWhole(element: number | undefined): boolean {
  return element === 6 || element === 7 || element === 1 || element === 11
}

function isInteger(element: number | undefined): boolean {
  return element !== undefined && [2, 3, 4, 5, 6, 7, 12, 13].includes(element)
}

function both(a: Dim, b: Dim, of: (a: number, b: number) => Dim): Dim {
  return typeof a === 'number' && typeof b === 'number' ? of(a, b) : undefined
}

function unary(of: (value: number) => number): ValueRule {
  return (node) => {
    const x = node.known(0)
    return x && { ...x, values: x.values.map((value) => (typeof value === 'number' ? of(value) : undefined)) }
  }
}

/** One of the two may be a single number for all. */
function binary(of: (a: Dim, b: Dim) => Dim): ValueRule {
  return (node) => {
    // Most sums are of weights and what a model works on: where the one is not known, the other need not be read.
    const a = node.known(0)
    const b = a === undefined ? undefined : node.known(1)
    if (a === undefined || b === undefined || node.inputs !== 2) return undefined
    const count = a.values.length === 1 ? b.values.length : a.values.length
    if (b.values.length !== 1 && b.values.length !== count) return undefined
    const at = ({ values }: Known, index: number): Dim => (values.length === 1 ? values[0] : values[index])
    return {
      values: Array.from({ length: count }, (_, index) => of(at(a, index), at(b, index))),
      scalar: a.scalar && b.scalar,
    }
  }
}

/** Integers are divided towards 0. */
const wholeQuotient = binary((a, b) => (b === 1 ? a : both(a, b, (x, y) => (y === 0 ? undefined : Math.trunc(x / y)))))

/** Real numbers give whole ones when one goes into the other. */
const exactQuotient = binary((a, b) =>
  b === 1 ? a : both(a, b, (x, y) => (Number.isSafeInteger(x / y) ? x / y : undefined)),
)

const floorModulo = binary((a, b) => both(a, b, (x, y) => (y === 0 ? undefined : x - y * Math.floor(x / y))))

function concat(node: NodeView): Known | undefined {
  const parts = node.node.input.map((_, index) => part(node, index))
  return parts.every((each) => each !== undefined) ? list((parts as Dims[]).flat()) : undefined
}

/** What is not known of a list as long as it is. */
function part(node: NodeView, index: number): Dims | undefined {
  const known = node.known(index)
  if (known !== undefined) return known.scalar ? undefined : known.values
  const dims = node.dims(index)
  const [length] = dims ?? []
  const short = dims?.length === 1 && typeof length === 'number' && length <= mostKnown
  return short ? new Array<Dim>(length).fill(undefined) : undefined
}

function constant(node: NodeView): Known | undefined {
  const tensor = node.attribute('value')?.t
  if (tensor !== undefined) return knownOf(smallNumbers(tensor), tensor.dims.length)
  const attribute = node.node.attribute[0]
  if (attribute?.type === attributeTypes.int && attribute.i !== undefined) return knownOf([Number(attribute.i)], 0)
  return attribute?.ints === undefined ? undefined : list(Array.from(attribute.ints, Number))
}

function filled(node: NodeView): Known | undefined {
  const value = node.attribute('value')?.t
  const [number] = value === undefined ? [0] : (smallNumbers(value) ?? [])
  const size = node.known(0)?.values
  const whole = number !== undefined && Number.isSafeInteger(number)
  if (!whole || size?.length !== 1 || typeof size[0] !== 'number' || size[0] > mostKnown || size[0] < 0)
    return undefined
  return list(new Array<Dim>(size[0]).fill(number))
}

function stretched(x: Known | undefined, to: Dims | undefined): Known | undefined {
  const [length] = to ?? []
  if (x === undefined || to?.length !== 1 || typeof length !== 'number' || length > mostKnown || length < 0)
    return undefined
  return x.values.length === 1 ? list(new Array<Dim>(length).fill(x.values[0])) : list(x.values)
}

function gather(node: NodeView): Known | undefined {
  const [x, indices] = [node.known(0), node.known(1)]
  if (x === undefined || x.scalar || indices === undefined || (node.int('axis') ?? 0) !== 0) return undefined
  const values = indices.values.map((at) =>
    typeof at === 'number' ? x.values[at < 0 ? at + x.values.length : at] : undefined,
  )
  return { values, scalar: indices.scalar }
}

function range(node: NodeView): Known | undefined {
  const [start, limit, step] = [0, 1, 2].map((index) => node.integers(index)?.[0])
  if (start === undefined || limit === undefined || step === undefined || step === 0) return undefined
  const length = Math.max(0, Math.ceil((limit - start) / step))
  return length > mostKnown ? undefined : list(Array.from({ length }, (_, at) => start + at * step))
}

function fold(values: Dims, of: (a: number, b: number) => number): Dim {
  return values.reduce((one, other) => both(one, other, of))
}

/** Of a list as a whole. */
function reduced(of: (values: Dims) => Dim): ValueRule {
  return (node) => {
    const x = node.known(0)
    const axes = node.ints('axes') ?? node.integers(1)
    if (x === undefined || x.values.length === 0 || (node.has(1) && axes === undefined)) return undefined
    if (axes?.some((axis) => axis !== 0 && axis !== -1)) return undefined
    const keep = keepsDims(node)
    return { values: [of(x.values)], scalar: x.scalar || !keep }
  }
}

function reshaped(node: NodeView, to: Dims | undefined): Known | undefined {
  const x = node.known(0)
  if (x === undefined || to === undefined || to.length > 1) return undefined
  return to.length === 0 ? single(x) : list(x.values)
}

function single(x: Known | undefined): Known | undefined {
  return x?.values.length === 1 ? { values: x.values, scalar: true } : undefined
}

function shape(node: NodeView): Known | undefined {
  const dims = node.dims(0)
  return dims && list(dims.slice(...shapeRange(node, dims.length)))
}

function slice(node: NodeView): Known | undefined {
  const x = node.known(0)
  const at = (name: string, index: number): number | undefined =>
    node.opset < 10 ? node.ints(name)?.[0] : node.integers(index)?.[0]
  const [start, end] = [at('starts', 1), at('ends', 2)]
  const step = node.has(4) ? node.integers(4)?.[0] : 1
  if (x === undefined || x.scalar || start === undefined || end === undefined || step === undefined || step === 0)
    return undefined
  const length = x.values.length
  const place = (index: number): number => (index < 0 ? index + length : index)
  const picked: Dim[] = []
  const clamp = (index: number, low: number, high: number): number => Math.min(high, Math.max(low, index))
  if (step > 0)
    for (let i = clamp(place(start), 0, length); i < clamp(place(end), 0, length); i += step) picked.push(x.values[i])
  else
    for (let i = clamp(place(start), 0, length - 1); i > clamp(place(end), -1, length - 1); i += step)
      picked.push(x.values[i])
  return list(picked)
}

function chosen(node: NodeView): Known | undefined {
  const [condition, then, otherwise] = [node.known(0), node.known(1), node.known(2)]
  if (condition === undefined || then === undefined || otherwise === undefined) return undefined
  const length = Math.max(condition.values.length, then.values.length, otherwise.values.length)
  const at = ({ values }: Known, index: number): Dim => (values.length === 1 ? values[0] : values[index])
  const values = Array.from({ length }, (_, index): Dim => {
    const decided = at(condition, index)
    if (decided === undefined) return at(then, index) === at(otherwise, index) ? at(then, index) : undefined
    return at(decided === 0 ? otherwise : then, index)
  })
  return { values, scalar: condition.scalar && then.scalar && otherwise.scalar }
}
