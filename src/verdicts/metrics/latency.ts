import { defineMetric, type SpeedMetric } from '../../core/metric.ts'

export const medianLatency = defineMetric({
  name: 'latency.p50',
  unit: 'ms',
  better: 'lower',
  how: 'ratio',
  margin: '3%',
  summary: 'median time of one run',
  figure: { by: 'rounds' },
})

export const meanLatency = defineMetric({
  name: 'latency.mean',
  unit: 'ms',
  better: 'lower',
  how: 'ratio',
  margin: '3%',
  summary: 'mean time of one run',
  figure: { by: 'mean', value: (meanMs) => meanMs },
})

export const [p90Latency, p95Latency, p99Latency] = [
  percentileLatency(90, '5%'),
  percentileLatency(95, '10%'),
  percentileLatency(99, '10%'),
] as const

function percentileLatency(percent: number, margin: string): SpeedMetric {
  return defineMetric({
    name: `latency.p${percent}`,
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin,
    summary: `${percent}th percentile of the time of one run`,
    figure: { by: 'tail', p: percent / 100 },
  })
}
