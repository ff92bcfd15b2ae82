import { didYouMean, type ErrorTable, errorFrom } from '../core/errors/index.ts'

export interface VerdictErrors {
  'evidence-wrong': { path: string; reason: string }
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

export function notMeasured(metric: string, why: string): Error {
  return verdictError('metric-not-measured', { metric, why })
}
