import { createHash, type Hash } from 'node:crypto'
import type { LedgerEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'
import { formatEntry, onePerKey, parseEntry } from './entry.ts'

/** A ledger, read from the texts of its entries. */
export interface ReadEntries {
  readonly entries: readonly LedgerEntry[]
  /** Which texts are without effect, counted from 0. */
  readonly ignored: readonly number[]
  /** The entry as it continues this ledger: chained to all that is in it. */
  next(entry: LedgerEntry): LedgerEntry
}

/** Where a text stands, for `ledger-broken`. */
type Place = Parameters<typeof parseEntry>[1]

/**
 * Reads the texts of a ledger, oldest first, and checks that nothing in it was changed: the `chain` of each entry is a digest of all
 * before it and of itself. Entries of earlier versions have none, and the first that has one covers them. What a writer appended that
 * had lost its lock, and did not know of the entries before it, is without effect. What is cut off at the end is not seen here.
 * @throws `ledger-broken` for what is no entry, does not follow from what is before it, or assigns a version that was never released.
 */
export function readEntries(texts: Iterable<string>, placeOf: (at: number) => Place): ReadEntries {
  const before = createHash('sha256')
  const ends: Hash[] = []
  const ignored: number[] = []
  const entries: LedgerEntry[] = []
  const released = new Set<string>()
  let isChained = false
  let next = 0
  for (const text of texts) {
    const at = next++
    const entry = parseEntry(text, placeOf(at))
    const broken = (reason: string): Error => registryError('ledger-broken', { ...placeOf(at), reason })
    if (entry.chain === undefined && isChained) throw broken('it is not chained to the entries before it')
    if (entry.chain !== undefined && entry.chain !== chainOf(before, withoutChain(text, entry.chain))) {
      if (ignored.length < mostPassedOver && isStale(text, entry.chain, ends)) {
        ignored.push(at)
        continue
      }
      throw broken('it, or an entry before it, is not what was recorded')
    }
    if (entry.kind === 'release') released.add(`${entry.model} ${entry.version}`)
    if (entry.kind === 'assign' && !released.has(`${entry.model} ${entry.version}`))
      throw broken(`it assigns ${entry.model} ${entry.version}, which was never released`)
    isChained ||= entry.chain !== undefined
    ends.push(before.copy())
    if (ends.length > longestDelay) ends.shift()
    before.update(`${text}\n`)
    entries.push(entry)
  }
  return {
    entries: onePerKey(entries),
    ignored,
    next: (entry) => ({ ...entry, chain: chainOf(before, formatEntry(entry)) }),
  }
}

function chainOf(before: Hash, text: string): string {
  return before.copy().update(text).digest('hex')
}

/** Members of an entry are in the order of their names, and others follow. */
function withoutChain(text: string, chain: string): string {
  return text.replace(`"chain":"${chain}",`, '')
}

/** Entries that others can have appended before one by a writer that had lost its lock. */
const longestDelay = 100
/** Such entries in a ledger. Each is compared with all ends above, and a ledger of nothing else would take hours. */
const mostPassedOver = 1000

/** Whether a text was written after fewer entries than stand before it: after one of the last ends. */
function isStale(text: string, chain: string, ends: readonly Hash[]): boolean {
  const own = withoutChain(text, chain)
  return ends.some((end) => chainOf(end, own) === chain)
}
