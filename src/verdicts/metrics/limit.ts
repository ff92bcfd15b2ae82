import type { Random } from '../../stats/random.ts'

/** What a rate has to keep to: the share `p` of all requests is answered within `ms` milliseconds. */
export interface Limit {
  readonly p: number
  readonly ms: number
}

/** Of what a model could do with requests one after the other, a rate below a thousandth counts as none. */
const leastShare = 0.001
const steps = 30

/**
 * The highest rate, in runs a second, at which requests that come at random moments (Poisson) are answered within a limit: of
 * all, the share `p` within `ms`, counted from the moment they came, so that waiting counts. One instance answers them in the
 * order in which they came, each in a measured time (Lindley's recursion over `runsMs`, in order). Between a thousandth of
 * what the instance can do and all of it; the thousandth where even a request alone takes too long.
 */
export function rateWithin(runsMs: readonly number[], limit: Limit, random: Pick<Random, 'uniform'>): number {
  const gaps = runsMs.map(() => -Math.log1p(-random.uniform()))
  const all = (1000 * runsMs.length) / runsMs.reduce((sum, ms) => sum + ms, 0)
  const keeps = (share: number): boolean => keepsLimit(runsMs, gaps, 1000 / (all * share), limit)
  if (keeps(1)) return all
  let [low, high] = [leastShare, 1]
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2
    if (keeps(middle)) low = middle
    else high = middle
  }
  return all * low
}

/** Whether enough requests are answered in time when they come `meanGapMs` apart on average. */
function keepsLimit(runsMs: readonly number[], gaps: readonly number[], meanGapMs: number, { p, ms }: Limit): boolean {
  const tolerated = Math.floor(runsMs.length * (1 - p) + 1e-6)
  let late = 0
  let waits = 0
  for (let at = 0; at < runsMs.length; at++) {
    waits = Math.max(0, waits - (gaps[at] as number) * meanGapMs)
    // What the request waits for, and itself.
    waits += runsMs[at] as number
    if (waits > ms && ++late > tolerated) return false
  }
  return true
}
