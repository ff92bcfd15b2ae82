import { defineStage, type StageKind } from '../../core/stage.ts'
import { preflight } from './preflight.ts'
import { benchmarkSettings } from './settings.ts'
import { shardsOf } from './shards.ts'

const example = `benchmark:
  scenarios:
    - { provider: cpu, threads: 1, batch: [1, 32] }
  budget: 20s
  data: eval`

/** Measures production and the candidate together: speed in interleaved blocks, quality on data, counts. */
export const benchmark: StageKind = defineStage({
  name: 'benchmark',
  summary: 'Measures the candidate beside production: speed, memory, size and quality.',
  effects: 'files',
  measures: true,
  needs: ['subject'],
  wants: ['variants'],
  uses: ['questions', 'extensions', 'measurements', 'attempts', 'shard'],
  gives: 'measurements',
  reported: true,
  settings: benchmarkSettings,
  example,
  estimateMs: (settings) => settings.budget + overheadMs,
  preflight,
  // Loaded when it measures: checking a pipeline needs none of it.
  run: async (input) => (await import('./measure.ts')).measure(input),
  sharing: {
    shards: (settings) =>
      shardsOf(settings).map(({ name, runner, scenarios }) => ({ name, runner, holds: scenarios.map(({ id }) => id) })),
    merge: async (input, measured) => (await import('./merge.ts')).merge(input, measured),
  },
})

/** Loading models and predicting, for small models. */
const overheadMs = 3000
