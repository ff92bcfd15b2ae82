import path from 'node:path'
import type { Asking, Ledger, LedgerEntry, WantedTags } from '../../../core/ledger.ts'
import type { Purpose } from '../../../core/ledger-kind.ts'
import { withAppend } from '../../../core/with-append.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { countersOf, parseTag, stageTag, versionTag } from '../../versions/tags.ts'
import { asked, askedWorld } from '../asking.ts'
import { withLock } from '../lock.ts'
import { branch, type Chain, checkedChain, createReader } from './chain.ts'
import { type Checked, markOf, readCopy, readMark } from './checked.ts'
import { type Git, openGit } from './command.ts'
import { admitObjects, reading } from './damage.ts'
import { refsInTheWay } from './in-the-way.ts'
import type { Listing } from './listing.ts'
import { refuseForks } from './of-fork.ts'
import { admitTags, type Known } from './presence.ts'
import { admitNoQuarantine } from './quarantine.ts'
import { withoutPassword } from './reason.ts'
import { headOf, type Landed, readRefs } from './refs.ts'
import { openRemote } from './remote/index.ts'
import { createRemoteCache } from './remote-cache.ts'
import { asFetched, type Freshness, type Synced, sync } from './sync.ts'
import { createTagIndex } from './tag-index.ts'
import { readTags } from './tags.ts'
import { warnOfWorkTree } from './unshown.ts'
import { appendAll } from './write.ts'

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
 * from `append` `ledger-not-created`, `registry-quarantined`, `ref-in-the-way`, `git-locked`, `registry-refused` and `ledger-unsettled`.
 */
export function openGitLedger(options: GitLedgerOptions, world: World, asking?: Asking): Promise<Ledger> {
  return asked(asking, () => open(options, askedWorld(world)))
}

async function open(
  { repository, remote: remoteName, limitMs = usualLimitMs, purpose = 'append' }: GitLedgerOptions,
  world: World,
): Promise<Ledger> {
  const git = Object.assign(await openGit(repository, purpose === 'create', world), { remote: remoteName })
  if (world.trust.level === 'untrusted' && remoteName !== undefined) await admitRemote(git, remoteName, world)
  if (world.trust.level === 'untrusted') {
    await refuseForks(git, remoteName, world)
    if (remoteName === undefined) await admitBranch(git, world)
  }
  // Before the refs: what is written down now, they have reached already.
  const mark = await readMark(git, world)
  const before = mark && (await readBefore(git, mark, world))
  const known: Known = { checked: mark && { commit: mark.commit, file: markOf(git) } }
  const reader = createReader(git, before?.chain)
  const isTrusted = world.trust.level === 'trusted'
  const tagIndex = createTagIndex(git, world, before?.mark, purpose !== 'look' && isTrusted)
  const entriesOf = async (head: string): Promise<readonly LedgerEntry[]> => (await reader(head)).entries
  const remote = remoteName === undefined ? undefined : openRemote(git, { name: remoteName, limitMs, world, entriesOf })
  const seen = remote && (world.home.kind === 'local' ? remote : asFetched(git, remote))
  const cache = remoteName === undefined ? undefined : createRemoteCache(git, remoteName, isTrusted, world)
  let landed: Landed | undefined
  const behind = (at: Landed): void => {
    landed = at
  }
  const syncing = { git, cache, purpose, reader, known, behind }
  const state = await sync({ ...syncing, remote: seen }, { freshness: 'asked' })
  await tagIndex.look(await reader(state.head), state.tags)
  if (purpose !== 'look') await warnOfWorkTree(git)
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
    tagIndex,
    cache,
    world,
    behind,
    sync: (models: readonly string[], freshness: Freshness) => sync({ ...syncing, remote }, { models, freshness }),
  }
  let listed = state.freshness === 'listed' ? state : undefined
  /** All that is here and at the remote, looked at once. */
  const whole = async (): Promise<Synced> => {
    if (listed !== undefined) return listed
    const synced = await sync({ ...syncing, remote: seen }, { freshness: 'listed' })
    await tagIndex.look(await reader(synced.head), synced.tags)
    listed = synced
    return synced
  }
  return withAppend({
    describe: `git registry at ${repository}${remoteName === undefined ? '' : `, shared at ${withoutPassword(remoteName)}`}`,
    read: (asking) => asked(asking, async () => (await reader(await headNow())).entries),
    appendAll: (records, asking) =>
      asked(asking, async () => {
        await admitNoQuarantine(git, world)
        return withLock(path.join(git.common, 'airworthy-ledger.lock'), world, () => appendAll(writing, records))
      }),
    tags: (asking) =>
      asked(asking, async () => {
        const { tags, absent } = await whole()
        return namesIn(purpose === 'look' ? tags : (await readRefs(git)).listing, absent)
      }),
    readWhole: (asking) => asked(asking, async () => readWhole(git, await whole(), world)),
    admitTags: (wanted, asking) =>
      asked(asking, async () => {
        await admitNoQuarantine(git, world)
        await admitWanted(git, wanted, await whole())
      }),
  })
}

/** What an earlier process has read and checked, where it still holds. */
async function readBefore(
  git: Git,
  mark: Checked,
  world: World,
): Promise<{ readonly mark: Checked; readonly chain: Chain } | undefined> {
  const text = await readCopy(git, mark, world)
  const chain = text === undefined ? undefined : await checkedChain(git, mark, text)
  return chain && { mark, chain }
}

async function readWhole(git: Git, { head, here, tags }: Synced, world: World): Promise<readonly LedgerEntry[]> {
  if (head === undefined) return []
  const chain = await createReader(git, undefined)(head)
  const models = new Set(chain.entries.flatMap((entry) => ('model' in entry ? [entry.model] : [])))
  await reading(git, () => admitObjects(git, { head, tags: here.all(), models }, world))
  await admitTags(git, chain, await readTags(git, tags.all()))
  return chain.entries
}

/** Of those here and those at the remote: a version that others have tagged there is taken. */
function namesIn(...listings: readonly Listing[]): readonly string[] {
  const names = new Set(listings.flatMap((listing) => [...listing.all().keys()]))
  return [...names].filter((name) => parseTag(name) !== undefined).sort()
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

/**
 * What is in the way of any of the versions is told before anybody pays for a benchmark: which of them it will be, the evidence decides.
 * Throws `ref-in-the-way`, with the versions whose tags can be made.
 */
async function admitWanted(
  git: Git,
  { model, versions, stages }: WantedTags,
  { head, tags, names }: Synced,
): Promise<void> {
  const here = await git(['for-each-ref', '--format=%(refname)', 'refs/tags', 'refs/heads/airworthy'])
  const inTheWayOf = (wanted: readonly string[]) => refsInTheWay(wanted, [...here.split('\n'), ...names])
  const ways = inTheWayOf(versions.map((version) => `refs/tags/${versionTag(model, version)}`))
  const first = ways.find((way) => way !== undefined)
  const free = versions.filter((_, at) => ways[at] === undefined)
  if (first !== undefined) throw registryError('ref-in-the-way', { ...first, free })
  // What is above is in the way of any number, what is beneath of the next.
  const number = 1 + (countersOf([...tags.all().keys()]).get(model) ?? 0)
  const others = stages.map((stage) => `refs/tags/${stageTag(model, stage, number)}`)
  const other = inTheWayOf(head === undefined ? [...others, branch] : others).find((way) => way !== undefined)
  if (other !== undefined) throw registryError('ref-in-the-way', other)
}
