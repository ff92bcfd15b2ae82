import { registryError } from '../../../errors.ts'
import { becomeUninterruptible } from '../../call-context.ts'
import { branch } from '../branch.ts'
import { inTheWay } from '../in-the-way.ts'
import type { GitResult } from '../reach.ts'
import { warnOfTags } from '../warnings.ts'
import { isContended, notAtomic, wasRefused, wasSent } from './answers.ts'
import type { Connection } from './connection.ts'
import type { Push, Pushed, Remote } from './contract.ts'
import type { FetchObjects } from './fetch.ts'
import { createLockCheck } from './left-locks.ts'
import { listRemote } from './look.ts'
import { createSettle } from './settle.ts'
import { createSplitCheck } from './split.ts'
import { withStagesApart } from './stage-tags.ts'

export function createPush(connection: Connection, fetchObjects: FetchObjects): Pick<Remote, 'push' | 'pushTags'> {
  const { git, name, shown, limitMs, ask, end, unreachable, pushOptions } = connection
  const admitLock = createLockCheck(connection)
  const settle = createSettle(connection, fetchObjects)
  const split = createSplitCheck(connection, fetchObjects)
  const isOther = createContention(end)
  /** Whether it has said that it cannot move several refs at once. */
  let isPlain = false

  /** What a remote says that refused, as opposed to one that was not reached. */
  const refused = (stderr: string): Error =>
    wasRefused(stderr)
      ? registryError('registry-refused', { remote: shown, reason: git.reason(stderr) })
      : unreachable(stderr, 'push')

  const attempt = async (old: string | undefined, refs: readonly string[], isAtomic = false): Promise<GitResult> => {
    const options = [...(await pushOptions()), ...(isAtomic ? ['--atomic'] : [])]
    const lease = `--force-with-lease=${branch}:${old ?? ''}`
    return git.try(['push', ...options, lease, '--', name, ...refs], { reach: { name, limitMs } })
  }

  const landed = async (what: Push, tags: readonly string[]): Promise<Pushed> => {
    becomeUninterruptible()
    await split.after(what)
    if (tags.length === 0) return { shows: true }
    const { code, stderr, ended } = await attempt(what.old, tags)
    if (code !== 0 && !isContended(stderr))
      warnOfTags([...what.tags.keys()], shown, ended?.message ?? git.reason(stderr))
    return { shows: code === 0 }
  }

  /** Undefined where another writer was first, or is at it now. Throws where something else is wrong. */
  const failed = async (what: Push, { stderr, ended }: GitResult, isAll: boolean): Promise<Pushed | undefined> => {
    if (wasSent(stderr) && !wasRefused(stderr))
      return (await settle(what, ended ?? git.reason(stderr))) ? { shows: isAll } : undefined
    if (ended !== undefined) throw ended
    if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
    admitLock(stderr)
    if (await isOther(what.old, stderr)) return undefined
    throw refused(stderr)
  }

  const push: Remote['push'] = async (what) => {
    const { commit, old, tags, isListed } = what
    // The branch first: an entry counts once it is there, and the next writer shows the tags that are missing.
    const ofBranch = `${commit}:${branch}`
    const ofTags = [...tags].map(([tag, object]) => `${object}:refs/tags/${tag}`)
    const atOnce = isPlain ? undefined : await attempt(old, [ofBranch, ...ofTags], ofTags.length > 0)
    isPlain ||= notAtomic.test(atOnce?.stderr ?? '')
    const isApart = isPlain && ofTags.length > 0
    // Moved first, the branch would record what its tags may be refused for.
    if (isApart && !isListed) return undefined
    const result = atOnce === undefined || isApart ? await attempt(old, [ofBranch]) : atOnce
    return result.code === 0 ? landed(what, isApart ? ofTags : []) : failed(what, result, !isApart)
  }
  const pushApart = withStagesApart(push, connection)

  return {
    async push(what) {
      await split.before()
      return pushApart(what)
    },
    async pushTags(names) {
      let missing = names
      for (let times = 1; missing.length > 0; times++) {
        const refs = missing.map((tag) => `refs/tags/${tag}`)
        const { code, stderr } = await ask(['push', ...(await pushOptions()), '--', name, ...refs])
        if (code === 0) return
        if (inTheWay(stderr) !== undefined) throw unreachable(stderr)
        admitLock(stderr)
        // Others show the same ledger by the same tags: what they pushed meanwhile needs no push of ours.
        const there = (await listRemote(connection)).tags
        missing = names.filter((tag) => !there.has(tag))
        if (missing.length > 0 && (times === tagAttempts || !isContended(stderr))) throw refused(stderr)
      }
    },
  }
}

/**
 * Tells whether a push failed because another writer was first or is at it now: the branch is elsewhere, or git says so. Nobody is first
 * again and again, and leaves the branch where it is: then these are words of a rule.
 */
function createContention(end: Connection['end']): (old: string | undefined, stderr: string) => Promise<boolean> {
  let seen: { readonly old: string | undefined; readonly times: number } = { old: undefined, times: 0 }
  return async (old, stderr) => {
    if (isContended(stderr)) {
      seen = { old, times: seen.old === old ? seen.times + 1 : 1 }
      if (seen.times < mostContended) return true
    }
    return (await end()) !== old
  }
}

const tagAttempts = 10

/** Pushes that may fail as if another writer were at it, while the branch stays where it is. */
const mostContended = 5
