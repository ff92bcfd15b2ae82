import path from 'node:path'
import { modelsIn } from '../../../core/entries-of.ts'
import { UserError } from '../../../core/errors/index.ts'
import type { LedgerEntry, LedgerRecord } from '../../../core/ledger.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { parseTag, versionTag } from '../../versions/tags.ts'
import { author } from '../author.ts'
import { maskedEvent } from '../names.ts'
import { admit } from '../rules.ts'
import { branch } from './branch.ts'
import type { Chain, Reader } from './chain.ts'
import type { Git } from './command.ts'
import { type Draft, withEntry } from './commit.ts'
import { admitRef, admitTagNames, inTheWay } from './in-the-way.ts'
import { land, type ToLand } from './land.ts'
import { lockIn } from './locks.ts'
import { formatOf, type GitObject, type ObjectFormat } from './objects.ts'
import type { Landed } from './refs.ts'
import type { Remote } from './remote/contract.ts'
import type { RemoteCache } from './remote-cache.ts'
import { repack } from './repack.ts'
import type { Freshness, Synced } from './sync.ts'
import type { TagIndex } from './tag-index.ts'
import { isHiddenIn, makeTags, missingTags } from './tags.ts'
import { warnOfTags } from './warnings.ts'

/** Writers on this machine wait for one lock; only a push from elsewhere can come in between, and that seldom. */
const attempts = 10

/** After so many, what git says is no matter of another writer who was first. */
const plainAttempts = 3

/** What git says when another writer has moved a ref here, or is at it. */
const isContended = /File exists|but expected|already exists|unable to resolve reference/i

export interface Writing {
  readonly git: Git
  readonly remote: Remote | undefined
  readonly reader: Reader
  readonly tagIndex: TagIndex
  readonly cache: RemoteCache | undefined
  /** `models`: those that the ledger may not name yet. */
  sync(models: readonly string[], freshness: Freshness): Promise<Synced>
  /** Told how far the ledger was written. */
  reached(commit: string | undefined): void
  /** Told where the branch here could not follow the remote. */
  behind(landed: Landed): void
  readonly world: World
}

/**
 * Records entries, all or none: one commit for each, written by one process, and the branch and the tags moved at once, on the remote
 * first where there is one. Objects and refs alone are written: no index, no work tree. Makes tags that were missing before, too.
 */
export async function appendAll(writing: Writing, given: readonly LedgerRecord[]): Promise<readonly LedgerEntry[]> {
  const { git, sync, world } = writing
  const records = given.map(({ key, event }) => ({
    key: world.files.maskedValue(key),
    event: maskedEvent(event, world),
  }))
  const models = [...modelsIn(records.map(({ event }) => event))]
  let lock = lockOf(git)
  let freshness: Freshness = 'assumed'
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const synced = await sync(models, freshness)
    freshness = 'listed'
    const landing = await landingOf(writing, synced, records).catch((thrown: unknown) => {
      // What speaks against it may be over.
      if (synced.freshness === 'listed' || !(thrown instanceof UserError)) throw thrown
    })
    if (landing === undefined) continue
    const { refused, shows } = await land(writing, landing)
    if (refused === undefined) {
      await settled(writing, landing, shows)
      return landing.draft.entries
    }
    if (attempt >= plainAttempts && refused !== '' && !isContended.test(refused)) throw unmoved(git, refused)
    lock = lockIn(refused, 'here') ?? lock
    await world.clock.sleep(20 * attempt + (world.processes.pid % 17))
  }
  throw registryError('ledger-busy', { lock, holder: undefined })
}

interface Landing extends ToLand {
  readonly synced: Synced
  readonly draft: DraftOfRecords
  /** Whether all tags are among those that are made. */
  readonly isWhole: boolean
}

/** What is to be written; undefined where nobody can tell without a look at the remote. */
async function landingOf(
  writing: Writing,
  synced: Synced,
  records: readonly LedgerRecord[],
): Promise<Landing | undefined> {
  const { git, reader, tagIndex } = writing
  const chain = await reader(synced.head)
  const format = await formatOf(git, chain.head)
  const draft = await draftOf(writing, chain, records, format)
  // No push would tell that the ledger is another by now.
  if (synced.freshness === 'assumed' && draft.fresh.length === 0) return undefined
  await admitNames(git, draft, synced)
  const shown = await tagIndex.look(chain, synced.tags)
  const wanted = await makeTags(git, missingTags(draft.chain, shown), synced.tags, format)
  const made = withoutBlocked(wanted, synced)
  const isWhole = made.size === wanted.size
  return { synced, chain, draft, made, isWhole, unshared: await tagIndex.unshared(chain, synced), format }
}

/** Remembers what was written. `shows`: whether all of it has its tags at the remote. */
async function settled(
  { git, reader, tagIndex, cache, reached }: Writing,
  { synced, chain, draft, made, isWhole }: Landing,
  shows: boolean,
): Promise<void> {
  const [tags, here] = [synced.tags.and(idsOf(made)), synced.here.and(idsOf(made))]
  const { head } = draft.chain
  const { absent, names } = synced
  reader.keep(draft.chain, draft.folders)
  reached(head)
  // What is missing is looked for again by the next.
  if (isWhole) await tagIndex.keep(draft.chain, tags)
  if (head !== undefined && shows && isWhole)
    await cache?.writeDown({ head, here: here.digest(), absent, names, shared: undefined })
  await repack(git, chain, draft.chain, tags)
}

function unmoved(git: Git, stderr: string): Error {
  return inTheWay(stderr) ?? registryError('git-failed', { command: 'update-ref', reason: git.reason(stderr) })
}

interface DraftOfRecords extends Draft {
  /** The entries of all records, in their order. */
  readonly entries: readonly LedgerEntry[]
  /** Those of them that are not in the ledger yet. */
  readonly fresh: readonly LedgerEntry[]
}

async function draftOf(
  { git, reader, world }: Writing,
  chain: Chain,
  records: readonly LedgerRecord[],
  format: ObjectFormat,
): Promise<DraftOfRecords> {
  let draft: Draft = { chain, folders: await reader.folders(chain), objects: [] }
  const [entries, fresh]: [LedgerEntry[], LedgerEntry[]] = [[], []]
  for (const { key, event } of records) {
    const known = draft.chain.entries.find((entry) => entry.key === key)
    if (known === undefined) {
      const at = world.clock.now()
      admit(draft.chain.entries, event, `the git registry ${git.directory}`, at)
      const entry = { ...event, key, at, by: await author(world) }
      draft = withEntry(draft, draft.chain.next(world.files.maskedValue(entry)), format)
      fresh.push(draft.chain.entries.at(-1) as LedgerEntry)
    }
    entries.push(known ?? (fresh.at(-1) as LedgerEntry))
  }
  return { ...draft, entries, fresh }
}

/**
 * The tags that nothing is in the way of. An assignment says what serves already, and is recorded without its tag, which is told; before
 * anything is moved, `admitTags` has looked.
 */
function withoutBlocked(
  wanted: ReadonlyMap<string, GitObject>,
  { tags, names }: Synced,
): ReadonlyMap<string, GitObject> {
  return new Map(
    [...wanted].filter(([name]) => {
      try {
        admitTagNames(tags, [name], names)
        return true
      } catch (thrown) {
        if (!(thrown instanceof UserError) || parseTag(name)?.kind !== 'stage') throw thrown
        warnOfTags([name], 'the registry', thrown.message)
        return false
      }
    }),
  )
}

/**
 * A version that others have tagged is taken, though the ledger does not know it. What stands in the way of the branch or of a tag is
 * told before anything is recorded.
 */
async function admitNames(git: Git, { chain, fresh }: DraftOfRecords, { head, tags, names }: Synced): Promise<void> {
  const wanted = fresh.flatMap((entry) => {
    if (entry.kind !== 'release' || isHiddenIn(chain.entries, entry)) return []
    const { model, version } = entry
    return [{ model, version, name: versionTag(model, version) }]
  })
  if (head === undefined && fresh.length > 0) await admitRef(git, branch, names)
  const among = wanted.map(({ name }) => name)
  admitTagNames(tags, among, names)
  const taken = wanted.find(({ name }) => tags.has(`refs/tags/${name}`))
  if (taken === undefined) return
  const { model, version } = taken
  throw registryError('version-exists', { model, version, where: 'the tags of the repository' })
}

function idsOf(made: ReadonlyMap<string, GitObject>): ReadonlyMap<string, string> {
  return new Map([...made].map(([name, { id }]) => [name, id]))
}

function lockOf(git: Git): string {
  return path.join(git.common, `${branch}.lock`)
}
