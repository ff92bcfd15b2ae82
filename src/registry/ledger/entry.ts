import { z } from 'zod'
import { canonical } from '../../core/json.ts'
import { type LedgerEntry, ledgerEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'

/** The text of an entry: canonical JSON on one line, without a newline. */
export function formatEntry(entry: LedgerEntry): string {
  return canonical(entry)
}

/** Reads an entry back. `where` says which one for `ledger-broken`, thrown when it is not an entry. */
export function parseEntry(text: string, where: { readonly ledger: string; readonly entry: string }): LedgerEntry {
  const parsed = ledgerEntry.safeParse(tryJson(text))
  if (parsed.success) return parsed.data
  throw registryError('ledger-broken', {
    ...where,
    reason: z.prettifyError(parsed.error).split('\n')[0] ?? 'it does not parse',
  })
}

/** Undefined for what is no JSON. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
