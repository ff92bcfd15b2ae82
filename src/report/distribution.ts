import { quantileOfSorted as quantile } from '../core/quantile.ts'
import type { Side } from './facts.ts'

/**
 * The time up to which a plot of these sides reaches: eight times as far above the median as the upper quartile lies,
 * at least the 90th and at most the 99.5th percentile, and every block median. What is slower would squeeze the rest; the
 * caption counts it.
 */
export function plotEnd(sides: readonly Side[]): number {
  const reach = ({ samples }: Side) => {
    const [middle, quarter] = [quantile(samples, 0.5), quantile(samples, 0.75)]
    const bulk = Math.max(quantile(samples, 0.9), middle + 8 * (quarter - middle))
    return Math.min(quantile(samples, 0.995), bulk)
  }
  return Math.max(...sides.map(reach), ...sides.flatMap((side) => side.medians.map(({ ms }) => ms)))
}

/** The share of all samples that lies in each of `bins` equal parts of low to high. What lies outside counts in none. */
export function histogram(samples: readonly number[], low: number, high: number, bins: number): readonly number[] {
  const counts = new Array<number>(bins).fill(0)
  for (const sample of samples) {
    const bin = sample === high ? bins - 1 : Math.floor(((sample - low) / (high - low)) * bins)
    if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts.map((count) => count / samples.length)
}
