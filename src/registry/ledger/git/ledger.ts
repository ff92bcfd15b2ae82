import path from 'node:path'
import { UserError } from '../../../core/errors/index.ts'
import type { Ledger, LedgerEntry, LedgerEvent } from '../../../core/ledger.ts'
import type { Purpose } from '../../../core/ledger-kind.ts'
import { withAppend } from '../../../core/with-append.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { stageTag, versionTag } from '../../versions/tags.ts'
import { author } from '../author.ts'
import { formatEntry, parseEntry } from '../entry.ts'
import { withLock } from '../lock.ts'
import { maskedEvent } from '../names.ts'
import { admit } from '../rules.ts'
import { branch, type Chain, createReader } from './chain.ts'
import { type Git, openGit } from './command.ts'
import { commitEntry } from './commit.ts'
import { admitRef } from './in-the-way.ts'
import { refuseForks } from './of-fork.ts'
import { admitHead, admitTags } from './presence.ts'
import { type Refs, readRefs } from './refs.ts'
import { openRemote, type Remote, type Shared } from './remote.ts'
import { ensureTags, isHiddenIn, readTags } from './tags.ts'

/** Writers on this machine wait for one lock; only a push from elsewhere can come in between, and that seldom. */
const attempts = 10

export interface GitLedgerOptions {
  readonly repository: string
  /** The name or address of the remote whose ledger is the one that counts: an entry exists once it is there. */
  readonly remote?: string | undefined
  /** `append` unless said otherwise. To `create`, a bare repository is made in a folder that is missing or empty. */
  readonly purpose?: Purpose | undefined
}

/**
 * A ledger on the branch `airworthy/ledger` of a git repository, bare or not: one commit for each entry, the old value of the
 * branch as compare-and-swap, and annotated tags in GTO's grammar. The user's index, work tree, hooks and signing stay out of it.
 * @throws `registry-not-git`, `git-missing`, `registry-unreachable`, `ledger-missing`, `ledger-behind`, `ledger-rewritten`, and
 * from `append` `ledger-not-created` and `ref-in-the-way`.
 */
export async function openGitLedger(
  { repository, remote: remoteName, purpose = 'append' }: GitLedgerOptions,
  world: World,
): Promise<Ledger> {
  const git = await openGit(repository, purpose === 'create', world)
  if (world.trust.level === 'untrusted' && remoteName !== undefined) await admitRemote(git, remoteName, world)
  if (world.trust.level === 'untrusted') {
    await refuseForks(git, remoteName, world)
    if (remoteName === undefined) await admitBranch(git, world)
  }
  const reader = createReader(git)
  const entriesOf = async (head: string): Promise<readonly LedgerEntry[]> => (await reader(head)).entries
  const remote = remoteName === undefined ? undefined : openRemote(git, remoteName, entriesOf)
  const state = await meet(git, remote && (world.home.kind === 'local' ? remote : asFetched(git, remote)), purpose)
  await admitTags(git, await reader(state.head), await readTags(git, state.tags))
  // One who only looks goes by what was there when it opened the ledger: nothing here follows it.
  const headNow = async (): Promise<string | undefined> => (purpose === 'look' ? state : await readRefs(git)).head
  const read = async (): Promise<Chain> => reader(await headNow())
  const ensure = createEnsure(git, remote)
  return withAppend({
    describe: `git registry at ${repository}${remoteName === undefined ? '' : `, shared at ${remoteName}`}`,
    read: async () => (await read()).entries,
    appendAll: (records) =>
      withLock(path.join(git.common, 'airworthy-ledger.lock'), world, async () => {
        const entries: LedgerEntry[] = []
        for (const { key, event } of records)
          entries.push(await appendTo({ git, remote, purpose, read, world }, key, event))
        await ensure(await read())
        return entries
      }),
    tags: async () => [...(purpose === 'look' ? state : await readRefs(git)).tags.keys()].sort(),
  })
}

/** What is here and at the remote, once nothing speaks against it: the repository follows the remote, unless it is only looked at. */
async function meet(git: Git, remote: Remote | undefined, purpose: Purpose, model?: string): Promise<Together> {
  const [here, there] = [await readRefs(git), await remote?.look(model)]
  await admitHead(git, here, there)
  if (there === undefined) return { ...here, names: [] }
  admitSameTags(here, there)
  if (purpose !== 'look') await follow(git, here, there)
  return { head: there.head, tags: new Map([...here.tags, ...there.tags]), names: there.names }
}

/**
 * A job that may only read often has no credentials for the remote of a private repository, and has fetched all of it a moment ago: that
 * is what it goes by then. To append, the remote itself is asked.
 */
function asFetched(git: Git, remote: Remote): Remote {
  return {
    ...remote,
    async look() {
      try {
        return await remote.look()
      } catch (thrown) {
        if (!(thrown instanceof UserError) || thrown.code !== 'registry-unreachable' || !asksWho.test(thrown.message))
          throw thrown
        const { seen, tags } = await readRefs(git)
        const head = seen.get(remote.name)
        if (head === undefined) throw thrown
        return { remote: remote.name, head, tags, ours: new Map(), names: [] }
      }
    },
  }
}

/** What git says where a remote wants to know who asks. A remote that is away is another matter: what was fetched may be old. */
const asksWho =
  /could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied|Repository not found|returned error: 40[13]/i

interface Together extends Pick<Refs, 'head' | 'tags'> {
  /** The names of refs at the remote. */
  readonly names: readonly string[]
}

function admitSameTags({ tags }: Refs, there: Shared): void {
  const other = [...there.ours].find(([name, object]) => (tags.get(name) ?? object) !== object)?.[0]
  if (other === undefined) return
  throw registryError('ledger-rewritten', {
    where: there.remote,
    trace: `the tag ${other} there is another than here`,
    repair: `Find out which one is right; then delete the one here, \`git tag -d '${other}'\`, or put it back there.`,
  })
}

/** Moves the branch on, and makes the tags that others have made. Another process may do the same meanwhile. */
async function follow(git: Git, here: Refs, { head, ours }: Shared): Promise<void> {
  if (head !== undefined && head !== here.head) {
    if (here.head === undefined) await admitRef(git, branch)
    await git.try(['update-ref', '-m', 'airworthy', branch, head, here.head ?? ''])
  }
  const missing = [...ours].filter(([name]) => !here.tags.has(name))
  if (missing.length === 0) return
  const input = missing.map(([name, object]) => `create refs/tags/${name} ${object}\n`).join('')
  const made = await git.try(['update-ref', '--stdin'], { input })
  // All or none of them are made: a tag of this repository that is in the way of one is named when it matters.
  if (made.code !== 0)
    for (const [name, object] of missing) await git.try(['update-ref', `refs/tags/${name}`, object, ''])
}

/** A pull request may come from a branch that is called as the ledger is, and be checked out as it. Throws `registry-untrusted`. */
async function admitBranch(git: Git, { trust }: World): Promise<void> {
  const { head, seen } = await readRefs(git)
  if (head === undefined || seen.size === 0 || [...seen.values()].includes(head)) return
  const reason = `its branch ${branch.slice('refs/heads/'.length)} is not what was fetched of one`
  throw registryError('registry-untrusted', { path: git.directory, reason, why: trust.why })
}

/** An address in a pipeline that anybody may have written leads anywhere. Throws `registry-untrusted`. */
async function admitRemote(git: Git, remote: string, { trust }: World): Promise<void> {
  const names = (await git(['remote'])).split('\n').filter((name) => name !== '')
  if (names.includes(remote)) return
  const reason = `the checkout names no remote ${remote}`
  throw registryError('registry-untrusted', { path: git.directory, reason, why: trust.why })
}

interface Writing {
  readonly git: Git
  readonly remote: Remote | undefined
  readonly purpose: Purpose
  read(): Promise<Chain>
  readonly world: World
}

async function appendTo(
  { git, remote, purpose, read, world }: Writing,
  wanted: string,
  given: LedgerEvent,
): Promise<LedgerEntry> {
  const key = world.files.maskedValue(wanted)
  const event = maskedEvent(given, world)
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const { names } = await meet(git, remote, purpose, 'model' in event ? event.model : undefined)
    const chain = await read()
    const known = chain.entries.find((entry) => entry.key === key)
    if (known !== undefined) return known
    const at = world.clock.now()
    admit(chain.entries, event, `the git registry ${git.directory}`, at)
    if (chain.head === undefined) await admitRef(git, branch, names)
    await admitTag(git, chain, event, names)
    const entry = chain.next(masked({ ...event, key, at, by: author(world) }, world))
    if ((await commitEntry(git, chain, entry, remote)) !== undefined) return entry
    await clearStaleLock(git, world, attempt)
    await world.clock.sleep(20 * attempt + (world.processes.pid % 17))
  }
  throw registryError('ledger-busy', { lock: lockOf(git), holder: undefined })
}

/** A version that others have tagged is taken, though the ledger does not know it. A tag that cannot be made is told before anything is recorded. */
async function admitTag(
  git: Git,
  { entries }: Chain,
  event: LedgerEvent,
  namesThere: readonly string[],
): Promise<void> {
  if ((event.kind !== 'release' && event.kind !== 'assign') || isHiddenIn(entries, event)) return
  const { model, version } = event
  // Which number an assignment gets makes no difference to what is in its way.
  const name = event.kind === 'release' ? versionTag(model, version) : stageTag(model, event.stage, 1)
  await admitRef(git, `refs/tags/${name}`, namesThere)
  if (event.kind === 'assign') return
  const taken = await git.try(['rev-parse', '--verify', '--quiet', `refs/tags/${name}`])
  if (taken.code === 0 || namesThere.includes(`refs/tags/${name}`))
    throw registryError('version-exists', { model, version, where: 'the tags of the repository' })
}

function masked(entry: LedgerEntry, { files }: World): LedgerEntry {
  return parseEntry(formatEntry(files.maskedValue(entry)), { ledger: branch, entry: entry.key })
}

/**
 * git's own lock on the branch outlives a git that was killed. We hold the lock of all our writers, so a lock that is
 * still there after several attempts belongs to nobody.
 */
async function clearStaleLock(git: Git, { files }: World, attempt: number): Promise<void> {
  if (attempt === attempts - 2) await files.remove(lockOf(git))
}

function lockOf(git: Git): string {
  return path.join(git.common, `${branch}.lock`)
}

/** Tags are looked at once when this process first writes, which repairs what a kill left out, and then when the ledger calls for new ones. */
function createEnsure(git: Git, remote: Remote | undefined): (chain: Chain) => Promise<void> {
  let shown = -1
  return async (chain) => {
    const toShow = chain.entries.filter(({ kind }) => kind === 'release' || kind === 'assign').length
    if (toShow === shown) return
    const names = await ensureTags(git, chain)
    await remote?.pushTags(names)
    shown = toShow
  }
}
