/** A bucket of a histogram: `[from, to, count]`, `from` inclusive, `to` exclusive; null: without an upper end. */
type Bucket = readonly [from: number, to: number | null, count: number]

/** Buckets to a decade: neighbours lie 4.9 % apart, and a quantile interpolated within one is far closer. */
const perDecade = 48

/** What is smaller belongs to one bucket from 0. */
const smallest = 1e-3

/** Positive values as counts in logarithmic buckets, 48 to a decade, rising; empty ones left out. */
export function histogramOf(values: readonly number[]): Bucket[] {
  const counts = new Map<number, number>()
  for (const value of values) {
    const at = value < smallest ? Number.NEGATIVE_INFINITY : Math.floor(Math.log10(value) * perDecade)
    counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([at, count]) => [boundAt(at), at === Number.NEGATIVE_INFINITY ? smallest : boundAt(at + 1), count])
}

/** Five digits: the same bound is the same number wherever it is computed. */
function boundAt(at: number): number {
  return at === Number.NEGATIVE_INFINITY ? 0 : Number((10 ** (at / perDecade)).toPrecision(5))
}

/** The counts of several histograms together, rising by where their buckets begin. */
export function addHistograms(histograms: readonly (readonly Bucket[])[]): Bucket[] {
  const sums = new Map<string, Bucket>()
  for (const [from, to, count] of histograms.flat()) {
    const known = sums.get(`${from}/${to}`)?.[2] ?? 0
    sums.set(`${from}/${to}`, [from, to, known + count])
  }
  return [...sums.values()].sort(([a], [b]) => a - b)
}

/** How many values a histogram holds. */
export function countOf(histogram: readonly Bucket[]): number {
  return histogram.reduce((sum, [, , count]) => sum + count, 0)
}

/**
 * The quantile `p`, 0 to 1, of a histogram whose buckets rise: values are taken to lie evenly within theirs, on a logarithmic scale
 * where it does not begin at 0; those of a bucket without an upper end at its lower one. NaN of nothing.
 */
export function histogramQuantile(histogram: readonly Bucket[], p: number): number {
  const wanted = p * countOf(histogram)
  let below = 0
  for (const [from, to, count] of histogram) {
    if (count > 0 && below + count >= wanted) return within(from, to ?? from, (wanted - below) / count)
    below += count
  }
  return Number.NaN
}

function within(from: number, to: number, share: number): number {
  return from > 0 ? from * (to / from) ** share : from + (to - from) * share
}
