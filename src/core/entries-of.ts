import type { LedgerEntry, ModelEntry } from './ledger.ts'

/** The entries about a model, oldest first. */
export function entriesOf(entries: readonly LedgerEntry[], model: string): ModelEntry[] {
  return entries.filter((entry): entry is ModelEntry => entry.kind !== 'created' && entry.model === model)
}
