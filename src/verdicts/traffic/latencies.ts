import type { TrafficWindow, VersionTraffic } from '../../core/traffic.ts'
import { addHistograms, countOf, histogramQuantile } from '../../stats/histogram.ts'

/** Requests whose latency is known. */
function timedIn(traffic: readonly VersionTraffic[]): number {
  return traffic.reduce((count, { latency = [] }) => count + countOf(latency), 0)
}

/** The median latency in milliseconds of one version over some windows; 0 where none is known. */
function medianOf(traffic: readonly VersionTraffic[]): number {
  const latency = addHistograms(traffic.map((each) => each.latency ?? []))
  return countOf(latency) === 0 ? 0 : histogramQuantile(latency, 0.5)
}

/** The median latency of each version, in milliseconds. */
export interface Medians {
  readonly stable: number
  readonly candidate: number
}

export function mediansOf(windows: readonly TrafficWindow[]): Medians {
  return { stable: medianOf(stableIn(windows)), candidate: medianOf(candidateIn(windows)) }
}

/** Medians of fewer values than this say more about the queue than about the version. */
const fewestPerWindow = 5

/** Neighbouring windows are joined until both versions have enough requests; what is left at the end goes to the last pair. */
export function pairedMedians(windows: readonly TrafficWindow[]): readonly Medians[] {
  const joined: TrafficWindow[][] = []
  let open: TrafficWindow[] = []
  for (const window of windows) {
    open.push(window)
    if (Math.min(timedIn(stableIn(open)), timedIn(candidateIn(open))) < fewestPerWindow) continue
    joined.push(open)
    open = []
  }
  joined.at(-1)?.push(...open)
  return joined.map(mediansOf)
}

function stableIn(windows: readonly TrafficWindow[]): readonly VersionTraffic[] {
  return windows.map(({ stable }) => stable)
}

function candidateIn(windows: readonly TrafficWindow[]): readonly VersionTraffic[] {
  return windows.map(({ candidate }) => candidate)
}
