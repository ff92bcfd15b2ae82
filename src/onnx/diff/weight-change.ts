import { piecesOf } from '../../core/bytes.ts'
import type { OnnxTensor } from '../format/messages.ts'
import { elementType } from '../tensors/element-types.ts'
import { rawRangeOf, type Values, valuePieces } from '../tensors/elements.ts'
import { isExternal } from '../tensors/external.ts'

export interface TensorFacts {
  readonly type: string
  readonly dims: readonly number[]
}

/** Two tensors that go together and are not equal. */
export interface WeightChange {
  readonly name: string
  /** What it is called in the second model. */
  readonly newName: string
  readonly pairedBy: 'name' | 'content' | 'place'
  readonly before: TensorFacts
  readonly after: TensorFacts
  /** Undefined where type or dims changed, so that elements have no partners. */
  readonly values?: ValueChange
}

export interface ValueChange {
  /** Euclidean norm of all elements. */
  readonly norm: { readonly before: number; readonly after: number }
  /** Norm of the difference divided by the norm before; undefined where that is 0. */
  readonly relativeChange: number | undefined
  /** Largest absolute difference of an element. */
  readonly largestChange: number
  /** Share of elements that are 0. */
  readonly sparsity: { readonly before: number; readonly after: number }
  /** Share of elements that differ. */
  readonly changedShare: number
  /** Elements that are NaN or infinite in one of the two, which norms and differences leave out. */
  readonly notFinite: number
}

type Unread = TensorFacts & { readonly why: string }
type Change = Pick<WeightChange, 'before' | 'after' | 'values'>

/** How one tensor became another. Both are read here, side by side and piece by piece. */
export function changeOf(a: OnnxTensor, b: OnnxTensor): 'equal' | Unread | Change {
  const [before, after] = [factsOf(a), factsOf(b)]
  if (before.type !== after.type || before.dims.join() !== after.dims.join()) return { before, after }
  if (sameBytes(a, b)) return 'equal'
  const [from, to] = [valuePieces(a), valuePieces(b)]
  if (from === undefined || to === undefined) return { ...before, why: whyUnread(a, b) }
  const values = compare(from, to)
  return values === undefined || values.changedShare === 0 ? 'equal' : { before, after, values }
}

export function factsOf({ dataType, dims }: OnnxTensor): TensorFacts {
  return { type: elementType(dataType)?.name ?? 'unknown', dims }
}

/** Equal bytes, however they are stored, need no reading of elements. */
function sameBytes(a: OnnxTensor, b: OnnxTensor): boolean {
  const [from, to] = [rawRangeOf(a), rawRangeOf(b)]
  if (from === undefined || to === undefined || from.end - from.start !== to.end - to.start) return false
  for (const [one, other] of sideBySide(piecesOf(from), piecesOf(to)))
    if (Buffer.compare(one, other) !== 0) return false
  return true
}

/** Pairs of pieces, as long as both have some. */
function* sideBySide<Piece>(a: Iterable<Piece>, b: Iterable<Piece>): Generator<readonly [Piece, Piece]> {
  const others = b[Symbol.iterator]()
  for (const one of a) {
    const other = others.next()
    if (other.done === true) return
    yield [one, other.value]
  }
}

function whyUnread(a: OnnxTensor, b: OnnxTensor): string {
  if (isExternal(a) || isExternal(b)) return 'its data is in another file that was not read'
  return 'its elements are of a type that is not read, or not as many as its dims say'
}

/** Integers of 64 bits are compared as they are: as numbers, neighbours may be one. A NaN is like a NaN. */
function differs(was: number | bigint, is: number | bigint): boolean {
  return was !== is && !(Number.isNaN(was) && Number.isNaN(is))
}

/** What is gathered over the elements of two tensors. */
interface Sums {
  elements: number
  before: number
  after: number
  difference: number
  zerosBefore: number
  zerosAfter: number
  largestChange: number
  differing: number
  notFinite: number
}

/** Undefined for tensors without elements. */
function compare(a: Iterable<Values>, b: Iterable<Values>): ValueChange | undefined {
  const sums: Sums = {
    elements: 0,
    before: 0,
    after: 0,
    difference: 0,
    zerosBefore: 0,
    zerosAfter: 0,
    largestChange: 0,
    differing: 0,
    notFinite: 0,
  }
  for (const [one, other] of sideBySide(a, b)) addPiece(one, other, sums)
  const { elements } = sums
  if (elements === 0) return undefined
  return {
    norm: { before: Math.sqrt(sums.before), after: Math.sqrt(sums.after) },
    relativeChange: sums.before === 0 ? undefined : Math.sqrt(sums.difference / sums.before),
    largestChange: sums.largestChange,
    sparsity: { before: sums.zerosBefore / elements, after: sums.zerosAfter / elements },
    changedShare: sums.differing / elements,
    notFinite: sums.notFinite,
  }
}

function addPiece(a: Values, b: Values, sums: Sums): void {
  sums.elements += a.length
  for (let index = 0; index < a.length; index++) {
    const [was, is] = [Number(a[index]), Number(b[index])]
    if (was === 0) sums.zerosBefore += 1
    if (is === 0) sums.zerosAfter += 1
    if (differs(a[index] as number, b[index] as number)) sums.differing += 1
    if (!Number.isFinite(was) || !Number.isFinite(is)) {
      sums.notFinite += 1
      continue
    }
    sums.before += was * was
    sums.after += is * is
    sums.difference += (is - was) ** 2
    sums.largestChange = Math.max(sums.largestChange, Math.abs(is - was))
  }
}
