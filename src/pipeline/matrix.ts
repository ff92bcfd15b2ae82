import { pipelineError } from './errors.ts'
import type { Pipeline } from './load.ts'
import { sharedStage } from './share.ts'

/** A job of a workflow's matrix: nothing in it means anything to YAML or a shell. */
export interface MatrixJob {
  readonly shard: string
  readonly 'runs-on': readonly string[]
  /** Which scenarios it measures, for people. */
  readonly scenarios: string
}

/** What `strategy: matrix:` takes. */
export interface Matrix {
  readonly include: readonly MatrixJob[]
}

/** GitHub's limit for one matrix. */
const mostJobs = 256

/**
 * One job for each shard of a pipeline's benchmark; scenarios that name no runner share one on the default runner. Pure. `masked`
 * masks the secrets in what people are shown, before it is cut.
 * Throws `benchmark-unclear` and `matrix-too-large`.
 */
export function matrixOf(
  pipeline: Pipeline,
  defaultRunner: readonly string[] = ['ubuntu-latest'],
  masked: (text: string) => string = (text) => text,
): Matrix {
  const { shards } = sharedStage(pipeline)
  if (shards.length > mostJobs) throw pipelineError('matrix-too-large', { jobs: shards.length, most: mostJobs })
  return {
    include: shards.map(({ name, runner, holds }) => ({
      shard: name,
      'runs-on': runner ?? defaultRunner,
      scenarios: namesOf(holds.map(masked)),
    })),
  }
}

/** Options of a provider may hold any text, and stand in the ids of scenarios. */
function namesOf(ids: readonly string[]): string {
  const shown = ids.slice(0, 8).map((id) => id.replace(/[^A-Za-z0-9./=_-]/g, '_').slice(0, 100))
  const more = ids.length - shown.length
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(' ')
}
