import { normalQuantile } from './distributions.ts'
import { largestInfluence } from './unseen.ts'

/** Examples measured on both contenders. Those of one group (a patient, a document, a day) are not independent of one another. */
export interface Sample {
  readonly examples: number
  /** The group of each example, numbered from 0 without gaps. Without them each example stands alone. */
  readonly groups?: readonly number[] | undefined
}

/** With fewer independent units no interval that rests on large samples is believed: its level is given as 0. */
export const fewestUnits = 30

/** Where the contenders differ on fewer examples, what stayed unseen may matter more than what was seen. */
export const fewestDiffering = 10

/**
 * How many groups of equal size the sample is worth: (Σ size)²/Σ size² (Kish 1965), which is the number of groups when they
 * are equal, and little more than one when one group holds nearly all. Without groups, the number of examples.
 */
export function effectiveUnits({ examples, groups }: Sample): number {
  if (groups === undefined) return examples
  const squares = sizesOf(groups).reduce((sum, size) => sum + size ** 2, 0)
  return squares === 0 ? 0 : examples ** 2 / squares
}

/** The groups of a sample, or its examples where it has none. */
export function unitsOf({ examples, groups }: Sample): number {
  return groups === undefined ? examples : sizesOf(groups).length
}

/**
 * How much an interval that takes an estimate to be normal is to be moved outwards, on both sides, for what a few influential
 * units do: (1 + 2z²)/6 · Σ|ψ|³/Σψ². With ψ³ for |ψ|³ it is the shift of Johnson's modified t (JASA 73, 1978); the sign is not
 * taken from the data, where so few values cannot tell it. For d equal events it is two events at 98 %, which is how far exact
 * Poisson limits lie beyond d ± z√d. `influences`: by how much each unit moves the estimate.
 */
export function skewnessAllowance(influences: Float64Array, level: number): number {
  return ((1 + 2 * normalQuantile((1 + level) / 2) ** 2) / 6) * largestInfluence(influences)
}

function sizesOf(groups: readonly number[]): number[] {
  const sizes: number[] = []
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1
  return sizes
}
