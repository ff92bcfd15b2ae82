import { didYouMean, type ErrorTable, errorFrom, problemFrom } from '../core/errors/index.ts'
import { nearest } from '../core/nearest.ts'

export interface VerdictErrors {
  'evidence-wrong': { path: string; reason: string }
  'gate-metric-not-compared': { metric: string; compared: readonly string[] }
  'metric-not-measured': { metric: string; why: string }
  'metric-unknown': { metric: string; nearest: string | undefined; valid: readonly string[] }
}

export const verdictErrors: ErrorTable<VerdictErrors> = {
  'evidence-wrong': {
    say: (d) => ({
      message: `${d.path} is not an evidence file: ${d.reason}.`,
      hint: 'Evidence is the evidence.json in the folder of a run that compared; `airworthy report` names it.',
    }),
    example: { path: 'evidence.json', reason: 'alpha: expected a number' },
  },
  'gate-metric-not-compared': {
    say: (d) => ({
      message: `The gate requires ${d.metric}, which was not compared.`,
      hint: `Add it under \`metrics:\` of the compare stage. Compared: ${d.compared.join(', ') || 'nothing'}.${didYouMean(nearest(d.metric, d.compared))}`,
    }),
    example: { metric: 'accuracy', compared: ['latency.p50'] },
  },
  'metric-not-measured': {
    say: (d) => ({
      message: `The metric ${d.metric} cannot be compared, because it was not measured: ${d.why}.`,
      hint: 'Put a benchmark stage before the compare stage. It measures the metrics that compare needs.',
    }),
    example: { metric: 'accuracy', why: 'the models were not run on any data' },
  },
  'metric-unknown': {
    say: (d) => ({
      message: `There is no metric ${d.metric}.${didYouMean(d.nearest)}`,
      hint: `Metrics are ${d.valid.join(', ')}. Your own needs \`uses:\` and \`better:\`.`,
    }),
    example: { metric: 'acuracy', nearest: 'accuracy', valid: ['accuracy', 'latency.p50', 'size'] },
  },
}

export const verdictError = errorFrom(verdictErrors)
export const verdictProblem = problemFrom(verdictErrors)

export function notMeasured(metric: string, why: string): Error {
  return verdictError('metric-not-measured', { metric, why })
}
