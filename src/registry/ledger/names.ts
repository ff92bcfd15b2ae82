import type { LedgerEvent } from '../../core/ledger.ts'
import type { World } from '../../core/world.ts'
import { registryError } from '../errors.ts'

/**
 * An event as it is recorded: without secrets. A name that holds one would be another name, under which nothing would be found again.
 * @throws `name-masked`.
 */
export function maskedEvent(event: LedgerEvent, { files }: Pick<World, 'files'>): LedgerEvent {
  const masked = files.maskedValue(event)
  const [before, after] = [event, masked] as unknown as Readonly<Record<string, unknown>>[]
  const lost = names.find((name) => before?.[name] !== after?.[name])
  if (lost !== undefined) throw registryError('name-masked', { what: lost })
  return masked
}

const names = ['model', 'version', 'stage', 'rollout', 'against', 'from', 'driver'] as const

/** Refuses the name of a model that holds a secret, before anything is paid for. Throws `name-masked`. */
export function admitName(model: string, { files }: Pick<World, 'files'>): void {
  if (files.maskedValue(model) !== model) throw registryError('name-masked', { what: 'model' })
}
