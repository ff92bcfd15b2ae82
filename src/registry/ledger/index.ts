import { Bug } from '../../core/errors/index.ts'
import type { CallContext, Ledger } from '../../core/ledger.ts'
import type { LedgerKind, LedgerPlace, Purpose } from '../../core/ledger-kind.ts'
import { withAppend, withDefaultContext } from '../../core/with-append.ts'
import type { World } from '../../core/world.ts'
import { registryError } from '../errors.ts'
import { file } from './file/index.ts'
import { git } from './git/index.ts'
import { scratch } from './scratch.ts'

/** The table of ledger drivers. */
export const ledgers: readonly LedgerKind[] = [git, file, scratch]

/** Checked settings of one ledger, which the setting of its own name chooses: `{ file: 'ledger.jsonl' }`. */
export type ChosenLedger = Readonly<Record<string, unknown>>

/** Where it is when nobody says. */
export const usualLedger: ChosenLedger = { git: '.' }

/** The kind of ledger that checked settings choose. */
export function ledgerKindOf(chosen: ChosenLedger): LedgerKind {
  const kind = ledgers.find(({ name }) => chosen[name] !== undefined)
  if (kind !== undefined) return kind
  throw new Bug(`no ledger is chosen by ${Object.keys(chosen).join(', ')}`)
}

/**
 * Opens a ledger. One that lives and ends with a run is created by opening it.
 * @throws what its driver does, such as `registry-not-git` and `ledger-missing`.
 */
export async function openLedger(
  chosen: ChosenLedger,
  place: LedgerPlace,
  world: World,
  purpose: Purpose = 'append',
  context?: CallContext,
): Promise<Ledger> {
  const kind = ledgerKindOf(chosen)
  const ledger = await kind.open(chosen, place, world, purpose, context)
  if (kind.endsWithRun) await create(ledger)
  else if (world.trust.level === 'untrusted') return withAppend({ ...ledger, appendAll: () => refuse(ledger, world) })
  return ledger
}

async function refuse({ describe }: Ledger, { trust }: World): Promise<never> {
  throw registryError('registry-untrusted', {
    registry: describe,
    reason: 'nothing is recorded in it',
    why: trust.why,
  })
}

/**
 * Creates a ledger on purpose: without its first entry nothing is ever recorded in it, so that one that was lost never passes for one
 * that is new. One that has entries stays as it is.
 * @throws what opening it does, and `registry-untrusted` in a run that is not trusted.
 */
export async function createLedger(
  chosen: ChosenLedger,
  place: LedgerPlace,
  world: World,
  context: CallContext = {},
): Promise<{ readonly ledger: Ledger; readonly created: boolean }> {
  const ledger = withDefaultContext(context, await openLedger(chosen, place, world, 'create', context))
  const created = (await ledger.read()).length === 0
  if (created) await create(ledger)
  return { ledger, created }
}

async function create(ledger: Ledger): Promise<void> {
  await ledger.append('created', { kind: 'created' })
}
