import path from 'node:path'
import { Cancelled, type UserError } from '../core/errors/index.ts'
import type { CallContext, Ledger, LedgerEntry } from '../core/ledger.ts'
import type { Purpose } from '../core/ledger-kind.ts'
import type { Warning } from '../core/products/index.ts'
import { shellWord } from '../core/shell-word.ts'
import { withAppend, withDefaultContext } from '../core/with-append.ts'
import type { World } from '../core/world.ts'
import { createLedger, ledgerKindOf, openLedger, registryError } from '../registry/index.ts'
import { pipelineError } from './errors.ts'
import type { Pipeline } from './load.ts'

/**
 * Creates the ledger of a pipeline's registry on purpose, once; one that has entries stays as it is. Nothing is recorded in a ledger
 * before that, so that one that was lost never passes for a new one.
 * @throws `registry-of-run` where it lives and ends with each run, `ledger-missing`, and what the driver does.
 */
export async function createRegistry(
  { registry, folder, where }: Pipeline,
  world: World,
  context: CallContext = {},
): Promise<{ readonly ledger: Ledger; readonly created: boolean }> {
  if (ledgerKindOf(registry).endsWithRun) throw pipelineError('registry-of-run', {}, { where: where(['registry']) })
  return createLedger(registry, { folder, runFolder: world.cwd }, world, context)
}

export interface ReadRegistry {
  /** Where it is, for people. */
  readonly describe: string
  readonly entries: readonly LedgerEntry[]
  /** What stands in the log and counts for nothing, one sentence each. */
  readonly remarks: readonly string[]
}

/** Where the registry of a pipeline is, for people: also of one that cannot be read. */
export function registryPlace({ registry, folder }: Pipeline, world: World): string {
  return ledgerKindOf(registry).where(registry, { folder, runFolder: world.cwd })
}

/**
 * The registry of a pipeline, to be read and left as it is. `whole`: all of it, whatever was read and checked before.
 * @throws `registry-of-run` where it lives and ends with each run, and what the driver does.
 */
export async function readRegistry(
  pipeline: Pipeline,
  world: World,
  context: CallContext = {},
  { whole = false }: { readonly whole?: boolean } = {},
): Promise<ReadRegistry> {
  const { registry, where } = pipeline
  if (ledgerKindOf(registry).endsWithRun) throw pipelineError('registry-of-run', {}, { where: where(['registry']) })
  const ledger = lazyLedger(pipeline, world, world.cwd, { ...context, purpose: 'look' })
  const entries = whole ? await ledger.readWhole?.() : undefined
  return {
    describe: ledger.describe,
    entries: entries ?? (await ledger.read()),
    remarks: (await ledger.remarks?.()) ?? [],
  }
}

/** `ledger-not-created`, with the command that creates it. `ledger`: where it would be, for people. */
export function notCreated(ledger: string, pipeline: Pipeline, world: World): UserError {
  return registryError('ledger-not-created', { ledger, pipeline: pathOf(pipeline, world) })
}

/** The pipeline file from the working folder; undefined for a pipeline that never was a file. */
function pathOf({ file, where }: Pipeline, { cwd }: World): string | undefined {
  return where([]) === undefined ? undefined : path.relative(cwd, file)
}

interface Opening extends CallContext {
  /** `append` unless it is said. */
  readonly purpose?: Purpose
}

/**
 * The registry of a pipeline, opened when it is first used: pipelines that never use one need none. It is opened once, for all callers,
 * with the context that is given here. A call that brings a signal of its own stops waiting when that fires, and the opening goes on.
 */
export function lazyLedger(
  { registry, folder }: Pipeline,
  world: World,
  runFolder: string,
  { purpose = 'append', ...context }: Opening = {},
): Ledger {
  const kind = ledgerKindOf(registry)
  const place = { folder, runFolder }
  let opened: Promise<Ledger> | undefined
  let ready: Ledger | undefined
  const open = (own: CallContext | undefined): Promise<Ledger> => {
    opened ??= openLedger(registry, place, world, purpose, context).then(
      (driver) => {
        ready = driver
        return driver
      },
      (thrown: unknown) => {
        // A server that was away for a moment is asked again.
        opened = undefined
        throw thrown
      },
    )
    return unlessAborted(opened, own?.signal)
  }
  const ledger = withAppend({
    describe: kind.where(registry, place),
    read: async (own) => (await open(own)).read(own),
    appendAll: async (records, own) => (await open(own)).appendAll(records, own),
    tags: async (own) => (await open(own)).tags(own),
    // Nobody asks what is wrong with a ledger that was never used, or waits for one that could not be opened in time.
    remarks: async (own) => (await ready?.remarks?.(own)) ?? [],
    readWhole: async (own) => {
      const driver = await open(own)
      return driver.readWhole === undefined ? driver.read(own) : driver.readWhole(own)
    },
    admitTags: async (wanted, own) => (await open(own)).admitTags?.(wanted, own),
  })
  return withDefaultContext(context, ledger)
}

/** What stands in a ledger that was used and counts for nothing, for plans and reports. */
export async function ledgerWarnings(
  { describe, remarks }: Pick<Ledger, 'describe' | 'remarks'>,
  pipeline: Pipeline,
  world: World,
): Promise<readonly Warning[]> {
  const file = pathOf(pipeline, world)
  const verify = ['airworthy ledger verify', ...(file === undefined ? [] : [shellWord(file)])].join(' ')
  return ((await remarks?.()) ?? []).map((remark) => ({
    code: 'ledger-remark',
    message: `In ${describe}: ${remark}`,
    remedy: `\`${verify}\` says it again until it is put right.`,
  }))
}

/** Leaves what others wait for alone. */
async function unlessAborted<Value>(awaited: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return awaited
  const over = new AbortController()
  const aborted = new Promise<never>((_, reject) => {
    const refuse = (): void => reject(new Cancelled('the registry was no longer waited for'))
    if (signal.aborted) refuse()
    signal.addEventListener('abort', refuse, { once: true, signal: over.signal })
  })
  try {
    return await Promise.race([awaited, aborted])
  } finally {
    over.abort()
  }
}
