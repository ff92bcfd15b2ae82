/**
 * The largest share of examples that can be of a kind that none of so many units showed, at the error rate alpha:
 * 1 − alpha^(1/units), the exact bound of Clopper and Pearson for no occurrence.
 */
export function unseenShare(units: number, alpha: number): number {
  return units <= 0 ? 1 : -Math.expm1(Math.log(alpha) / units)
}

/** Examples of which none was seen to come out otherwise, and how far the metric moves when all of them do. */
export interface Stratum {
  /** Independent ones; may be a fraction. */
  readonly examples: number
  readonly weight: number
}

/**
 * How far a metric can move by what none of the examples showed, at the error rate alpha: the largest Σ weight·r over shares r of the
 * strata with Π(1 − r)^examples ≥ alpha, which is the probability that nothing of it was seen. In the likeliest worst case
 * 1 − r = c·examples/weight (Lagrange), so that what is rare, or weighs much, takes most of it. Of a single stratum it is
 * weight·(1 − alpha^(1/examples)), the exact bound of Clopper and Pearson for no occurrence. A stratum of no examples takes all of its weight.
 */
export function unseenAllowance(strata: readonly Stratum[], alpha: number): number {
  const unknown = strata.filter(({ examples, weight }) => examples <= 0 && weight > 0)
  const known = strata.filter(({ examples, weight }) => examples > 0 && weight > 0)
  const limits = known.map(({ examples, weight }) => ({ examples, weight, most: weight / examples }))
  // The heaviest first: each joins the others as long as its own share comes out above nothing.
  const sorted = limits.sort((one, other) => other.most - one.most)
  let [examples, logs, count, rest] = [0, 0, 0, 0]
  for (const each of sorted) {
    const joined = (Math.log(alpha) + logs + each.examples * Math.log(each.most)) / (examples + each.examples)
    if (count > 0 && joined >= Math.log(each.most)) break
    examples += each.examples
    logs += each.examples * Math.log(each.most)
    rest = joined
    count += 1
  }
  const level = Math.exp(rest)
  const reached = sorted.slice(0, count).reduce((sum, { weight, most }) => sum + weight * (1 - level / most), 0)
  return reached + unknown.reduce((sum, { weight }) => sum + weight, 0)
}

/** How far one of the units that matter moves the estimate: Σ|ψ|³/Σψ², the size of d events when these are all there is. */
export function largestInfluence(influences: Float64Array): number {
  let [squares, cubes] = [0, 0]
  for (const influence of influences) {
    squares += influence ** 2
    cubes += Math.abs(influence) ** 3
  }
  return squares === 0 ? 0 : cubes / squares
}
