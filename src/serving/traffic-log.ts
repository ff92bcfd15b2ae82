import type { MetricSource, Span, Versions } from '../core/metric-source.ts'
import type { VersionTraffic } from '../core/traffic.ts'
import type { Clock } from '../core/world.ts'
import { histogramOf } from '../stats/histogram.ts'

/** How one request went, as its client saw it. */
export interface Answered {
  /** Undefined where no version answered. */
  readonly version: string | undefined
  readonly ok: boolean
  /** Milliseconds. */
  readonly ms: number
}

/** Requests by the moment at which they came. It is a source of metrics from the moment it is made. */
export interface TrafficLog extends MetricSource {
  /** A request comes now; what it returns is called once, with how it went. */
  arrive(): (answered: Answered) => void
}

interface Entry {
  /** Milliseconds since 1970. */
  readonly at: number
  answered: Answered | undefined
}

/** Asked of before a span is told, so that nobody asks of requests that are gone. */
export function createTrafficLog(describe: string, clock: Clock): TrafficLog {
  const began = clock.now()
  let entries: Entry[] = []
  return {
    describe,
    arrive() {
      const entry: Entry = { at: Date.parse(clock.now()), answered: undefined }
      entries.push(entry)
      return (answered) => {
        entry.answered = answered
      }
    },
    since: async () => began,
    async window(span, versions) {
      const [from, to] = [Date.parse(span.from), Date.parse(span.to)]
      if (Date.parse(clock.now()) < to || from < Date.parse(began)) return undefined
      // A rollout looks forward only: what came long before is never asked of again.
      entries = entries.filter(({ at }) => at >= from - keptMs)
      const within = entries.filter(({ at }) => at >= from && at < to)
      const answered = within.flatMap((entry) => entry.answered ?? [])
      if (answered.length < within.length) return undefined
      return windowOf(span, versions, answered)
    },
    async close() {
      entries = []
    },
  }
}

/** An hour: longer than any look that is asked of again after a pause. */
const keptMs = 3_600_000

function windowOf(
  { from, to }: Span,
  { stable, candidate }: Versions,
  answered: readonly Answered[],
): { from: string; to: string; stable: VersionTraffic; candidate: VersionTraffic } {
  const of = (version: string | undefined): VersionTraffic => {
    const own = version === undefined ? [] : answered.filter((each) => each.version === version)
    const good = own.filter(({ ok }) => ok)
    return { requests: own.length, errors: own.length - good.length, latency: histogramOf(good.map(({ ms }) => ms)) }
  }
  return { from, to, stable: of(stable), candidate: of(candidate) }
}
