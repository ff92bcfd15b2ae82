import { digest } from '../core/json.ts'
import type { Ledger } from '../core/ledger.ts'
import type { Subject, Warning } from '../core/products/index.ts'
import type { Effects } from '../core/stage.ts'
import type { World } from '../core/world.ts'
import { headIn, ledgerKindOf } from '../registry/index.ts'
import { actingStages, admitActing, admitSource } from './admit.ts'
import { openCache, type StageRecord } from './cache.ts'
import { nodesOf, topological } from './graph.ts'
import { type Home, homeOf } from './home.ts'
import { type Known, keyOf } from './key.ts'
import type { Pipeline, PipelineStage } from './load.ts'
import { type PolicyOptions, reasonToSkip, refusesCode } from './policy.ts'
import { lazyLedger, ledgerWarnings } from './registry.ts'
import { storeOf } from './store.ts'
import { subjectOf } from './subject.ts'

export interface PlannedStage {
  readonly name: string
  readonly kind: string
  readonly needs: readonly string[]
  /** What it may touch. */
  readonly effects: Effects
  /** True when it runs alone. */
  readonly measures: boolean
  readonly action: 'run' | 'cached' | 'skip' | 'refuse'
  /** Why it is skipped or refused, what the cached result was, or what it is for. */
  readonly why: string
  readonly estimateMs: number
}

/** What a run would do. Plain JSON. */
export interface Plan {
  readonly pipeline: string
  readonly file: string
  readonly subject: Subject
  /** In the order in which they would run. */
  readonly stages: readonly PlannedStage[]
  readonly estimateMs: number
  /** What is wrong with the registry and stops nothing; absent where nothing is. */
  readonly warnings?: readonly Warning[]
}

export interface PlanOptions extends PolicyOptions {
  /** Leave the cache aside. */
  readonly fresh?: boolean | undefined
  readonly signal?: AbortSignal | undefined
  /** Told once a second what is waited for outside, when that takes long: `waits for origin, 12 s of at most 60 s`. */
  readonly waits?: ((message: string) => void) | undefined
}

/** What the cache holds of a pipeline, and what the pipeline is about: everything a plan depends on besides the pipeline. */
export interface Facts {
  readonly subject: Subject
  readonly trust: World['trust']
  readonly event: string
  readonly ciSystem?: World['ciSystem']
  readonly branch: string | undefined
  /** Stages whose result is in the cache. */
  readonly cached: ReadonlyMap<string, StageRecord>
  readonly warnings?: readonly Warning[]
}

/**
 * Plans a run: looks (reading only) and decides. Touches nothing.
 * @throws what a run would be refused for before its first stage.
 */
export async function plan(pipeline: Pipeline, world: World, options: PlanOptions = {}): Promise<Plan> {
  return decide(pipeline, await look(pipeline, world, await homeOf(world), options), options)
}

/** The plan that follows from the facts. Pure. */
export function decide(pipeline: Pipeline, facts: Facts, options: PlanOptions = {}): Plan {
  const stages = inOrder(pipeline).map((stage) => planned(stage, pipeline, facts, options))
  return {
    pipeline: pipeline.name,
    file: pipeline.file,
    subject: facts.subject,
    stages,
    estimateMs: stages.reduce((sum, stage) => sum + stage.estimateMs, 0),
    ...(facts.warnings === undefined || facts.warnings.length === 0 ? {} : { warnings: facts.warnings }),
  }
}

/** The stages of a pipeline in run order. */
export function inOrder(pipeline: Pipeline): readonly PipelineStage[] {
  const sorted = topological(nodesOf(pipeline.stages))
  const order = 'order' in sorted ? sorted.order : []
  return order.flatMap((name) => pipeline.stages.find((stage) => stage.name === name) ?? [])
}

async function look(pipeline: Pipeline, world: World, home: Home, options: PlanOptions): Promise<Facts> {
  // Before the run there is nothing in a registry of its own, and what it would adopt counts.
  const { endsWithRun } = ledgerKindOf(pipeline.registry)
  const registry = endsWithRun
    ? emptyLedger
    : lazyLedger(pipeline, world, home.folder, { purpose: 'look', signal: options.signal, waits: options.waits })
  const subject = await subjectOf(pipeline, registry, world)
  const cached = options.fresh ? new Map<string, StageRecord>() : await lookUp(pipeline, world, home, digest(subject))
  const { trust, event, ciSystem, branch } = world
  const acting = actingStages(pipeline, world, options)
  if (acting.length > 0) await admitSource(pipeline, { subject, commit: await headIn(pipeline.folder, world) }, world)
  await admitActing(acting, { pipeline, subject, ledger: registry, world })
  return { subject, trust, event, ciSystem, branch, cached, warnings: await ledgerWarnings(registry, pipeline, world) }
}

const emptyLedger: Pick<Ledger, 'describe' | 'read' | 'tags' | 'admitTags' | 'remarks'> = {
  describe: 'an empty registry',
  read: async () => [],
  tags: async () => [],
}

/** Follows the chain of cached results as far as it goes: a stage can only be cached when all it is given is known. */
async function lookUp(
  pipeline: Pipeline,
  world: World,
  home: Home,
  subject: string,
): Promise<Map<string, StageRecord>> {
  const cache = openCache(home, world.files, storeOf(home, world))
  const found = new Map<string, StageRecord>()
  const products = new Map<string, string>()
  for (const stage of inOrder(pipeline)) {
    if (stage.kind.effects === 'remote' || !stage.needs.every((need) => found.has(need))) continue
    const record = await cache.find(await keyOf(pipeline, stage, { subject, products } satisfies Known, world))
    if (record === undefined) continue
    found.set(stage.name, record)
    products.set(stage.name, record.product)
  }
  return found
}

function planned(stage: PipelineStage, pipeline: Pipeline, facts: Facts, options: PlanOptions): PlannedStage {
  const { kind } = stage
  const base = { name: stage.name, kind: kind.name, needs: stage.needs, effects: kind.effects, measures: kind.measures }
  const skip = reasonToSkip(stage, pipeline, facts, options)
  if (skip !== undefined) return { ...base, action: 'skip', why: skip, estimateMs: 0 }
  if (refusesCode(stage, facts)) return { ...base, action: 'refuse', why: facts.trust.why, estimateMs: 0 }
  const record = facts.cached.get(stage.name)
  if (record !== undefined) return { ...base, action: 'cached', why: record.summary, estimateMs: 0 }
  return { ...base, action: 'run', why: kind.summary, estimateMs: stage.estimateMs }
}
