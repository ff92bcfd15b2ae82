import type { TrafficWindow, VersionTraffic } from '../../src/core/traffic.ts'
import type { Random } from '../../src/stats/random.ts'

/** How requests fail, of both versions. */
export interface Failures {
  /** Share of stable's requests that fail, 0 to 1. */
  readonly base: number
  /** What the candidate's share is above that. */
  readonly excess: number
  /** Requests that fail one after the other, once one does. */
  readonly burst: number
  /** Chance that an incident falls into a window: then a fifth of the requests of both versions fails. */
  readonly incidents: number
}

const ofIncident = 0.2

/** One window of traffic: `requests` to each version. */
export function windowOf(
  { base, excess, burst, incidents }: Failures,
  requests: { readonly stable: number; readonly candidate: number },
  span: Pick<TrafficWindow, 'from' | 'to'>,
  random: Random,
): TrafficWindow {
  const shared = random.uniform() < incidents ? ofIncident : 0
  const version = (count: number, share: number): VersionTraffic => {
    const bursts = poisson((count * share) / burst, random) * burst
    const errors = Math.min(count, bursts + (shared === 0 ? 0 : poisson(count * shared, random)))
    return { requests: count, errors }
  }
  return { ...span, stable: version(requests.stable, base), candidate: version(requests.candidate, base + excess) }
}

/** Knuth's multiplication for small means, in parts for larger ones (The Art of Computer Programming 2, 3.4.1). */
function poisson(mean: number, random: Random): number {
  let count = 0
  for (let left = mean; left > 0; left -= most) {
    const limit = Math.exp(-Math.min(most, left))
    for (let product = random.uniform(); product > limit; product *= random.uniform()) count++
  }
  return count
}

const most = 500
