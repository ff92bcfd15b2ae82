import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { author } from '../../../src/registry/ledger/author.ts'
import { ciFacts } from '../../../src/world/ci.ts'
import { testWorld } from '../../world.ts'

async function authorIn(env: Readonly<Record<string, string>>): Promise<string> {
  return author(await testWorld({ env, ...ciFacts(env, undefined) }))
}

test('entries are by who started the run, as its CI says', async () => {
  const github = { GITHUB_ACTIONS: 'true', GITHUB_ACTOR: 'eve', GITHUB_TRIGGERING_ACTOR: 'ada' }
  expect(await authorIn(github)).toBe('ada')
  expect(await authorIn({ GITLAB_CI: 'true', GITLAB_USER_LOGIN: 'ada', USER: 'root' })).toBe('ada')
  expect(await authorIn({ TF_BUILD: 'True', BUILD_REQUESTEDFOR: 'Ada Lovelace <x>' })).toBe('Ada Lovelace x')
})

test('where it does not say, they are by the user of the machine, whatever variables of GitHub there are', async () => {
  expect(await authorIn({ JENKINS_URL: 'https://ci', USER: 'jenkins', GITHUB_ACTOR: 'eve' })).toBe('jenkins')
  expect(await authorIn({ USER: 'ada' })).toBe('ada')
})

test('where the machine does not say, they are by the user that git knows, if nobody else may have configured it', async () => {
  const world = await testWorld({ env: { PATH: process.env['PATH'] } })
  execFileSync('git', ['init', '-q'], { cwd: world.cwd })
  execFileSync('git', ['config', 'user.name', 'Ada <Lovelace>'], { cwd: world.cwd })
  expect(await author(world)).toBe('Ada Lovelace')
  expect(await author({ ...world, env: { USER: 'root' } })).toBe('root')
  expect(await author({ ...world, trust: { level: 'untrusted', why: 'a fork' } })).toBe('airworthy')
})

test('where nothing says it, they are by Airworthy', async () => {
  const none = { PATH: process.env['PATH'], HOME: '/nowhere' }
  const world = await testWorld({ env: none })
  const missing = { ...world.processes, run: () => Promise.reject(new Error('git is missing')) }
  expect(await author({ ...world, processes: missing })).toBe('airworthy')
  expect(await author({ ...world, actor: '...', processes: missing })).toBe('airworthy')
})
