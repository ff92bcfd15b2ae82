import type { LedgerEntry } from '../../../core/ledger.ts'
import { registryError } from '../../errors.ts'
import { readEntries } from '../chained.ts'
import type { Git } from './command.ts'

export const branch = 'refs/heads/airworthy/ledger'

/** The ledger branch: entry `n` came with commit `n`, so git's hashes chain the entries. */
export interface Chain {
  readonly head: string | undefined
  /** Oldest first. */
  readonly commits: readonly string[]
  readonly entries: readonly LedgerEntry[]
  /** The entry as it continues this ledger. */
  next(entry: LedgerEntry): LedgerEntry
}

/** Gives a reader of the ledger that ends with a commit; it keeps what it has read, since entries never change. */
export function createReader(git: Git): (head: string | undefined) => Promise<Chain> {
  const empty: Chain = { head: undefined, commits: [], ...readEntries([], placeIn(git)) }
  let known = empty
  return async (head) => {
    if (head !== known.head) known = head === undefined ? empty : await readChain(git, head)
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
  const { ledger } = placeIn(git)(0)
  const texts = (await readObjects(git, objects)).map(({ text }) => text.trimEnd())
  const { entries, next } = readEntries(texts, placeIn(git))
  if (texts.length > commits.length && (await isCutOff(git, commits[0])))
    throw registryError('ledger-shallow', { ledger })
  if (texts.length !== commits.length || entries.length !== texts.length)
    throw registryError('ledger-broken', {
      ledger,
      entry: 'its end',
      reason: `${commits.length} commits hold ${entries.length} entries`,
    })
  return { head, commits, entries, next }
}

function placeIn({ directory }: Git): (at: number) => { ledger: string; entry: string } {
  return (at) => ({ ledger: `${directory} ${branch}`, entry: `entry ${at + 1}` })
}

/** Whether the first commit that is here names one before it, which a shallow clone has left out. */
async function isCutOff(git: Git, first: string | undefined): Promise<boolean> {
  if (first === undefined) return false
  const shallow = (await git(['rev-parse', '--is-shallow-repository'])).trim() === 'true'
  // The object itself, unlike a list of commits, does not pass over a parent that is missing.
  return shallow && /^parent /m.test((await git(['cat-file', 'commit', first])).split('\n\n')[0] ?? '')
}

/** The contents of objects of any kind, in their order; empty where there is no such object. */
export async function readObjects(git: Git, objects: readonly string[]): Promise<readonly GitObject[]> {
  if (objects.length === 0) return []
  return parseObjects(await git(['cat-file', '--batch'], { input: `${objects.join('\n')}\n` }))
}

export interface GitObject {
  readonly type: string
  readonly text: string
}

/** The output of `git cat-file --batch`: a line `OBJECT TYPE BYTES`, the content, a newline; or a line `OBJECT missing`. */
function parseObjects(output: string): GitObject[] {
  const bytes = Buffer.from(output)
  const found: GitObject[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at)
    const [, type = '', length] = bytes.toString('utf8', at, end).split(' ')
    const size = Number(length)
    const isThere = Number.isInteger(size)
    found.push({ type, text: isThere ? bytes.toString('utf8', end + 1, end + 1 + size) : '' })
    at = isThere ? end + 1 + size + 1 : end + 1
  }
  return found
}
