import { createHash, type Hash } from 'node:crypto'
import type { LedgerEntry } from '../../core/ledger.ts'
import { registryError } from '../errors.ts'
import { formatEntry, parseEntry, tryJson } from './entry.ts'
import { joinLines } from './lines.ts'

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
  /** The texts from one on, counted from 0, each with a newline; undefined where they were not read one by one. */
  linesFrom(count: number): string | undefined
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
 * As `readEntries`, of the lines that an earlier reader has checked: a text of the same digest is what it was then. Undefined where it is
 * another.
 */
export function readChecked(text: string, placeOf: PlaceOf, checked: CheckedTexts): ReadEntries | undefined {
  const entries = tryJson(`[${text.slice(0, -1).replaceAll('\n', ',')}]`)
  if (!Array.isArray(entries) || entries.length !== checked.count || !entries.every(isObject)) return undefined
  const reading: Reading = { ...startedReading(), base: text, baseCount: checked.count, count: checked.count }
  // Of the ends of the last entries alone anything may be asked.
  const late = lastLines(text, longestDelay)
  reading.before.update(text.slice(0, late))
  for (const line of text.slice(late, -1).split('\n')) hash(reading, line)
  if (reading.before.copy().digest('hex') !== checked.digest) return undefined
  // Whoever wrote down the digest need not have been one of us: the writer of the last entry has vouched for the others.
  const last = entries.at(-1) as LedgerEntry
  const lastText = text.slice(lastLines(text, 1), -1)
  if (last.chain !== undefined && !isChainedTo(reading.ends.at(-1), lastText, last.chain)) return undefined
  for (const entry of entries as LedgerEntry[]) take(reading, entry)
  return reading.entries.length === checked.count ? readOn(reading, [], placeOf) : undefined
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null
}

/** Where the last lines of a text begin, each of which has a newline. */
function lastLines(text: string, count: number): number {
  let at = text.length - 1
  for (let line = 0; line < count && at >= 0; line++) at = at === 0 ? -1 : text.lastIndexOf('\n', at - 1)
  return at + 1
}

/** How far a ledger has been read. Entries with a key that was there before count for nothing, and stand in the chain all the same. */
interface Reading {
  readonly before: Hash
  /** What `before` was before each of the last entries, and after those without effect. */
  readonly ends: Hash[]
  readonly entries: LedgerEntry[]
  readonly ignored: number[]
  readonly keys: Names
  readonly released: Names
  /** The lines that were read as one text, and how many. */
  readonly base: string
  readonly baseCount: number
  /** The texts after them. */
  readonly texts: string[]
  isChained: boolean
  count: number
}

function startedReading(): Reading {
  return {
    before: createHash('sha256'),
    ends: [],
    entries: [],
    ignored: [],
    keys: createNames([]),
    released: createNames([]),
    base: '',
    baseCount: 0,
    texts: [],
    isChained: false,
    count: 0,
  }
}

/** A large set that is copied often: the copy shares what was there. */
interface Names {
  has(name: string): boolean
  add(name: string): void
  copy(): Names
}

function createNames(shared: readonly ReadonlySet<string>[]): Names {
  const own = new Set<string>()
  const all = [...shared, own]
  return {
    has: (name) => all.some((names) => names.has(name)),
    add: (name) => void own.add(name),
    // What was copied is not added to any more: only the copy is read on.
    copy: () => createNames(all.length > mostShared ? [new Set(all.flatMap((names) => [...names]))] : [...all]),
  }
}

const mostShared = 16

function readOn(reading: Reading, texts: Iterable<string>, placeOf: PlaceOf): ReadEntries {
  for (const text of texts) check(reading, text, placeOf)
  const { entries, ignored, before, count } = reading
  return {
    entries,
    ignored,
    next: (entry) => ({ ...entry, chain: chainOf(before, formatEntry(entry)) }),
    and: (more) => readOn(copyOf(reading), more, placeOf),
    checked: () => ({ count, digest: before.copy().digest('hex') }),
    linesFrom(from) {
      if (from === 0) return reading.base + joinLines(reading.texts)
      return from < reading.baseCount ? undefined : joinLines(reading.texts.slice(from - reading.baseCount))
    },
  }
}

function copyOf(reading: Reading): Reading {
  return {
    ...reading,
    before: reading.before.copy(),
    ends: [...reading.ends],
    entries: [...reading.entries],
    ignored: [...reading.ignored],
    texts: [...reading.texts],
    keys: reading.keys.copy(),
    released: reading.released.copy(),
  }
}

function check(reading: Reading, text: string, placeOf: PlaceOf): void {
  const { before, ends, ignored, released } = reading
  const at = reading.count
  const entry = parseEntry(text, placeOf(at))
  const broken = (reason: string): Error => registryError('ledger-broken', { ...placeOf(at), reason })
  if (entry.chain === undefined && reading.isChained) throw broken('it is not chained to the entries before it')
  if (entry.chain !== undefined && !isChainedTo(before, text, entry.chain)) {
    const end = ignored.length < mostPassedOver ? staleEnd(text, entry.chain, ends) : undefined
    if (end === undefined) throw broken('it, or an entry before it, is not what was recorded')
    // What was appended together with it continues it.
    addEnd(reading, end.copy().update(`${text}\n`))
    ignored.push(at)
    reading.count += 1
    return
  }
  if (entry.kind === 'assign' && !released.has(releaseIn(entry)))
    throw broken(`it assigns ${entry.model} ${entry.version}, which was never released`)
  hash(reading, text)
  reading.texts.push(text)
  reading.count += 1
  take(reading, entry)
}

function hash(reading: Reading, text: string): void {
  addEnd(reading, reading.before.copy())
  reading.before.update(`${text}\n`)
}

function addEnd({ ends }: Reading, end: Hash): void {
  ends.push(end)
  if (ends.length > longestDelay) ends.shift()
}

function take(reading: Reading, entry: LedgerEntry): void {
  const { entries, keys, released } = reading
  if (entry.kind === 'release') released.add(releaseIn(entry))
  reading.isChained ||= entry.chain !== undefined
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

/** The end after which a text was written that has fewer entries before it than stand there: one of the last ends. */
function staleEnd(text: string, chain: string, ends: readonly Hash[]): Hash | undefined {
  const own = withoutChain(text, chain)
  return ends.find((end) => chainOf(end, own) === chain)
}
