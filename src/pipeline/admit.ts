import path from 'node:path'
import type { Ledger } from '../core/ledger.ts'
import type { Override, Subject } from '../core/products/index.ts'
import type { World } from '../core/world.ts'
import {
  admitCandidate,
  admitName,
  ledgerKindOf,
  possibleVersions,
  registryState,
  releaseOf,
  versionsIn,
} from '../registry/index.ts'
import { productsAfter, productsBefore } from './key.ts'
import type { Pipeline, PipelineStage } from './load.ts'
import { type PolicyOptions, reasonToSkip } from './policy.ts'
import { notCreated } from './registry.ts'

/** The stages that would act outside. */
export function actingStages(
  pipeline: Pipeline,
  world: Pick<World, 'trust' | 'event' | 'branch' | 'ciSystem'>,
  options: PolicyOptions,
): readonly PipelineStage[] {
  return pipeline.stages.filter(
    (stage) => stage.kind.effects === 'remote' && reasonToSkip(stage, pipeline, world, options) === undefined,
  )
}

/**
 * What is released has to have a name without secrets, and in CI has to be the file of the commit, where one is checked out.
 * @throws `name-masked`, `candidate-differs`.
 */
export async function admitSource(
  pipeline: Pipeline,
  { subject, commit }: { readonly subject: Subject; readonly commit: string | undefined },
  world: World,
): Promise<void> {
  admitName(pipeline.name, world)
  if (commit !== undefined && world.home.kind !== 'local')
    await admitCandidate(path.resolve(pipeline.folder, pipeline.model.candidate), subject.candidate, world)
}

interface Acting {
  readonly pipeline: Pipeline
  readonly subject: Subject
  readonly ledger: Pick<Ledger, 'describe' | 'read' | 'tags' | 'admitTags'>
  readonly world: World
  readonly override?: Override | undefined
  /** Undefined where the run is only planned. */
  readonly runId?: string | undefined
}

/**
 * Lets the stages that act outside begin: what would refuse one of them at the end of a run is told before a benchmark is paid for.
 * @throws `ledger-not-created`, `ref-in-the-way`, what the kinds of the stages do, and what opening the registry does.
 */
export async function admitActing(stages: readonly PipelineStage[], acting: Acting): Promise<void> {
  const { pipeline, subject, ledger, world, override, runId } = acting
  await admitTags(stages, acting)
  await admitLedger(stages, acting)
  for (const stage of stages)
    await stage.admit({
      subject,
      ledger,
      world,
      folder: pipeline.folder,
      override,
      id: runId === undefined ? undefined : `${runId}/${stage.name}`,
      before: productsBefore(pipeline, stage),
      after: productsAfter(pipeline, stage),
    })
}

/** Nothing is recorded in a ledger that nobody has created. */
async function admitLedger(stages: readonly PipelineStage[], { pipeline, ledger, world }: Acting): Promise<void> {
  if (ledgerKindOf(pipeline.registry).endsWithRun || !stages.some(({ kind }) => kind.uses.includes('ledger'))) return
  if ((await ledger.read()).length === 0) throw notCreated(ledger.describe, pipeline, world)
}

/** Whichever version the evidence will decide on, its tag can be made. A file that is released already keeps its tags. */
async function admitTags(
  stages: readonly PipelineStage[],
  { subject: { model, candidate }, ledger }: Acting,
): Promise<void> {
  const shown = stages.flatMap(({ shows }) => shows ?? [])
  if (shown.length === 0 || ledger.admitTags === undefined) return
  const { versions } = registryState(await ledger.read(), model)
  for (const wanted of shown) {
    if (releaseOf(candidate.sha256, versions, wanted) !== undefined) continue
    // What others have tagged is taken, too.
    const known = [...versions.map(({ version }) => version), ...versionsIn(await ledger.tags(), model)]
    await ledger.admitTags({ model, versions: possibleVersions(known, wanted), stages: ['production'] })
  }
}
