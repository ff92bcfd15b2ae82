import path from 'node:path'
import { expect, test } from 'vitest'
import { admitPromotion, isProtected, type PromotionRules } from '../../src/github/promotion.ts'
import { codeOf, product } from '../github/product.ts'
import { firstSha } from '../github/stand-in/seed.ts'
import { start } from '../github/start.ts'
import { runAction } from '../mini-runner.ts'
import { bundle } from '../world.ts'
import { checkout, models, pipelineText } from './stranger.ts'

// Who starts the Action of a release, and on what. What the ledger does about commits is in registry.test.ts.

const people = {
  collaborators: { ada: 'admin', max: 'maintain', wil: 'write', tia: 'triage', rea: 'read' },
  teams: { releases: { wil: 'member', max: 'pending' } },
} as const

async function admitted(actor: string, more: Partial<PromotionRules> = {}, token = 'write-token'): Promise<string> {
  const github = await start(people)
  const rules = { role: 'write', promoters: [], ...more } as const
  return codeOf(admitPromotion(product(github, token), { actor, commit: firstSha }, rules))
}

const yes = 'nothing was thrown'

test('a bot starts no release: not that of the job, not one that updates dependencies', async () => {
  expect(await admitted('ada')).toBe(yes)
  for (const bot of ['github-actions[bot]', 'dependabot[bot]', 'renovate[bot]'])
    expect(await admitted(bot)).toBe('promotion-refused')
})

test('somebody who may only read, triage or nothing starts no release', async () => {
  for (const actor of ['rea', 'tia', 'nobody']) expect(await admitted(actor)).toBe('promotion-refused')
})

test('somebody with less than the role that is asked for starts no release', async () => {
  expect(await admitted('wil', { role: 'maintain' })).toBe('promotion-refused')
  expect(await admitted('max', { role: 'admin' })).toBe('promotion-refused')
  expect(await admitted('max', { role: 'maintain' })).toBe(yes)
})

test('somebody whose role was taken away since cannot start an old release again', async () => {
  const github = await start(people)
  const ask = () =>
    codeOf(admitPromotion(product(github), { actor: 'wil', commit: firstSha }, { role: 'write', promoters: [] }))
  expect(await ask()).toBe(yes)
  github.state.collaborators.delete('wil')
  expect(await ask()).toBe('promotion-refused')
})

test('a name that leads to another part of the API is nobody', async () => {
  for (const actor of ['../../orgs/x', 'ada/../wil', 'ada?x=', 'ada#', '%61da', 'ada permission', '', 'ada\n'])
    expect(await admitted(actor)).toBe('promotion-refused')
})

test('somebody who is not among the promoters starts no release, whatever their role', async () => {
  expect(await admitted('ada', { promoters: ['wil'] })).toBe('promotion-refused')
  expect(await admitted('wil', { promoters: ['wil'] })).toBe(yes)
})

test('somebody who was only invited to the team of promoters starts no release', async () => {
  expect(await admitted('max', { promoters: ['airworthy/releases'] }, 'user-token')).toBe('promotion-refused')
  expect(await admitted('wil', { promoters: ['airworthy/releases'] }, 'user-token')).toBe(yes)
})

test('a team that the token may not ask about lets nobody through', async () => {
  expect(await admitted('wil', { promoters: ['airworthy/releases'] })).toBe('github-refused')
})

test('another commit than the one that was approved is not released', async () => {
  for (const approved of ['f'.repeat(40), firstSha.slice(0, 7), `${firstSha.toUpperCase()} `])
    expect(await admitted('ada', { approved })).toBe('promotion-refused')
  expect(await admitted('ada', { approved: firstSha })).toBe(yes)
})

test('an environment that nobody guards, or that there is not, is not taken for a guarded one', async () => {
  const rules = [{ type: 'required_reviewers', users: ['ada'] }] as const
  const slow = { rules: [{ type: 'wait_timer', minutes: 30 }, { type: 'branch_policy' }] } as const
  const unmanned = { rules: [{ type: 'required_reviewers', users: [] }] } as const
  const github = await start({ ...people, environments: { production: { rules }, open: {}, slow, unmanned } })
  const found = ['production', 'open', 'slow', 'unmanned', 'absent', '../environments/production'].map((name) =>
    isProtected(product(github), name),
  )
  expect(await Promise.all(found)).toEqual([true, false, false, false, false, false])
})

/** What the Action of a release says of an environment, before it reads a pipeline that is none. */
async function releasedTo(environment: string, token: string): Promise<string> {
  const rules = [{ type: 'required_reviewers', users: ['ada'] }] as const
  const rights = { contents: 'write', deployments: 'write', checks: 'write' } as const
  const tokens = {
    'with-actions': { kind: 'installation', permissions: { ...rights, actions: 'read' } },
    'without-actions': { kind: 'installation', permissions: rights },
  } as const
  const github = await start({ ...people, environments: { production: { rules }, open: {} }, tokens })
  const { cwd } = await checkout({ ...models, 'airworthy.yml': 'no: yaml: here' })
  const { log } = await runAction({
    action: path.resolve('release/action.yml'),
    main: path.join(bundle, 'release.js'),
    workspace: cwd,
    inputs: { environment },
    token,
    env: { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'airworthy/models', GITHUB_TRIGGERING_ACTOR: 'ada' },
  })
  expect(log).toContain('pipeline-not-yaml')
  return /environment-[\w-]+/.exec(log)?.[0] ?? 'nothing'
}

test('an environment of which GitHub does not tell whether it is guarded is not taken for a guarded one', async () => {
  expect(await releasedTo('production', 'with-actions')).toBe('nothing')
  expect(await releasedTo('open', 'with-actions')).toBe('environment-unprotected')
  expect(await releasedTo('open', 'without-actions')).toBe('environment-protection-unknown')
  expect(await releasedTo('production', 'without-actions')).toBe('environment-protection-unknown')
})

test('the Action of a release refuses every run that is not trusted, before it reads the pipeline', async () => {
  const github = await start(people)
  const { cwd } = await checkout({ ...models, 'airworthy.yml': `${pipelineText('  release: {}\n')}no: yaml: here` })
  const run = await runAction({
    action: path.resolve('release/action.yml'),
    main: path.join(bundle, 'release.js'),
    workspace: cwd,
    event: { name: 'pull_request_target', payload: {} },
    token: 'write-token',
    env: {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'airworthy/models',
      GITHUB_SHA: firstSha,
      GITHUB_TRIGGERING_ACTOR: 'ada',
    },
  })
  expect([run.exitCode, run.log]).toEqual([2, expect.stringContaining('promotion-refused')])
  expect(github.requests).toEqual([])
})
