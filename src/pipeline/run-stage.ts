import path from 'node:path'
import { Bug, Cancelled, messageOf, type Problem, UserError } from '../core/errors/index.ts'
import { portError, portProblem } from '../core/errors/ports.ts'
import type { ProductName, Products, Subject } from '../core/products/index.ts'
import type { Share } from '../core/share.ts'
import type { StageRecord } from './cache.ts'
import type { RunContext } from './context.ts'
import { isResumable } from './ended.ts'
import { pipelineError, pipelineProblem } from './errors.ts'
import type { StageFinished } from './journal.ts'
import { givenTo, type Known, keyOf } from './key.ts'
import type { PipelineStage } from './load.ts'
import { reasonToSkip, refusesCode } from './policy.ts'
import { reasonOfSharing } from './share.ts'
import type { StageResult } from './stage-result.ts'
import { toolsFor } from './tools.ts'

/** Runs one stage: from the journal, from the cache, or for real. Never throws: what went wrong is the result. */
export async function runStage(
  stage: PipelineStage,
  known: Known,
  results: ReadonlyMap<string, StageResult>,
  context: RunContext,
): Promise<StageResult> {
  const started = context.world.clock.monotonicMs()
  try {
    const result = await attempt(stage, known, results, context)
    return { ...result, seconds: result.seconds + (context.world.clock.monotonicMs() - started) / 1000 }
  } catch (thrown) {
    const failed = failure(thrown, context)
    const at = context.world.clock.now()
    // The journal itself may be what failed (a full disk): the result says so all the same.
    await context.journal
      .write({ event: 'stage-failed', at, stage: stage.name, problems: failed.problems })
      .catch(() => {})
    return { ...failed, seconds: (context.world.clock.monotonicMs() - started) / 1000 }
  }
}

async function attempt(
  stage: PipelineStage,
  known: Known,
  results: ReadonlyMap<string, StageResult>,
  context: RunContext,
): Promise<StageResult> {
  const left = reasonOfSharing(stage, context.sharing)
  if (left !== undefined) return { status: 'skipped', why: left, blocked: false, seconds: 0 }
  const blocker = stage.needs.find((need) => blocks(results.get(need)))
  if (blocker !== undefined) return { status: 'skipped', why: `${blocker} did not pass`, blocked: true, seconds: 0 }
  const skip = reasonToSkip(stage, context.pipeline, context.world, context.options)
  if (skip !== undefined) return { status: 'skipped', why: skip, blocked: false, seconds: 0 }
  const given = givenTo(context.pipeline, stage, known)
  const missing = stage.kind.needs.find((product) => !given.has(product))
  if (missing !== undefined)
    return { status: 'skipped', why: `the stage that gives its ${missing} was skipped`, blocked: true, seconds: 0 }
  if (refusesCode(stage, context.world)) {
    throw portError('untrusted-code', { stage: stage.name, why: context.world.trust.why }, { where: stage.where })
  }
  const key = await keyOf(context.pipeline, stage, known, context.world, {
    override: context.override,
    share: shareOf(stage, context),
  })
  return (
    (await fromJournal(stage, key, context)) ??
    (await fromCache(stage, key, context)) ??
    (await forReal(stage, key, given, results, context))
  )
}

function shareOf({ name }: PipelineStage, { sharing }: RunContext): Share | undefined {
  return sharing?.stage === name ? sharing.share : undefined
}

/** A stage that did not pass stops those that need it; one that was left out for a reason of its own does not. */
function blocks(result: StageResult | undefined): boolean {
  if (result === undefined || result.status === 'failed') return true
  if (result.status === 'skipped') return result.blocked
  return result.verdict !== undefined && result.verdict !== 'pass'
}

async function fromJournal(stage: PipelineStage, key: string, context: RunContext): Promise<StageResult | undefined> {
  const finished = context.journal.past.findLast(
    (event): event is StageFinished =>
      event.event === 'stage-finished' && event.stage === stage.name && event.key === key,
  )
  if (finished === undefined) return undefined
  const product = await context.store.value(finished.record.product)
  if (product === undefined) return undefined
  return finishedAs(stage, finished.record, product, { cached: finished.cached, seconds: finished.seconds })
}

async function fromCache(stage: PipelineStage, key: string, context: RunContext): Promise<StageResult | undefined> {
  if (context.options.fresh || stage.kind.effects === 'remote') return undefined
  const record = await context.cache.find(key)
  if (record === undefined) return undefined
  const product = await context.store.value(record.product)
  if (product === undefined) return undefined
  await finish(stage, key, record, true, 0, context)
  return finishedAs(stage, record, product, { cached: true, seconds: 0 })
}

/** What decides is the product, which its digest vouches for: a record of an earlier version may hold a verdict, too. */
function finishedAs(
  { kind }: PipelineStage,
  record: StageRecord,
  product: unknown,
  how: { readonly cached: boolean; readonly seconds: number },
): StageResult {
  const verdict = kind.verdictOf === undefined ? record.verdict : kind.verdictOf(product)
  return { status: 'finished', record, product, verdict, ...how }
}

async function forReal(
  stage: PipelineStage,
  key: string,
  given: ReadonlyMap<ProductName, string>,
  results: ReadonlyMap<string, StageResult>,
  context: RunContext,
): Promise<StageResult> {
  const { world, journal } = context
  await journal.write({ event: 'stage-started', at: world.clock.now(), stage: stage.name, key })
  const started = world.clock.monotonicMs()
  const scratch = path.join(journal.folder, 'scratch', stage.name)
  await world.files.remove(scratch)
  await world.files.makeDirectory(scratch)
  const values = await Promise.all(
    [...given].map(async ([product, sha256]) => [product, await givenValue(product, sha256, context)] as const),
  )
  const products = Object.fromEntries(values) as Partial<Products> & { subject: Subject }
  const share = shareOf(stage, context)
  const outcome = await withinTime(stage, context, (signal) => {
    const tools = toolsFor({ stage, key, scratch, share, signal, context, results })
    return share !== undefined && 'measured' in share
      ? stage.merge(products, tools, share.measured)
      : stage.run(products, tools)
  })
  const product = await context.store.putValue(outcome.product)
  const record: StageRecord = {
    product: product.sha256,
    ...(stage.kind.verdictOf === undefined && outcome.verdict !== undefined ? { verdict: outcome.verdict } : {}),
    summary: outcome.summary,
    warnings: outcome.warnings ?? [],
  }
  const seconds = (world.clock.monotonicMs() - started) / 1000
  await finish(stage, key, record, false, seconds, context)
  if (stage.kind.effects !== 'remote' && outcome.settled !== false) await context.cache.keep(key, record)
  await world.files.remove(scratch)
  return finishedAs(stage, record, product.value, { cached: false, seconds: 0 })
}

/** What was given is in the store, unless it was damaged since. */
async function givenValue(name: ProductName, sha256: string, { store }: RunContext): Promise<unknown> {
  const value = await store.value(sha256)
  if (value === undefined) throw pipelineError('artifact-missing', { name, sha256 })
  return value
}

async function finish(
  stage: PipelineStage,
  key: string,
  record: StageRecord,
  cached: boolean,
  seconds: number,
  context: RunContext,
): Promise<void> {
  const at = context.world.clock.now()
  await context.journal.write({ event: 'stage-finished', at, stage: stage.name, key, seconds, cached, record })
}

/** Runs a stage under its timeout: when that is up its signal aborts, and it has a few seconds to end what it started. */
async function withinTime<Result>(
  stage: PipelineStage,
  { signal: outer, world: { clock } }: RunContext,
  action: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const [late, ended] = [new AbortController(), new AbortController()]
  // The clock waits for weeks, which a timer of Node does not.
  clock.sleep(stage.timeout, ended.signal).then(
    () => late.abort(),
    () => {},
  )
  const signal = AbortSignal.any([outer, late.signal])
  const seconds = Math.round(stage.timeout / 1000)
  const overrun = new Promise<never>((_, reject) => {
    late.signal.addEventListener(
      'abort',
      () => setTimeout(() => reject(pipelineError('stage-timeout', { stage: stage.name, seconds })), graceMs).unref(),
      { once: true },
    )
  })
  try {
    return await Promise.race([action(signal), overrun])
  } catch (thrown) {
    if (!late.signal.aborted || outer.aborted) throw thrown
    const problem = pipelineProblem('stage-timeout', { stage: stage.name, seconds })
    // What it could not end in order is told as well.
    const others = thrown instanceof UserError && thrown.code !== problem.code ? thrown.problems : []
    throw new UserError([problem, ...others], { cause: thrown })
  } finally {
    ended.abort()
  }
}

const graceMs = 5000

function failure(
  thrown: unknown,
  context: RunContext,
): { status: 'failed'; problems: readonly Problem[]; fault: 'user' | 'bug' | 'cancelled' } {
  const run = isResumable(context) ? context.journal.runId : undefined
  const cancelled = portProblem('run-cancelled', { run })
  if (thrown instanceof UserError && context.signal.aborted) {
    const problems = thrown.problems.map((each) => readable(each, context))
    return { status: 'failed', problems: [cancelled, ...problems], fault: 'cancelled' }
  }
  if (thrown instanceof UserError)
    return { status: 'failed', problems: thrown.problems.map((each) => readable(each, context)), fault: 'user' }
  if (thrown instanceof Cancelled || context.signal.aborted)
    return { status: 'failed', problems: [cancelled], fault: 'cancelled' }
  const detail =
    thrown instanceof Bug || !(thrown instanceof Error) ? messageOf(thrown) : (thrown.stack ?? thrown.message)
  return { status: 'failed', problems: [portProblem('bug', { detail })], fault: 'bug' }
}

/** Stages know files of the store by their path; a person knows them by the name they had. */
function readable(problem: Problem, { store }: RunContext): Problem {
  return { ...problem, message: store.readable(problem.message), hint: store.readable(problem.hint) }
}
