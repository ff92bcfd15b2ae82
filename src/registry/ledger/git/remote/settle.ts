import { Cancelled } from '../../../../core/errors/index.ts'
import { registryError } from '../../../errors.ts'
import { becomeUninterruptible } from '../../call-context.ts'
import { branch } from '../branch.ts'
import { isBeginning } from '../refs.ts'
import type { Connection } from './connection.ts'
import type { Push } from './contract.ts'
import type { FetchObjects } from './fetch.ts'

/**
 * Finds out whether the branch of the remote has what was sent to it by a push that was interrupted. `cause`: what ended it, or what git
 * said. Throws `ledger-unsettled` where that cannot be told.
 */
export type Settle = (what: Push, cause: Error | string) => Promise<boolean>

export function createSettle({ git, shown, limitMs, end }: Connection, fetchObjects: FetchObjects): Settle {
  const contains = async ({ commit, old }: Push): Promise<boolean | undefined> => {
    const head = await end(Math.min(limitMs, askAgainMs))
    if (head === commit) return true
    // It may be at it still.
    if (head === old || head === undefined) return undefined
    await fetchObjects([[branch, head]])
    // Whoever was first: what was sent with the old end as its condition comes too late, or is a part of it.
    return isBeginning(git, commit, head)
  }
  return async (what, cause) => {
    // Whoever asked may have gone by then.
    becomeUninterruptible()
    const found = await contains(what).catch(() => undefined)
    if (found !== undefined) return found
    throw registryError(
      'ledger-unsettled',
      { remote: shown, branch, commit: what.commit, reason: reasonOf(cause, limitMs) },
      { cause },
    )
  }
}

function reasonOf(cause: Error | string, limitMs: number): string {
  if (typeof cause === 'string') return cause
  if (cause instanceof Cancelled) return 'it was cancelled before it answered'
  return `it said nothing for ${Math.round(limitMs / 1000)} s`
}

/** How long a remote is asked, in milliseconds, whether it has taken what was sent: whoever waits may give five seconds. */
const askAgainMs = 2000
