import { defineMetric } from '../../core/metric.ts'

export const firstRun = defineMetric({
  name: 'first-run',
  unit: 'ms',
  better: 'lower',
  how: 'ratio',
  margin: '20%',
  summary: 'time of the first run in a fresh process',
  figure: { by: 'worker', value: ({ firstRunMs }) => firstRunMs },
})

export const sessionStart = defineMetric({
  name: 'session-start',
  unit: 'ms',
  better: 'lower',
  how: 'ratio',
  margin: '20%',
  summary: 'time to load the model in a fresh process',
  figure: { by: 'worker', value: ({ sessionMs }) => sessionMs },
})
