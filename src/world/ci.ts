import { z } from 'zod'
import type { Trust } from '../core/world.ts'

/** What a CI system says of the run: taken from the environment of GitHub Actions; `local` elsewhere. */
export interface CiFacts {
  readonly event: string
  readonly branch: string | undefined
  readonly commit: string | undefined
  readonly trust: Trust
}

const repository = z.object({ full_name: z.string() })
const payloadShape = z.object({
  pull_request: z
    .object({ head: z.object({ repo: repository.nullable() }), base: z.object({ repo: repository }) })
    .optional(),
})

/** Triggers that run with the rights of the repository on content that anybody may have written. */
const privileged = ['pull_request_target', 'workflow_run', 'issue_comment']

/** Whether a trigger runs with the rights of the repository although a stranger may have written what it is about. */
export function isPrivileged(event: string): boolean {
  return privileged.includes(event)
}

/** The facts of a run from its event. `payload` is the event's JSON as GitHub gives it. */
export function ciFacts(env: Readonly<Record<string, string | undefined>>, payload: unknown): CiFacts {
  const event = env['GITHUB_EVENT_NAME'] ?? 'local'
  return {
    event,
    branch: env['GITHUB_HEAD_REF'] || env['GITHUB_REF_NAME'] || undefined,
    commit: env['GITHUB_SHA'],
    trust: trustOf(event, payload),
  }
}

/** A pull request is trusted when it comes from the repository itself. What cannot be told is not trusted. */
function trustOf(event: string, payload: unknown): Trust {
  if (isPrivileged(event))
    return {
      level: 'untrusted',
      why: `the trigger ${event} runs with the repository's rights on content that anybody may have written`,
    }
  if (!event.startsWith('pull_request')) return { level: 'trusted', why: `the event is ${event}` }
  const pull = payloadShape.safeParse(payload).data?.pull_request
  if (pull === undefined) return { level: 'untrusted', why: 'the event does not say where the pull request comes from' }
  const head = pull.head.repo?.full_name
  if (head === pull.base.repo.full_name)
    return { level: 'trusted', why: 'the pull request comes from a branch of the repository' }
  return { level: 'untrusted', why: 'the pull request comes from a fork' }
}
