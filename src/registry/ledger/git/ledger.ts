import path from 'node:path'
import { UserError } from '../../../core/errors/index.ts'
import type { Asking, Ledger, LedgerEntry, WantedTags } from '../../../core/ledger.ts'
import type { Purpose } from '../../../core/ledger-kind.ts'
import { withAppend } from '../../../core/with-append.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { parseTag, stageTag, versionTag } from '../../versions/tags.ts'
import { asked, askedWorld } from '../asking.ts'
import { withLock } from '../lock.ts'
import { branch, type Chain, checkedChain, createReader, type Reader } from './chain.ts'
import { type Checked, readCopy, readMark } from './checked.ts'
import { type Git, openGit } from './command.ts'
import { createFace } from './face.ts'
import { admitRef, refsInTheWay } from './in-the-way.ts'
import type { Landed } from './land.ts'
import type { Listing } from './listing.ts'
import { refuseForks } from './of-fork.ts'
import { admitHead } from './presence.ts'
import { withoutPassword } from './reason.ts'
import { headOf, type Refs, readRefs } from './refs.ts'
import { openRemote, type Remote, type Shared } from './remote.ts'
import { readTags, tagsAstray } from './tags.ts'
import { appendAll, type Together } from './write.ts'

export interface GitLedgerOptions {
  readonly repository: string
  /** The name or address of the remote whose ledger is the one that counts: an entry exists once it is there. */
  readonly remote?: string | undefined
  /** How long the remote may say nothing, in milliseconds; a minute unless said otherwise. */
  readonly limitMs?: number | undefined
  /** `append` unless said otherwise. To `create`, a bare repository is made in a folder that is missing or empty. */
  readonly purpose?: Purpose | undefined
}

/** How long a remote may say nothing, in milliseconds: a server's hooks may need some time, and nobody waits longer for one that is away. */
const usualLimitMs = 60_000

/**
 * A ledger on the branch `airworthy/ledger` of a git repository, bare or not: one commit for each entry, the old value of the
 * branch as compare-and-swap, and annotated tags in GTO's grammar. The user's index, work tree, hooks and signing stay out of it.
 * @throws `registry-not-git`, `git-missing`, `registry-unreachable`, `ledger-missing`, `ledger-behind`, `ledger-rewritten`, and
 * from `append` `ledger-not-created`, `ref-in-the-way`, `git-locked`, `registry-refused` and `ledger-unsettled`.
 */
export function openGitLedger(options: GitLedgerOptions, world: World, asking?: Asking): Promise<Ledger> {
  return asked(asking, () => open(options, askedWorld(world)))
}

async function open(
  { repository, remote: remoteName, limitMs = usualLimitMs, purpose = 'append' }: GitLedgerOptions,
  world: World,
): Promise<Ledger> {
  const git = await openGit(repository, purpose === 'create', world)
  if (world.trust.level === 'untrusted' && remoteName !== undefined) await admitRemote(git, remoteName, world)
  if (world.trust.level === 'untrusted') {
    await refuseForks(git, remoteName, world)
    if (remoteName === undefined) await admitBranch(git, world)
  }
  const before = await readBefore(git, world)
  const reader = createReader(git, before?.chain)
  const face = createFace(git, world, before?.mark, purpose !== 'look' && world.trust.level === 'trusted')
  const entriesOf = async (head: string): Promise<readonly LedgerEntry[]> => (await reader(head)).entries
  const remote = remoteName === undefined ? undefined : openRemote(git, { name: remoteName, limitMs, world, entriesOf })
  const seen = remote && (world.home.kind === 'local' ? remote : asFetched(git, remote))
  let landed: Landed | undefined
  const behind = (at: Landed): void => {
    landed = at
  }
  const state = await meet({ git, remote: seen, purpose, reader, behind })
  await face.look(await reader(state.head), state.tags)
  // One who only looks goes by what was there when it opened the ledger: nothing here follows it.
  const headNow = async (): Promise<string | undefined> => {
    if (purpose === 'look') return state.head
    const here = await headOf(git)
    return landed !== undefined && landed.here === here ? landed.there : here
  }
  const writing = {
    git,
    remote,
    reader,
    face,
    world,
    behind,
    meet: (models: readonly string[]) => meet({ git, remote, purpose, reader, behind }, models),
  }
  return withAppend({
    describe: `git registry at ${repository}${remoteName === undefined ? '' : `, shared at ${withoutPassword(remoteName)}`}`,
    read: (asking) => asked(asking, async () => (await reader(await headNow())).entries),
    appendAll: (records, asking) =>
      asked(asking, () =>
        withLock(path.join(git.common, 'airworthy-ledger.lock'), world, () => appendAll(writing, records)),
      ),
    tags: (asking) =>
      asked(asking, async () => namesIn(purpose === 'look' ? state.tags : (await readRefs(git)).listing)),
    admitTags: (wanted, asking) => asked(asking, () => admitWanted(git, wanted, state)),
  })
}

/** What an earlier process has read and checked, where it still holds. */
async function readBefore(
  git: Git,
  world: World,
): Promise<{ readonly mark: Checked; readonly chain: Chain } | undefined> {
  const mark = await readMark(git, world)
  const text = mark && (await readCopy(git, mark, world))
  const chain = mark === undefined || text === undefined ? undefined : await checkedChain(git, mark, text)
  return mark && chain && { mark, chain }
}

function namesIn(listing: Listing): readonly string[] {
  return [...listing.all().keys()].filter((name) => parseTag(name) !== undefined).sort()
}

/** What is here and at the remote, once nothing speaks against it: the repository follows the remote, unless it is only looked at. */
async function meet({ git, remote, purpose, reader, behind }: Meeting, others?: readonly string[]): Promise<Together> {
  const here = await readRefs(git)
  const there = await remote?.look(here.head, others)
  await admitHead(git, here, there)
  if (there === undefined) return { head: here.head, tags: here.listing, names: [], shared: undefined }
  await admitSameTags(git, here, there)
  if (purpose !== 'look') await follow({ git, behind }, here, there, await reader(there.head))
  const missing = new Map([...there.tags].filter(([name]) => !here.tags.has(name)))
  return { head: there.head, tags: here.listing.and(missing), names: there.names, shared: there.tags }
}

/**
 * A job that may only read often has no credentials for the remote of a private repository, and has fetched all of it a moment ago: that
 * is what it goes by then. To append, the remote itself is asked.
 */
function asFetched(git: Git, remote: Remote): Remote {
  return {
    ...remote,
    async look(here, others) {
      try {
        return await remote.look(here, others)
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

/** A tag that others made, and moved, makes no difference. One that shows an entry never moves. */
async function admitSameTags(git: Git, { tags }: Refs, there: Shared): Promise<void> {
  const others = [...there.ours].filter(([name, object]) => (tags.get(name) ?? object) !== object)
  if (others.length === 0) return
  const here = new Map(others.map(([name]) => [name, tags.get(name) as string]))
  const shown = [...(await readTags(git, new Map(others))), ...(await readTags(git, here))]
  const other = shown.find(({ key }) => key !== undefined)?.name
  if (other === undefined) return
  throw registryError('ledger-rewritten', {
    where: withoutPassword(there.remote),
    trace: `the tag ${other} there is another than here`,
    repair: `Find out which one is right; then delete the one here, \`git tag -d '${other}'\`, or put it back there.`,
  })
}

/** Moves the branch on, and makes the tags that show its entries to others. Another process may do the same meanwhile. */
async function follow(
  { git, behind }: Pick<Meeting, 'git' | 'behind'>,
  here: Refs,
  { head, ours }: Shared,
  chain: Chain,
): Promise<void> {
  if (head !== undefined && head !== here.head) {
    if (here.head === undefined) await admitRef(git, branch)
    const moved = await git.try(['update-ref', '-m', 'airworthy', branch, head, here.head ?? '']).catch(unlessLocked)
    if (moved?.code !== 0) behind({ here: here.head, there: head })
  }
  const absent = new Map([...ours].filter(([name]) => !here.tags.has(name)))
  if (absent.size === 0) return
  const tags = await readTags(git, absent)
  const astray = new Set(tagsAstray(chain, tags))
  const missing = tags.filter((tag) => tag.key !== undefined && !astray.has(tag))
  const objectOf = ({ name }: { readonly name: string }): string => absent.get(name) as string
  const input = missing.map((tag) => `create refs/tags/${tag.name} ${objectOf(tag)}\n`).join('')
  const made = await git.try(['update-ref', '--stdin'], { input, idle: true })
  // All or none of them are made: a tag of this repository that is in the way of one is named when it matters. No lock is waited for:
  // whatever the tag shows is recorded, and the next one that comes makes it.
  if (made.code !== 0)
    for (const tag of missing) await git.try(['update-ref', `refs/tags/${tag.name}`, objectOf(tag), ''], { idle: true })
}

/** What a lock keeps from moving here is at the remote all the same: whoever records next is told of it. */
function unlessLocked(thrown: unknown): undefined {
  if (!(thrown instanceof UserError) || thrown.code !== 'git-locked') throw thrown
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

interface Meeting {
  readonly git: Git
  readonly remote: Remote | undefined
  readonly purpose: Purpose
  readonly reader: Reader
  /** Told where the branch here could not follow the remote. */
  behind(landed: Landed): void
}

/**
 * What is in the way of all of the versions is told before anybody pays for a benchmark; where one of them can be shown, that may be the
 * one. Throws `ref-in-the-way`.
 */
async function admitWanted(
  git: Git,
  { model, versions, stages }: WantedTags,
  { head, names }: Together,
): Promise<void> {
  const here = await git(['for-each-ref', '--format=%(refname)', 'refs/tags', 'refs/heads/airworthy'])
  const inTheWayOf = (wanted: readonly string[]) => refsInTheWay(wanted, [...here.split('\n'), ...names])
  const ways = inTheWayOf(versions.map((version) => `refs/tags/${versionTag(model, version)}`))
  const [first] = ways
  if (first !== undefined && ways.every((way) => way !== undefined)) throw registryError('ref-in-the-way', first)
  // Which number an assignment gets makes no difference to what is in its way.
  const others = stages.map((stage) => `refs/tags/${stageTag(model, stage, 1)}`)
  const other = inTheWayOf(head === undefined ? [...others, branch] : others).find((way) => way !== undefined)
  if (other !== undefined) throw registryError('ref-in-the-way', other)
}
