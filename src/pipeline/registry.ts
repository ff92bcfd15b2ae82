import type { Ledger, LedgerEntry } from '../core/ledger.ts'
import type { Purpose } from '../core/ledger-kind.ts'
import { withAppend } from '../core/with-append.ts'
import type { World } from '../core/world.ts'
import { createLedger, ledgerKindOf, openLedger } from '../registry/index.ts'
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
): Promise<{ readonly ledger: Ledger; readonly created: boolean }> {
  if (ledgerKindOf(registry).endsWithRun) throw pipelineError('registry-of-run', {}, { where: where(['registry']) })
  return createLedger(registry, { folder, runFolder: world.cwd }, world)
}

export interface ReadRegistry {
  /** Where it is, for people. */
  readonly describe: string
  readonly entries: readonly LedgerEntry[]
  /** What stands in the log and counts for nothing, one sentence each. */
  readonly remarks: readonly string[]
}

/**
 * The registry of a pipeline, to be read and left as it is.
 * @throws `registry-of-run` where it lives and ends with each run, and what the driver does.
 */
export async function readRegistry(pipeline: Pipeline, world: World): Promise<ReadRegistry> {
  const { registry, where } = pipeline
  if (ledgerKindOf(registry).endsWithRun) throw pipelineError('registry-of-run', {}, { where: where(['registry']) })
  const ledger = lazyLedger(pipeline, world, world.cwd, 'look')
  return { describe: ledger.describe, entries: await ledger.read(), remarks: (await ledger.remarks?.()) ?? [] }
}

/** The registry of a pipeline, opened when it is first used: pipelines that never use one need none. */
export function lazyLedger(
  { registry, folder }: Pipeline,
  world: World,
  runFolder: string,
  purpose: Purpose = 'append',
): Ledger {
  const kind = ledgerKindOf(registry)
  const place = { folder, runFolder }
  let opened: Promise<Ledger> | undefined
  const open = (): Promise<Ledger> => {
    opened ??= openLedger(registry, place, world, purpose)
    return opened
  }
  return withAppend({
    describe: kind.where(registry, place),
    read: async () => (await open()).read(),
    appendAll: async (records) => (await open()).appendAll(records),
    tags: async () => (await open()).tags(),
    remarks: async () => (await (await open()).remarks?.()) ?? [],
  })
}
