import { defineMetric } from '../../core/metric.ts'

/** Production agrees with itself; what has no class agrees with nothing. */
export const agreement = defineMetric({
  name: 'agreement',
  unit: 'share',
  better: 'higher',
  how: 'paired',
  margin: '1pp',
  range: 1,
  summary: "share of examples whose top class is production's",
  needs: { record: 'classes' },
  figure: {
    by: 'share',
    values: ({ before, after }) => [
      before.map(() => 1),
      after.map((top, at) => (top >= 0 && top === before[at] ? 1 : 0)),
    ],
  },
})

export const outputError = defineMetric({
  name: 'output-error',
  unit: 'share',
  better: 'lower',
  how: 'paired',
  margin: '1pp',
  summary:
    "mean distance of the outputs from production's, as a share of their size; of each example that of the furthest output",
  needs: { record: 'errors' },
  relativeTo: 'one',
  // An output of zeros is as far off as that.
  figure: { by: 'mean', values: ({ before, after }) => [before, after], noSkill: () => 1 },
})
