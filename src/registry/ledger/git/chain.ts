import { registryError } from '../../errors.ts'
import { type CheckedTexts, type ReadEntries, readAfterChecked, readEntries } from '../chained.ts'
import { branch } from './branch.ts'
import type { Git } from './command.ts'
import { entryPath, formerFolder, formerPath, logFolder } from './layout.ts'
import { type Folders, filesIn, foldersOf } from './tree.ts'

export { branch }

/** The ledger branch: entry `n` came with commit `n`, so git's hashes chain the entries. */
export interface Chain extends Pick<ReadEntries, 'entries' | 'next' | 'and' | 'checked'> {
  readonly head: string | undefined
  /** Oldest first. */
  readonly commits: readonly string[]
}

export interface Reader {
  /** The ledger that ends with a commit. What was read is kept, since entries never change: only what is new is read. */
  (head: string | undefined): Promise<Chain>
  /** What stands in a ledger that was read. */
  folders(chain: Chain): Promise<Folders>
  /** Takes a ledger for read: one that was written here. */
  keep(chain: Chain, folders: Folders): void
}

/** `checked`: how far an earlier process has checked the ledger. */
export function createReader(git: Git, checked: CheckedChain | undefined): Reader {
  let known: Chain = { head: undefined, commits: [], ...readEntries([], placeIn(git)) }
  const empty = known
  let shown: { readonly head: string | undefined; readonly folders: Folders } = { head: undefined, folders: new Map() }
  const foldersAt = async (head: string | undefined): Promise<Folders> => {
    if (shown.head !== head) shown = { head, folders: await foldersOf(git, head) }
    return shown.folders
  }
  const read = async (head: string | undefined): Promise<Chain> => {
    if (head === undefined) return empty
    return (await continued(git, known, head)) ?? readChain(git, head, await foldersAt(head), checked)
  }
  return Object.assign(
    async (head: string | undefined) => {
      if (head !== known.head) known = await read(head)
      return known
    },
    {
      folders: ({ head }: Chain) => foldersAt(head),
      keep(chain: Chain, folders: Folders) {
        known = chain
        shown = { head: chain.head, folders }
      },
    },
  )
}

/** A ledger that was read and found right, up to a commit. */
export interface CheckedChain {
  readonly commit: string
  readonly texts: CheckedTexts
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
  if (history[0]?.parent !== known.head || !history.every((recording, at) => isOwn(recording, files[at], from + at)))
    return undefined
  const texts = await textsOf(git, files)
  return { head, commits: [...known.commits, ...commitsOf(history)], ...known.and(texts) }
}

async function readChain(git: Git, head: string, folders: Folders, checked: CheckedChain | undefined): Promise<Chain> {
  const placeOf = placeIn(git)
  const { ledger } = placeOf(0)
  const files = entryFiles(folders)
  const texts = await textsOf(git, files)
  const known = checked && (await checkedPart(git, head, texts, checked))
  const from = known?.commits.length ?? 0
  const last = known?.commits.at(-1)
  const history = last === head ? [] : await historyOf(git, last === undefined ? head : `${last}..${head}`)
  const commits = [...(known?.commits ?? []), ...commitsOf(history)]
  if (files.length > commits.length && (await isCutOff(git, commits[0])))
    throw registryError('ledger-shallow', { ledger })
  const read = known?.read ?? readEntries(texts, placeOf)
  if (texts.length !== commits.length || read.entries.length !== texts.length)
    throw registryError('ledger-broken', {
      ledger,
      entry: 'its end',
      reason: `${commits.length} commits hold ${read.entries.length} entries`,
    })
  admitHistory(history, files, { ledger, from, last })
  return { head, commits, ...read }
}

/** What an earlier process has found right, where the ledger still begins with it. */
async function checkedPart(
  git: Git,
  head: string,
  texts: readonly string[],
  checked: CheckedChain,
): Promise<{ readonly commits: readonly string[]; readonly read: ReadEntries } | undefined> {
  const { count } = checked.texts
  const commits = (await git(['rev-list', '--first-parent', '--reverse', head])).split('\n').slice(0, count)
  if (commits.at(-1) !== checked.commit || commits.length !== count) return undefined
  const read = readAfterChecked(texts, placeIn(git), checked.texts)
  return read && { commits, read }
}

/** The files of entries, oldest first. */
function entryFiles(folders: Folders): readonly EntryFile[] {
  const numberIn = (path: string): number => Number.parseInt(path.slice(path.lastIndexOf('/') + 1), 10)
  return [formerFolder, logFolder]
    .flatMap((top) => filesIn(folders, top))
    .map((file) => ({ file, number: numberIn(file[0]) }))
    .sort((a, b) => a.number - b.number)
    .map(({ file }) => file)
}

type EntryFile = readonly [path: string | undefined, object: string | undefined]

interface Recording {
  readonly commit: string
  readonly parent: string | undefined
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

/** The commits of the branch, oldest first, with what each did to the entries. */
async function historyOf(git: Git, range: string): Promise<readonly Recording[]> {
  return recordingsIn(await git([...historyCommand, range]))
}

function recordingsIn(log: string): readonly Recording[] {
  const recordings: (Recording & { changes: string[] })[] = []
  for (const line of log.split('\n')) {
    const [word, commit = '', parent] = line.split(' ', 3)
    if (word === 'commit') recordings.push({ commit, parent: parent || undefined, changes: [] })
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
 * leave the others. `files`: those of all entries. `from`: how many were checked before, the last with the commit `last`.
 */
function admitHistory(
  history: readonly Recording[],
  files: readonly EntryFile[],
  { ledger, from, last }: { readonly ledger: string; readonly from: number; readonly last: string | undefined },
): void {
  const at = history.findIndex((recording, index) => !isOwn(recording, files[from + index], from + index))
  const [commit, before] = [history[at]?.commit, history[at - 1]?.commit ?? last]
  if (commit === undefined) return
  throw registryError('ledger-rewritten', {
    where: ledger,
    trace: `the commit ${commit.slice(0, 12)} does more than add entry ${from + at + 1}`,
    repair: `Bring it back to what was before, and record again what was recorded since: \`git push --force-with-lease REMOTE ${before ?? commit}:${branch}\`. A clone that has not fetched since has it, too.`,
  })
}

/** Whether a commit adds the file of one entry, counted from 0, and touches no other. */
function isOwn({ changes }: Recording, [path, object]: EntryFile = [undefined, undefined], entry: number): boolean {
  return (
    changes.length === 1 &&
    changes[0] === `A ${object} ${path}` &&
    (path === entryPath(entry + 1) || path === formerPath(entry + 1))
  )
}

async function textsOf(git: Git, files: readonly EntryFile[]): Promise<readonly string[]> {
  return (
    await readObjects(
      git,
      files.map(([, object]) => object ?? ''),
    )
  ).map(({ text }) => text.trimEnd())
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
  const bytes = Buffer.from(output)
  const found: StoredObject[] = []
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
