import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import type { GitHub } from '../../src/core/world.ts'
import { postCheckRun } from '../../src/github/check-run.ts'
import { postComment } from '../../src/github/comment.ts'
import { admitPromotion } from '../../src/github/promotion.ts'
import { publishRelease } from '../../src/github/release.ts'
import { createGitHub } from '../../src/world/github.ts'
import { createMask } from '../../src/world/secrets/index.ts'
import { soon } from '../github/product.ts'
import { client } from '../github/start.ts'

// Another's idea of GitHub beside ours: the emulator of the package emulate, which runs on Node 24. `.ci/run` installs both. It knows no
// commit statuses, annotations and deployments, and checks no limits.
const node = process.env['AIRWORTHY_NODE24'] ?? 'node24'
const emulate = process.env['AIRWORTHY_EMULATE'] ?? 'emulate'

let stop: () => void
let github: GitHub
let api: ReturnType<typeof client>
let head: string

beforeAll(async () => {
  const port = await freePort()
  const child = spawn(node, [emulate, 'start', '--service', 'github', '--port', String(port)], { stdio: 'ignore' })
  stop = () => void child.kill()
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; ; attempt++) {
    const up = await fetch(`${url}/user`, { headers: { authorization: 'Bearer admin' } }).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) break
    if (attempt > 100) throw new Error('the emulator did not start')
    await sleep(200)
  }
  const env = { GITHUB_REPOSITORY: 'admin/models', GITHUB_TOKEN: 'admin', GITHUB_API_URL: url }
  github = createGitHub(env, { sleep: soon }, createMask(env)) as GitHub
  api = client({ url }, 'admin')
  const at = { owner: 'admin', repo: 'models' }
  await api.rest.repos.createForAuthenticatedUser({ name: 'models', auto_init: true })
  const main = (await api.rest.git.getRef({ ...at, ref: 'heads/main' })).data.object.sha
  await api.rest.git.createRef({ ...at, ref: 'refs/heads/faster', sha: main })
  const content = Buffer.from('a model').toString('base64')
  const put = await api.rest.repos.createOrUpdateFileContents({
    ...at,
    path: 'model.txt',
    message: 'Try',
    content,
    branch: 'faster',
  })
  head = put.data.commit.sha as string
  await api.rest.pulls.create({ ...at, title: 'A better model', head: 'faster', base: 'main' })
}, 60_000)
afterAll(() => stop?.())

test('one comment, edited in place', async () => {
  const [pull] = (await api.rest.pulls.list({ owner: 'admin', repo: 'models' })).data
  const post = (body: string, run: number) =>
    postComment(github, {
      pull: pull?.number ?? 0,
      key: 'digits',
      origin: { run, attempt: 1, commit: pull?.head.sha ?? '' },
      body,
    })
  expect(await post('one', 1)).toBe('created')
  expect(await post('one', 1)).toBe('unchanged')
  expect(await post('two', 2)).toBe('updated')
  const all = await api.rest.issues.listComments({ owner: 'admin', repo: 'models', issue_number: pull?.number ?? 0 })
  expect(all.data.map(({ body }) => body?.split('\n')[1])).toEqual(['two'])
})

test('one check run', async () => {
  const annotation = {
    path: 'airworthy.yml',
    line: 3,
    level: 'failure',
    title: 'latency.p50: fail',
    message: 'slower',
  } as const
  const check = {
    name: 'airworthy',
    commit: head,
    externalId: '1.1',
    conclusion: 'failure',
    title: 'fail',
    summary: 'slower',
    annotations: [annotation],
  } as const
  await postCheckRun(github, check)
  await postCheckRun(github, check)
  const runs = (await api.rest.checks.listForRef({ owner: 'admin', repo: 'models', ref: head })).data.check_runs
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(['failure'])
})

test('one release with its tag and assets', async () => {
  const bytes = new TextEncoder().encode('model')
  const assets = [{ name: 'digits-1.1.0.onnx', sha256: sha256(bytes), bytes: bytes.length, read: async () => bytes }]
  const release = {
    tag: 'digits@v1.1.0',
    commit: head,
    message: 'digits 1.1.0',
    name: 'digits 1.1.0',
    body: 'Better.',
    prerelease: false,
    latest: true,
    assets,
  }
  expect((await publishRelease(github, release)).outcome).toBe('published')
  expect((await publishRelease(github, release)).outcome).toBe('unchanged')
  const all = (await api.rest.repos.listReleases({ owner: 'admin', repo: 'models' })).data
  expect(
    all.map(({ tag_name, draft, assets }) => [tag_name, draft, assets.map(({ name, size }) => [name, size])]),
  ).toEqual([['digits@v1.1.0', false, [['digits-1.1.0.onnx', 5]]]])
})

test('the owner may promote', async () => {
  await admitPromotion(github, { actor: 'admin', commit: head }, { role: 'admin', promoters: [], approved: head })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
