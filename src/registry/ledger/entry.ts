import { canonical } from '../../core/json.ts'
import { type LedgerEntry, ledgerEntry } from '../../core/ledger.ts'
import { wrongMember } from '../../core/schema.ts'
import { registryError } from '../errors.ts'

/** The text of an entry: canonical JSON on one line, without a newline. */
export function formatEntry(entry: LedgerEntry): string {
  return canonical(entry)
}

/** Reads an entry back. `where` says which one for `ledger-broken`, thrown when it is not an entry. */
export function parseEntry(text: string, where: { readonly ledger: string; readonly entry: string }): LedgerEntry {
  const value = tryJson(text)
  const parsed = ledgerEntry.safeParse(value)
  if (parsed.success) return parsed.data
  throw registryError('ledger-broken', { ...where, reason: reasonOf(value) })
}

/** Which member is wrong, and how: the end of a sentence. */
function reasonOf(value: unknown): string {
  if (value === undefined) return 'it is no JSON, as if a part of it were missing'
  const { member, words } = wrongMember(ledgerEntry, value) ?? { member: '', words: '' }
  return member === '' ? `it is not of the form of an entry: ${words}` : `its member \`${member}\` is wrong: ${words}`
}

/** Undefined for what is no JSON. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
