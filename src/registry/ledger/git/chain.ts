import type { LedgerEntry } from '../../../core/ledger.ts'
import { registryError } from '../../errors.ts'
import { readEntries } from '../chained.ts'
import { branch } from './branch.ts'
import type { Git } from './command.ts'

export { branch }

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
  const history = await historyOf(git, head)
  const commits = history.map(({ commit }) => commit)
  const files = await git(['ls-tree', '-z', `${head}:entries`])
  const objects = files
    .split('\0')
    .filter((line) => line !== '')
    .map((line) => line.split(/[ \t]/)[2] ?? '')
  const { ledger } = placeIn(git)(0)
  if (objects.length > commits.length && (await isCutOff(git, commits[0])))
    throw registryError('ledger-shallow', { ledger })
  const texts = (await readObjects(git, objects)).map(({ text }) => text.trimEnd())
  const { entries, next } = readEntries(texts, placeIn(git))
  if (texts.length !== commits.length || entries.length !== texts.length)
    throw registryError('ledger-broken', {
      ledger,
      entry: 'its end',
      reason: `${commits.length} commits hold ${entries.length} entries`,
    })
  admitHistory(history, objects, ledger)
  return { head, commits, entries, next }
}

interface Recording {
  readonly commit: string
  /** What the commit did to entries: a letter of git's, the object, the path. */
  readonly changes: readonly string[]
}

/** The commits of the branch, oldest first, with what each did to the entries. */
async function historyOf(git: Git, head: string): Promise<readonly Recording[]> {
  const options = ['--first-parent', '--reverse', '--diff-merges=first-parent', '--root', '--no-renames', '--raw']
  const log = await git(['log', ...options, '--no-abbrev', '--format=commit %H', head])
  const recordings: { commit: string; changes: string[] }[] = []
  for (const line of log.split('\n')) {
    if (line.startsWith('commit ')) recordings.push({ commit: line.slice('commit '.length), changes: [] })
    const [, object = '', change = '', path = ''] = /^:\d+ \d+ \w+ (\w+) (\w+)\t(.*)$/.exec(line) ?? []
    if (path.startsWith('entries/')) recordings.at(-1)?.changes.push(`${change} ${object}`)
  }
  return recordings
}

/**
 * A commit on top is no rewriting of the branch, and may change what was recorded all the same: each has to add its own entry, and to
 * leave the others.
 */
function admitHistory(history: readonly Recording[], objects: readonly string[], ledger: string): void {
  const at = history.findIndex(({ changes }, index) => changes.length !== 1 || changes[0] !== `A ${objects[index]}`)
  const [commit, before] = [history[at]?.commit, history[at - 1]?.commit]
  if (commit === undefined) return
  throw registryError('ledger-rewritten', {
    where: ledger,
    trace: `the commit ${commit.slice(0, 12)} does more than add entry ${at + 1}`,
    repair: `Bring it back to what was before, and record again what was recorded since: \`git push --force-with-lease REMOTE ${before ?? commit}:${branch}\`. A clone that has not fetched since has it, too.`,
  })
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
