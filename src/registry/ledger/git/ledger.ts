import path from 'node:path'
import type { Ledger, LedgerEntry, LedgerEvent } from '../../../core/ledger.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { stageTag, versionTag } from '../../versions/tags.ts'
import { author } from '../author.ts'
import { formatEntry, parseEntry } from '../entry.ts'
import { withLock } from '../lock.ts'
import { admit } from '../rules.ts'
import { branch, type Chain, createReader } from './chain.ts'
import { type Git, openGit } from './command.ts'
import { commitEntry } from './commit.ts'
import { admitRef } from './in-the-way.ts'
import { refuseForks } from './of-fork.ts'
import { openRemote, type Remote } from './remote.ts'
import { ensureTags, isHiddenIn, listTags } from './tags.ts'

/** Writers on this machine wait for one lock; only a push from elsewhere can come in between, and that seldom. */
const attempts = 10

/**
 * A ledger on the branch `airworthy/ledger` of a git repository, bare or not: one commit for each entry, the old value of the
 * branch as compare-and-swap, and annotated tags in GTO's grammar. The user's index, work tree, hooks and signing stay out of it.
 * With `create`, a bare repository is made in a folder that is missing or empty. With `remote`, the ledger of that remote is the
 * one that counts: it is fetched first, and an entry exists once it is pushed.
 * @throws `registry-not-git`, `git-missing`, `registry-unreachable`, and from `append` `ref-in-the-way`.
 */
export async function openGitLedger(
  {
    repository,
    create = false,
    remote: remoteName,
  }: { readonly repository: string; readonly create?: boolean; readonly remote?: string | undefined },
  world: World,
): Promise<Ledger> {
  const git = await openGit(repository, create, world)
  if (world.trust.level === 'untrusted' && remoteName !== undefined) await admitRemote(git, remoteName, world)
  if (world.trust.level === 'untrusted') await refuseForks(git, remoteName, world)
  const remote = remoteName === undefined ? undefined : openRemote(git, remoteName)
  await remote?.fetch()
  const read = createReader(git)
  const ensure = createEnsure(git, remote)
  return {
    describe: `git registry at ${repository}${remoteName === undefined ? '' : `, shared at ${remoteName}`}`,
    read: async () => (await read()).entries,
    append: (key, event) =>
      withLock(path.join(git.directory, 'airworthy-ledger.lock'), world, async () => {
        const entry = await appendTo(git, remote, read, key, event, world)
        await ensure(await read())
        return entry
      }),
    tags: async () => (await listTags(git)).map(({ name }) => name).sort(),
  }
}

/** An address in a pipeline that anybody may have written leads anywhere. Throws `registry-untrusted`. */
async function admitRemote(git: Git, remote: string, { trust }: World): Promise<void> {
  const names = (await git(['remote'])).split('\n').filter((name) => name !== '')
  if (names.includes(remote)) return
  const reason = `the checkout names no remote ${remote}`
  throw registryError('registry-untrusted', { path: git.directory, reason, why: trust.why })
}

async function appendTo(
  git: Git,
  remote: Remote | undefined,
  read: () => Promise<Chain>,
  key: string,
  event: LedgerEvent,
  world: World,
): Promise<LedgerEntry> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    await remote?.fetch()
    const chain = await read()
    const known = chain.entries.find((entry) => entry.key === key)
    if (known !== undefined) return known
    admit(chain.entries, event)
    if (chain.head === undefined) await admitRef(git, branch)
    await admitTag(git, chain, event)
    const entry = masked({ ...event, key, at: world.clock.now(), by: author(world) }, world)
    if ((await commitEntry(git, chain, entry, remote)) !== undefined) return entry
    await clearStaleLock(git, world, attempt)
    await world.clock.sleep(20 * attempt + (world.processes.pid % 17))
  }
  throw registryError('ledger-busy', { lock: lockOf(git), holder: undefined })
}

/** A version that others have tagged is taken, though the ledger does not know it. A tag that cannot be made is told before anything is recorded. */
async function admitTag(git: Git, { entries }: Chain, event: LedgerEvent): Promise<void> {
  if ((event.kind !== 'release' && event.kind !== 'assign') || isHiddenIn(entries, event)) return
  const { model, version } = event
  // Which number an assignment gets makes no difference to what is in its way.
  const name = event.kind === 'release' ? versionTag(model, version) : stageTag(model, event.stage, 1)
  await admitRef(git, `refs/tags/${name}`)
  if (event.kind === 'assign') return
  const taken = await git.try(['rev-parse', '--verify', '--quiet', `refs/tags/${name}`])
  if (taken.code === 0) throw registryError('version-exists', { model, version, where: 'the tags of the repository' })
}

function masked(entry: LedgerEntry, { files }: World): LedgerEntry {
  return parseEntry(files.masked(formatEntry(entry)), { ledger: branch, entry: entry.key })
}

/**
 * git's own lock on the branch outlives a git that was killed. We hold the lock of all our writers, so a lock that is
 * still there after several attempts belongs to nobody.
 */
async function clearStaleLock(git: Git, { files }: World, attempt: number): Promise<void> {
  if (attempt === attempts - 2) await files.remove(lockOf(git))
}

function lockOf(git: Git): string {
  return path.join(git.directory, `${branch}.lock`)
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
