import { modelsIn } from '../../../core/entries-of.ts'
import { UserError } from '../../../core/errors/index.ts'
import type { Purpose } from '../../../core/ledger-kind.ts'
import { asksWho, registryError } from '../../errors.ts'
import { branch } from './branch.ts'
import type { Chain, Reader } from './chain.ts'
import type { Git } from './command.ts'
import { admitRef } from './in-the-way.ts'
import { type Listing, listingOf } from './listing.ts'
import { admitHead, type Known } from './presence.ts'
import { withoutPassword } from './reason.ts'
import { headOf, isBeginning, type Landed, type Refs, readRefs } from './refs.ts'
import type { Remote, Shared } from './remote/contract.ts'
import type { RemoteCache, RemoteSnapshot } from './remote-cache.ts'
import { misplacedTags, readTags } from './tags.ts'

/**
 * How well a remote is known: its tags and its branch were listed just now, or it was asked for its branch alone, or nothing was asked.
 * A push is refused where the branch is elsewhere than was assumed, or a tag is taken: so less is enough to begin with.
 */
export type Freshness = 'listed' | 'head-only' | 'assumed'

/** What is here and at the remote, once nothing speaks against it. */
export interface Synced extends Pick<Refs, 'head'> {
  readonly freshness: Freshness
  /** The tags that are here. */
  readonly here: Listing
  /** Those, and those at the remote. */
  readonly tags: Listing
  /** Tags at the remote that are not here. */
  readonly absent: Listing
  /** The names of refs at the remote, as far as they were listed. */
  readonly names: readonly string[]
  /** The tags at the remote; undefined where it has all of ours, or the ledger is not shared. */
  readonly shared: ReadonlyMap<string, string> | undefined
}

export interface Syncing {
  readonly git: Git
  readonly remote: Remote | undefined
  readonly cache: RemoteCache | undefined
  readonly purpose: Purpose
  readonly reader: Reader
  readonly known: Known
  /** Told where the branch here could not follow the remote. */
  behind(landed: Landed): void
}

interface Demand {
  /** Models that the ledger may not name yet. */
  readonly models?: readonly string[]
  /** How well the remote has to be known. */
  readonly freshness: Freshness
}

/** The repository follows the remote, unless it is only looked at. */
export async function sync(syncing: Syncing, { models = [], freshness }: Demand): Promise<Synced> {
  const { git, remote, cache, known } = syncing
  const here = await readRefs(git)
  if (remote === undefined || cache === undefined) {
    await admitHead(git, here, undefined, known)
    return { ...alone(here), freshness: 'listed' }
  }
  const seen = freshness === 'listed' ? undefined : await recalled(syncing, here, models)
  // A head that is another than it was is followed, with its tags.
  if (seen !== undefined && (freshness === 'assumed' || (await remote.end()) === seen.head)) {
    await admitHead(git, here, { remote: remote.name, head: seen.head }, known)
    const { head, absent, names, shared } = seen
    const tags = here.listing.and(absent.all())
    return { head, freshness, here: here.listing, tags, absent, names, shared }
  }
  const there = await remote.look(here.head, models)
  const synced = await joined(syncing, here, there)
  const { head, absent, names, shared } = synced
  if (head !== undefined && there.isListed) cache.keep({ head, here: synced.here.digest(), absent, names, shared })
  return synced
}

function alone({ head, listing }: Refs): Omit<Synced, 'freshness'> {
  return { head, here: listing, tags: listing, absent: listingOf(''), names: [], shared: undefined }
}

/** What was seen of the remote. Of models that its ledger does not name, any tag may be in the way, or the trace of another ledger. */
async function recalled(
  { cache, reader }: Syncing,
  here: Refs,
  models: readonly string[],
): Promise<RemoteSnapshot | undefined> {
  const seen = await cache?.recall(here)
  if (seen === undefined) return undefined
  const { entries } = await reader(seen.head)
  const named = modelsIn(entries)
  return named.size > 0 && models.every((model) => named.has(model)) ? seen : undefined
}

/** With all that was listed of the remote. */
async function joined({ git, purpose, reader, known, behind }: Syncing, here: Refs, there: Shared): Promise<Synced> {
  await admitHead(git, here, there, known)
  await admitSameTags(git, here, there)
  const made = purpose === 'look' ? new Map() : await follow({ git, behind }, here, there, await reader(there.head))
  const missing = [...there.tags].filter(([name]) => !here.tags.has(name))
  const absent = listingOf('').and(new Map(missing.filter(([name]) => !made.has(name))))
  const [listing, tags] = [here.listing.and(made), here.listing.and(new Map(missing))]
  const { head, names, tags: shared } = there
  return { head, freshness: 'listed', here: listing, tags, absent, names, shared }
}

/**
 * A job that may only read often has no credentials for the remote of a private repository, and has fetched all of it a moment ago: that
 * is what it goes by then. To append, the remote itself is asked.
 */
export function asFetched(git: Git, remote: Remote): Remote {
  const isUnknown = (thrown: unknown): boolean =>
    thrown instanceof UserError && thrown.code === 'registry-unreachable' && asksWho.test(thrown.message)
  return {
    ...remote,
    end: () =>
      remote.end().catch((thrown: unknown) => {
        // Then what was fetched is looked at.
        if (isUnknown(thrown)) return undefined
        throw thrown
      }),
    async look(here, others) {
      try {
        return await remote.look(here, others)
      } catch (thrown) {
        if (!isUnknown(thrown)) throw thrown
        const { seen, tags } = await readRefs(git)
        const head = seen.get(remote.name)
        if (head === undefined) throw thrown
        return { remote: remote.name, head, tags, ours: new Map(), names: [], isListed: false }
      }
    },
  }
}

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

/** Moves the branch on, and makes the tags that show its entries to others: gives these. Another process may do the same meanwhile. */
async function follow(
  { git, behind }: Pick<Syncing, 'git' | 'behind'>,
  here: Refs,
  there: Shared,
  chain: Chain,
): Promise<ReadonlyMap<string, string>> {
  if (there.head !== undefined && !(await moveOn(git, here.head, there.head)))
    behind({ here: here.head, there: there.head })
  return showTags(git, here, there, chain)
}

/** Tells whether the branch is as far as `head`. */
async function moveOn(git: Git, old: string | undefined, head: string): Promise<boolean> {
  if (head === old) return true
  if (old === undefined) await admitRef(git, branch)
  const moved = await git
    .try(['update-ref', '--no-deref', '-m', 'airworthy', branch, head, old ?? ''])
    .catch(unlessLocked)
  if (moved?.code === 0) return true
  const now = await headOf(git)
  return now !== undefined && (await isBeginning(git, head, now))
}

async function showTags(git: Git, here: Refs, { ours }: Shared, chain: Chain): Promise<ReadonlyMap<string, string>> {
  const absent = new Map([...ours].filter(([name]) => !here.tags.has(name)))
  if (absent.size === 0) return absent
  const tags = await readTags(git, absent)
  const misplaced = new Set(misplacedTags(chain, tags))
  const missing = tags
    .filter((tag) => tag.key !== undefined && !misplaced.has(tag))
    .map(({ name }) => [name, absent.get(name) as string] as const)
  const input = missing.map(([name, object]) => `create refs/tags/${name} ${object}\n`).join('')
  const all = await git.try(['update-ref', '--no-deref', '--stdin'], { input, optional: true })
  if (all.code === 0) return new Map(missing)
  // All or none of them are made: a tag of this repository that is in the way of one is named when it matters. No lock is waited for:
  // whatever the tag shows is recorded, and the next one that comes makes it.
  const made = new Map<string, string>()
  for (const [name, object] of missing)
    if ((await git.try(['update-ref', '--no-deref', `refs/tags/${name}`, object, ''], { optional: true })).code === 0)
      made.set(name, object)
  return made
}

/** A lock may keep the branch here from following. The remote has it all the same, and the next run that records says so. */
function unlessLocked(thrown: unknown): undefined {
  if (!(thrown instanceof UserError) || thrown.code !== 'git-locked') throw thrown
}
