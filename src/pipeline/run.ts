import { UserError } from '../core/errors/index.ts'
import { digest } from '../core/json.ts'
import type { Ledger, LedgerEntry } from '../core/ledger.ts'
import type { Override, Subject, Warning } from '../core/products/index.ts'
import type { ReportFormat, RunReport } from '../core/report.ts'
import type { Share } from '../core/share.ts'
import { withAppend } from '../core/with-append.ts'
import type { World } from '../core/world.ts'
import { headIn, ledgerKindOf } from '../registry/index.ts'
import { actingStages, admitActing, admitSource } from './admit.ts'
import { openCache } from './cache.ts'
import type { BegunRun, RunContext } from './context.ts'
import { pipelineError } from './errors.ts'
import type { InputValue } from './expressions.ts'
import { type Home, homeOf } from './home.ts'
import { findRun, type Journal, newJournal, reopenJournal } from './journal.ts'
import type { Known } from './key.ts'
import type { Pipeline, PipelineStage } from './load.ts'
import { checkSubject, wholeOf } from './merge.ts'
import { inOrder, type PlanOptions } from './plan.ts'
import { lazyLedger, ledgerWarnings } from './registry.ts'
import { reportOf } from './report-of.ts'
import { withFiles } from './run-files.ts'
import { runStage } from './run-stage.ts'
import { schedule, sideBySide, type Task } from './schedule.ts'
import type { ReadShard } from './shard-file.ts'
import { checkShardName, type Sharing, sharedStage, sharingOf } from './share.ts'
import type { StageResult } from './stage-result.ts'
import { type Store, storeOf } from './store.ts'
import { adoptProduction, stock, subjectOf } from './subject.ts'

/** What is told while a run goes on. */
export type RunEvent =
  | { readonly event: 'stage-started'; readonly stage: string; readonly kind: string }
  | {
      readonly event: 'progress'
      readonly stage: string
      readonly message: string
      readonly fraction?: number | undefined
    }
  /** It waits for another process, in a stage or before the first: `for the run X, which measures the same`. */
  | { readonly event: 'waiting'; readonly message: string; readonly stage?: string | undefined }
  | { readonly event: 'stage-finished'; readonly stage: string; readonly result: StageResult }
  /** The ledger has this entry: by this run, or since before. */
  | { readonly event: 'recorded'; readonly entry: LedgerEntry }

export interface RunOptions extends PlanOptions {
  /** Go on with an earlier run: the latest of this pipeline, or the one with this id. */
  readonly resume?: boolean | string | undefined
  /** The inputs that the pipeline was loaded with: kept in the journal, so that a resumed run has them. */
  readonly inputs?: Readonly<Record<string, InputValue>> | undefined
  /** Measure this shard of the benchmark, and stop there. A resumed run keeps what it was started with. */
  readonly shard?: string | undefined
  /** Go on with what all shards measured instead of measuring: see `readShards`. A resumed run keeps it. */
  readonly merge?: readonly ReadShard[] | undefined
  /** Lets a candidate through that a gate stops; the ledger keeps who and why. Refused in dry and in untrusted runs. */
  readonly override?: Override | undefined
  /**
   * How many attempts there were before to have the same commit pass: each may have spent a part of the error rate, and is accounted for
   * where its measurements are not here. Without it, what GitHub says of the run (`GITHUB_RUN_ATTEMPT`).
   */
  readonly attempts?: number | undefined
  /** Report formats to write into the run's folder. */
  readonly formats?: readonly ReportFormat[] | undefined
  /** How this tool is called here, for the commands a report proposes. */
  readonly command?: string | undefined
  readonly listener?: ((event: RunEvent) => void) | undefined
}

/**
 * Runs a pipeline and gives its report. Every stage is journalled before and after, so that a run that is killed at any
 * moment can be resumed. Mistakes inside a stage are part of the report; those before the first stage are thrown.
 */
export async function run(pipeline: Pipeline, world: World, options: RunOptions = {}): Promise<RunReport> {
  if (options.override !== undefined) admitOverride(options.override, world, options)
  const home = await homeOf(world)
  const journal = await openJournal(pipeline, world, home, options)
  try {
    return await runJournalled(pipeline, world, { home, journal }, options)
  } finally {
    await journal.release()
  }
}

function admitOverride({ by, reason }: Override, { trust }: World, { dryRun }: RunOptions): void {
  if (by.trim() === '' || reason.trim() === '') throw pipelineError('override-incomplete', {})
  if (dryRun === true) throw pipelineError('override-refused', { why: 'a dry run records nothing' })
  if (trust.level === 'untrusted') throw pipelineError('override-refused', { why: trust.why })
}

async function openJournal(pipeline: Pipeline, world: World, home: Home, options: RunOptions): Promise<Journal> {
  if (options.resume === undefined || options.resume === false)
    return newJournal(
      home,
      pipeline,
      { inputs: options.inputs ?? {}, share: await keptShare(pipeline, world, home, options) },
      world,
    )
  const wanted = typeof options.resume === 'string' ? { runId: options.resume } : { file: pipeline.file }
  const { signal, listener } = options
  return reopenJournal(home, await findRun(home, world, wanted), pipeline, world, {
    signal,
    onWait: ({ who }) => listener?.({ event: 'waiting', message: `to see whether this run is still held by ${who}` }),
  })
}

/** Kept before the journal begins: what is resumed must not measure what others measure or have measured. */
async function keptShare(
  pipeline: Pipeline,
  world: World,
  home: Home,
  options: RunOptions,
): Promise<string | undefined> {
  const share = shareIn(pipeline, world, options)
  return share && (await storeOf(home, world).putValue(share)).sha256
}

function shareIn(pipeline: Pipeline, { ciRun }: World, { shard, merge }: RunOptions): Share | undefined {
  if (merge !== undefined) return { measured: wholeOf(pipeline, merge, ciRun) }
  if (shard === undefined) return undefined
  checkShardName(shard, sharedStage(pipeline))
  return { shard }
}

/** A run on disk. */
interface Place {
  readonly home: Home
  readonly journal: Journal
}

async function runJournalled(pipeline: Pipeline, world: World, place: Place, options: RunOptions): Promise<RunReport> {
  const { journal } = place
  const begun = await begin(pipeline, world, place, options)
  const context: RunContext = { ...begun, ...(await establishSubject(begun)) }
  const results = await runStages(context, options)
  const ended = { context, results }
  const report = reportOf(ended, {
    command: options.command ?? 'airworthy',
    finishedAt: world.clock.now(),
    // A ledger that cannot be read by now has failed the stage that needed it.
    warnings: await ledgerWarnings(context.ledger, pipeline, world).catch(() => []),
  })
  const complete = await withFiles(report, ended, options.formats ?? [])
  const finished = journal.past.some((event) => event.event === 'run-finished')
  if (!finished && report.outcome !== 'error' && report.outcome !== 'cancelled') {
    await journal.write({
      event: 'run-finished',
      at: report.finishedAt,
      outcome: report.outcome,
      exitCode: report.exitCode,
    })
  }
  return complete
}

async function begin(
  pipeline: Pipeline,
  world: World,
  { home, journal }: Place,
  options: RunOptions,
): Promise<BegunRun> {
  const store = storeOf(home, world)
  const warnings: Warning[] = []
  return {
    home,
    warnings,
    pipeline,
    world,
    options,
    attempts: world.home.kind === 'local' ? 0 : Math.min(options.attempts ?? attemptsBefore(world), mostAttempts),
    override: options.override,
    sharing: await sharingIn(journal, pipeline, store),
    journal,
    store,
    cache: openCache(home, world.files, store),
    ledger: heard(
      lazyLedger(pipeline, world, journal.folder, {
        signal: options.signal,
        waits: options.waits,
        warns: (warning) => warnings.push(warning),
      }),
      options,
    ),
    evidence: new Map(
      journal.past.flatMap((event) => (event.event === 'evidence-kept' ? [[event.file, event.artifact] as const] : [])),
    ),
    left: {},
    signal: options.signal ?? new AbortController().signal,
    waits: (message, stage) => options.listener?.({ event: 'waiting', message, stage }),
    progress: (stage, message, fraction) => options.listener?.({ event: 'progress', stage, message, fraction }),
  }
}

/** GitHub counts from 1. */
function attemptsBefore({ env }: World): number {
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? 1)
  return Number.isInteger(attempt) && attempt > 1 ? attempt - 1 : 0
}

/** What is left of the error rate halves with each: after so many nothing can be told any more. */
const mostAttempts = 40

function heard(ledger: Ledger, { listener }: RunOptions): Ledger {
  return withAppend({
    ...ledger,
    async appendAll(records, context) {
      const entries = await ledger.appendAll(records, context)
      for (const entry of entries) listener?.({ event: 'recorded', entry })
      return entries
    },
  })
}

async function sharingIn({ started }: Journal, pipeline: Pipeline, store: Store): Promise<Sharing | undefined> {
  if (started.share === undefined) return undefined
  const share = (await store.value(started.share)) as Share | undefined
  if (share === undefined) throw pipelineError('artifact-missing', { name: 'of the shards', sha256: started.share })
  return sharingOf(pipeline, share)
}

/** What this run is about is settled once: a resumed run keeps it, whatever has changed in the registry since. */
async function establishSubject(begun: BegunRun): Promise<Pick<RunContext, 'subject' | 'commit'>> {
  const { pipeline, world, journal, store, ledger, sharing } = begun
  const settled = journal.past.find((event) => event.event === 'subject')
  const kept = settled === undefined ? undefined : ((await store.value(settled.product)) as Subject | undefined)
  const [subject, commit] = await Promise.all([kept ?? subjectOf(pipeline, ledger, world), commitOf(begun)])
  if (settled?.commit !== undefined && commit !== undefined && settled.commit !== commit && acts(begun))
    throw pipelineError('resume-commit', { began: settled.commit, now: commit })
  if (acts(begun)) await admitSource(pipeline, { subject, commit }, world)
  if (sharing !== undefined && 'measured' in sharing.share) checkSubject(sharing.share.measured, subject)
  await stock(subject, pipeline, { store, world, folder: journal.folder })
  await admitActing(acts(begun) ? unfinished(begun) : [], { ...begun, subject, runId: journal.runId })
  if (mayAdopt(begun)) await adoptProduction(pipeline, ledger, world)
  if (kept !== undefined) return { subject, commit: settled?.commit }
  const stored = await store.putValue(subject)
  // What it was about is damaged: only the same, settled anew, is what its results are of.
  if (settled !== undefined && stored.sha256 !== settled.product)
    throw pipelineError('artifact-missing', { name: 'that says what the run is about', sha256: settled.product })
  await journal.write({ event: 'subject', product: stored.sha256, ...(commit === undefined ? {} : { commit }) })
  return { subject: stored.value as Subject, commit }
}

/** The commit that is checked out. A run that acts on nothing outside goes on without one if git fails. */
async function commitOf(begun: BegunRun): Promise<string | undefined> {
  const { pipeline, world } = begun
  try {
    return await headIn(pipeline.folder, world)
  } catch (thrown) {
    if (acts(begun) || !(thrown instanceof UserError)) throw thrown
    return undefined
  }
}

/** Whether a stage that acts outside would run: it does not before a change to the pipeline is merged. */
function acts(begun: BegunRun): boolean {
  return begun.sharing?.only === undefined && acting(begun).length > 0
}

/** Those that are still to act: what a resumed run has done already, nothing refuses any more. */
function unfinished(begun: BegunRun): readonly PipelineStage[] {
  const { past } = begun.journal
  const finished = past.flatMap((event) => (event.event === 'stage-finished' ? [event.stage] : []))
  return acting(begun).filter(({ name }) => !finished.includes(name))
}

/** The stages that would act outside. */
function acting({ pipeline, world, options }: BegunRun): readonly PipelineStage[] {
  return actingStages(pipeline, world, options)
}

function mayAdopt(begun: BegunRun): boolean {
  const { pipeline, world } = begun
  const mayWrite = world.trust.level === 'trusted' || ledgerKindOf(pipeline.registry).endsWithRun
  return acts(begun) && mayWrite
}

async function runStages(context: RunContext, options: RunOptions): Promise<ReadonlyMap<string, StageResult>> {
  const stages = new Map(inOrder(context.pipeline).map((stage) => [stage.name, stage]))
  const results = new Map<string, StageResult>()
  const products = new Map<string, string>()
  const known: Known = { subject: digest(context.subject), products }
  const tell = options.listener ?? (() => {})
  const runOne = async (name: string): Promise<void> => {
    const stage = stages.get(name) as PipelineStage
    tell({ event: 'stage-started', stage: name, kind: stage.kind.name })
    const result = await runStage(stage, known, results, { ...context })
    results.set(name, result)
    if (result.status === 'finished') products.set(name, result.record.product)
    tell({ event: 'stage-finished', stage: name, result })
  }
  await schedule([...stages.values()].map(taskOf), runOne, sideBySide(context.world.machine))
  return results
}

function taskOf({ name, needs, kind }: PipelineStage): Task {
  return { name, needs, measures: kind.measures, waits: kind.effects === 'remote' }
}
