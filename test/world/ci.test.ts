import { describe, expect, test } from 'vitest'
import { ciFacts, isPrivileged } from '../../src/world/ci.ts'
import { mergeRequests } from './merge-requests.ts'

const onGitHub = (event: string, more: Readonly<Record<string, string>> = {}) => ({
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: event,
  GITHUB_REF_NAME: 'main',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_SHA: 'a'.repeat(40),
  ...more,
})
const pull = (head: unknown, base: unknown = 'owner/repository') => ({
  pull_request: { head: { repo: head === null ? null : { full_name: head } }, base: { repo: { full_name: base } } },
})
const levelOf = (env: Readonly<Record<string, string>>, payload?: unknown) => ciFacts(env, payload).trust.level

describe('who may have written what runs', () => {
  test('is a person at a terminal, where no CI runs it', () => {
    expect(ciFacts({}, undefined)).toEqual({
      event: 'local',
      branch: undefined,
      commit: undefined,
      trust: { level: 'trusted', why: 'no CI runs it' },
      ci: false,
    })
    for (const off of ['', 'false', 'FALSE', '0']) expect(levelOf({ CI: off })).toBe('trusted')
  })

  test.each(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'release', 'merge_group'])(
    'is who may write to the repository on %s',
    (event) => expect(levelOf(onGitHub(event))).toBe('trusted'),
  )

  test.each([
    'pull_request_target',
    'workflow_run',
    'issue_comment',
    'issues',
    'discussion',
    'discussion_comment',
    'pull_request_review',
    'pull_request_review_comment',
    'fork',
    'watch',
    'gollum',
    'status',
    'check_run',
    'check_suite',
    'deployment_status',
    'workflow_call',
    'dynamic',
    'registry_package',
    'an_event_to_come',
    'Push',
    'push ',
    '',
  ])('may be anybody on %j', (event) => {
    const { trust } = ciFacts(onGitHub(event), pull('owner/repository'))
    expect(trust.level).toBe('untrusted')
  })

  test('of a pull request is told by where it comes from', () => {
    expect(levelOf(onGitHub('pull_request'), pull('owner/repository'))).toBe('trusted')
    for (const payload of [
      pull('stranger/repository'),
      pull(null),
      pull(7),
      pull(undefined, undefined),
      {},
      undefined,
      null,
      'x',
    ])
      expect(levelOf(onGitHub('pull_request'), payload)).toBe('untrusted')
  })

  test.each([
    ['any', { CI: 'true' }],
    ['any, by another word', { CI: 'woodpecker' }],
    ['GitLab', { CI: 'true', GITLAB_CI: 'true' }],
    ['Jenkins, which does not set CI', { JENKINS_URL: 'https://ci' }],
    ['TeamCity', { TEAMCITY_VERSION: '2026.1' }],
    ['Azure Pipelines', { TF_BUILD: 'True' }],
    ['CodeBuild', { CODEBUILD_BUILD_ID: 'a:b' }],
  ])('may be anybody in another CI system, unless a protected variable says otherwise: %s', (_, env) => {
    expect(levelOf(env)).toBe('untrusted')
    expect(ciFacts(env, undefined).trust.why).toContain('AIRWORTHY_TRUSTED=true')
    expect(levelOf({ ...env, AIRWORTHY_TRUSTED: 'true' })).toBe('trusted')
    for (const not of ['', 'false', '1', 'yes', 'TRUE'])
      expect(levelOf({ ...env, AIRWORTHY_TRUSTED: not })).toBe('untrusted')
  })

  test('is not told by that variable on GitHub, where a stranger may have set it', () => {
    expect(levelOf(onGitHub('pull_request_target', { AIRWORTHY_TRUSTED: 'true' }))).toBe('untrusted')
    expect(levelOf(onGitHub('pull_request', { AIRWORTHY_TRUSTED: 'true' }), pull('stranger/repository'))).toBe(
      'untrusted',
    )
  })
})

describe('the branch', () => {
  const branchOf = (env: Readonly<Record<string, string>>) => ciFacts(env, undefined).branch

  test('is the one that was pushed, and a tag of its name is none', () => {
    expect(branchOf(onGitHub('push'))).toBe('main')
    expect(branchOf(onGitHub('push', { GITHUB_REF_TYPE: 'tag' }))).toBeUndefined()
    expect(branchOf(onGitHub('release', { GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' }))).toBeUndefined()
  })

  test('of a pull request is the one that it would change', () => {
    const env = { GITHUB_REF_NAME: '5/merge', GITHUB_HEAD_REF: 'release/9', GITHUB_BASE_REF: 'develop' }
    expect(branchOf(onGitHub('pull_request', env))).toBe('develop')
  })

  test('of a merge queue is none of the repository’s own', () => {
    expect(branchOf(onGitHub('merge_group', { GITHUB_REF_NAME: 'gh-readonly-queue/main/pr-5-abc' }))).not.toBe('main')
  })
})

const commit = 'c'.repeat(40)
const gitlab = { CI: 'true', GITLAB_CI: 'true', CI_COMMIT_SHA: commit, GITLAB_USER_LOGIN: 'ada' }
const azure = { TF_BUILD: 'True', BUILD_SOURCEVERSION: commit, BUILD_REQUESTEDFOR: 'ada' }
const buildkite = { CI: 'true', BUILDKITE: 'true', BUILDKITE_COMMIT: commit, BUILDKITE_BUILD_CREATOR: 'ada' }
const circleci = { CI: 'true', CIRCLECI: 'true', CIRCLE_SHA1: commit, CIRCLE_USERNAME: 'ada' }
const bitbucket = {
  CI: 'true',
  BITBUCKET_BUILD_NUMBER: '7',
  BITBUCKET_COMMIT: commit,
  BITBUCKET_STEP_TRIGGERER_UUID: 'ada',
}
const jenkins = { JENKINS_URL: 'https://ci', GIT_COMMIT: commit, BUILD_USER_ID: 'ada' }
type Variables = Readonly<Record<string, string>>

describe('other systems say of a run', () => {
  test.each<readonly [string, Variables, string, string | undefined]>([
    ['a push', { ...gitlab, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_BRANCH: 'main' }, 'push', 'main'],
    ['a schedule', { ...gitlab, CI_PIPELINE_SOURCE: 'schedule', CI_COMMIT_BRANCH: 'main' }, 'schedule', 'main'],
    ['by hand', { ...gitlab, CI_PIPELINE_SOURCE: 'web', CI_COMMIT_BRANCH: 'main' }, 'workflow_dispatch', 'main'],
    ['its own word', { ...gitlab, CI_PIPELINE_SOURCE: 'trigger', CI_COMMIT_BRANCH: 'main' }, 'trigger', 'main'],
    ['a strange word', { ...gitlab, CI_PIPELINE_SOURCE: 'constructor' }, 'constructor', undefined],
    ['no word', gitlab, 'unknown', undefined],
    [
      'a tag',
      { ...gitlab, CI_PIPELINE_SOURCE: 'push', CI_COMMIT_TAG: 'main', CI_COMMIT_REF_NAME: 'main' },
      'push',
      undefined,
    ],
    [
      'a push',
      { ...azure, BUILD_REASON: 'IndividualCI', BUILD_SOURCEBRANCH: 'refs/heads/team/main' },
      'push',
      'team/main',
    ],
    ['several pushes', { ...azure, BUILD_REASON: 'BatchedCI', BUILD_SOURCEBRANCH: 'refs/heads/main' }, 'push', 'main'],
    ['a schedule', { ...azure, BUILD_REASON: 'Schedule', BUILD_SOURCEBRANCH: 'refs/heads/main' }, 'schedule', 'main'],
    [
      'by hand',
      { ...azure, BUILD_REASON: 'Manual', BUILD_SOURCEBRANCH: 'refs/heads/main' },
      'workflow_dispatch',
      'main',
    ],
    ['its own word', { ...azure, BUILD_REASON: 'ResourceTrigger' }, 'ResourceTrigger', undefined],
    ['a tag', { ...azure, BUILD_REASON: 'IndividualCI', BUILD_SOURCEBRANCH: 'refs/tags/main' }, 'push', undefined],
    [
      'a push',
      { ...buildkite, BUILDKITE_SOURCE: 'webhook', BUILDKITE_BRANCH: 'main', BUILDKITE_PULL_REQUEST: 'false' },
      'push',
      'main',
    ],
    ['by hand', { ...buildkite, BUILDKITE_SOURCE: 'ui', BUILDKITE_BRANCH: 'main' }, 'workflow_dispatch', 'main'],
    ['a schedule', { ...buildkite, BUILDKITE_SOURCE: 'schedule', BUILDKITE_BRANCH: 'main' }, 'schedule', 'main'],
    [
      'its own word',
      { ...buildkite, BUILDKITE_SOURCE: 'trigger_job', BUILDKITE_BRANCH: 'main' },
      'trigger_job',
      'main',
    ],
    [
      'a tag',
      { ...buildkite, BUILDKITE_SOURCE: 'webhook', BUILDKITE_BRANCH: 'main', BUILDKITE_TAG: 'main' },
      'push',
      undefined,
    ],
    ['a push', { ...circleci, CIRCLE_BRANCH: 'main' }, 'push', 'main'],
    ['a tag', { ...circleci, CIRCLE_TAG: 'main' }, 'push', undefined],
    ['a push', { ...bitbucket, BITBUCKET_BRANCH: 'main' }, 'push', 'main'],
    ['a tag', { ...bitbucket, BITBUCKET_TAG: 'main' }, 'push', undefined],
    ['a branch', { ...jenkins, BRANCH_NAME: 'main' }, 'push', 'main'],
    ['a job of one branch', { ...jenkins, GIT_BRANCH: 'origin/main' }, 'push', 'main'],
    ['a schedule', { ...jenkins, BRANCH_NAME: 'main', BUILD_CAUSE: 'TIMERTRIGGER' }, 'schedule', 'main'],
    ['by hand', { ...jenkins, BRANCH_NAME: 'main', BUILD_CAUSE: 'MANUALTRIGGER' }, 'workflow_dispatch', 'main'],
    ['its own word', { ...jenkins, BRANCH_NAME: 'main', BUILD_CAUSE: 'UPSTREAMTRIGGER' }, 'UPSTREAMTRIGGER', 'main'],
    ['a tag', { ...jenkins, BRANCH_NAME: 'main', TAG_NAME: 'main' }, 'push', undefined],
    [
      'a merged change',
      { ...jenkins, GIT_BRANCH: 'origin/main', GERRIT_CHANGE_NUMBER: '5', GERRIT_EVENT_TYPE: 'change-merged' },
      'push',
      'main',
    ],
  ])('%s: %j', (_, env, event, branch) => {
    const facts = ciFacts(env, undefined)
    expect(facts).toMatchObject({ event, branch, commit, actor: 'ada', ci: true })
    expect(facts.trust.level).toBe('untrusted')
    expect(ciFacts({ ...env, AIRWORTHY_TRUSTED: 'true' }, undefined)).toMatchObject({
      event,
      branch,
      trust: { level: 'trusted' },
    })
  })

  test.each<readonly [string, Variables]>(mergeRequests)('a change that is not merged: %s', (_, env) => {
    expect(ciFacts(env, undefined)).toMatchObject({ event: 'pull_request', trust: { level: 'untrusted' } })
    expect(['main', undefined]).toContain(ciFacts(env, undefined).branch)
  })

  test('its own, whatever variables of GitHub a job may have', () => {
    const lies = {
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF_NAME: 'main',
      GITHUB_BASE_REF: 'main',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_ACTOR: 'eve',
      GITHUB_TRIGGERING_ACTOR: 'eve',
    }
    for (const env of [gitlab, azure, buildkite, circleci, bitbucket, jenkins]) {
      const honest = ciFacts(env, undefined)
      expect({ ...ciFacts({ ...env, ...lies }, undefined), trust: honest.trust }).toEqual(honest)
      expect(ciFacts({ ...env, ...lies, AIRWORTHY_TRUSTED: 'true' }, undefined).trust.level).toBe('untrusted')
    }
  })

  test('no commit where it is none', () => {
    expect(ciFacts({ ...buildkite, BUILDKITE_COMMIT: 'HEAD' }, undefined).commit).toBeUndefined()
  })

  test('that they are a CI, though `CI` is switched off', () => {
    for (const env of [gitlab, azure, buildkite, circleci, bitbucket, jenkins])
      expect(levelOf({ ...env, CI: 'false' })).toBe('untrusted')
  })

  test('nothing where they are not known, as ever', () => {
    const env = { CI: 'true', GITHUB_REF_NAME: 'main', GITHUB_SHA: commit }
    expect(ciFacts(env, undefined)).toMatchObject({ event: 'local', branch: 'main', commit, ciSystem: undefined })
  })
})

test('no trigger of another system has the rights of GitHub’s', () => {
  for (const event of ['trigger', 'pipeline', 'pull_request_target', 'issue_comment'])
    expect(isPrivileged(event, 'GitLab')).toBe(false)
})

test('triggers with the rights of the repository are all that is not known to be of it', () => {
  for (const event of ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'an_event_to_come'])
    expect(isPrivileged(event)).toBe(true)
  for (const event of ['local', 'push', 'pull_request', 'schedule', 'merge_group'])
    expect(isPrivileged(event)).toBe(false)
})
