/**
 * How much each of a series of values follows the one `lag` places before it: the sample autocorrelation, −1 to 1, with the sum
 * of squares of the whole series below (the usual, biased one). 0 for a series that never changes.
 */
export function autocorrelation(values: readonly number[], lag: number): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const centred = values.map((value) => value - mean)
  const total = centred.reduce((sum, value) => sum + value * value, 0)
  if (total === 0) return 0
  let shared = 0
  for (let at = lag; at < centred.length; at++) shared += (centred[at] as number) * (centred[at - lag] as number)
  return shared / total
}

/**
 * How many independent values say as much of the mean as these, which follow one another: n / (1 + 2 Σ ρ), where the
 * autocorrelations ρ are summed two by two for as long as such a pair is positive, and no pair counts for more than the one
 * before it (Geyer's initial monotone sequence, 1992).
 * Between 1 and n.
 */
export function effectiveSize(values: readonly number[]): number {
  const n = values.length
  let sum = 0
  let last = Infinity
  for (let lag = 1; lag + 1 < n; lag += 2) {
    const pair = autocorrelation(values, lag) + autocorrelation(values, lag + 1)
    if (pair <= 0) break
    last = Math.min(last, pair)
    sum += last
  }
  return Math.min(n, Math.max(1, n / (1 + 2 * sum)))
}
