import { z } from 'zod'
import type { GitHub } from '../core/world.ts'
import { ask } from './ask.ts'
import { list } from './client.ts'

/** What a `workflow_run` event says of the run that ended: of all that a fork can say, only what GitHub itself has filled in. */
const runShape = z.object({
  workflow_run: z.object({
    id: z.number(),
    run_attempt: z.number(),
    head_sha: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
    head_branch: z.string(),
    head_repository: z.object({ id: z.number(), full_name: z.string(), owner: z.object({ login: z.string() }) }),
  }),
})

export interface EndedRun {
  readonly id: number
  readonly attempt: number
  readonly commit: string
  readonly branch: string
  readonly owner: string
  readonly repositoryId: number
}

/** The run that a `workflow_run` event is about; undefined when the payload is not one. */
export function endedRun(payload: unknown): EndedRun | undefined {
  const run = runShape.safeParse(payload).data?.workflow_run
  if (run === undefined) return undefined
  return {
    id: run.id,
    attempt: run.run_attempt,
    commit: run.head_sha,
    branch: run.head_branch,
    owner: run.head_repository.owner.login,
    repositoryId: run.head_repository.id,
  }
}

/**
 * The open pull request whose head is this commit of this repository. GitHub's own list of pull requests of a run is empty for forks, and
 * a number that a fork hands over could be any. Undefined when there is none: it moved on, or was closed.
 */
export async function pullRequestOf(github: GitHub, run: EndedRun): Promise<number | undefined> {
  return ask('list the pull requests', 'pull-requests: read', async () => {
    const head = `${run.owner}:${run.branch}`
    const open = await list(github, 'GET /repos/{owner}/{repo}/pulls', { state: 'open', head })
    return open.find((pull) => pull.head.sha === run.commit && pull.head.repo?.id === run.repositoryId)?.number
  })
}
