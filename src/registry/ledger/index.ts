import { Bug } from '../../core/errors/index.ts'
import type { Ledger } from '../../core/ledger.ts'
import type { LedgerKind, LedgerPlace } from '../../core/ledger-kind.ts'
import type { World } from '../../core/world.ts'
import { file } from './file/index.ts'
import { git } from './git/index.ts'
import { scratch } from './scratch.ts'

/** The table of ledger drivers. */
export const ledgers: readonly LedgerKind[] = [git, file, scratch]

/** Checked settings of one ledger, which the setting of its own name chooses: `{ file: 'ledger.jsonl' }`. */
export type ChosenLedger = Readonly<Record<string, unknown>>

/** Where it is when nobody says. */
export const usualLedger: ChosenLedger = { git: '.', create: false }

/** The kind of ledger that checked settings choose. */
export function ledgerKindOf(chosen: ChosenLedger): LedgerKind {
  const kind = ledgers.find(({ name }) => chosen[name] !== undefined)
  if (kind !== undefined) return kind
  throw new Bug(`no ledger is chosen by ${Object.keys(chosen).join(', ')}`)
}

/** Opens a ledger. @throws what its driver does, such as `registry-not-git`. */
export function openLedger(chosen: ChosenLedger, place: LedgerPlace, world: World): Promise<Ledger> {
  return ledgerKindOf(chosen).open(chosen, place, world)
}
