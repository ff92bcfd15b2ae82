import type { CiRun } from '../core/world.ts'
import { markOf, onGitHub } from './ci.ts'

type Env = Readonly<Record<string, string | undefined>>

/** Names the run for a CI system that names none itself, or whose jobs do not share one: the same value in all jobs of a run. */
export const runVariable = 'AIRWORTHY_RUN_ID'

/**
 * What tells a run from all others, and is the same for its jobs: system and variables. Attempts are no part of it, because jobs that
 * are run again go on with what the others left in the first attempt.
 */
const systems: readonly (readonly [mark: string, ...names: string[]])[] = [
  ['GITHUB_ACTIONS', 'GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'],
  ['GITLAB_CI', 'CI_SERVER_URL', 'CI_PROJECT_PATH', 'CI_PIPELINE_ID'],
  ['TF_BUILD', 'SYSTEM_COLLECTIONURI', 'SYSTEM_TEAMPROJECT', 'BUILD_BUILDID'],
  ['BUILDKITE', 'BUILDKITE_BUILD_ID'],
  ['CIRCLECI', 'CIRCLE_PIPELINE_ID'],
  ['BITBUCKET_BUILD_NUMBER', 'BITBUCKET_REPO_FULL_NAME', 'BITBUCKET_BUILD_NUMBER'],
  ['JENKINS_URL', 'JENKINS_URL', 'JOB_NAME', 'BUILD_NUMBER'],
]

/** Undefined where no CI runs this. */
export function ciRunOf(env: Env): CiRun | undefined {
  if (!onGitHub(env) && markOf(env) === undefined) return undefined
  if (!onGitHub(env) && env[runVariable]) return { id: `${runVariable}:${env[runVariable]}` }
  return { id: systems.map((system) => idIn(system, env)).find((id) => id !== undefined) }
}

function idIn([mark, ...names]: (typeof systems)[number], env: Env): string | undefined {
  const values = names.map((name) => env[name] || undefined)
  // The last says which run of a project it is.
  if (!env[mark] || values.at(-1) === undefined) return undefined
  return [mark, ...values.map((value) => value ?? '')].join(':')
}
