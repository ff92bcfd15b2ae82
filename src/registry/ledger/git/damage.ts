import path from 'node:path'
import { UserError } from '../../../core/errors/index.ts'
import type { World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { parseTag } from '../../versions/tags.ts'
import { joinLines } from '../lines.ts'
import { branch, shortBranch } from './branch.ts'
import type { Git } from './command.ts'
import { removeLeftovers } from './leftovers.ts'
import { largestTag } from './message.ts'
import { remoteIn } from './reason.ts'

/** That git cannot read what the ledger consists of, as `ledger-broken`, with a way to get it back. */
export function damaged(git: Git, reason: string, what = 'its objects in git'): Error {
  const repair = `Take a clone that is whole, or get the damaged objects again: \`git fsck\` names their files; remove those, and \`git fetch --refetch --no-filter ${remoteIn(git)} ${shortBranch}\`. Nothing is lost that the remote, or a clone, has.`
  return registryError('ledger-broken', { ledger: `${git.directory} ${branch}`, entry: what, reason, repair })
}

/** Why git may fail to read though what it reads is whole. */
const ofSurroundings =
  /permission denied|did not end|dubious ownership|no space|out of diskspace|quota exceeded|read-only file system|out of memory|cannot allocate|too many open/i

/** What git says of an object here, also where it does something else meanwhile. */
const ofObject = /^(?:error|fatal): .*(?:header for [0-9a-f]{40}|loose object|inflate: |packed object|hash mismatch)/m

/** As `damaged`, where that is what git says; undefined otherwise. */
export function damageIn(git: Git, stderr: string): Error | undefined {
  return ofObject.test(stderr) ? damaged(git, git.reason(stderr)) : undefined
}

/** Reads from a ledger. Throws `ledger-broken` where git cannot, for what its objects are. */
export async function reading<Value>(git: Git, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read()
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.code !== 'git-failed' || ofSurroundings.test(thrown.message))
      throw thrown
    if (/promisor remote|lazy fetching disabled/.test(thrown.message) || (await isPartial(git)))
      throw registryError('ledger-partial', { ledger: git.directory, branch }, { cause: thrown })
    const [, reason = thrown.message] = /failed in the registry: (.*)\.$/s.exec(thrown.message) ?? []
    throw damaged(git, reason)
  }
}

/** Whether git may lack objects, because a filter left them out. */
async function isPartial(git: Git): Promise<boolean> {
  return (await git.try(['config', '--get-regexp', '^remote\\..*\\.promisor$'])).stdout.includes(' true')
}

interface Stored {
  readonly head: string
  /** Tags that are here, by name and object. */
  readonly tags: ReadonlyMap<string, string>
  /** The models of the ledger. */
  readonly models: ReadonlySet<string>
}

/**
 * Reads every object that a ledger and its tags consist of, and checks that it is the one it is called after. git does so with what is in a
 * pack, so they are put together into one, which is removed again. Throws `ledger-broken`.
 */
export async function admitObjects(git: Git, { head, tags, models }: Stored, world: World): Promise<void> {
  const shown = [...tags].filter(([name]) => models.has(parseTag(name)?.model ?? ''))
  const kinds =
    shown.length === 0
      ? []
      : (await git(['cat-file', '--batch-check'], { input: joinLines(shown.map(([, object]) => object)) })).split('\n')
  const gone = shown.find((_, at) => / missing$/.test(kinds[at] ?? ''))
  if (gone !== undefined) throw damaged(git, `its object ${gone[1]} is missing or corrupt`, `the tag ${gone[0]}`)
  // One that is larger is none of ours, and may be a file of any size.
  const small = shown.flatMap(([, object], at) => (Number(kinds[at]?.split(' ')[2]) <= largestTag ? [object] : []))
  // A graph of commits that git keeps beside them says what they are, and is none of them.
  const list = ['-c', 'core.commitGraph=false', 'rev-list', '--objects', '--no-object-names', head]
  const objects = `${await git(list)}${joinLines(small)}`
  const folder = path.join(git.common, `airworthy-ledger.verify-${world.randomId()}`)
  await removeLeftovers(git, world)
  try {
    await world.files.makeDirectory(folder)
    const made = (
      await git(['pack-objects', '--quiet', '--window=0', path.join(folder, 'pack')], { input: objects })
    ).trim()
    await git(['verify-pack', path.join(folder, `pack-${made}.idx`)])
  } finally {
    await world.files.remove(folder)
  }
}
