import { defineMetric, type QualityMetric } from '../../core/metric.ts'
import { type ClassMetric, classStatistic, isBinary } from '../../data/class-metrics.ts'

export const precision = classMetric(
  'precision',
  'share of examples predicted as a class that belong to it: class 1 if there are two classes, else the mean over classes',
)

export const recall = classMetric(
  'recall',
  'share of examples of a class that are predicted as it: class 1 if there are two classes, else the mean over classes',
)

export const f1 = classMetric(
  'f1',
  'harmonic mean of precision and recall: class 1 if there are two classes, else the mean over classes',
)

function classMetric(name: ClassMetric, summary: string): QualityMetric {
  return defineMetric({
    name,
    unit: 'share',
    better: 'higher',
    how: 'paired',
    margin: '1pp',
    summary,
    needs: { record: 'classes', labels: 'classes' },
    figure: {
      by: 'statistic',
      statistics({ before, after, labels }) {
        const binary = isBinary(labels, before, after)
        const [one, two] = [
          classStatistic(name, labels, before, binary),
          classStatistic(name, labels, after, binary),
        ] as const
        return {
          of: [one.statistic, two.statistic],
          fall: (examples) => Math.max(one.fall(examples), two.fall(examples)),
        }
      },
    },
  })
}
