import { defineMetric, type SpeedMetric } from '../../core/metric.ts'
import { parseDuration } from '../../core/quantity/index.ts'
import { type Limit, rateWithin } from './limit.ts'

export const throughput = defineMetric({
  name: 'throughput',
  unit: '1/s',
  better: 'higher',
  how: 'ratio',
  margin: '3%',
  summary: 'examples per second, one run after the other',
  only: 'closed-loop',
  figure: { by: 'mean', value: (meanMs, { batch }) => (1000 * batch) / meanMs },
})

/** What a name such as `throughput[p99<20ms]` stands for; undefined for other names. */
export function throughputWithin(name: string): SpeedMetric | undefined {
  const limit = limitIn(name)
  return limit && withinLimit(name, limit)
}

/** `throughput[p99<20ms]`: only whole percentiles above the half, and a time above nothing. */
export function limitIn(name: string): Limit | undefined {
  const [, percent, time = ''] = /^throughput\[p([5-9]\d)<([^\]]+)\]$/.exec(name) ?? []
  const ms = parseDuration(time)
  return ms === undefined || ms === 0 ? undefined : { p: Number(percent) / 100, ms }
}

function withinLimit(name: string, limit: Limit): SpeedMetric {
  return defineMetric({
    name,
    unit: '1/s',
    better: 'higher',
    how: 'ratio',
    margin: '5%',
    summary:
      'examples per second at which requests that come at random are answered within the limit, waiting included; any percentile and time',
    only: 'closed-loop',
    // Requests come to both contenders at the same random moments.
    figure: {
      by: 'tail',
      p: limit.p,
      value: (runsMs, { scenario, random }) => scenario.batch * rateWithin(runsMs, limit, random()),
    },
  })
}

/** One of them, which stands for all where metrics are listed. */
export const limited: SpeedMetric = withinLimit('throughput[p99<20ms]', { p: 0.99, ms: 20 })
