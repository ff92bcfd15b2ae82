import path from 'node:path'
import { modelsIn } from '../../../core/entries-of.ts'
import type { CallContext, Ledger, LedgerEntry, WantedTags } from '../../../core/ledger.ts'
import type { Purpose } from '../../../core/ledger-kind.ts'
import { withAppend } from '../../../core/with-append.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { countersOf, parseTag, stageTag, versionTag } from '../../versions/tags.ts'
import { cancellableWorld, withCallContext } from '../call-context.ts'
import { withLock } from '../lock.ts'
import { branch, shortBranch } from './branch.ts'
import { type Chain, checkedChain, createReader, type Reader } from './chain.ts'
import { type Checked, markOf, readCopy, readMark } from './checked.ts'
import { type Git, openGit } from './command.ts'
import { admitObjects, reading } from './damage.ts'
import { refsInTheWay } from './in-the-way.ts'
import type { Listing } from './listing.ts'
import { refuseForks } from './of-fork.ts'
import { admitChecked, admitTags, type Known } from './presence.ts'
import { admitNoQuarantine } from './quarantine.ts'
import { withoutPassword } from './reason.ts'
import { headOf, isBeginning, type Landed, readRefs } from './refs.ts'
import { openRemote } from './remote/index.ts'
import { createRemoteCache } from './remote-cache.ts'
import { remotesOf, withAbsolutePath } from './remote-path.ts'
import { asFetched, type Freshness, type Synced, type Syncing, sync } from './sync.ts'
import { createTagIndex, type TagIndex } from './tag-index.ts'
import { readTags } from './tags.ts'
import { warnOfWorkTree } from './warnings.ts'
import { appendAll, type Writing } from './write.ts'

export interface GitLedgerOptions {
  readonly repository: string
  /** The name or address of the remote whose ledger is the one that counts: an entry exists once it is there. */
  readonly remote?: string | undefined
  /** Where a remote that is a relative path starts, absolute; unless it is said, where git looks itself: at the top of the repository. */
  readonly folder?: string | undefined
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
export function openGitLedger(options: GitLedgerOptions, world: World, context?: CallContext): Promise<Ledger> {
  return withCallContext(context, () => open(options, cancellableWorld(world)))
}

async function open(options: GitLedgerOptions, world: World): Promise<Ledger> {
  const { repository, folder, purpose = 'append' } = options
  const opened = await openGit(repository, purpose === 'create', world)
  const isRelative = options.remote !== undefined && folder !== undefined
  const remote = isRelative ? await withAbsolutePath(options.remote, folder, opened, world) : options.remote
  const git = Object.assign(opened, { remote })
  await admitPlace(git, remote, world)
  const parts = await partsOf(git, { ...options, remote }, world)
  const { reader, writing } = parts
  const view = await createView(parts)
  if (purpose !== 'look') await warnOfWorkTree(git)
  return withAppend({
    describe: `git registry at ${repository}${remote === undefined ? '' : `, shared at ${withoutPassword(remote)}`}`,
    read: (context) => withCallContext(context, async () => (await reader(await view.head())).entries),
    appendAll: (records, context) =>
      withCallContext(context, async () => {
        await admitNoQuarantine(git, world)
        return withLock(path.join(git.common, 'airworthy-ledger.lock'), world, () => appendAll(writing, records))
      }),
    tags: (context) =>
      withCallContext(context, async () => {
        const { tags, absent } = await view.whole()
        return namesIn(purpose === 'look' ? tags : (await readRefs(git)).listing, absent)
      }),
    readWhole: (context) => withCallContext(context, async () => readWhole(git, await view.whole(), world)),
    admitTags: (wanted, context) =>
      withCallContext(context, async () => {
        await admitNoQuarantine(git, world)
        await admitWanted(git, wanted, await view.whole())
      }),
  })
}

/** Throws `registry-untrusted` in a run that is not trusted, where a stranger may have put something in the place of the ledger. */
async function admitPlace(git: Git, remote: string | undefined, world: World): Promise<void> {
  if (world.trust.level !== 'untrusted') return
  if (remote !== undefined) await admitRemote(git, remote, world)
  await refuseForks(git, remote, world)
  if (remote === undefined) await admitBranch(git, world)
}

/** What a driver works with. */
interface Parts {
  readonly reader: Reader
  readonly tagIndex: TagIndex
  /** For reading: the remote may be taken as it was fetched. */
  readonly syncing: Syncing
  /** For recording: the remote itself is asked. */
  readonly writing: Writing
  /** Told how far the ledger was read or written: it has to go on from there. */
  reached(commit: string | undefined): void
  /** Where the branch here has stayed behind the remote; undefined where it has not. */
  landed(): Landed | undefined
}

async function partsOf(
  git: Git,
  { remote: name, limitMs = usualLimitMs, purpose = 'append' }: GitLedgerOptions,
  world: World,
): Promise<Parts> {
  // Before the refs: what is written down now, they have reached already.
  const mark = await readMark(git, world)
  const before = mark && (await readBefore(git, mark, world))
  const known: Known = { checked: mark && { commit: mark.commit, file: markOf(git) } }
  const reached = (commit: string | undefined): void => {
    if (commit !== undefined) known.checked = { commit, file: markOf(git) }
  }
  const reader = createReader(git, before?.chain)
  const isTrusted = world.trust.level === 'trusted'
  const tagIndex = createTagIndex(git, world, before?.mark, purpose !== 'look' && isTrusted)
  const entriesOf = async (head: string): Promise<readonly LedgerEntry[]> => (await reader(head)).entries
  const remote = name === undefined ? undefined : openRemote(git, { name, limitMs, world, entriesOf })
  const cache = name === undefined ? undefined : createRemoteCache(git, name, isTrusted, world)
  let landed: Landed | undefined
  const behind = (at: Landed): void => {
    landed = at
  }
  const syncing = { git, remote, cache, purpose, reader, known, behind }
  return {
    reader,
    tagIndex,
    reached,
    syncing: { ...syncing, remote: remote && (world.home.kind === 'local' ? remote : asFetched(git, remote)) },
    writing: {
      ...{ git, remote, reader, tagIndex, cache, world, behind, reached },
      sync: (models, freshness) => sync(syncing, { models, freshness }),
    },
    landed: () => landed,
  }
}

/** What is read of a ledger. */
interface View {
  /** The end of its branch. */
  head(): Promise<string | undefined>
  /** All that is here and at the remote, looked at once. */
  whole(): Promise<Synced>
}

async function createView({ reader, tagIndex, syncing, reached, landed }: Parts): Promise<View> {
  const { git, purpose, remote, known } = syncing
  const look = async (freshness: Freshness): Promise<Synced> => {
    const synced = await sync(syncing, { freshness })
    await tagIndex.look(await reader(synced.head), synced.tags)
    return synced
  }
  const opened = await look('head-only')
  reached(opened.head)
  let listed = opened.freshness === 'listed' ? opened : undefined
  return {
    async head() {
      // One who only looks goes by what was there when it opened the ledger: nothing here follows it.
      if (purpose === 'look') return opened.head
      const here = await headOf(git)
      const at = landed()
      if (at !== undefined && at.here === here) return at.there
      const before = known.checked?.commit
      if (before !== undefined && !(here !== undefined && (await isBeginning(git, before, here)))) {
        // The branch here was moved back, and the remote has what was recorded.
        if (remote !== undefined) return before
        await admitChecked(git, { head: here }, undefined, known)
      }
      reached(here)
      return here
    },
    async whole() {
      listed ??= await look('listed')
      return listed
    },
  }
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
  const models = modelsIn(chain.entries)
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
  const reason = `its branch ${shortBranch} is not what was fetched of one`
  throw registryError('registry-untrusted', { path: git.directory, reason, why: trust.why })
}

/** An address in a pipeline that anybody may have written leads anywhere. Throws `registry-untrusted`. */
async function admitRemote(git: Git, remote: string, { trust }: World): Promise<void> {
  if ((await remotesOf(git)).includes(remote)) return
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
