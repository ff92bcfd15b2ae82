import type { Rows } from './words.ts'

export interface JudgingErrors {
  'release-refused': { verdict: string }
  'data-set-unknown': { data: string; names: readonly string[] }
  'gate-metric-not-compared': { metric: string; compared: readonly string[] }
  'metric-not-measured': { metric: string; why: string }
  'quality-without-data': { metric: string; names: readonly string[] }
}

export const judging: Rows<JudgingErrors> = {
  'release-refused': (d) => ({
    message: `Nothing was released: the decision is ${d.verdict}, and only what passed becomes a version.`,
    hint: 'See in the report which metric decided, and by how much.',
  }),

  'data-set-unknown': (d) => ({
    message: `There is no data set called ${d.data}.`,
    hint:
      d.names.length === 0
        ? 'Declare it under `data:` at the top of the pipeline, or leave `data:` out of the stage.'
        : `The pipeline declares ${d.names.join(', ')}: use one of these names.`,
  }),
  'gate-metric-not-compared': (d) => ({
    message: `The gate requires ${d.metric}, which was not compared.`,
    hint: `Add it under \`metrics:\` of the compare stage. Compared: ${d.compared.join(', ') || 'nothing'}.`,
  }),
  'metric-not-measured': (d) => ({
    message: `The metric ${d.metric} cannot be compared, because it was not measured: ${d.why}.`,
    hint: 'Put a benchmark stage before the compare stage, so that it is told what will be asked.',
  }),
  'quality-without-data': (d) => ({
    message: `The metric ${d.metric} needs data to run the models on, and the benchmark has none.`,
    hint:
      d.names.length === 0
        ? 'Declare a data set under `data:` at the top of the pipeline; one called eval is used by itself.'
        : `Name one with \`data:\` in the benchmark stage: ${d.names.join(', ')}.`,
  }),
}
