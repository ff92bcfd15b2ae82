import { registryError } from '../../../errors.ts'
import { lockIn } from '../locks.ts'
import type { Connection } from './connection.ts'

/**
 * Looks for a lock at the remote in what a push was answered. One that somebody works with is gone in a moment; one that git left, when it
 * was killed, is in the way of everybody. Throws `git-locked` for such a one.
 */
export function createLockCheck({ shown, clock }: Connection): (stderr: string) => void {
  let seen: { readonly file: string; readonly since: number } | undefined
  return (stderr) => {
    const file = lockIn(stderr, 'remote')
    if (file === undefined || seen?.file !== file)
      seen = file === undefined ? undefined : { file, since: clock.monotonicMs() }
    else if (clock.monotonicMs() - seen.since >= leftMs)
      throw registryError('git-locked', { file, since: undefined, where: shown })
  }
}

/** A lock at a remote that is there for so long, in milliseconds, was left behind. */
const leftMs = 1000
