import { UserError } from '../../../../core/errors/index.ts'
import { parseTag } from '../../../versions/tags.ts'
import { warnOfTags } from '../warnings.ts'
import { rejectedTags } from './answers.ts'
import type { Connection } from './connection.ts'
import type { Push, Remote } from './contract.ts'

/**
 * A push to a remote that may take no tags of assignments, as a rule for protected tags forbids them. What an assignment says holds without
 * its tag: such tags are shown after the branch then, as far as the remote lets them, and the first that it does not take are told.
 */
export function withStagesApart(
  push: Remote['push'],
  { git, name, shown, limitMs, pushOptions }: Connection,
): Remote['push'] {
  /** Tags that the remote did not take, which are not sent again. */
  const untaken = new Set<string>()
  const show = async (tags: Push['tags']): Promise<void> => {
    const refs = [...tags].map(([tag, object]) => `${object}:refs/tags/${tag}`)
    const args = ['push', ...(await pushOptions()), '--', name, ...refs]
    const { code, stderr, ended } = await git.try(args, { reach: { name, limitMs } })
    if (code === 0) return
    const named = rejectedTags(stderr)
    const refused = [...tags.keys()].filter((tag) => named.size === 0 || named.has(tag))
    if (untaken.size === 0) warnOfTags(refused, shown, ended?.message ?? git.reason(stderr))
    for (const tag of refused) untaken.add(tag)
  }
  return async (what) => {
    const tags = new Map([...what.tags].filter(([tag]) => !untaken.has(tag)))
    try {
      const pushed = await push({ ...what, tags })
      return pushed && { shows: pushed.shows && tags.size === what.tags.size }
    } catch (thrown) {
      const stages = new Map([...tags].filter(([tag]) => isOfStage(tag)))
      if (stages.size === 0 || !isOfRefs(thrown)) throw thrown
      const others = new Map([...tags].filter(([tag]) => !isOfStage(tag)))
      const pushed = await push({ ...what, tags: others }).catch((again: unknown) => {
        throw isOfRefs(again) ? thrown : again
      })
      if (pushed !== undefined) await show(stages)
      return pushed && { shows: false }
    }
  }
}

function isOfStage(tag: string): boolean {
  return parseTag(tag)?.kind === 'stage'
}

/** Whether a remote may have refused one ref, and take the others. */
function isOfRefs(thrown: unknown): boolean {
  return thrown instanceof UserError && ofRefs.includes(thrown.code)
}

const ofRefs: readonly string[] = ['registry-refused', 'git-locked', 'ref-in-the-way']
