import { expect, test } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import { type GitHubRelease, publishRelease } from '../../src/github/release.ts'
import { codeOf, product } from './product.ts'
import type { FaultKind } from './stand-in/faults.ts'
import { firstSha } from './stand-in/seed.ts'
import { start } from './start.ts'

function asset(name: string, text: string) {
  const bytes = new TextEncoder().encode(text)
  return { name, sha256: sha256(bytes), bytes: bytes.length, read: async () => bytes }
}

function release(over: Partial<GitHubRelease> = {}): GitHubRelease {
  return {
    tag: 'digits@v1.1.0',
    commit: firstSha,
    message: 'digits 1.1.0',
    name: 'digits 1.1.0',
    body: 'Better.',
    prerelease: false,
    latest: true,
    assets: [asset('digits-1.1.0.onnx', 'model'), asset('digits-1.1.0-evidence.json', '{}')],
    ...over,
  }
}

test('tag, draft, assets, published; again, nothing is made or changed', async () => {
  const github = await start()
  expect((await publishRelease(product(github), release())).outcome).toBe('published')
  const writes = github.requests.filter(({ method }) => method !== 'GET').length
  expect((await publishRelease(product(github), release({ body: 'Other words.' }))).outcome).toBe('unchanged')
  expect(github.requests.filter(({ method }) => method !== 'GET')).toHaveLength(writes)
  const [made] = github.state.releases
  expect(github.state.releases).toHaveLength(1)
  expect(made).toMatchObject({ draft: false, tagName: 'digits@v1.1.0', body: 'Better.' })
  expect(made?.assets.map(({ name, bytes, digest }) => [name, new TextDecoder().decode(bytes), digest])).toEqual([
    ['digits-1.1.0.onnx', 'model', `sha256:${asset('', 'model').sha256}`],
    ['digits-1.1.0-evidence.json', '{}', `sha256:${asset('', '{}').sha256}`],
  ])
  expect(github.state.refs.has('refs/tags/digits@v1.1.0')).toBe(true)
  expect([...github.state.tags.values()].map(({ message }) => message)).toEqual(['digits 1.1.0'])
  expect(github.violations).toEqual([])
})

const broken: readonly FaultKind[] = ['error', 'secondary-limit', 'cut-before', 'cut-after', 'half-answer']
const steps = [
  'git/create-tag',
  'git/create-ref',
  'repos/create-release',
  'repos/upload-release-asset',
  'repos/update-release',
  'repos/list-releases',
]
test.each(steps.flatMap((step) => broken.map((kind) => [step, kind] as const)))(
  '%s ends in %s: all is there once',
  async (step, kind) => {
    const github = await start({ faults: { seed: 1, probability: 0, retryAfterSeconds: 0 } })
    github.failNext(step, kind)
    await publishRelease(product(github), release())
    expect(github.state.releases.map(({ draft, assets }) => [draft, assets.map(({ state }) => state)])).toEqual([
      [false, ['uploaded', 'uploaded']],
    ])
    expect([...github.state.refs.keys()].filter((ref) => ref.startsWith('refs/tags/'))).toEqual([
      'refs/tags/digits@v1.1.0',
    ])
  },
)

test('what a killed job left half made is completed: its draft, its half asset, its outdated one', async () => {
  const github = await start()
  github.failNext('repos/upload-release-asset', ...Array<FaultKind>(5).fill('error'))
  expect(await codeOf(publishRelease(product(github), release()))).toBe('github-unavailable')
  expect(github.state.releases[0]).toMatchObject({ draft: true, assets: [{ state: 'starter' }] })
  expect(
    (await publishRelease(product(github), release({ assets: [asset('digits-1.1.0.onnx', 'model 2')] }))).outcome,
  ).toBe('completed')
  expect(
    github.state.releases.map(({ draft, assets }) => [
      draft,
      assets.map(({ bytes }) => new TextDecoder().decode(bytes)),
    ]),
  ).toEqual([[false, ['model 2']]])
})

test('a tag on another commit is never moved, and a published release never filled up', async () => {
  const other = 'c'.repeat(40)
  const github = await start()
  github.createCommit({ sha: other })
  await publishRelease(product(github), release())
  expect(await codeOf(publishRelease(product(github), release({ commit: other })))).toBe('tag-elsewhere')
  const more = [...release().assets, asset('more.txt', 'more')]
  expect(await codeOf(publishRelease(product(github), release({ assets: more })))).toBe('release-differs')
})

test('a candidate is a pre-release', async () => {
  const github = await start()
  await publishRelease(product(github), release({ tag: 'digits@v1.1.0-rc.1', prerelease: true, latest: false }))
  expect(github.state.releases[0]).toMatchObject({ prerelease: true, draft: false })
})
