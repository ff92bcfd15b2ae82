import { Cancelled, UserError } from '../../../../core/errors/index.ts'
import { registryError } from '../../../errors.ts'
import { parseTag } from '../../../versions/tags.ts'
import { becomeUninterruptible } from '../../call-context.ts'
import { branch } from '../branch.ts'
import { inTheWay } from '../in-the-way.ts'
import { lockIn } from '../locks.ts'
import type { GitResult } from '../reach.ts'
import { isBeginning } from '../refs.ts'
import { warnOfTags } from '../warnings.ts'
import { isContended, notAtomic, wasRefused, wasSent } from './answers.ts'
import type { Connection } from './connection.ts'
import type { Push, Remote } from './contract.ts'
import type { FetchObjects } from './fetch.ts'
import { listRemote } from './look.ts'
import { createSplitCheck } from './split.ts'

export function createPush(connection: Connection, fetchObjects: FetchObjects): Pick<Remote, 'push' | 'pushTags'> {
  const { git, name, shown, limitMs, clock, ask, end, unreachable, pushOptions } = connection
  let lock: { readonly file: string; readonly since: number } | undefined
  /** A lock that git left there, when it was killed, is in the way of everybody. One that somebody works with is gone in a moment. */
  const admitLock = (stderr: string): void => {
    const file = lockIn(stderr, 'remote')
    if (file === undefined || lock?.file !== file)
      lock = file === undefined ? undefined : { file, since: clock.monotonicMs() }
    else if (clock.monotonicMs() - lock.since >= lockedMs)
      throw registryError('git-locked', { file, since: undefined, where: shown })
  }

  /** What a remote says that refused, as opposed to one that was not reached. */
  const refused = (stderr: string): Error =>
    wasRefused(stderr)
      ? registryError('registry-refused', { remote: shown, reason: git.reason(stderr) })
      : unreachable(stderr, 'push')

  /** Tells whether the remote's ledger contains the commit, after a push of which nobody knows how it ended. The caller may have gone by then. */
  const contains = async ({ commit, old }: Push): Promise<'contains' | 'lacks' | 'unknown'> => {
    becomeUninterruptible()
    try {
      const head = await end(Math.min(limitMs, askAgainMs))
      if (head === commit) return 'contains'
      if (head === old || head === undefined) return 'unknown'
      await fetchObjects([[branch, head]])
      // Whoever was first: what was sent with the old end as its condition comes too late, or is a part of it.
      return (await isBeginning(git, commit, head)) ? 'contains' : 'lacks'
    } catch {
      return 'unknown'
    }
  }

  /** Finds out how a push has ended that was interrupted. Throws `ledger-unsettled` where that cannot be told. */
  const settle = async (what: Push, cause: Error | string): Promise<boolean> => {
    const found = await contains(what)
    if (found !== 'unknown') return found === 'contains'
    const reason =
      typeof cause === 'string' ? cause : cause instanceof Cancelled ? 'it was cancelled before it answered' : quiet
    throw registryError('ledger-unsettled', { remote: shown, branch, commit: what.commit, reason }, { cause })
  }
  const split = createSplitCheck(connection, fetchObjects)
  /** Pushes in which another writer seemed to be first, while the branch was here. */
  let contended: { old: string | undefined; times: number } = { old: undefined, times: 0 }
  /** Whether it has said that it cannot move several refs at once. */
  let isPlain = false
  const quiet = `it said nothing for ${Math.round(limitMs / 1000)} s`

  const pushOnce: Remote['push'] = async (what) => {
    const { commit, old, tags, isListed } = what
    const options = await pushOptions()
    const lease = `--force-with-lease=${branch}:${old ?? ''}`
    const refs = [`${commit}:${branch}`, ...[...tags].map(([tag, object]) => `${object}:refs/tags/${tag}`)]
    const attempt = (atomic: readonly string[], all: readonly string[]): Promise<GitResult> =>
      git.try(['push', ...options, ...atomic, lease, '--', name, ...all], { reach: { name, limitMs } })
    const atOnce = isPlain ? undefined : await attempt(tags.size === 0 ? [] : ['--atomic'], refs)
    isPlain ||= notAtomic.test(atOnce?.stderr ?? '')
    const apart = isPlain && tags.size > 0
    // Moved first, the branch would record what its tags may be refused for.
    if (apart && !isListed) return undefined
    // The branch first: an entry counts once it is there, and the next writer shows the tags that are missing.
    const { code, stderr, ended } = atOnce === undefined || apart ? await attempt([], refs.slice(0, 1)) : atOnce
    if (code === 0) {
      becomeUninterruptible()
      await split.after(what)
      const others = apart ? await attempt([], refs.slice(1)) : undefined
      if (others !== undefined && others.code !== 0 && !isContended(others.stderr))
        warnOfTags([...tags.keys()], shown, others.ended?.message ?? git.reason(others.stderr))
      return { shows: others === undefined || others.code === 0 }
    }
    if (wasSent(stderr) && !wasRefused(stderr))
      return (await settle(what, ended ?? git.reason(stderr))) ? { shows: !apart } : undefined
    if (ended !== undefined) throw ended
    if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
    admitLock(stderr)
    if (isContended(stderr)) {
      if (contended.old !== old) contended = { old, times: 0 }
      contended.times++
      // Nobody is first again and again, and leaves the branch where it is: these are words of a rule.
      if (contended.times >= mostContended && (await end()) === old) throw refused(stderr)
      return undefined
    }
    // Refused because another writer was first or is at it now, or because something else is wrong.
    if ((await end()) !== old) return undefined
    throw refused(stderr)
  }

  /** Tags of assignments that the remote does not take. */
  const untaken = new Set<string>()
  /** What an assignment says holds without its tag: those tags are shown after the branch, as far as the remote lets it. */
  const pushStages = async (tags: Push['tags']): Promise<void> => {
    const refs = [...tags].map(([tag, object]) => `${object}:refs/tags/${tag}`)
    const { code, stderr, ended } = await git.try(['push', ...(await pushOptions()), '--', name, ...refs], {
      reach: { name, limitMs },
    })
    if (code === 0) return
    if (untaken.size === 0) warnOfTags([...tags.keys()], shown, ended?.message ?? git.reason(stderr))
    for (const tag of tags.keys()) untaken.add(tag)
  }

  return {
    async push(what) {
      await split.before()
      const tags = new Map([...what.tags].filter(([tag]) => !untaken.has(tag)))
      const [stages, others] = [true, false].map(
        (isStage) => new Map([...tags].filter(([tag]) => (parseTag(tag)?.kind === 'stage') === isStage)),
      ) as [Map<string, string>, Map<string, string>]
      try {
        const pushed = await pushOnce({ ...what, tags })
        return pushed && { shows: pushed.shows && tags.size === what.tags.size }
      } catch (thrown) {
        if (stages.size === 0 || !(thrown instanceof UserError) || !ofRefs.includes(thrown.code)) throw thrown
        const pushed = await pushOnce({ ...what, tags: others }).catch((again: unknown) => {
          throw again instanceof UserError && ofRefs.includes(again.code) ? thrown : again
        })
        if (pushed !== undefined) await pushStages(stages)
        return pushed && { shows: false }
      }
    },
    async pushTags(names) {
      let missing = names
      for (let attempt = 1; missing.length > 0; attempt++) {
        const refs = missing.map((tag) => `refs/tags/${tag}`)
        const { code, stderr } = await ask(['push', ...(await pushOptions()), '--', name, ...refs])
        if (code === 0) return
        if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
        admitLock(stderr)
        // Others show the same ledger by the same tags: what they pushed meanwhile needs no push of ours.
        const there = (await listRemote(connection)).tags
        missing = names.filter((tag) => !there.has(tag))
        if (missing.length > 0 && (attempt === tagAttempts || !isContended(stderr))) throw refused(stderr)
      }
    },
  }
}

/** What a remote says that takes one ref and not another. */
const ofRefs: readonly string[] = ['registry-refused', 'git-locked', 'ref-in-the-way']

/** How long a remote is asked, in milliseconds, whether it has taken what was sent: whoever waits may give five seconds. */
const askAgainMs = 2000

/** A lock at a remote that is there for so long, in milliseconds, was left behind. */
const lockedMs = 1000

const tagAttempts = 10

/** Pushes that may fail as if another writer were at it, while the branch stays where it is. */
const mostContended = 5
