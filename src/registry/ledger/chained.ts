import { createHash, type Hash } from 'node:crypto'
import type { LedgerEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'
import { formatEntry, onePerKey, parseEntry } from './entry.ts'

/** A ledger, read from the texts of its entries. */
export interface ReadEntries {
  readonly entries: readonly LedgerEntry[]
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
export function readEntries(texts: readonly string[], placeOf: (at: number) => Place): ReadEntries {
  const before = createHash('sha256')
  const counting: string[] = []
  const entries: LedgerEntry[] = []
  const released = new Set<string>()
  let isChained = false
  texts.forEach((text, at) => {
    const entry = parseEntry(text, placeOf(at))
    const broken = (reason: string): Error => registryError('ledger-broken', { ...placeOf(at), reason })
    if (entry.chain === undefined && isChained) throw broken('it is not chained to the entries before it')
    if (entry.chain !== undefined && entry.chain !== chainOf(before, withoutChain(text, entry.chain))) {
      if (isStale(text, entry.chain, counting)) return
      throw broken('it, or an entry before it, is not what was recorded')
    }
    if (entry.kind === 'release') released.add(`${entry.model} ${entry.version}`)
    if (entry.kind === 'assign' && !released.has(`${entry.model} ${entry.version}`))
      throw broken(`it assigns ${entry.model} ${entry.version}, which was never released`)
    isChained ||= entry.chain !== undefined
    before.update(`${text}\n`)
    counting.push(text)
    entries.push(entry)
  })
  return {
    entries: onePerKey(entries),
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

/** Whether a text was written after fewer entries than stand before it. */
function isStale(text: string, chain: string, counting: readonly string[]): boolean {
  const own = withoutChain(text, chain)
  const before = createHash('sha256')
  return counting.some((each) => {
    const isNext = chainOf(before, own) === chain
    before.update(`${each}\n`)
    return isNext
  })
}
