import { defineMetric } from '../../core/metric.ts'
import { entropyOf } from '../../data/no-skill.ts'

export const auc = defineMetric({
  name: 'auc',
  unit: '1',
  better: 'higher',
  how: 'paired',
  margin: '0.005',
  range: 1,
  summary: 'area under the ROC curve of class 1 of two, else the mean over classes, each against the rest',
  needs: { record: 'scores', labels: 'classes' },
  guess: () => 0.5,
  figure: { by: 'area' },
})

export const logLoss = defineMetric({
  name: 'log-loss',
  unit: '1',
  better: 'lower',
  how: 'paired',
  margin: '2%',
  // The loss of an example is at most that of the smallest probability that counts: see `lossOf`.
  range: 23 * Math.LN2,
  summary: "mean of −ln of the label's probability",
  needs: { record: 'losses', labels: 'classes' },
  figure: { by: 'mean', values: ({ before, after }) => [before, after], noSkill: ({ labels }) => entropyOf(labels) },
})
