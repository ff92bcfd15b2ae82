import type { GitHub } from '../core/world.ts'
import { ask, ensure } from './ask.ts'
import { list, request } from './client.ts'

export interface CommitStatus {
  readonly commit: string
  /** What it is about: one line in the list of checks. */
  readonly context: string
  readonly state: 'success' | 'failure' | 'error' | 'pending'
  /** At most 140 characters. */
  readonly description: string
  readonly url?: string | undefined
}

/** Sets the status of a commit. GitHub keeps every one that was ever set: what stands already is not set again. */
export async function postStatus(github: GitHub, status: CommitStatus): Promise<void> {
  const { commit, context, state, description, url } = status
  await ask('set the status of the commit', 'statuses: write', async () => {
    const find = async (): Promise<object | undefined> => {
      const all = await list(github, 'GET /repos/{owner}/{repo}/commits/{ref}/statuses', { ref: commit })
      // The newest comes first.
      const latest = all.find((each) => each.context === context)
      const same =
        latest?.state === state && latest.description === description && (latest.target_url ?? undefined) === url
      return same ? latest : undefined
    }
    const target = url === undefined ? {} : { target_url: url }
    const make = (): Promise<object> =>
      request(github, 'POST /repos/{owner}/{repo}/statuses/{sha}', {
        sha: commit,
        context,
        state,
        description,
        ...target,
      })
    await ensure(find, make, github)
  })
}
