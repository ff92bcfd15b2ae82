import type { Dim, TensorValue, ValueType } from './types.ts'

export type Dims = readonly Dim[]

export function tensorOf(element: number | undefined, dims: Dims | undefined): TensorValue {
  return { kind: 'tensor', element, dims }
}

/** As many dimensions of which nothing is known. */
export function unknownDims(rank: number): Dim[] {
  return new Array<Dim>(rank).fill(undefined)
}

/** Runtimes take eight dimensions or so. */
const mostDims = 64

/** As many unknown dimensions as a size says; undefined when that is unknown or no rank that a tensor can have. */
export function ranked(rank: Dim): Dim[] | undefined {
  const possible = typeof rank === 'number' && Number.isInteger(rank) && rank >= 0 && rank <= mostDims
  return possible ? unknownDims(rank) : undefined
}

/** The product of some sizes. A symbol survives when everything else is 1; nothing survives a 0 but 0. */
export function product(dims: Dims): Dim {
  let [size, rest]: [number, Dim | null] = [1, null]
  for (const dim of dims) {
    if (dim === 0) return 0
    if (typeof dim === 'number') size *= dim
    else if (rest === null) rest = dim
    else rest = undefined
  }
  if (rest === null) return Number.isSafeInteger(size) ? size : undefined
  return size === 1 ? rest : undefined
}

/** The sum of some sizes. A symbol survives when everything else is 0. */
export function sum(dims: Dims): Dim {
  const symbols = dims.filter((dim) => typeof dim !== 'number')
  const size = dims.reduce<number>((all, dim) => all + (typeof dim === 'number' ? dim : 0), 0)
  if (symbols.length === 0) return Number.isSafeInteger(size) ? size : undefined
  return symbols.length === 1 && size === 0 ? symbols[0] : undefined
}

/** Whether two sizes cannot be the same: both are numbers and differ. */
export function contradict(one: Dim, other: Dim): boolean {
  return typeof one === 'number' && typeof other === 'number' && one !== other
}

/** The more that is known of two descriptions of one size: a number, else a symbol. */
export function merged(one: Dim, other: Dim): Dim {
  if (typeof one === 'number' || other === undefined) return one
  return typeof other === 'number' || one === undefined ? other : one
}

/** What holds for either of two sizes: unknown when they differ. */
export function either(one: Dim, other: Dim): Dim {
  return one === other ? one : undefined
}

/** NumPy's broadcasting of two sizes; null when they do not fit. */
function broadcastDim(one: Dim, other: Dim): Dim | null {
  if (one === 1) return other
  if (other === 1 || one === other) return one
  if (typeof one === 'number') return typeof other === 'number' ? null : one
  return typeof other === 'number' ? other : undefined
}

/** NumPy's broadcasting; undefined when a rank is unknown, null when the shapes do not fit. */
export function broadcast(shapes: readonly (Dims | undefined)[]): Dims | undefined | null {
  let result: Dims = []
  for (const dims of shapes) {
    if (dims === undefined) return undefined
    const next = result.length === 0 ? dims : broadcastTwo(result, dims)
    if (next === null) return null
    result = next
  }
  return result
}

function broadcastTwo(one: Dims, other: Dims): Dims | null {
  const long = one.length >= other.length ? one : other
  const short = long === one ? other : one
  const missing = long.length - short.length
  let result: Dim[] | undefined
  for (let axis = missing; axis < long.length; axis++) {
    const dim = broadcastDim(long[axis], short[axis - missing])
    if (dim === null) return null
    // Most shapes stay as the longer one is.
    if (dim !== long[axis]) result ??= [...long]
    if (result !== undefined) result[axis] = dim
  }
  return result ?? long
}

/** What is known of a value by two accounts of it; null when they contradict one another. */
export function mergedType(one: ValueType | undefined, other: ValueType | undefined): ValueType | undefined | null {
  if (one === undefined || other === undefined) return one ?? other
  if ('element' in one && 'element' in other) return mergedTensor(one, other)
  if (one.kind === 'map' && other.kind === 'map') {
    const value = mergedType(one.value, other.value)
    const key = mergedElement(one.key, other.key)
    return value === null || key === null ? null : { kind: 'map', key, value }
  }
  if ('of' in one && 'of' in other && one.kind === other.kind) {
    const of = mergedType(one.of, other.of)
    return of === null ? null : { kind: one.kind, of }
  }
  return null
}

function mergedTensor(one: TensorValue, other: TensorValue): TensorValue | null {
  const element = mergedElement(one.element, other.element)
  if (element === null || one.kind !== other.kind) return null
  if (one.dims === undefined || other.dims === undefined) return { ...one, element, dims: one.dims ?? other.dims }
  const [left, right] = [one.dims, other.dims]
  if (left.length !== right.length || left.some((dim, axis) => contradict(dim, right[axis]))) return null
  return { ...one, element, dims: left.map((dim, axis) => merged(dim, right[axis])) }
}

function mergedElement(one: number | undefined, other: number | undefined): number | undefined | null {
  if (one === undefined || other === undefined) return one ?? other
  return one === other ? one : null
}

/** What is known of a value that is one or the other, as after a branch. */
export function eitherType(one: ValueType | undefined, other: ValueType | undefined): ValueType | undefined {
  if (one === undefined || other === undefined) return undefined
  if ('element' in one && 'element' in other) {
    const element = one.element === other.element ? one.element : undefined
    const [left, right] = [one.dims, other.dims]
    const dims = left?.length === right?.length ? left?.map((dim, axis) => either(dim, right?.[axis])) : undefined
    return { kind: one.kind, element, dims }
  }
  if ('of' in one && 'of' in other && one.kind === other.kind)
    return { kind: one.kind, of: eitherType(one.of, other.of) }
  return one.kind === other.kind ? one : undefined
}

export function sameType(one: ValueType | undefined, other: ValueType | undefined): boolean {
  return JSON.stringify(one, nulls) === JSON.stringify(other, nulls)
}

function nulls(_key: string, value: unknown): unknown {
  return value === undefined ? null : value
}

/** `[N, 3, ?]`, for messages; a shape of which nothing is known is `[...]`. */
export function shapeText(dims: Dims | undefined): string {
  return dims === undefined ? '[...]' : `[${dims.map((dim) => dim ?? '?').join(', ')}]`
}
