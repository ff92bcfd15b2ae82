import type { RunResult, World } from '../../../core/world.ts'
import { registryError } from '../../errors.ts'
import { currentCallContext } from '../call-context.ts'

/**
 * The lock file that kept git from its work, as it says itself: one of this machine, or one in the repository of a remote, whose words
 * begin with `remote:`.
 */
export function lockIn(stderr: string, where: 'here' | 'remote'): string | undefined {
  const isThere = (line: string): boolean => line.startsWith('remote: ') === (where === 'remote')
  const line = stderr.split('\n').find((each) => isThere(each) && lockPattern.test(each))
  const file = line === undefined ? undefined : lockPattern.exec(line)?.[1]
  // A remote on this machine works in its own folder.
  return where === 'remote' ? file?.replace(/(^|\/)\.\//g, '$1') : file
}

const lockPattern = /Unable to create '([^']+\.lock)': File exists/

/**
 * Milliseconds that a lock has to stay as it is before it counts as left behind. git holds one for some milliseconds, and our own writers
 * are ended after less than this.
 */
const leftBehindMs = 10_000

/** A lock as it was first seen. */
interface LockSighting {
  readonly file: string
  readonly stamp: string | undefined
  readonly since: number
}

/**
 * Runs git in a repository of this machine, again while another holds a lock. `ours`: locks that nobody needs but our own writers, whose
 * gits are gone by then: such a one is removed when it was left behind.
 * @throws `git-locked` for any other that stays as it is: git leaves its locks when it is killed, and only a person knows.
 */
export async function pastLocks<Result extends RunResult>(
  attempt: () => Promise<Result>,
  { files, clock }: World,
  ours: readonly string[],
): Promise<Result> {
  let seen: LockSighting | undefined
  for (;;) {
    const result = await attempt()
    const file = result.code === 0 ? undefined : lockIn(result.stderr, 'here')
    if (file === undefined) return result
    const stamp = await files.stamp(file)
    if (seen?.file !== file || seen.stamp !== stamp) seen = { file, stamp, since: clock.monotonicMs() }
    const waited = clock.monotonicMs() - seen.since
    if (waited >= leftBehindMs) {
      if (!ours.includes(await files.realPath(file)))
        throw registryError('git-locked', { file, since: await files.writtenAt(file), where: undefined })
      if ((await files.stamp(file)) === stamp) await files.remove(file)
    } else {
      const { signal, waits } = currentCallContext()
      if (waited >= 2000) waits?.(`waits for the lock ${file}, ${Math.round(waited / 1000)} s of at most 10 s`)
      await clock.sleep(100, signal)
    }
  }
}
