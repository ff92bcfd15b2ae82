import { defineMetric } from '../../core/metric.ts'

export const accuracy = defineMetric({
  name: 'accuracy',
  unit: 'share',
  better: 'higher',
  how: 'paired',
  margin: '0.5pp',
  range: 1,
  summary: 'share of examples whose top class is the label',
  needs: { record: 'classes', labels: 'classes' },
  guess: ({ classes }) => (classes === undefined ? undefined : 1 / classes),
  figure: {
    by: 'share',
    values({ before, after, labels }) {
      const right = (classes: readonly number[]): number[] => classes.map((top, at) => (top === labels[at] ? 1 : 0))
      return [right(before), right(after)]
    },
  },
})

export const topFive = defineMetric({
  name: 'top-5',
  unit: 'share',
  better: 'higher',
  how: 'paired',
  margin: '0.5pp',
  range: 1,
  summary:
    'share of examples whose label fewer than five other classes score at least as high as; a tie with the fifth place is wrong',
  // Among five, every label is one of the top five.
  needs: { record: 'ranks', labels: 'classes', classes: 6 },
  guess: ({ classes }) => (classes === undefined ? undefined : 5 / classes),
  figure: {
    by: 'share',
    values({ before, after }) {
      const among = (ranks: readonly number[]): number[] => ranks.map((rank) => (rank < 5 ? 1 : 0))
      return [among(before), among(after)]
    },
  },
})
