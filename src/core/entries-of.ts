import type { LedgerEntry, LedgerEvent, ModelEntry } from './ledger.ts'

/** The entries about a model, oldest first. */
export function entriesOf(entries: readonly LedgerEntry[], model: string): ModelEntry[] {
  return entries.filter((entry): entry is ModelEntry => entry.kind !== 'created' && entry.model === model)
}

/** The models that events name, each once. */
export function modelsIn(events: readonly LedgerEvent[]): ReadonlySet<string> {
  return new Set(events.flatMap((event) => (event.kind === 'created' ? [] : [event.model])))
}
