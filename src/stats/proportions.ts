import { binomialCdf, binomialPmf, normalQuantile } from './distributions.ts'
import type { Interval } from './interval.ts'

/**
 * The difference x1/n1 − x2/n2 of two independent proportions, with Newcombe's hybrid score interval (Statistics in Medicine
 * 17, 1998, method 10): sound at 0 and 1, where the usual interval has no width. `level` is two-sided. Where one side has no
 * trials nothing is known: estimate 0, interval −1 to 1.
 */
export function proportionDifference(x1: number, n1: number, x2: number, n2: number, level: number): Interval {
  if (n1 === 0 || n2 === 0) return { estimate: 0, low: -1, high: 1, level }
  const z = normalQuantile((1 + level) / 2)
  const [first, second] = [wilson(x1, n1, z), wilson(x2, n2, z)]
  const estimate = x1 / n1 - x2 / n2
  const down = Math.hypot(x1 / n1 - first.low, second.high - x2 / n2)
  const up = Math.hypot(first.high - x1 / n1, x2 / n2 - second.low)
  return { estimate, low: estimate - down, high: estimate + up, level }
}

/**
 * The difference of two proportions measured on the same examples, with Tango's score interval (Statistics in Medicine 17,
 * 1998). `gained`: examples right only the second time, `lost`: right only the first time, of `examples` in all; the
 * difference is (gained − lost)/examples. `level` is two-sided. With no examples: estimate 0, interval −1 to 1.
 */
export function pairedDifference(gained: number, lost: number, examples: number, level: number): Interval {
  if (examples === 0) return { estimate: 0, low: -1, high: 1, level }
  const estimate = (gained - lost) / examples
  const z = normalQuantile((1 + level) / 2)
  const score = (difference: number): number => tangoScore(gained, lost, examples, difference)
  return {
    estimate,
    low: crossing((difference) => score(difference) > z, -1, estimate),
    high: crossing((difference) => score(difference) > -z, estimate, 1),
    level,
  }
}

/**
 * The change of a proportion measured on the same examples, as a share of the first: p₂/p₁ − 1, with the score interval of the ratio
 * (Nam & Blackwelder, Statistics in Medicine 21, 2002; Tang, Tang & Chan, 22, 2003). `both`: examples right both times; those that are
 * wrong both times say nothing of it. −1 or more; at no change the score is McNemar's. `gained` and `lost` as for `pairedDifference`; `level`
 * is two-sided. Throws a RangeError where none was right the first time.
 */
export function pairedChange(gained: number, lost: number, both: number, level: number): Interval {
  const [first, second] = [both + lost, both + gained]
  if (first === 0) throw new RangeError('a change is told as a share of something')
  const ratio = second / first
  const z = normalQuantile((1 + level) / 2)
  const score = (supposed: number): number => ratioScore(gained, lost, both, supposed)
  let top = 2 * Math.max(1, ratio)
  while (score(top) > -z) top *= 2
  const low = crossing((supposed) => score(supposed) > z, 0, ratio)
  const high = crossing((supposed) => score(supposed) > -z, ratio, top)
  return { estimate: (gained - lost) / first, low: low - 1, high: high - 1, level }
}

/**
 * McNemar's test of equal proportions on paired examples, from the two kinds of discordant pairs; two-sided. The mid-p value
 * keeps the error rate in practice and is less timid than the exact one (Fagerland, Lydersen & Laake 2013).
 */
export function mcnemar(gained: number, lost: number): { readonly exact: number; readonly midP: number } {
  const [fewer, pairs] = [Math.min(gained, lost), gained + lost]
  const tail = 2 * binomialCdf(fewer, pairs, 0.5)
  return { exact: Math.min(1, tail), midP: tail - binomialPmf(fewer, pairs, 0.5) }
}

/** Wilson's score interval of one proportion. */
function wilson(x: number, n: number, z: number): { low: number; high: number } {
  const centre = (x + z ** 2 / 2) / (n + z ** 2)
  const half = (z / (n + z ** 2)) * Math.sqrt((x * (n - x)) / n + z ** 2 / 4)
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** Falls as the supposed difference rises. The nuisance proportion is its maximum-likelihood estimate, a root of a quadratic. */
function tangoScore(gained: number, lost: number, n: number, difference: number): number {
  const b = (2 * n - gained + lost) * difference - gained - lost
  const c = -lost * difference * (1 - difference)
  const onlyFirst = (Math.sqrt(Math.max(0, b ** 2 - 8 * n * c)) - b) / (4 * n)
  const variance = n * (2 * onlyFirst + difference * (1 - difference))
  const distance = gained - lost - n * difference
  if (distance === 0) return 0
  return variance <= 0 ? Math.sign(distance) * Infinity : distance / Math.sqrt(variance)
}

/**
 * Falls as the supposed ratio rises. Where the second is `ratio` times the first, second − ratio · first has the variance
 * ratio · (those only in the first + those only in the second); `onlySecond` and `onlyFirst` are the likeliest counts of these, the
 * first as the larger root of a quadratic.
 */
function ratioScore(gained: number, lost: number, both: number, ratio: number): number {
  const distance = both + gained - ratio * (both + lost)
  if (distance === 0) return 0
  const any = both + gained + lost
  const square = ratio * (1 + ratio)
  const linear = ratio ** 2 * lost + (2 * ratio ** 2 - 1) * gained - (1 - ratio ** 2) * both
  const root = Math.sqrt(Math.max(0, linear ** 2 + 4 * square * gained * ratio * (1 - ratio) * any))
  const onlySecond = square === 0 ? 0 : (linear + root) / (2 * square)
  const onlyFirst = any * (1 - ratio) + ratio * onlySecond
  const variance = ratio * (onlyFirst + onlySecond)
  return variance <= 0 ? Math.sign(distance) * Infinity : distance / Math.sqrt(variance)
}

/** Where `holds` turns from true to false between two points, to the last bit. */
function crossing(holds: (at: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to]
  for (let step = 0; step < 200 && low < high; step++) {
    const half = (low + high) / 2
    if (half === low || half === high) break
    if (holds(half)) low = half
    else high = half
  }
  return (low + high) / 2
}
