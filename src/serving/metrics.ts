/** Counts of one version since its router began, as Prometheus counters. */
export interface Counts {
  readonly requests: number
  readonly errors: number
}

export interface Counter {
  count(version: string, outcome: { readonly ok: boolean; readonly seconds: number }): void
  /** The counters in Prometheus text format 0.0.4. */
  text(weights: Readonly<Record<string, number>>): string
}

const requestsTotal = 'airworthy_requests_total'
const errorsTotal = 'airworthy_request_errors_total'
const duration = 'airworthy_request_duration_seconds'
const weightGauge = 'airworthy_traffic_weight'

/** Upper bounds in seconds: half a millisecond to ten seconds, three to a decade. */
const bounds: readonly number[] = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

interface Series {
  requests: number
  errors: number
  seconds: number
  /** Successful requests per bucket, not cumulated; the last one is beyond all bounds. */
  readonly buckets: number[]
}

export function createCounter(): Counter {
  const all = new Map<string, Series>()
  return {
    count(version, { ok, seconds }) {
      const series = all.get(version) ?? {
        requests: 0,
        errors: 0,
        seconds: 0,
        buckets: new Array(bounds.length + 1).fill(0),
      }
      all.set(version, series)
      series.requests += 1
      if (!ok) {
        series.errors += 1
        return
      }
      series.seconds += seconds
      const bucket = bounds.findIndex((bound) => seconds <= bound)
      const index = bucket === -1 ? bounds.length : bucket
      series.buckets[index] = (series.buckets[index] ?? 0) + 1
    },
    text: (weights) => write(all, weights),
  }
}

/** Reads `requests` and `errors` of each version back from the text. */
export function readCounts(text: string): ReadonlyMap<string, Counts> {
  const counts = new Map<string, { requests: number; errors: number }>()
  for (const { name, version, value } of samples(text)) {
    if (name !== requestsTotal && name !== errorsTotal) continue
    const of = counts.get(version) ?? { requests: 0, errors: 0 }
    counts.set(version, of)
    of[name === requestsTotal ? 'requests' : 'errors'] = value
  }
  return counts
}

/** Reads the share of traffic of each version back from the text. */
export function readWeights(text: string): ReadonlyMap<string, number> {
  return new Map(
    samples(text).flatMap(({ name, version, value }) => (name === weightGauge ? [[version, value] as const] : [])),
  )
}

function write(all: ReadonlyMap<string, Series>, weights: Readonly<Record<string, number>>): string {
  const series = [...all]
  return [
    ...family(requestsTotal, 'counter', 'Requests of the replay, by the version that was asked.'),
    ...series.map(([version, { requests }]) => sample(requestsTotal, { version }, requests)),
    ...family(errorsTotal, 'counter', 'Requests that failed: an error status, a broken connection, no answer in time.'),
    ...series.map(([version, { errors }]) => sample(errorsTotal, { version }, errors)),
    ...family(duration, 'histogram', 'Time of the requests that succeeded, as the router saw it.'),
    ...series.flatMap(([version, one]) => histogram(version, one)),
    ...family(weightGauge, 'gauge', 'Share of traffic that each version is given.'),
    ...Object.entries(weights).map(([version, weight]) => sample(weightGauge, { version }, weight)),
    '',
  ].join('\n')
}

function family(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function histogram(version: string, { buckets, seconds }: Series): string[] {
  let total = 0
  const lines = buckets.map((count, index) => {
    total += count
    return sample(
      `${duration}_bucket`,
      { version, le: bounds[index] === undefined ? '+Inf' : String(bounds[index]) },
      total,
    )
  })
  return [...lines, sample(`${duration}_sum`, { version }, seconds), sample(`${duration}_count`, { version }, total)]
}

function sample(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const text = Object.entries(labels).map(
    ([label, of]) => `${label}="${of.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"`,
  )
  return `${name}{${text.join(',')}} ${value}`
}

function samples(text: string): { name: string; version: string; value: number }[] {
  return [...text.matchAll(/^(\w+)\{version="((?:[^"\\]|\\.)*)"\} (\S+)$/gm)].map(
    ([, name = '', version = '', value]) => ({
      name,
      version: version.replace(/\\(.)/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped)),
      value: Number(value),
    }),
  )
}
