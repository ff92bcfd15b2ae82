/**
 * The CI systems that name themselves, and what each says of a run in its variables. A new one is a row here.
 */

export type Env = Readonly<Record<string, string | undefined>>

export interface CiSystem {
  readonly name: 'Azure Pipelines' | 'Bitbucket' | 'Buildkite' | 'CircleCI' | 'GitHub' | 'GitLab' | 'Jenkins'
  /** Set in each of its jobs. */
  readonly mark: string
  /** What tells a run from all others, and is the same for its jobs. The last says which run of a project it is. */
  readonly run: readonly string[]
  saysOf(env: Env): SaidOfRun
}

export interface SaidOfRun {
  /**
   * What started the run, in GitHub's words: `pull_request` for whatever is not merged yet, `push`, `schedule`, `workflow_dispatch` for a run
   * that a person started by hand. What GitHub has no word for keeps the system's own. A system that does not say counts as `push`.
   */
  readonly event: string
  /** The branch that runs: of a pull request the one that it would change. A tag is none. */
  readonly branch: string | undefined
  /** The commit that the run is for. Of a pull request undefined where the system may check out a merge without a word of it. */
  readonly commit: string | undefined
  /** Who started the run. */
  readonly actor: string | undefined
}

export const github: CiSystem = {
  name: 'GitHub',
  mark: 'GITHUB_ACTIONS',
  run: ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'],
  saysOf: (env) => ({
    event: env['GITHUB_EVENT_NAME'] ?? 'unknown',
    branch:
      env['GITHUB_BASE_REF'] || (env['GITHUB_REF_TYPE'] === 'tag' ? undefined : env['GITHUB_REF_NAME'] || undefined),
    commit: env['GITHUB_SHA'],
    // Who started this run, which may be one that another had started before.
    actor: env['GITHUB_TRIGGERING_ACTOR'] ?? env['GITHUB_ACTOR'],
  }),
}

/** https://docs.gitlab.com/ci/variables/predefined_variables/ */
const gitlab: CiSystem = {
  name: 'GitLab',
  mark: 'GITLAB_CI',
  run: ['CI_SERVER_URL', 'CI_PROJECT_PATH', 'CI_PIPELINE_ID'],
  saysOf(env) {
    const ref = env['CI_COMMIT_REF_NAME'] ?? ''
    // A child of a merge request's pipeline has another source, and the merge request's ref.
    const pull =
      isSet(env['CI_MERGE_REQUEST_IID']) ||
      isSet(env['CI_EXTERNAL_PULL_REQUEST_IID']) ||
      ref.startsWith('refs/merge-requests/')
    const source = inWords(env['CI_PIPELINE_SOURCE'] || 'unknown', {
      merge_request_event: 'pull_request',
      external_pull_request_event: 'pull_request',
      web: 'workflow_dispatch',
    })
    const target = env['CI_MERGE_REQUEST_TARGET_BRANCH_NAME'] || env['CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME']
    return said({
      event: pull ? 'pull_request' : source,
      target,
      branch: isSet(env['CI_COMMIT_TAG']) ? undefined : env['CI_COMMIT_BRANCH'],
      commit: env['CI_COMMIT_SHA'],
      actor: env['GITLAB_USER_LOGIN'],
    })
  },
}

/** https://learn.microsoft.com/azure/devops/pipelines/build/variables */
const azure: CiSystem = {
  name: 'Azure Pipelines',
  mark: 'TF_BUILD',
  run: ['SYSTEM_COLLECTIONURI', 'SYSTEM_TEAMPROJECT', 'BUILD_BUILDID'],
  saysOf(env) {
    const ref = env['BUILD_SOURCEBRANCH'] ?? ''
    // A person can start a run of a pull request's ref by hand.
    const pull = isSet(env['SYSTEM_PULLREQUEST_PULLREQUESTID']) || ref.startsWith('refs/pull/')
    const reason = inWords(env['BUILD_REASON'] || 'unknown', {
      PullRequest: 'pull_request',
      IndividualCI: 'push',
      BatchedCI: 'push',
      Schedule: 'schedule',
      Manual: 'workflow_dispatch',
    })
    return said({
      event: pull ? 'pull_request' : reason,
      target: env['SYSTEM_PULLREQUEST_TARGETBRANCH']?.replace(/^refs\/heads\//, ''),
      branch: ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined,
      commit: env['BUILD_SOURCEVERSION'],
      actor: env['BUILD_REQUESTEDFOR'],
    })
  },
}

/** https://buildkite.com/docs/pipelines/configure/environment-variables */
const buildkite: CiSystem = {
  name: 'Buildkite',
  mark: 'BUILDKITE',
  run: ['BUILDKITE_BUILD_ID'],
  saysOf: (env) =>
    said({
      event: isSet(env['BUILDKITE_PULL_REQUEST'])
        ? 'pull_request'
        : inWords(env['BUILDKITE_SOURCE'] || 'unknown', { webhook: 'push', ui: 'workflow_dispatch' }),
      target: env['BUILDKITE_PULL_REQUEST_BASE_BRANCH'],
      branch: isSet(env['BUILDKITE_TAG']) ? undefined : env['BUILDKITE_BRANCH'],
      commit: isSet(env['BUILDKITE_PULL_REQUEST']) ? undefined : env['BUILDKITE_COMMIT'],
      actor: env['BUILDKITE_BUILD_CREATOR'],
    }),
}

/** https://circleci.com/docs/reference/variables/ It names neither what started a run nor the branch that a pull request would change. */
const circleci: CiSystem = {
  name: 'CircleCI',
  mark: 'CIRCLECI',
  run: ['CIRCLE_PIPELINE_ID'],
  saysOf(env) {
    const pull =
      ['CIRCLE_PULL_REQUEST', 'CIRCLE_PULL_REQUESTS', 'CIRCLE_PR_NUMBER'].some((name) => isSet(env[name])) ||
      /^pull\/\d+/.test(env['CIRCLE_BRANCH'] ?? '')
    return said({
      event: pull ? 'pull_request' : 'push',
      branch: isSet(env['CIRCLE_TAG']) ? undefined : env['CIRCLE_BRANCH'],
      commit: env['CIRCLE_SHA1'],
      actor: env['CIRCLE_USERNAME'],
    })
  },
}

/** https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/ It does not name what started a run. */
const bitbucket: CiSystem = {
  name: 'Bitbucket',
  mark: 'BITBUCKET_BUILD_NUMBER',
  run: ['BITBUCKET_REPO_FULL_NAME', 'BITBUCKET_BUILD_NUMBER'],
  saysOf(env) {
    const pull = isSet(env['BITBUCKET_PR_ID'])
    return said({
      event: pull ? 'pull_request' : 'push',
      target: env['BITBUCKET_PR_DESTINATION_BRANCH'],
      branch: isSet(env['BITBUCKET_TAG']) ? undefined : env['BITBUCKET_BRANCH'],
      commit: pull ? undefined : env['BITBUCKET_COMMIT'],
      actor: env['BITBUCKET_STEP_TRIGGERER_UUID'],
    })
  },
}

/**
 * https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#using-environment-variables What started a build is said by plug-ins alone: of
 * changes that are not merged by those for branches, GitHub, GitLab and Gerrit.
 */
const jenkins: CiSystem = {
  name: 'Jenkins',
  mark: 'JENKINS_URL',
  run: ['JENKINS_URL', 'JOB_NAME', 'BUILD_NUMBER'],
  saysOf(env) {
    const pull = ['CHANGE_ID', 'ghprbPullId', 'gitlabMergeRequestIid'].some((name) => isSet(env[name])) || inGerrit(env)
    const cause = inWords(env['BUILD_CAUSE'] || 'SCMTRIGGER', {
      SCMTRIGGER: 'push',
      TIMERTRIGGER: 'schedule',
      MANUALTRIGGER: 'workflow_dispatch',
    })
    return said({
      event: pull ? 'pull_request' : cause,
      target: env['CHANGE_TARGET'] || env['ghprbTargetBranch'] || env['gitlabTargetBranch'] || env['GERRIT_BRANCH'],
      branch: isSet(env['TAG_NAME']) ? undefined : env['BRANCH_NAME'] || env['GIT_BRANCH']?.replace(/^origin\//, ''),
      commit: pull ? undefined : env['GIT_COMMIT'],
      actor: env['BUILD_USER_ID'],
    })
  },
}

function inGerrit(env: Env): boolean {
  return (
    isSet(env['GERRIT_CHANGE_NUMBER']) && !['change-merged', 'ref-updated'].includes(env['GERRIT_EVENT_TYPE'] ?? '')
  )
}

/** GitHub first; the others in the order in which they are asked. */
export const ciSystems: readonly CiSystem[] = [github, gitlab, azure, buildkite, circleci, bitbucket, jenkins]

/**
 * The system that runs this; undefined for none, and for one that is not known. The name of an event of GitHub's is one variable, which
 * any job can be given: it counts where nothing else names a system.
 */
export function ciSystemOf(env: Env): CiSystem | undefined {
  if (env[github.mark] === 'true') return github
  const other = ciSystems.find((system) => system !== github && isSet(env[system.mark]))
  return other ?? (env['GITHUB_EVENT_NAME'] === undefined ? undefined : github)
}

/** As CI systems mean it: `CI=false` turns it off. */
export function isSet(value: string | undefined): boolean {
  return value !== undefined && !['', 'false', '0'].includes(value.toLowerCase())
}

interface Said extends SaidOfRun {
  /** The branch that a pull request would change; `branch` is that of any other run. */
  readonly target?: string | undefined
}

/** A variable that is empty says nothing. */
function said({ event, target, branch, commit, actor }: Said): SaidOfRun {
  return {
    event,
    branch: (event === 'pull_request' ? target : branch) || undefined,
    // Some say `HEAD` where nobody has named a commit.
    commit: commit !== undefined && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit) ? commit : undefined,
    actor: actor || undefined,
  }
}

function inWords(word: string, words: Readonly<Record<string, string>>): string {
  return Object.hasOwn(words, word) ? (words[word] ?? word) : word
}
