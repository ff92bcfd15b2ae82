import { defineMetric } from '../../core/metric.ts'

export const size = defineMetric({
  name: 'size',
  unit: 'B',
  better: 'lower',
  how: 'exact',
  margin: '5%',
  summary: 'bytes of the model, external data included',
})

export const parameters = defineMetric({
  name: 'parameters',
  unit: '1',
  better: 'lower',
  how: 'exact',
  margin: '0%',
  summary: 'elements of all weights',
})
