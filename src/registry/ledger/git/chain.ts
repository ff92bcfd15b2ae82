import { registryError } from '../../errors.ts'
import { type CheckedTexts, type ReadEntries, readChecked, readEntries } from '../chained.ts'
import { branch } from './branch.ts'
import type { Git } from './command.ts'
import { damaged, reading } from './damage.ts'
import { entryPath, formerFolder, formerPath, logFolder, placesFor } from './layout.ts'
import { remoteIn } from './reason.ts'
import { type Folders, filesIn, foldersOf } from './tree.ts'

export { branch }

/** The ledger branch: entry `n` came with commit `n`, so git's hashes chain the entries. */
export interface Chain extends Omit<ReadEntries, 'ignored'> {
  readonly head: string | undefined
  /** Oldest first. */
  readonly commits: readonly string[]
}

export interface Reader {
  /** The ledger that ends with a commit. What was read is kept, since entries never change: only what is new is read. */
  (head: string | undefined): Promise<Chain>
  /** What stands in a ledger that was read, as far as another entry changes it. */
  folders(chain: Chain): Promise<Folders>
  /** Takes a ledger for read: one that was written here. */
  keep(chain: Chain, folders: Folders): void
}

/** `before`: what an earlier process has read and checked. */
export function createReader(git: Git, before: Chain | undefined): Reader {
  const empty: Chain = { head: undefined, commits: [], ...readEntries([], placeIn(git)) }
  let known = before ?? empty
  let shown: { readonly head: string | undefined; readonly folders: Folders } = { head: undefined, folders: new Map() }
  const read = async (head: string | undefined): Promise<Chain> => {
    if (head === undefined) return empty
    return reading(git, async () => (await continued(git, known, head)) ?? readChain(git, head))
  }
  return Object.assign(
    async (head: string | undefined) => {
      if (head !== known.head) known = await read(head)
      return known
    },
    {
      async folders({ head, commits }: Chain) {
        if (shown.head !== head)
          shown = { head, folders: await reading(git, () => foldersOf(git, head, placesFor(commits.length + 1))) }
        return shown.folders
      },
      keep(chain: Chain, folders: Folders) {
        known = chain
        shown = { head: chain.head, folders }
      },
    },
  )
}

/** The ledger that an earlier process has read and checked, from its texts; undefined where these or the commits are others. */
export async function checkedChain(
  git: Git,
  { commit, texts }: { readonly commit: string; readonly texts: CheckedTexts },
  text: string,
): Promise<Chain | undefined> {
  const read = readChecked(text, placeIn(git), texts)
  const { code, stdout } = await git.try(['rev-list', '--first-parent', '--reverse', commit])
  const commits = stdout.trimEnd().split('\n')
  return code === 0 && read !== undefined && commits.length === texts.count
    ? { head: commit, commits, ...read }
    : undefined
}

/** The ledger with what came after its end; undefined where the commit does not continue it as it should. */
async function continued(git: Git, known: Chain, head: string): Promise<Chain | undefined> {
  if (known.head === undefined) return undefined
  const { code, stdout } = await git.try([...historyCommand, `${known.head}..${head}`])
  const history = code === 0 ? recordingsIn(stdout) : []
  const files = history.map(({ changes: [first = ''] }) => {
    const [, object, path] = first.split(' ')
    return [path, object] as const
  })
  const from = known.commits.length
  if (
    history[0]?.parents[0] !== known.head ||
    !history.every((recording, at) => isOwn(recording, files[at], from + at))
  )
    return undefined
  const texts = await textsOf(git, files)
  return { head, commits: [...known.commits, ...commitsOf(history)], ...known.and(texts) }
}

async function readChain(git: Git, head: string): Promise<Chain> {
  const { ledger } = placeIn(git)(0)
  const history = recordingsIn(await git([...historyCommand, head]))
  const commits = commitsOf(history)
  // Before anything else: what a merge leaves out is no damage, and the repair of that is another.
  admitLine(history, ledger, remoteIn(git))
  const files = await entryFiles(git, head)
  if (files.length > commits.length && (await isCutOff(git, commits[0])))
    throw registryError('ledger-shallow', { ledger })
  const read = readEntries(await textsOf(git, files), placeIn(git))
  if (files.length !== commits.length || read.entries.length !== files.length)
    throw registryError('ledger-broken', {
      ledger,
      entry: 'its end',
      reason: `${commits.length} commits hold ${read.entries.length} entries`,
    })
  admitHistory(history, files, ledger, remoteIn(git))
  return { head, commits, ...read }
}

/** The files of entries, oldest first. */
async function entryFiles(git: Git, head: string): Promise<readonly EntryFile[]> {
  const numberIn = (path: string): number => Number.parseInt(path.slice(path.lastIndexOf('/') + 1), 10)
  return (await filesIn(git, head, [formerFolder, logFolder]))
    .map((file) => ({ file, number: numberIn(file[0]) }))
    .sort((a, b) => a.number - b.number)
    .map(({ file }) => file)
}

type EntryFile = readonly [path: string | undefined, object: string | undefined]

interface Recording {
  readonly commit: string
  readonly parents: readonly string[]
  /** What the commit did to entries: a letter of git's, the object, the path. */
  readonly changes: readonly string[]
}

const historyCommand: readonly string[] = [
  'log',
  '--first-parent',
  '--reverse',
  '--diff-merges=first-parent',
  '--root',
  '--no-renames',
  '--raw',
  '--no-abbrev',
  '--format=commit %H %P',
]

/** The commits of a range, oldest first, with what each did to the entries. */
function recordingsIn(log: string): readonly Recording[] {
  const recordings: (Recording & { changes: string[] })[] = []
  for (const line of log.split('\n')) {
    const [word, commit = '', ...parents] = line.split(' ')
    if (word === 'commit') recordings.push({ commit, parents: parents.filter((each) => each !== ''), changes: [] })
    const [, object = '', change = '', path = ''] = /^:\d+ \d+ \w+ (\w+) (\w+)\t(.*)$/.exec(line) ?? []
    if (path.startsWith(`${logFolder}/`) || path.startsWith(`${formerFolder}/`))
      recordings.at(-1)?.changes.push(`${change} ${object} ${path}`)
  }
  return recordings
}

function commitsOf(history: readonly Recording[]): readonly string[] {
  return history.map(({ commit }) => commit)
}

/**
 * A commit on top is no rewriting of the branch, and may change what was recorded all the same: each has to add its own entry, and to
 * leave the others. `files`: those of all entries.
 */
function admitHistory(
  history: readonly Recording[],
  files: readonly EntryFile[],
  ledger: string,
  remote: string,
): void {
  const at = history.findIndex((recording, index) => !isOwn(recording, files[index], index))
  const [commit, before] = [history[at]?.commit, history[at - 1]?.commit]
  if (commit === undefined) return
  throw registryError('ledger-rewritten', {
    where: ledger,
    trace: `the commit ${commit.slice(0, 12)} does more than add entry ${at + 1}`,
    repair: `Bring it back to what was before, and record again what was recorded since: \`git push --force-with-lease ${remote} ${before ?? commit}:${branch}\`. A clone that has not fetched since has it, too.`,
  })
}

/** A commit of the ledger has one parent at most: a merge holds the end that others know, and follows another line of entries. */
function admitLine(history: readonly Recording[], ledger: string, remote: string): void {
  const merge = history.find(({ parents }) => parents.length > 1)
  if (merge === undefined) return
  throw registryError('ledger-rewritten', {
    where: ledger,
    trace: `the commit ${merge.commit.slice(0, 12)} is a merge, which puts other entries in the place of what was recorded`,
    repair: `Bring it back to the end that it had, one of ${merge.parents.map((each) => each.slice(0, 12)).join(' and ')}: \`git push --force-with-lease ${remote} COMMIT:${branch}\`. A clone that has not fetched since tells which.`,
  })
}

/** Whether a commit adds the file of one entry, counted from 0, and touches no other. A merge would bring another line of entries. */
function isOwn(
  { changes, parents }: Recording,
  [path, object]: EntryFile = [undefined, undefined],
  entry: number,
): boolean {
  return (
    parents.length <= 1 &&
    changes.length === 1 &&
    changes[0] === `A ${object} ${path}` &&
    (path === entryPath(entry + 1) || path === formerPath(entry + 1))
  )
}

async function textsOf(git: Git, files: readonly EntryFile[]): Promise<readonly string[]> {
  const objects = files.map(([, object]) => object ?? '')
  return (await readObjects(git, objects)).map(({ type, text }, at) => {
    if (type === 'missing' || type === '')
      throw damaged(git, `its object ${objects[at]} is missing or corrupt`, `the file ${files[at]?.[0]}`)
    return text.trimEnd()
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
export async function readObjects(git: Git, objects: readonly string[]): Promise<readonly StoredObject[]> {
  if (objects.length === 0) return []
  return parseObjects(await git(['cat-file', '--batch'], { input: `${objects.join('\n')}\n` }))
}

interface StoredObject {
  readonly type: string
  readonly text: string
}

/** The output of `git cat-file --batch`: a line `OBJECT TYPE BYTES`, the content, a newline; or a line `OBJECT missing`. */
function parseObjects(output: string): StoredObject[] {
  // Of plain text a byte is a character, and no piece of it need be copied.
  const isPlain = Buffer.byteLength(output) === output.length
  const bytes = isPlain ? undefined : Buffer.from(output)
  const textOf = (from: number, to: number): string => bytes?.toString('utf8', from, to) ?? output.slice(from, to)
  const length = bytes?.length ?? output.length
  const found: StoredObject[] = []
  for (let at = 0; at < length; ) {
    const end = bytes?.indexOf(10, at) ?? output.indexOf('\n', at)
    const [, type = '', bytesOfIt] = textOf(at, end).split(' ')
    const size = Number(bytesOfIt)
    const isThere = Number.isInteger(size)
    found.push({ type, text: isThere ? textOf(end + 1, end + 1 + size) : '' })
    at = isThere ? end + 1 + size + 1 : end + 1
  }
  return found
}
