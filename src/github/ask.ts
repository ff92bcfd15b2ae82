import type { UserError } from '../core/errors/index.ts'
import type { GitHub, GitHubFailure } from '../core/world.ts'
import { githubError } from './errors.ts'

/** What a job's token is allowed to do, as `permissions:` names it. */
export type Permission =
  | `${'actions' | 'checks' | 'contents' | 'deployments' | 'pull-requests' | 'statuses'}: ${'read' | 'write'}`
  | 'read:org'

/**
 * Does something on GitHub; what it throws is a UserError: `github-refused` when GitHub says no, `github-unavailable` when it did
 * not answer, again and again. `what` goes on after "did not", `needs` is the permission that it takes.
 */
export async function ask<Result>(what: string, needs: Permission, action: () => Promise<Result>): Promise<Result> {
  try {
    return await action()
  } catch (error) {
    throw refusal(what, needs, error)
  }
}

function refusal(what: string, needs: Permission, error: unknown): unknown {
  const { status, message = '', response } = error as GitHubFailure
  // Anything that is no answer of GitHub: our own error, or a bug.
  if (status === undefined) return error
  const reason = response?.data?.message ?? message
  if (status >= 500 || status === 429 || isLimit(status, reason))
    return githubError('github-unavailable', { what, reason }, { cause: error })
  return githubError('github-refused', { what, reason: `${reason} (${status})`, needs }, { cause: error })
}

function isLimit(status: number, reason: string): boolean {
  return status === 403 && /rate limit/i.test(reason)
}

/** Whether GitHub has no such thing. */
export function isMissing(error: unknown): boolean {
  return (error as GitHubFailure).status === 404
}

/** Whether the request may have been taken although no answer came: the line broke, or the server failed. */
function isUnsure(error: unknown): boolean {
  const { status } = error as GitHubFailure
  return status !== undefined && status >= 500
}

/** Whether another writer was first: GitHub has the thing already. */
function isTaken(error: unknown): boolean {
  const { status } = error as GitHubFailure
  return status === 422 || status === 409
}

/**
 * Makes something exist exactly once: looks for it, makes it, and when no answer came looks again before it makes it again.
 * A request that creates is never sent twice without a look in between.
 */
export async function ensure<Thing>(
  find: () => Promise<Thing | undefined>,
  make: () => Promise<Thing>,
  { sleep }: Pick<GitHub, 'sleep'>,
): Promise<{ readonly thing: Thing; readonly made: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const found = await find()
    if (found !== undefined) return { thing: found, made: attempt > 1 }
    try {
      return { thing: await make(), made: true }
    } catch (error) {
      if (attempt >= 5 || !(isUnsure(error) || isTaken(error))) throw error
      // GitHub's lists lag behind what was written by moments.
      await sleep(200 * 2 ** attempt)
      // What was refused as taken, and is not found either, was refused for another reason.
      if (isTaken(error) && (await find()) === undefined) throw error
    }
  }
}

/** True for an error that says that the token may not do it: what is not asked for expressly goes on without it. */
export function isRefused(error: unknown): error is UserError {
  return (error as UserError).code === 'github-refused'
}
