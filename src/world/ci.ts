import type { Trust } from '../core/world.ts'

/** What a CI system says of the run: taken from the environment of GitHub Actions; `local` elsewhere. */
export interface CiFacts {
  readonly event: string
  readonly branch: string | undefined
  readonly commit: string | undefined
  readonly trust: Trust
}

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

/** A pull request is trusted when it comes from the repository itself. An origin that is unclear is not trusted. */
function trustOf(event: string, payload: unknown): Trust {
  if (isPrivileged(event))
    return {
      level: 'untrusted',
      why: `the trigger ${event} runs with the repository's rights on content that anybody may have written`,
    }
  if (!event.startsWith('pull_request')) return { level: 'trusted', why: `the event is ${event}` }
  const pull = memberOf(payload, 'pull_request')
  const [head, base] = [repositoryOf(memberOf(pull, 'head')), repositoryOf(memberOf(pull, 'base'))]
  if (base === undefined) return { level: 'untrusted', why: 'the event does not say where the pull request comes from' }
  if (head === base) return { level: 'trusted', why: 'the pull request comes from a branch of the repository' }
  return { level: 'untrusted', why: 'the pull request comes from a fork' }
}

/** `owner/name`; undefined where it is not said, as for a fork that was deleted. */
function repositoryOf(end: unknown): string | undefined {
  const name = memberOf(memberOf(end, 'repo'), 'full_name')
  return typeof name === 'string' ? name : undefined
}

/** Looked at by hand, not by a schema: this is asked at every start, whatever the command. */
function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined
}
