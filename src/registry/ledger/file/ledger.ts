import { portError } from '../../../core/errors/ports.ts'
import type { Ledger, LedgerEntry, LedgerEvent, LedgerRecord } from '../../../core/ledger.ts'
import { withAppend } from '../../../core/with-append.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { author } from '../author.ts'
import { withCallContext } from '../call-context.ts'
import { type ReadEntries, readEntries } from '../chained.ts'
import { formatEntry, parseEntry } from '../entry.ts'
import { withLock } from '../lock.ts'
import { maskedEvent } from '../names.ts'
import { admit } from '../rules.ts'
import { keepTornLine, keptTornLines, type TornLine, takes, tornRemark } from './torn.ts'

/**
 * A ledger in one file: JSON lines, each flushed to disk before `append` returns, writers kept apart by `PATH.lock`.
 * The file is made with the first entry, at once: one that has something in it and no entry is damaged. A last line that has no newline
 * and does not parse counts for nothing: it is kept aside before the next entry, and is among the remarks. One that parses counts: an
 * editor or a merge took its newline. Damage anywhere else is `ledger-broken`; a file that lacks what was read of it or written before is
 * `ledger-rewritten`, and one of more than 128 MiB `file-too-large`.
 */
export async function openFileLedger(given: string, world: World): Promise<Ledger> {
  // Whatever leads to a file, it has one lock.
  const path = await world.files.realPath(given)
  let known = { text: '', read: readEntries([], placeIn(path)) }
  /** A file that only grew is read from where it ended before. */
  const read = async (): Promise<ReadEntries> => {
    const text = await textOf(path, world)
    const grew = known.text.endsWith('\n') && text.startsWith(known.text)
    const read = grew
      ? known.read.and(entryTextsIn(text.slice(known.text.length)))
      : readEntries(entryTextsIn(text), placeIn(path))
    // The first entries were written at once: no kill leaves a part of them.
    if (read.entries.length === 0 && text.trim() !== '')
      throw registryError('ledger-broken', { ...placeIn(path)(0), reason: 'no entry begins there' })
    if (!grew) admitGrowth(path, known.read, read)
    known = { text, read }
    return read
  }
  const tornLines = async (): Promise<readonly TornLine[]> => {
    const text = endOf(known.text)
    return [...(await keptTornLines(path, world)), ...(isTorn(text) ? [{ kept: undefined, text }] : [])]
  }
  const append = async (records: readonly LedgerRecord[]): Promise<readonly LedgerEntry[]> => {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = await read()
      const torn = await tornLines()
      const { entries, fresh } = await draftOf({ before, torn }, records, path, world)
      if (fresh.length === 0) return entries
      const lines = fresh.map(formatEntry).join('\n')
      if (await world.files.exists(path)) {
        if (!(await mendEnd(path, world))) continue
        await world.files.appendLine(path, lines)
      } else if (!(await world.files.createExclusive(path, `${lines}\n`))) continue
      // A writer that took the lock away meanwhile may have been first: then these entries do not count.
      const chains = new Set((await read()).entries.map(({ chain }) => chain))
      if (fresh.every(({ chain }) => chains.has(chain))) return entries
    }
    throw registryError('ledger-busy', { lock: `${path}.lock`, holder: undefined })
  }
  return withAppend({
    describe: `ledger file ${given}`,
    read: async () => (await read()).entries,
    appendAll: (records, context) =>
      withCallContext(context, () => withLock(`${path}.lock`, world, () => append(records))),
    tags: async () => [],
    remarks: async () => {
      const { ignored } = await read()
      const torn = await tornLines()
      return [...ignored.map(staleRemark), ...torn.map((each) => tornRemark(each, known.text.split('\n').length))]
    },
  })
}

/** An older file that was put in the place of this one is whole in itself. Throws `ledger-rewritten`. */
function admitGrowth(path: string, before: ReadEntries, now: ReadEntries): void {
  const count = before.entries.length
  const [last, found] = [before.entries[count - 1], now.entries[count - 1]]
  if (last === undefined || (last.key === found?.key && last.chain === found.chain)) return
  throw registryError('ledger-rewritten', {
    where: path,
    trace: `its entry ${count}, ${last.key}, is not there any more`,
    repair: 'Put the file back as it was, from a copy or with what version control has of it, and run this again.',
  })
}

const attempts = 5

function staleRemark(at: number): string {
  return `Line ${at + 1} counts for nothing: it continues an earlier end, as a writer that had lost its lock would. Take it out if nobody knows of it; nothing rests on it.`
}

/** The entries of some records, and those of them that are not in the ledger yet: nothing is written before all of them are let in. */
async function draftOf(
  { before, torn }: { readonly before: ReadEntries; readonly torn: readonly TornLine[] },
  records: readonly LedgerRecord[],
  path: string,
  world: World,
): Promise<{ readonly entries: readonly LedgerEntry[]; readonly fresh: readonly LedgerEntry[] }> {
  const [entries, fresh]: [LedgerEntry[], LedgerEntry[]] = [[], []]
  let draft = before
  for (const { key: wanted, event: given } of records) {
    const key = world.files.maskedValue(wanted)
    const event = maskedEvent(given, world)
    const known = draft.entries.find((entry) => entry.key === key)
    entries.push(known ?? (await entryOf(key, event)))
    if (known !== undefined) continue
    const entry = entries.at(-1) as LedgerEntry
    fresh.push(entry)
    draft = draft.and([formatEntry(entry)])
  }
  return { entries, fresh }

  async function entryOf(key: string, event: LedgerEvent): Promise<LedgerEntry> {
    const at = world.clock.now()
    admit(draft.entries, event, `the ledger file ${path}`, at)
    if (event.kind === 'release' && torn.some((line) => takes(line, { key, ...event })))
      throw registryError('version-exists', { ...event, where: `a line that was cut off the end of ${path}` })
    const entry: LedgerEntry = { ...event, key, at, by: await author(world) }
    // Read before it is written: an entry that cannot be read back would make the whole ledger unreadable.
    return draft.next(parseEntry(formatEntry(world.files.maskedValue(entry)), { ledger: path, entry: key }))
  }
}

/** Bytes: hundreds of thousands of entries. All of them are read to know what serves. */
const largestLedger = 2 ** 27

async function textOf(path: string, { files }: World): Promise<string> {
  const bytes = await files.size(path)
  if (bytes !== undefined && bytes > largestLedger)
    throw portError('file-too-large', { path, what: 'a ledger', count: bytes, of: 'bytes', limit: largestLedger })
  if (bytes === undefined) {
    if (await files.exists(path)) throw portError('file-denied', { path, reason: 'it is a directory' })
    return ''
  }
  return files.readText(path)
}

/**
 * The texts of its entries, one at a time: the first that is no entry ends the reading, and a file of nothing but line breaks would be
 * millions of them.
 */
function* entryTextsIn(text: string): Generator<string> {
  let begin = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
    yield text.slice(begin, end).replace(/\r$/, '')
    begin = end + 1
  }
  const last = text.slice(begin).replace(/\r$/, '')
  // One that was cut off is no whole line with another character where its line feed should be: that is damage, for whoever parses it.
  if (isWhole(last) || isWhole(last.slice(0, -1))) yield last
}

function placeIn(path: string): (at: number) => { ledger: string; entry: string } {
  return (at) => ({ ledger: path, entry: `line ${at + 1}` })
}

/**
 * Whether a last line without its newline is all there. No beginning of an object is JSON, so that what parses was not cut off; whether
 * it is an entry is asked as of any other line.
 */
function isWhole(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}

/** What stands after the last line feed. */
function endOf(text: string): string {
  return text.slice(text.lastIndexOf('\n') + 1)
}

function isTorn(end: string): boolean {
  return end.trim() !== '' && !isWhole(end)
}

/**
 * Ends the file with a whole line: adds the newline that is missing, or moves a torn line to a file of its own. False where another writer
 * was faster.
 */
async function mendEnd(path: string, world: World): Promise<boolean> {
  const bytes = await world.files.read(path)
  const end = bytes.subarray(bytes.lastIndexOf(0x0a) + 1)
  if (end.length === 0) return true
  const text = new TextDecoder().decode(end)
  if (isWhole(text)) {
    await world.files.appendLine(path, '')
    return true
  }
  if (isTorn(text)) await keepTornLine(path, end, world)
  return world.files.cutEnd(path, end)
}
