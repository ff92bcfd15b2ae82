import path from 'node:path'
import { parseTag } from '../../versions/tags.ts'
import { branch, shortBranch } from './branch.ts'
import type { Git } from './command.ts'
import { type Listing, listingOf } from './listing.ts'

/** What a repository holds of a ledger. Objects by their ids. */
export interface Refs {
  /** The end of its branch. */
  readonly head: string | undefined
  /** Where that branch was at other repositories when they were last fetched, by the names of remotes. */
  readonly seen: ReadonlyMap<string, string>
  /** All of its tags. */
  readonly listing: Listing
  /** Tags of GTO's grammar. */
  readonly tags: ReadonlyMap<string, string>
}

/** A ledger that has landed at the remote, where the branch here has stayed behind. Commits by their ids. */
export interface Landed {
  /** Where the branch here is. */
  readonly here: string | undefined
  /** Where it is at the remote. */
  readonly there: string
}

export async function readRefs(git: Git): Promise<Refs> {
  const format = '--format=%(objectname) %(refname)'
  const text = await git(['for-each-ref', format, branch, 'refs/tags', `refs/remotes/**/${shortBranch}`])
  // Tags come last: refs are sorted by name.
  const tag = text.indexOf(' refs/tags/')
  const begin = tag < 0 ? text.length : text.lastIndexOf('\n', tag) + 1
  const refs = text
    .slice(0, begin)
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [[line.slice(line.indexOf(' ') + 1), objectIn(line)] as const]))
  const listing = listingOf(text.slice(begin))
  let tags: ReadonlyMap<string, string> | undefined
  return {
    head: refs.find(([name]) => name === branch)?.[1],
    seen: new Map(refs.flatMap(([name, object]) => seenAt(name, object))),
    listing,
    get tags() {
      tags ??= ofGrammar(listing.all())
      return tags
    },
  }
}

/** The end of the branch of the ledger. */
export async function headOf(git: Git): Promise<string | undefined> {
  return objectIn(await git(['for-each-ref', '--format=%(objectname) %(refname)', branch])) || undefined
}

/** The file of the branch, where git finds no commit in it, as after a power failure: git itself neither writes nor deletes such a ref. */
export function brokenRefIn({ common }: Pick<Git, 'common'>, stderr: string): string | undefined {
  const isBroken = stderr.includes(`'${branch}': reference broken`) || stderr.includes(`ignoring broken ref ${branch}`)
  return isBroken ? path.join(common, branch) : undefined
}

/** The tags of GTO's grammar among refs, given as name and object. */
export function tagsAmong(refs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  return ofGrammar(
    refs.flatMap(([ref, object]) => {
      const name = ref.replace(/^refs\/tags\//, '')
      return name === ref ? [] : [[name, object] as const]
    }),
  )
}

function ofGrammar(tags: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  return new Map([...tags].filter(([name]) => parseTag(name) !== undefined))
}

function objectIn(line: string): string {
  return line.slice(0, line.indexOf(' '))
}

function seenAt(ref: string, object: string): (readonly [string, string])[] {
  const [, remote] = /^refs\/remotes\/(.+)\/airworthy\/ledger$/.exec(ref) ?? []
  return remote === undefined ? [] : [[remote, object]]
}

/** Whether a commit is another one or comes before it; not where either is unknown here. */
export async function isAncestor(git: Git, commit: string, of: string): Promise<boolean> {
  return commit === of || (await git.try(['merge-base', '--is-ancestor', commit, of])).code === 0
}

/**
 * Whether a ledger is another one or its beginning, both by their ends. That its end comes before the other is not enough: a merge has it
 * as a parent, too, and may go on from another line of entries.
 */
export async function isBeginning(git: Git, end: string, of: string): Promise<boolean> {
  if (end === of) return true
  return (await isAncestor(git, end, of)) && (await mergeSince(git, end, of)) === undefined
}

/** A merge that came after the end of a ledger, which comes before another commit. */
export async function mergeSince(git: Git, end: string, commit: string): Promise<string | undefined> {
  const merges = ['rev-list', '--min-parents=2', '--max-count=1', `${end}..${commit}`]
  return (await git(merges)).trim() || undefined
}
