import { defineMetric } from '../../core/metric.ts'

export const peakMemory = defineMetric({
  name: 'memory.peak',
  unit: 'B',
  better: 'lower',
  how: 'ratio',
  margin: '10%',
  summary: 'peak resident memory of the worker process',
  figure: { by: 'worker', value: ({ peakBytes }) => peakBytes },
})
