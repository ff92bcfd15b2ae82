import { registryError } from '../../errors.ts'
import { type CheckedTexts, type ReadEntries, readChecked, readEntries } from '../chained.ts'
import { branch, shortBranch } from './branch.ts'
import type { Git } from './command.ts'
import { damaged, reading } from './damage.ts'
import { entryPath, formerFolder, formerPath, logFolder, placesFor } from './layout.ts'
import { pushBack, remoteIn } from './reason.ts'
import { type Folders, foldersOf } from './tree.ts'

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

/** The ledger with what came after its end; undefined where the commit does not continue it as it should, which `readChain` tells. */
async function continued(git: Git, known: Chain, head: string): Promise<Chain | undefined> {
  if (known.head === undefined) return undefined
  const { code, stdout } = await git.try([...historyCommand, `${known.head}..${head}`])
  const history = code === 0 ? recordingsIn(stdout) : []
  const from = known.commits.length
  if (history[0]?.parents[0] !== known.head || oddOneIn(history, from) !== undefined) return undefined
  const texts = await textsOf(git, history.map(fileOf))
  const chain = { head, commits: [...known.commits, ...commitsOf(history)], ...known.and(texts) }
  return isWhole(chain) ? chain : undefined
}

async function readChain(git: Git, head: string): Promise<Chain> {
  const { ledger } = placeIn(git)(0)
  const history = recordingsIn(await git([...historyCommand, head]))
  const commits = commitsOf(history)
  // Before anything else: what a merge leaves out is no damage, and the repair of that is another.
  admitLine(history, ledger, remoteIn(git))
  const odd = oddOneIn(history, 0)
  if (odd !== undefined && (await isCutOff(git, commits[0]))) throw registryError('ledger-shallow', { ledger })
  if (odd !== undefined) throw strayed(history, odd, ledger, remoteIn(git))
  const chain = { head, commits, ...readEntries(await textsOf(git, history.map(fileOf)), placeIn(git)) }
  if (isWhole(chain)) return chain
  throw strayed(history, firstWithoutEffect(chain), ledger, remoteIn(git))
}

/** Whether every commit has brought an entry that counts. One whose key is there already does not, nor one that is chained elsewhere. */
function isWhole({
  commits,
  entries,
  ignored,
}: Pick<ReadEntries, 'ignored' | 'entries'> & Pick<Chain, 'commits'>): boolean {
  return ignored.length === 0 && entries.length === commits.length
}

/** Which of the commits, counted from 0, has brought no entry that counts. */
function firstWithoutEffect({ ignored, linesFrom }: ReadEntries): number {
  const lines = (linesFrom(0) ?? '').trimEnd().split('\n')
  const [keys, stale] = [new Set<string>(), ignored[0] ?? Number.POSITIVE_INFINITY]
  const again = lines.findIndex((line) => keys.size === keys.add(JSON.parse(line).key).size)
  return again < 0 ? stale : Math.min(stale, again)
}

type EntryFile = readonly [path: string | undefined, object: string | undefined]

interface Recording {
  readonly commit: string
  readonly parents: readonly string[]
  /** What the commit did to files of entries. */
  readonly changes: readonly Change[]
}

interface Change {
  /** What git calls it: `A` for a file that is new, with its mode. */
  readonly kind: string
  readonly mode: string
  readonly object: string
  readonly path: string
}

/** Says itself what a user's configuration may set otherwise: such as an order of files, and which are left out. */
const historyCommand: readonly string[] = [
  'log',
  '--first-parent',
  '--reverse',
  '--diff-merges=first-parent',
  '--root',
  '--no-renames',
  '--no-relative',
  '--no-ext-diff',
  '--ignore-submodules=none',
  '-O/dev/null',
  '--raw',
  '--no-abbrev',
  '--no-notes',
  '--encoding=UTF-8',
  '-z',
  '--format=commit %H %P',
]

/** The commits of a range, oldest first, with what each did to the entries. */
function recordingsIn(log: string): readonly Recording[] {
  const recordings: (Recording & { changes: Change[] })[] = []
  const fields = log.split('\0')
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at]?.trimStart() ?? ''
    const [, mode = '', object = '', kind] = /^:\d+ (\d+) \w+ (\w+) (\w+)$/.exec(field) ?? []
    if (kind === undefined) {
      const [word, commit = '', ...parents] = field.trimEnd().split(' ')
      if (word === 'commit') recordings.push({ commit, parents: parents.filter((each) => each !== ''), changes: [] })
      continue
    }
    // The path is a field of its own, whatever it looks like.
    at += 1
    const path = fields[at] ?? ''
    if (isEntries(path)) recordings.at(-1)?.changes.push({ kind, mode, object, path })
  }
  return recordings
}

function isEntries(path: string): boolean {
  return [logFolder, formerFolder].some((folder) => path === folder || path.startsWith(`${folder}/`))
}

function fileOf({ changes: [change] }: Recording): EntryFile {
  return [change?.path, change?.object]
}

function commitsOf(history: readonly Recording[]): readonly string[] {
  return history.map(({ commit }) => commit)
}

/**
 * A commit on top is no rewriting of the branch, and may change what was recorded all the same: each has to add its own entry, and to
 * leave the others. Gives the first that does not, by its place. `from`: entries before the first of these commits.
 */
function oddOneIn(history: readonly Recording[], from: number): number | undefined {
  const at = history.findIndex((recording, index) => !isOwn(recording, from + index))
  return at < 0 ? undefined : at
}

/** That a commit, by its place, is none of the ledger's, and how the branch is brought back. */
function strayed(history: readonly Recording[], at: number, ledger: string, remote: string): Error {
  const recording = history[at]
  const commit = recording?.commit ?? ''
  const nth = `entry ${at + 1}`
  const does =
    recording?.changes.length === 0
      ? `does not add ${nth}, as each commit has to`
      : recording !== undefined && isOwn(recording, at)
        ? `adds as ${nth} what is no entry after those before it`
        : `does more than add ${nth}`
  const trace = `the commit ${commit.slice(0, 12)} ${does}`
  return registryError('ledger-rewritten', { where: ledger, trace, repair: repairOf(history, at, remote) })
}

function repairOf(history: readonly Recording[], at: number, remote: string): string {
  const [before, end] = [history[at - 1]?.commit, history.at(-1)?.commit]
  if (before === undefined)
    return `No ledger begins so. If it is a branch of yours, call it something else: \`git branch -m ${shortBranch} NAME\`. If the ledger was there, put it back from a clone that has it: \`${pushBack(remote, branch, end)}\`.`
  const since = at === history.length - 1 ? '' : ', and record again what was recorded since'
  return `Bring it back to what was before${since}: here, \`git update-ref --no-deref ${branch} ${before}\`, and at a remote that has it, \`${pushBack(remote, before, end)}\`. A clone that has not fetched since has it, too.`
}

/** A commit of the ledger has one parent at most: a merge holds the end that others know, and follows another line of entries. */
function admitLine(history: readonly Recording[], ledger: string, remote: string): void {
  const merge = history.find(({ parents }) => parents.length > 1)
  if (merge === undefined) return
  throw registryError('ledger-rewritten', {
    where: ledger,
    trace: `the commit ${merge.commit.slice(0, 12)} is a merge, which puts other entries in the place of what was recorded`,
    repair: `Bring it back to the end that it had, one of ${merge.parents.map((each) => each.slice(0, 12)).join(' and ')}: \`${pushBack(remote, 'COMMIT', history.at(-1)?.commit)}\`. A clone that has not fetched since tells which.`,
  })
}

/** Whether a commit adds the file of one entry, counted from 0, and touches no other. A merge would bring another line of entries. */
function isOwn({ changes: [change, ...others], parents }: Recording, entry: number): boolean {
  return (
    parents.length <= 1 &&
    others.length === 0 &&
    change?.kind === 'A' &&
    change.mode === '100644' &&
    (change.path === entryPath(entry + 1) || change.path === formerPath(entry + 1))
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
