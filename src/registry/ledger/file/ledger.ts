import { portError } from '../../../core/errors/ports.ts'
import type { Ledger, LedgerEntry } from '../../../core/ledger.ts'
import type { World } from '../../../core/world.ts'
import { author } from '../author.ts'
import { formatEntry, onePerKey, parseEntry } from '../entry.ts'
import { withLock } from '../lock.ts'
import { admit } from '../rules.ts'

/**
 * A ledger in one file: JSON lines, each flushed to disk before `append` returns, writers kept apart by `PATH.lock`.
 * The file is made with the first entry. A last line that has no newline and does not parse was cut off by a kill or a full disk: it
 * was never acknowledged, so it is dropped. One that parses counts: an editor or a merge took its newline. Damage anywhere else is
 * `ledger-broken`; a file of more than 128 MiB is `file-too-large`.
 */
export async function openFileLedger(path: string, world: World): Promise<Ledger> {
  const read = async (): Promise<LedgerEntry[]> => entriesOf(await textOf(path, world), path)
  return {
    describe: `ledger file ${path}`,
    read,
    append: (key, event) =>
      withLock(`${path}.lock`, world, async () => {
        const entries = await read()
        const known = entries.find((entry) => entry.key === key)
        if (known !== undefined) return known
        admit(entries, event, `the ledger file ${path}`)
        const entry: LedgerEntry = { ...event, key, at: world.clock.now(), by: author(world) }
        const line = world.files.masked(formatEntry(entry))
        // Read before it is written: an entry that cannot be read back would make the whole ledger unreadable.
        const written = parseEntry(line, { ledger: path, entry: key })
        await mendEnd(path, world)
        await world.files.appendLine(path, line)
        return written
      }),
    tags: async () => [],
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

function entriesOf(text: string, path: string): LedgerEntry[] {
  const entries: LedgerEntry[] = []
  for (const line of linesOf(text))
    entries.push(parseEntry(line, { ledger: path, entry: `line ${entries.length + 1}` }))
  return onePerKey(entries)
}

/** One at a time: the first that is no entry ends it, and a file of nothing but line breaks would be millions. */
function* linesOf(text: string): Generator<string> {
  let begin = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', begin)) {
    yield text.slice(begin, end)
    begin = end + 1
  }
  const last = text.slice(begin)
  if (isWhole(last)) yield last
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

/** Ends the file with a whole line: adds the newline that is missing, or cuts a torn line off. All or nothing. */
async function mendEnd(path: string, world: World): Promise<void> {
  const text = await textOf(path, world)
  if (text === '' || text.endsWith('\n')) return
  const end = text.lastIndexOf('\n') + 1
  const mended = isWhole(text.slice(end)) ? `${text}\n` : text.slice(0, end)
  await world.files.write(path, new TextEncoder().encode(mended))
}
