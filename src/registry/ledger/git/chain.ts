import type { LedgerEntry } from '../../../core/ledger.ts'
import { registryError } from '../../errors.ts'
import { onePerKey, parseEntry } from '../entry.ts'
import type { Git } from './command.ts'

export const branch = 'refs/heads/airworthy/ledger'

/** The ledger branch: entry `n` came with commit `n`, so git's hashes chain the entries. */
export interface Chain {
  readonly head: string | undefined
  /** Oldest first. */
  readonly commits: readonly string[]
  readonly entries: readonly LedgerEntry[]
}

/** Gives a reader that keeps what it has read: entries never change, so only new ones are fetched. */
export function createReader(git: Git): () => Promise<Chain> {
  let known: Chain = { head: undefined, commits: [], entries: [] }
  return async () => {
    const head = (await git(['for-each-ref', '--format=%(objectname)', branch])).trim() || undefined
    if (head !== known.head)
      known = head === undefined ? { head, commits: [], entries: [] } : await readChain(git, head)
    return known
  }
}

async function readChain(git: Git, head: string): Promise<Chain> {
  const commits = (await git(['rev-list', '--reverse', '--first-parent', head])).trim().split('\n')
  const files = await git(['ls-tree', '-z', `${head}:entries`])
  const objects = files
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.split(/[ \t]/)[2] ?? '')
  const entries = parseObjects(await git(['cat-file', '--batch'], { input: `${objects.join('\n')}\n` }), git.directory)
  if (entries.length !== commits.length || onePerKey(entries).length !== entries.length)
    throw registryError('ledger-broken', {
      ledger: `${git.directory} ${branch}`,
      entry: 'its end',
      reason: `${commits.length} commits hold ${entries.length} entries`,
    })
  return { head, commits, entries }
}

/** The output of `git cat-file --batch`: a line `OBJECT TYPE BYTES`, the content, a newline. */
function parseObjects(output: string, ledger: string): LedgerEntry[] {
  const bytes = Buffer.from(output)
  const entries: LedgerEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at)
    const size = Number(bytes.toString('utf8', at, end).split(' ')[2])
    const text = Number.isInteger(size) ? bytes.toString('utf8', end + 1, end + 1 + size) : ''
    entries.push(parseEntry(text, { ledger: `${ledger} ${branch}`, entry: `entry ${entries.length + 1}` }))
    at = end + 1 + size + 1
  }
  return entries
}
