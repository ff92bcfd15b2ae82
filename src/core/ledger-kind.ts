import type { z } from 'zod'
import type { CallContext, Ledger } from './ledger.ts'
import type { World } from './world.ts'

/** Where a ledger is looked for. Absolute paths. */
export interface LedgerPlace {
  /** Relative paths in settings start here: the folder of the pipeline file. */
  readonly folder: string
  /** The folder of the run that asks, for what lives and ends with it. */
  readonly runFolder: string
}

/**
 * What a ledger is opened for. `look`: nothing is changed, at the place itself either; appending is not promised. `append`: to read and
 * append. `create`: to be created where it is not.
 */
export type Purpose = 'look' | 'append' | 'create'

/** A row in the table of ledger drivers. */
export interface LedgerKind {
  /** Also the setting that chooses it: `registry: { file: ledger.jsonl }`. */
  readonly name: string
  readonly summary: string
  /** All of its settings, the one that chooses it among them. */
  readonly settings: z.ZodObject
  /** An example of its settings, YAML flow style, for the reference. */
  readonly example: string
  /** True when the ledger is created and removed with each run. */
  readonly endsWithRun: boolean
  /** The files that hold it, absolute paths: a commit may bring them. None for one that lies elsewhere. */
  files(settings: unknown, place: Pick<LedgerPlace, 'folder'>): readonly string[]
  /** Where it is, for people, before it is opened: `the ledger file /here/ledger.jsonl`. */
  where(settings: unknown, place: LedgerPlace): string
  /** Opens it from checked settings, the output of `settings`. */
  open(settings: unknown, place: LedgerPlace, world: World, purpose: Purpose, context?: CallContext): Promise<Ledger>
}

/** Defines a kind of ledger. The settings type stays inside this call, so a table of kinds needs no generics. */
export function defineLedger<Settings extends z.ZodObject>(definition: {
  readonly name: keyof z.output<Settings> & string
  readonly summary: string
  readonly settings: Settings
  readonly example: string
  readonly endsWithRun?: boolean
  files?(settings: z.output<Settings>, place: Pick<LedgerPlace, 'folder'>): readonly string[]
  where(settings: z.output<Settings>, place: LedgerPlace): string
  open(
    settings: z.output<Settings>,
    place: LedgerPlace,
    world: World,
    purpose: Purpose,
    context?: CallContext,
  ): Promise<Ledger>
}): LedgerKind {
  const { where, open, files } = definition
  return {
    ...definition,
    endsWithRun: definition.endsWithRun ?? false,
    files: (settings, place) => files?.(settings as z.output<Settings>, place) ?? [],
    where: (settings, place) => where(settings as z.output<Settings>, place),
    open: (settings, place, world, purpose, context) =>
      open(settings as z.output<Settings>, place, world, purpose, context),
  }
}
