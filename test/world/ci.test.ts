import { describe, expect, test } from 'vitest'
import { ciFacts, isPrivileged } from '../../src/world/ci.ts'

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

test('triggers with the rights of the repository are all that is not known to be of it', () => {
  for (const event of ['pull_request_target', 'workflow_run', 'issue_comment', 'issues', 'an_event_to_come'])
    expect(isPrivileged(event)).toBe(true)
  for (const event of ['local', 'push', 'pull_request', 'schedule', 'merge_group'])
    expect(isPrivileged(event)).toBe(false)
})
