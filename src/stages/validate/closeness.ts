import { fromFloat16 } from '../../core/float16.ts'
import type { Tensor } from '../../core/tensor.ts'

/** How far an element may be from what was expected: `absolute + relative × |expected|`, as NumPy's `isclose` has it. */
export interface Tolerance {
  readonly absolute: number
  readonly relative: number
}

export interface Distance {
  /** Elements beyond the tolerance. */
  readonly beyond: number
  readonly elements: number
  /** The element that is furthest beyond: its row-major index, and both values. */
  readonly worst: { readonly index: number; readonly expected: string; readonly found: string }
}

/**
 * Elements of `found` that are not close enough to those of `expected`; undefined when all are. A NaN is close to a NaN alone,
 * an infinity to the same infinity; integers and texts must be equal unless the tolerance lets integers differ.
 * Both tensors have one type and one shape.
 */
export function distanceOf(expected: Tensor, found: Tensor, tolerance: Tolerance): Distance | undefined {
  const [wanted, given] = [valueAt(expected), valueAt(found)]
  let [beyond, furthest, at] = [0, Number.NEGATIVE_INFINITY, 0]
  for (let index = 0; index < expected.data.length; index++) {
    const excess = excessOf(wanted(index), given(index), tolerance)
    if (excess <= 0) continue
    beyond += 1
    if (excess <= furthest) continue
    furthest = excess
    at = index
  }
  if (beyond === 0) return undefined
  const worst = { index: at, expected: String(wanted(at)), found: String(given(at)) }
  return { beyond, elements: expected.data.length, worst }
}

type Value = number | bigint | string

function valueAt({ type, data }: Tensor): (index: number) => Value {
  if (type === 'float16') return (index) => fromFloat16(data[index] as number)
  return (index) => data[index] as Value
}

/** How far beyond the tolerance; nothing or less when within. */
function excessOf(expected: Value, found: Value, { absolute, relative }: Tolerance): number {
  if (expected === found || Object.is(expected, found)) return 0
  if (typeof expected === 'string' || typeof found === 'string') return Infinity
  const [wanted, given] = [Number(expected), Number(found)]
  if (!Number.isFinite(wanted) || !Number.isFinite(given)) return Infinity
  const apart = typeof expected === 'bigint' && typeof found === 'bigint' ? Number(found - expected) : given - wanted
  return Math.abs(apart) - (absolute + relative * Math.abs(wanted))
}

/** `[2, 3, 0]` of a row-major index. */
export function placeIn(dims: readonly number[], index: number): string {
  let rest = index
  const place = dims.toReversed().map((dim) => {
    const at = rest % dim
    rest = Math.floor(rest / dim)
    return at
  })
  return `[${place.reverse().join(', ')}]`
}
