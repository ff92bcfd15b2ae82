import { digest, type Sha256 } from '../core/json.ts'
import { nearest } from '../core/nearest.ts'
import type { DataReference, Subject } from '../core/products/index.ts'
import type { Share, SubjectDigests } from '../core/share.ts'
import type { Shard } from '../core/stage.ts'
import { pipelineError } from './errors.ts'
import { ancestors, nodesOf } from './graph.ts'
import type { Pipeline, PipelineStage } from './load.ts'

/** The name of what a shard leaves in the folder of its run. */
export const shardFileName = 'shard.json'

/** The stage of a pipeline that machines can share, and the shards it can be measured in. */
export interface SharedStage {
  readonly name: string
  readonly shards: readonly Shard[]
}

/** The stage that machines can share. Throws `benchmark-unclear` where there is not exactly one. */
export function sharedStage({ stages, kinds }: Pipeline): SharedStage {
  const sharable = stages.filter(({ kind }) => kind.sharable)
  const [only] = sharable
  if (only !== undefined && sharable.length === 1) return only
  const names = kinds.filter((kind) => kind.sharable).map(({ name }) => name)
  throw pipelineError('benchmark-unclear', { count: sharable.length, kinds: names })
}

/** Throws `shard-unknown` when a pipeline has no shard of this name. */
export function checkShardName(name: string, { shards }: SharedStage): void {
  const valid = shards.map((shard) => shard.name)
  if (!valid.includes(name)) throw pipelineError('shard-unknown', { shard: name, valid, nearest: nearest(name, valid) })
}

/** How a run takes part in a shared benchmark. */
export interface Sharing {
  /** The name of the stage that is shared. */
  readonly stage: string
  readonly share: Share
  /** The stages that run, where the run ends with the shared one. */
  readonly only?: ReadonlySet<string> | undefined
}

export function sharingOf(pipeline: Pipeline, share: Share): Sharing {
  const shared = sharedStage(pipeline)
  if (!('shard' in share)) return { stage: shared.name, share }
  checkShardName(share.shard, shared)
  const before = ancestors(nodesOf(pipeline.stages), shared.name).map(({ name }) => name)
  return { stage: shared.name, share, only: new Set([...before, shared.name]) }
}

/** Why a stage does not run where a shard is measured: many machines do that side by side. */
export function reasonOfSharing(stage: PipelineStage, sharing: Sharing | undefined): string | undefined {
  if (sharing?.only === undefined) return undefined
  if (!sharing.only.has(stage.name)) return `a shard ends with ${sharing.stage}; airworthy merge continues`
  return stage.kind.effects === 'remote' ? 'a shard touches nothing outside' : undefined
}

/** The digests of a subject. */
export function subjectDigests({ candidate, production, data }: Subject): SubjectDigests {
  return {
    candidate: candidate.sha256,
    ...(production === undefined ? {} : { production: production.artifact.sha256 }),
    data: Object.fromEntries(Object.entries(data).map(([name, each]) => [name, dataDigest(each)])),
  }
}

/** The path of a user's own reader is another one on every machine. */
function dataDigest({ artifact, inputs, label, group, uses }: DataReference): Sha256 {
  return digest({ artifact: artifact.sha256, inputs, label, group, uses: uses?.sha256 })
}
