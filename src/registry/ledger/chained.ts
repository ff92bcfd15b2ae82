import { createHash, type Hash } from 'node:crypto'
import type { LedgerEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'
import { formatEntry, parseEntry, tryJson } from './entry.ts'

/** A ledger, read from the texts of its entries. */
export interface ReadEntries {
  readonly entries: readonly LedgerEntry[]
  /** Which texts are without effect, counted from 0. */
  readonly ignored: readonly number[]
  /** The entry as it continues this ledger: chained to all that is in it. */
  next(entry: LedgerEntry): LedgerEntry
  /** The same ledger with more texts at its end. What was read is not read again. Throws as `readEntries` does. */
  and(texts: Iterable<string>): ReadEntries
  /** What a later reader need not check again. */
  checked(): CheckedTexts
}

/** The beginning of a ledger that was read and found right. */
export interface CheckedTexts {
  /** How many texts it is. None of them is without effect. */
  readonly count: number
  /** SHA-256 of them, each with a newline. */
  readonly digest: string
}

/** Where a text stands, for `ledger-broken`. */
type Place = Parameters<typeof parseEntry>[1]
type PlaceOf = (at: number) => Place

/**
 * Reads the texts of a ledger, oldest first, and checks that nothing in it was changed: the `chain` of each entry is a digest of all
 * before it and of itself. Entries of earlier versions have none, and the first that has one covers them. What a writer appended that
 * had lost its lock, and did not know of the entries before it, is without effect. What is cut off at the end is not seen here.
 * @throws `ledger-broken` for what is no entry, does not follow from what is before it, or assigns a version that was never released.
 */
export function readEntries(texts: Iterable<string>, placeOf: PlaceOf): ReadEntries {
  return readOn(startedReading(), texts, placeOf)
}

/**
 * As `readEntries`, where an earlier reader has checked the beginning: texts of the same digest are taken for what they were then.
 * Undefined where the texts begin with others: then all of them have to be read.
 */
export function readAfterChecked(
  texts: readonly string[],
  placeOf: PlaceOf,
  checked: CheckedTexts,
): ReadEntries | undefined {
  const reading = startedReading()
  if (checked.count > texts.length) return undefined
  for (let at = 0; at < checked.count; at++) if (!takeChecked(reading, texts[at] as string)) return undefined
  const last = reading.entries.at(-1)
  if (reading.entries.length !== checked.count || reading.before.copy().digest('hex') !== checked.digest)
    return undefined
  // Whoever wrote down the digest need not have been one of us: the writer of the last entry has vouched for the others.
  if (last?.chain !== undefined && !isChainedTo(reading.ends.at(-1), texts[checked.count - 1] as string, last.chain))
    return undefined
  return readOn(reading, texts.slice(checked.count), placeOf)
}

/** How far a ledger has been read. Entries with a key that was there before count for nothing, and stand in the chain all the same. */
interface Reading {
  readonly before: Hash
  /** What `before` was before each of the last entries. */
  readonly ends: Hash[]
  readonly entries: LedgerEntry[]
  readonly ignored: number[]
  readonly keys: Set<string>
  readonly released: Set<string>
  isChained: boolean
  count: number
}

function startedReading(): Reading {
  return {
    before: createHash('sha256'),
    ends: [],
    entries: [],
    ignored: [],
    keys: new Set(),
    released: new Set(),
    isChained: false,
    count: 0,
  }
}

function readOn(reading: Reading, texts: Iterable<string>, placeOf: PlaceOf): ReadEntries {
  for (const text of texts) check(reading, text, placeOf)
  const { entries, ignored, before, count } = reading
  return {
    entries,
    ignored,
    next: (entry) => ({ ...entry, chain: chainOf(before, formatEntry(entry)) }),
    and: (more) => readOn(copyOf(reading), more, placeOf),
    checked: () => ({ count, digest: before.copy().digest('hex') }),
  }
}

function copyOf(reading: Reading): Reading {
  return {
    ...reading,
    before: reading.before.copy(),
    ends: [...reading.ends],
    entries: [...reading.entries],
    ignored: [...reading.ignored],
    keys: new Set(reading.keys),
    released: new Set(reading.released),
  }
}

function check(reading: Reading, text: string, placeOf: PlaceOf): void {
  const { before, ends, ignored, released } = reading
  const at = reading.count
  const entry = parseEntry(text, placeOf(at))
  const broken = (reason: string): Error => registryError('ledger-broken', { ...placeOf(at), reason })
  if (entry.chain === undefined && reading.isChained) throw broken('it is not chained to the entries before it')
  if (entry.chain !== undefined && !isChainedTo(before, text, entry.chain)) {
    if (ignored.length >= mostPassedOver || !isStale(text, entry.chain, ends))
      throw broken('it, or an entry before it, is not what was recorded')
    ignored.push(at)
    reading.count += 1
    return
  }
  if (entry.kind === 'assign' && !released.has(releaseIn(entry)))
    throw broken(`it assigns ${entry.model} ${entry.version}, which was never released`)
  take(reading, text, entry)
}

/** Of a text that was an entry when it was checked. Only a text of the same digest is: any other may be anything. */
function takeChecked(reading: Reading, text: string): boolean {
  const entry = tryJson(text)
  if (typeof entry !== 'object' || entry === null) return false
  take(reading, text, entry as LedgerEntry)
  return true
}

function take(reading: Reading, text: string, entry: LedgerEntry): void {
  const { before, ends, entries, keys, released } = reading
  if (entry.kind === 'release') released.add(releaseIn(entry))
  reading.isChained ||= entry.chain !== undefined
  ends.push(before.copy())
  if (ends.length > longestDelay) ends.shift()
  before.update(`${text}\n`)
  reading.count += 1
  if (keys.has(entry.key)) return
  keys.add(entry.key)
  entries.push(entry)
}

function releaseIn({ model, version }: { readonly model: string; readonly version: string }): string {
  return `${model} ${version}`
}

function isChainedTo(before: Hash | undefined, text: string, chain: string): boolean {
  return before !== undefined && chainOf(before, withoutChain(text, chain)) === chain
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
