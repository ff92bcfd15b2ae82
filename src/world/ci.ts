import type { Trust } from '../core/world.ts'
import { ciSystemOf, ciSystems, type Env, github, isSet, type SaidOfRun } from './ci-systems.ts'

/** What a CI system says of the run, from its environment: a known one all of it, of others that they are one. `event` is `local` then, too. */
export interface CiFacts extends SaidOfRun {
  /** The name of its row in the table; undefined for none, and for one that is not known. */
  readonly ciSystem: string | undefined
  readonly trust: Trust
  /** Whether a CI runs it: then others than the user may have written what is there. */
  readonly ci: boolean
}

/** Events that only what is in the repository, or who may write to it, can start. All others are not trusted, those to come included. */
const trustedEvents = [
  'push',
  'schedule',
  'workflow_dispatch',
  'repository_dispatch',
  'release',
  'merge_group',
] as const

/** Triggers of GitHub that run with the rights of the repository, or its secrets, on content that anybody may have written. */
export function isPrivileged(event: string, ciSystem: string | undefined = github.name): boolean {
  return (
    ciSystem === github.name &&
    event !== 'local' &&
    !isTrusted(event) &&
    (event === 'pull_request_target' || !event.startsWith('pull_request'))
  )
}

/** Says of a CI that is not GitHub's that what it runs is trusted. Where it is set for protected branches alone, no stranger can set it. */
export const trustVariable = 'AIRWORTHY_TRUSTED'

/** What says that a CI runs this, beside `CI`, which not all of them set. */
const otherMarks: readonly string[] = [
  ...ciSystems.filter((system) => system !== github).map(({ mark }) => mark),
  'TEAMCITY_VERSION',
  'CODEBUILD_BUILD_ID',
  'APPVEYOR',
  'BITRISE_IO',
  'BUDDY_WORKSPACE_ID',
  'CF_BUILD_ID',
  'CIRRUS_CI',
  'CM_BUILD_ID',
  'DRONE',
  'GERRIT_PROJECT',
  'GITEA_ACTIONS',
  'GO_PIPELINE_LABEL',
  'GO_PIPELINE_NAME',
  'HARNESS_BUILD_ID',
  'HUDSON_URL',
  'JENKINS_HOME',
  'MAGNUM',
  'PROW_JOB_ID',
  'SCREWDRIVER',
  'SEMAPHORE',
  'TASKCLUSTER_ROOT_URL',
  'TRAVIS',
  'VELA',
  'WOODPECKER',
  'bamboo_planKey',
]

/** The facts of a run from its environment. `payload` is the event's JSON as GitHub gives it. */
export function ciFacts(env: Env, payload: unknown): CiFacts {
  const system = ciSystemOf(env)
  const said = system === undefined ? notKnown(env) : system.saysOf(env)
  const ci = onGitHub(env) || markOf(env) !== undefined
  return { ...said, ciSystem: system?.name, trust: trustOf(env, said.event, payload), ci }
}

export function onGitHub(env: Env): boolean {
  return env['GITHUB_ACTIONS'] === 'true' || env['GITHUB_EVENT_NAME'] !== undefined
}

/** At a terminal, or in a CI that is not known, which may have taken over the names of GitHub's variables. */
function notKnown(env: Env): SaidOfRun {
  return { ...github.saysOf(env), event: 'local' }
}

function trustOf(env: Env, event: string, payload: unknown): Trust {
  if (onGitHub(env)) return env['GITHUB_ACTIONS'] === 'true' ? trustOfEvent(event, payload) : unsure
  const mark = markOf(env)
  if (mark === undefined) return { level: 'trusted', why: 'no CI runs it' }
  if (env[trustVariable] === 'true') return { level: 'trusted', why: `${trustVariable} says so` }
  return {
    level: 'untrusted',
    why: `${mark} is set and nothing says who may have written this commit: set ${trustVariable}=true where only protected branches run`,
  }
}

/** The name of an event is one variable, which any job can be given; a runner of GitHub's sets both. */
const unsure: Trust = {
  level: 'untrusted',
  why: 'GITHUB_EVENT_NAME is set and GITHUB_ACTIONS is not true, so that it is not clear what runs this',
}

/** The variable by which a CI that is not GitHub's says that it is one. */
export function markOf(env: Env): string | undefined {
  return isSet(env['CI']) ? 'CI' : otherMarks.find((name) => isSet(env[name]))
}

function trustOfEvent(event: string, payload: unknown): Trust {
  if (isTrusted(event)) return { level: 'trusted', why: `the event is ${event}` }
  if (event === 'pull_request') return trustOfPull(payload)
  return {
    level: 'untrusted',
    why: isPrivileged(event)
      ? `the trigger ${event} runs with the repository's rights on content that anybody may have written`
      : `anybody may have started a run on ${event}`,
  }
}

/** A pull request is trusted when it comes from the repository itself. An origin that is unclear is not trusted. */
function trustOfPull(payload: unknown): Trust {
  const pull = memberOf(payload, 'pull_request')
  const [head, base] = [repositoryOf(memberOf(pull, 'head')), repositoryOf(memberOf(pull, 'base'))]
  if (base === undefined) return { level: 'untrusted', why: 'the event does not say where the pull request comes from' }
  if (head === base) return { level: 'trusted', why: 'the pull request comes from a branch of the repository' }
  return { level: 'untrusted', why: 'the pull request comes from a fork' }
}

function isTrusted(event: string): boolean {
  return trustedEvents.some((trusted) => trusted === event)
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
