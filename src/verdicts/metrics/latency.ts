import { defineMetric, type SpeedMetric, type WorkerFigure } from '../../core/metric.ts'
import type { WorkerSample } from '../../core/products/index.ts'
import { mean, median, quantile } from '../../stats/describe.ts'

/** The median of each worker's runs; compared round by round. */
export const medianFigure: WorkerFigure = {
  by: 'worker',
  value: ({ samplesMs }) => median(samplesMs),
  rounds: roundMedians,
}

export const latencyMetrics: readonly SpeedMetric[] = [
  defineMetric({
    name: 'latency.p50',
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin: '3%',
    summary: 'median time of one run',
    figure: medianFigure,
  }),
  defineMetric({
    name: 'latency.mean',
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin: '3%',
    summary: 'mean time of one run',
    figure: { by: 'worker', value: ({ samplesMs }) => mean(samplesMs) },
  }),
  percentileMetric(90, '5%'),
  percentileMetric(95, '10%'),
  percentileMetric(99, '10%'),
]

function percentileMetric(percent: number, margin: string): SpeedMetric {
  return defineMetric({
    name: `latency.p${percent}`,
    unit: 'ms',
    better: 'lower',
    how: 'ratio',
    margin,
    summary: `${percent}th percentile of the time of one run`,
    figure: percentile(percent / 100),
  })
}

/** A percentile of the time of one run. */
export function percentile(p: number) {
  return { by: 'tail' as const, p, value: (runsMs: readonly number[]) => quantile(runsMs, p) }
}

/**
 * The median time of each round of two turns: the geometric mean of both turns' medians, so that what drifts steadily
 * through a round (P C C P) cancels.
 */
function roundMedians({ samplesMs, turns }: WorkerSample): number[] {
  const medians: number[] = []
  let start = 0
  for (const count of turns) {
    medians.push(median(samplesMs.slice(start, start + count)))
    start += count
  }
  if (medians.length % 2 === 1) return medians
  return medians.flatMap((first, turn) => (turn % 2 === 0 ? [Math.sqrt(first * (medians[turn + 1] as number))] : []))
}
