import { canonical } from '../core/json.ts'
import type { Subject } from '../core/products/index.ts'
import type { MeasuredShard } from '../core/share.ts'
import { version } from '../core/version.ts'
import type { World } from '../core/world.ts'
import { stageError } from '../stages/errors.ts'
import { pipelineError } from './errors.ts'
import type { Pipeline } from './load.ts'
import type { ReadShard } from './shard-file.ts'
import { checkShardName, sharedStage, subjectDigests } from './share.ts'

/**
 * The shards of a pipeline, all of them once, in the order of the plan. In CI they are of the run that merges them, or of none that
 * is named where it does not name its runs. Throws `shard-version-differs`, `shard-pipeline-differs`, `shard-run-differs`,
 * `shard-unknown`, `shard-duplicate` and `shard-missing`.
 */
export function wholeOf(
  pipeline: Pipeline,
  shards: readonly ReadShard[],
  ciRun: World['ciRun'],
): readonly MeasuredShard[] {
  const shared = sharedStage(pipeline)
  for (const { file, shard, run, version: other, pipeline: of } of shards) {
    if (ciRun !== undefined && run !== ciRun.id) throw pipelineError('shard-run-differs', { file, run, own: ciRun.id })
    if (other !== version) throw pipelineError('shard-version-differs', { file, version: other, own: version })
    if (of.sha256 !== pipeline.sha256) throw pipelineError('shard-pipeline-differs', { file, pipeline: pipeline.file })
    checkShardName(shard, shared)
  }
  const found = shared.shards.map(({ name }) => shards.filter(({ shard }) => shard === name))
  for (const same of found)
    if (same.length > 1)
      throw pipelineError('shard-duplicate', { shard: same[0]?.shard ?? '', files: same.map(({ file }) => file) })
  const missing = shared.shards.flatMap(({ name }, at) => (found[at]?.length === 0 ? [name] : []))
  if (missing.length > 0) throw stageError('shard-missing', { shards: missing })
  return found.flat().map(({ shard, subject, products: { measurements } }) => ({ shard, subject, measurements }))
}

/** Throws `shard-subject-differs` when a shard measured other models or data than this run is about. */
export function checkSubject(shards: readonly MeasuredShard[], subject: Subject): void {
  const own = subjectDigests(subject)
  for (const { shard, subject: other } of shards) {
    const what = (['candidate', 'production', 'data'] as const).find(
      (part) => canonical(own[part] ?? null) !== canonical(other[part] ?? null),
    )
    if (what !== undefined) throw stageError('shard-subject-differs', { shard, what: `the ${what}` })
  }
}
