import { defineMetric, type QualityMetric, type Support } from '../../core/metric.ts'
import { type ClassMetric, type ClassStatistic, classStatistic, looksBinary } from '../../data/class-metrics.ts'

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
    range: 1,
    summary,
    needs: { record: 'classes', labels: 'classes' },
    figure: {
      by: 'statistic',
      statistics({ before, after, labels, classes }) {
        const binary = classes === undefined ? looksBinary(labels, before, after) : classes === 2
        const [one, two] = [
          classStatistic(name, labels, before, binary),
          classStatistic(name, labels, after, binary),
        ] as const
        return {
          of: [one.statistic, two.statistic],
          allowance: (unseen) => Math.max(unseen(one.kinds), unseen(two.kinds)),
          support: binary ? supportOf(name, [one, two]) : [],
          fall: (examples) => Math.max(one.fall(examples), two.fall(examples)),
        }
      },
    },
  })
}

function supportOf(name: ClassMetric, statistics: readonly ClassStatistic[]): Support[] {
  return statistics.flatMap(({ positives }): Support[] => [
    { class: 1, by: 'label', members: positives.labelled },
    ...(name === 'precision' ? [{ class: 1, by: 'prediction' as const, members: positives.predicted }] : []),
  ])
}
