import { defineMetric } from '../../core/metric.ts'
import { r2Statistic, rmseStatistic } from '../../data/value-metrics.ts'

const needs = { record: 'outputs', labels: 'numbers' } as const

export const rmse = defineMetric({
  name: 'rmse',
  unit: '1',
  better: 'lower',
  how: 'paired',
  margin: '2%',
  summary: 'root of the mean squared error of a regression, in the unit of the labels',
  needs,
  figure: {
    by: 'statistic',
    statistics: ({ before, after, labels }) => ({ of: [rmseStatistic(before, labels), rmseStatistic(after, labels)] }),
  },
})

export const mae = defineMetric({
  name: 'mae',
  unit: '1',
  better: 'lower',
  how: 'paired',
  margin: '2%',
  summary: 'mean absolute error of a regression, in the unit of the labels',
  needs,
  figure: {
    by: 'mean',
    values({ before, after, labels }) {
      const errors = (outputs: readonly number[]): number[] =>
        outputs.map((output, at) => Math.abs(output - (labels[at] as number)))
      return [errors(before), errors(after)]
    },
  },
})

export const r2 = defineMetric({
  name: 'r2',
  unit: '1',
  better: 'higher',
  how: 'paired',
  margin: '0.01',
  summary: "share of the labels' variance that a regression explains",
  needs,
  figure: {
    by: 'statistic',
    statistics: ({ before, after, labels }) => ({ of: [r2Statistic(before, labels), r2Statistic(after, labels)] }),
  },
})
