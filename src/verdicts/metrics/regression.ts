import { type Both, defineMetric } from '../../core/metric.ts'
import { deviationOf, mean as meanOf, varianceOf, weightOfUnseen } from '../../data/no-skill.ts'
import { r2Statistic, rmseStatistic, squaresOf } from '../../data/value-metrics.ts'

const needs = { record: 'outputs', labels: 'numbers' } as const

export const rmse = defineMetric({
  name: 'rmse',
  unit: '1',
  better: 'lower',
  how: 'paired',
  margin: '2%',
  summary: 'root of the mean squared error of a regression, in the unit of the labels',
  needs,
  guess: ({ labels }) => Math.sqrt(varianceOf(labels)),
  figure: {
    by: 'statistic',
    statistics: ({ before, after, labels }) => ({
      of: [rmseStatistic(before, labels), rmseStatistic(after, labels)],
      allowance: (unseen) =>
        mostOf([before, after], labels, (mean, weight) => {
          const more = unseen([{ weight }])
          return Math.sqrt(mean + more) - Math.sqrt(mean)
        }),
    }),
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
  guess: ({ labels }) => deviationOf(labels),
  figure: {
    by: 'mean',
    values({ before, after, labels }) {
      const errors = (outputs: readonly number[]): number[] =>
        outputs.map((output, at) => Math.abs(output - (labels[at] as number)))
      return [errors(before), errors(after)]
    },
    noSkill: ({ labels }) => deviationOf(labels),
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
  guess: () => 0,
  figure: {
    by: 'statistic',
    statistics: ({ before, after, labels }) => ({
      of: [r2Statistic(before, labels), r2Statistic(after, labels)],
      allowance: (unseen) =>
        mostOf([before, after], labels, (_, weight) => {
          const variance = varianceOf(labels)
          return variance === 0 ? 0 : unseen([{ weight }]) / variance
        }),
    }),
  },
})

/** What examples that were not seen do at most to the mean squared error, by either model. */
function mostOf(
  outputs: Both<readonly number[]>,
  labels: readonly number[],
  moved: (mean: number, weight: number) => number,
): number {
  const each = outputs.map((given) => {
    const squares = squaresOf(given, labels)
    return moved(meanOf(squares), weightOfUnseen(squares, varianceOf(labels)))
  })
  return Math.max(...each)
}
