import { messageOf, UserError } from '../../../core/errors/index.ts'
import { becomeUninterruptible, currentCallContext, uninterruptible } from '../call-context.ts'
import { branch, shortBranch } from './branch.ts'
import type { Chain } from './chain.ts'
import type { Git } from './command.ts'
import type { Draft } from './commit.ts'
import { type GitObject, type ObjectFormat, writeObjects } from './objects.ts'
import { withoutPassword } from './reason.ts'
import { brokenRefIn, headOf, isBeginning, type Landed } from './refs.ts'
import type { Remote } from './remote/contract.ts'
import type { Synced } from './sync.ts'
import { warnOfTags } from './warnings.ts'

/** What is to be written. */
export interface ToLand {
  readonly synced: Pick<Synced, 'freshness'>
  /** Where the branch has to be still. */
  readonly chain: Chain
  /** `fresh`: the entries that are not in the ledger yet. */
  readonly draft: Draft & { readonly fresh: readonly unknown[] }
  /** Tags that no repository has yet. */
  readonly made: ReadonlyMap<string, GitObject>
  /** Tags that are here and not at the remote. */
  readonly unshared: ReadonlyMap<string, string>
  readonly format: ObjectFormat
}

interface Place {
  readonly git: Git
  readonly remote: Remote | undefined
  behind(landed: Landed): void
}

interface Landing {
  /** What git said where it has to be tried again. */
  readonly refused?: string | undefined
  /** Whether the remote has all of the tags. */
  readonly shows: boolean
}

/** Writes objects and moves refs. */
export async function land(place: Place, { synced, chain, draft, made, unshared, format }: ToLand): Promise<Landing> {
  const { git, remote } = place
  const tags = new Map([...made].map(([name, { id }]) => [name, id] as const))
  await writeObjects(git, [...draft.objects, ...made.values()], format)
  const end = draft.chain.head
  const isNew = draft.fresh.length > 0
  // A git that was killed may have kept the branch here from following the remote.
  const local = remote === undefined || isNew ? chain.head : await headOf(git)
  const here = { tags, ...(end === undefined || end === local ? {} : { commit: end, old: local }) }
  if (remote === undefined) return { refused: await moveRefs(git, here), shows: true }
  const there = new Map([...unshared, ...tags])
  if (isNew && end !== undefined) {
    const isListed = synced.freshness === 'listed'
    const pushed = await remote.push({ commit: end, old: chain.head, tags: there, isListed })
    if (pushed === undefined) return { refused: '', shows: false }
    await followLanded(place, here, remote)
    return pushed
  }
  const refused = await moveRefs(git, here)
  return { refused, shows: refused === undefined && (await pushTags(remote, [...there.keys()])) }
}

/** All of it is recorded already: that it does not show at the remote is no failure. Tells whether it does. */
async function pushTags(remote: Remote, names: readonly string[]): Promise<boolean> {
  try {
    await remote.pushTags(names)
    return true
  } catch (thrown) {
    if (!(thrown instanceof UserError)) throw thrown
    warnOfTags(names, withoutPassword(remote.name), thrown.message)
    return false
  }
}

interface Moves {
  /** The new end of the branch, where it moves, and the old one. */
  readonly commit?: string
  readonly old?: string | undefined
  /** Tags to create. */
  readonly tags: ReadonlyMap<string, string>
}

/** What is at the remote is recorded, whatever keeps the refs here from showing it: those that can follow do, and the others are told. */
async function followLanded({ git, behind }: Place, moves: Moves, { name }: Remote): Promise<void> {
  if ((await unlessRefused(() => moveRefs(git, moves))) === undefined) return
  const { commit, old, tags } = moves
  if (commit !== undefined) {
    const here = await headOf(git)
    // It may have been kept from following before, and another process may have moved it on meanwhile.
    const from = here === undefined || (await isBeginning(git, here, commit)) ? here : old
    const isThere = here !== undefined && (await isBeginning(git, commit, here))
    const alone = { commit, old: from, tags: new Map<string, string>() }
    const refused = isThere ? undefined : await unlessRefused(() => moveRefs(git, alone))
    if (refused !== undefined) {
      behind({ here, there: commit })
      warnOfBranch(withoutPassword(name), git.reason(refused), brokenRefIn(git, refused))
    }
  }
  for (const tag of tags) {
    const refused = await unlessRefused(() => moveRefs(git, { tags: new Map([tag]) }, true))
    if (refused !== undefined && !/reference already exists/.test(refused))
      warnOfTags([tag[0]], 'this repository', git.reason(refused))
  }
}

/** What git said, or what we say of it, where it refused. */
async function unlessRefused(move: () => Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await move()
  } catch (thrown) {
    if (thrown instanceof UserError) return messageOf(thrown)
    throw thrown
  }
}

/** `broken`: the file of the branch, where git finds nothing in it. */
function warnOfBranch(remote: string, reason: string, broken: string | undefined): void {
  currentCallContext().warns?.({
    code: 'ledger-branch-behind',
    message: `It is recorded at ${remote}, and the branch ${shortBranch} here could not follow: ${reason}.`,
    remedy:
      broken === undefined
        ? 'The next run moves it on, once what is in its way is gone.'
        : `git finds no commit in the file of the branch. Remove it, \`rm '${broken}'\`: the next run that records something writes it anew.`,
  })
}

/** All or none. Gives what git said where it refused. `optional`: waits for no lock. */
async function moveRefs(git: Git, { commit, old, tags }: Moves, optional = false): Promise<string | undefined> {
  const lines = [...tags].map(([name, object]) => `create refs/tags/${name} ${object}\n`)
  if (commit !== undefined)
    lines.unshift(old === undefined ? `create ${branch} ${commit}\n` : `update ${branch} ${commit} ${old}\n`)
  if (lines.length === 0) return undefined
  const { code, stderr } = await uninterruptible(() =>
    git.try(['update-ref', '--no-deref', '-m', 'airworthy', '--stdin'], { input: lines.join(''), optional }),
  )
  if (code !== 0) return stderr
  becomeUninterruptible()
  return undefined
}
