import { didYouMean, type ErrorTable, errorFrom, fewOf, problemFrom } from '../core/errors/index.ts'
import { printCount } from '../core/quantity/index.ts'

export interface StageErrors {
  'data-set-unknown': { data: string; names: readonly string[] }
  'data-slice-unknown': { data: string; slice: string; what: 'arrays' | 'values'; known: readonly string[] }
  'data-without-labels': { data: string; metric: string }
  'measurements-too-large': { examples: number; characters: number; limit: number }
  'metric-without-scenario': { metric: string; only: 'closed-loop' | 'isolated' }
  'quality-without-data': { metric: string; names: readonly string[] }
  'release-refused': { verdict: string }
  'hook-unknown': { name: string; valid: readonly string[] }
  'replay-unknown': { data: string; valid: readonly string[]; nearest: string | undefined }
  'shard-missing': { shards: readonly string[] }
  'shard-subject-differs': { shard: string; what: string }
  'shard-wrong': { what: string; reason: string }
  'source-unknown': { name: string; valid: readonly string[] }
  'target-unknown': { name: string; valid: readonly string[]; nearest: string | undefined }
}

export const stageErrors: ErrorTable<StageErrors> = {
  'data-set-unknown': {
    say: (d) => ({
      message: `There is no data set called ${d.data}.`,
      hint:
        d.names.length === 0
          ? 'Declare it under `data:` at the top of the pipeline, or leave `data:` out of the stage.'
          : `The pipeline declares ${d.names.join(', ')}: use one of these names.`,
    }),
    example: { data: 'evl', names: ['eval'] },
  },
  'data-slice-unknown': {
    say: (d) => ({
      message: `No example of the data set ${d.data} has ${d.slice}.`,
      hint:
        d.what === 'values'
          ? `Values of that array are ${fewOf(d.known)}.`
          : `Slices are made of arrays that hold one value for each example and feed no input: ${fewOf(d.known) || 'there are none, so name what feeds the model under `inputs:`'}.`,
    }),
    example: { data: 'eval', slice: 'lang=de', what: 'values', known: ['en', 'fr'] },
  },
  'data-without-labels': {
    say: (d) => ({
      message: `The metric ${d.metric} needs labels, and the data set ${d.data} has none.`,
      hint: 'Name the array that holds them with `label:` (`--label` on the command line), or ask for `agreement`, which needs no labels.',
    }),
    example: { metric: 'accuracy', data: 'eval' },
  },
  'hook-unknown': {
    say: (d) => ({
      message: `There is no hook called ${d.name}.`,
      hint: `Hooks are ${d.valid.join(', ')}. If a newer Airworthy started this rollout, resume it with that version.`,
    }),
    example: { name: 'page', valid: ['run', 'dispatch'] },
  },
  'measurements-too-large': {
    say: (d) => ({
      message: `The results of ${printCount(d.examples)} examples take at least ${printCount(d.characters)} characters as JSON; the limit is ${printCount(d.limit)}.`,
      hint: 'Use fewer examples: a few thousand are enough for a gate. Or ask for fewer metrics and slices.',
    }),
    example: { examples: 40_000_000, characters: 400_000_000, limit: 268_435_456 },
  },
  'metric-without-scenario': {
    say: (d) => ({
      message: `No scenario of the benchmark measures ${d.metric}: ${
        d.only === 'isolated'
          ? 'it needs a GPU that one contender has to itself'
          : 'in an open loop (`rate:`) it is the rate that was set'
      }.`,
      hint: `Add a scenario ${
        d.only === 'isolated' ? 'with a provider on the GPU and `order: isolated`' : 'without `rate:`'
      }, or leave the metric out.`,
    }),
    example: { metric: 'throughput', only: 'closed-loop' },
  },
  'quality-without-data': {
    say: (d) => ({
      message: `The metric ${d.metric} needs data to run the models on, and the benchmark has none.`,
      hint:
        d.names.length === 0
          ? 'Declare a data set under `data:` at the top of the pipeline, where one called eval is used by default; on the command line, give `--data`.'
          : `Name one with \`data:\` in the benchmark stage: ${d.names.join(', ')}.`,
    }),
    example: { metric: 'accuracy', names: [] },
  },
  'release-refused': {
    say: (d) => ({
      message: `Nothing was released: the decision is ${d.verdict}, and only what passed becomes a version.`,
      hint: 'See in the report which metric decided, and by how much.',
    }),
    example: { verdict: 'fail' },
  },
  'replay-unknown': {
    say: (d) => ({
      message: `The rollout replays the data set ${d.data}, which the pipeline does not have.`,
      hint: `${d.valid.length === 0 ? 'Describe one under `data:`' : `Give one of ${d.valid.join(', ')}`} and name it under \`replay:\`.${didYouMean(d.nearest)}`,
    }),
    example: { data: 'evl', valid: ['eval'], nearest: 'eval' },
  },
  'shard-missing': {
    say: (d) => ({
      message: `Shards are missing: ${fewOf(d.shards)}.`,
      hint: 'Wait for all jobs of the matrix, and keep each shard.json in a folder of its own: `merge-multiple: true` overwrites them.',
    }),
    example: { shards: ['gpu__linux'] },
  },
  'shard-subject-differs': {
    say: (d) => ({
      message: `The shard ${d.shard} was measured with other files: ${d.what} differs.`,
      hint: 'Merge on the commit that was measured, with the models, data and registry as they were then.',
    }),
    example: { shard: 'default', what: 'the candidate' },
  },
  'shard-wrong': {
    say: (d) => ({
      message: `${d.what} holds no shard that can be merged: ${d.reason}.`,
      hint: 'Pass the shard.json that `airworthy run --shard` wrote, unchanged.',
    }),
    example: { what: 'shards/shard.json', reason: 'it is not JSON' },
  },
  'source-unknown': {
    say: (d) => ({
      message: `There is no metric source called ${d.name}.`,
      hint: `Metric sources are ${d.valid.join(', ')}. If a newer Airworthy started this rollout, resume it with that version.`,
    }),
    example: { name: 'prometheus', valid: ['target'] },
  },
  'target-unknown': {
    say: (d) => ({
      message: `There is no target called ${d.name}.`,
      hint: `Targets are ${d.valid.join(', ')}.${didYouMean(d.nearest)}`,
    }),
    example: { name: 'locl', valid: ['local'], nearest: 'local' },
  },
}

export const stageError = errorFrom(stageErrors)

export const stageProblem = problemFrom(stageErrors)
