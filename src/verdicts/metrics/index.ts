import type { Metric, Slice } from '../../core/metric.ts'
import { accuracy, topFive } from './accuracy.ts'
import { agreement, outputError } from './against-production.ts'
import { f1, precision, recall } from './classes.ts'
import { parameters, size } from './counts.ts'
import { energy, gpuMemory } from './gpu.ts'
import { meanLatency, medianLatency, p90Latency, p95Latency, p99Latency } from './latency.ts'
import { peakMemory } from './memory.ts'
import { mae, r2, rmse } from './regression.ts'
import { auc, logLoss } from './scores.ts'
import { firstRun, sessionStart } from './start.ts'
import { limited, throughput, throughputWithin } from './throughput.ts'

/** The metrics Airworthy knows, in the order in which they are listed. */
export const metrics: readonly Metric[] = [
  medianLatency,
  meanLatency,
  p90Latency,
  p95Latency,
  p99Latency,
  throughput,
  firstRun,
  sessionStart,
  peakMemory,
  gpuMemory,
  energy,
  size,
  parameters,
  accuracy,
  topFive,
  precision,
  recall,
  f1,
  auc,
  logLoss,
  rmse,
  mae,
  r2,
  agreement,
  outputError,
]

/** For lists and hints: the table, and one of those that take a limit in their name. */
export const listedMetrics: readonly Metric[] = [...metrics, limited]

export const metricNames: readonly string[] = listedMetrics.map(({ name }) => name)

/** A metric of the table on all data, or on a slice of them; or one with a limit in its name. */
export interface NamedMetric {
  readonly metric: Metric
  readonly slice?: Slice | undefined
}

/** Whether it says how good the outputs are, on all of the data. */
export function isQuality(named: NamedMetric | undefined): boolean {
  return named?.metric.how === 'paired' && named.slice === undefined
}

/**
 * What a name means: `accuracy`, `accuracy[lang=de]` for a metric of quality on a slice, or `throughput[p99<20ms]` for the rate
 * that keeps a limit. Undefined for names not of the table.
 */
export function metricNamed(name: string): NamedMetric | undefined {
  const within = throughputWithin(name)
  if (within !== undefined) return { metric: within }
  const [, base, array, value] = /^([^[\]]+)\[([^=[\]]+)=([^[\]]*)\]$/.exec(name) ?? []
  const metric = metrics.find((each) => each.name === (base ?? name))
  if (array === undefined || value === undefined) return metric && { metric }
  return metric?.how === 'paired' ? { metric, slice: { array, value } } : undefined
}
