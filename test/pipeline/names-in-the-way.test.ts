import { copyFileSync, existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { load } from '../../src/pipeline/load.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { createRegistry } from '../../src/pipeline/registry.ts'
import { run } from '../../src/pipeline/run.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { create, releaseEvent } from '../contracts/ledger.ts'
import { git } from '../git.ts'
import { testWorld } from '../world.ts'

const release = '{}'
const pipelineText = (name: string, settings = release): string => `pipeline: ${name}
model: { candidate: m.onnx, production: m.onnx }
registry: { git: ., remote: origin }
stages:
  benchmark: { scenarios: [{ provider: cpu }], budget: 1s }
  compare: { metrics: { size: { margin: 5% } } }
  gate: {}
  release: ${settings}
`

/** A checkout with a pipeline that releases a model, and its remote. */
async function checkout(name: string, settings?: string) {
  const world = await testWorld()
  const remote = path.join(world.cwd, 'remote.git')
  git(world.cwd, 'init', '-q')
  git(world.cwd, 'init', '-q', '--bare', remote)
  git(world.cwd, 'remote', 'add', 'origin', remote)
  copyFileSync(path.resolve('pipelines/digits/digits-1.0.0.onnx'), path.join(world.cwd, 'm.onnx'))
  writeFileSync(path.join(world.cwd, 'airworthy.yml'), pipelineText(name, settings))
  git(world.cwd, 'add', 'airworthy.yml', 'm.onnx')
  git(world.cwd, 'commit', '-q', '-m', 'one')
  git(world.cwd, 'push', '-q', 'origin', 'HEAD:main')
  const pipeline = () => load('airworthy.yml', world)
  return { world, remote, pipeline }
}

test.each([
  ['team/digits', 'here', 'tag', 'team'],
  ['team/digits', 'at the remote', 'tag', 'team'],
  ['digits', 'here', 'tag', 'digits@v1.0.0/notes'],
  ['digits', 'at the remote', 'tag', 'digits@v1.0.0/notes'],
  ['digits', 'here', 'branch', 'airworthy'],
  ['digits', 'at the remote', 'branch', 'airworthy'],
])(
  'a run that would release %s hears of a name in the way %s before it measures: the %s %s',
  async (name, where, kind, ref) => {
    const { world, remote, pipeline } = await checkout(name)
    if (kind === 'tag') await createRegistry(await pipeline(), world)
    git(where === 'here' ? world.cwd : remote, kind, ref, 'main')
    const before = git(world.cwd, 'for-each-ref')
    const found = {
      code: 'ref-in-the-way',
      message: expect.stringMatching(new RegExp(`^The ${kind} ${ref} is in the way`)),
    }
    await expect(plan(await pipeline(), world)).rejects.toMatchObject(found)
    await expect(run(await pipeline(), world)).rejects.toMatchObject(found)
    expect(existsSync(path.join(world.cwd, '.airworthy', 'measurements'))).toBe(false)
    expect(git(world.cwd, 'for-each-ref')).toBe(before)
  },
)

test.each([
  ['shows no tag', 'team/digits', '{ tag: false }', 'team'],
  ['will have another version', 'digits', '{ version: 1.1.0 }', 'digits@v2.0.0/notes'],
  ['does not release', 'team/digits', '{ when: { branch: other } }', 'team'],
])('nothing is in the way of a run that %s', async (_, name, settings, tag) => {
  const { world, pipeline } = await checkout(name, settings)
  const ledger = await create(await openGitLedger({ repository: world.cwd, remote: 'origin' }, world))
  const artifact = { sha256: 'b'.repeat(64), bytes: 1, name: 'former.onnx' }
  await ledger.append('a', releaseEvent('1.0.0', { model: name, artifact, tagged: false }))
  git(world.cwd, 'tag', tag)
  expect((await plan(await pipeline(), world)).stages.map(({ name }) => name)).toContain('release')
})

test.each([
  ['1.0.1', 'patch', '1.1.0'],
  ['1.1.0', 'minor', '1.0.1'],
  ['2.0.0', 'major', '1.0.1'],
])('a run that may release %s hears that its tag cannot be made before it measures', async (version, _, free) => {
  const { world, pipeline } = await checkout('digits')
  const ledger = await create(await openGitLedger({ repository: world.cwd, remote: 'origin' }, world))
  const artifact = { sha256: 'b'.repeat(64), bytes: 1, name: 'former.onnx' }
  await ledger.append('a', releaseEvent('1.0.0', { model: 'digits', artifact }))
  git(world.cwd, 'tag', `digits@v${version}/notes`)
  const found = {
    code: 'ref-in-the-way',
    message: `The tag digits@v${version}/notes is in the way of the tag digits@v${version}: git cannot keep both.`,
    hint: expect.stringContaining(`version: ${free}`),
  }
  await expect(plan(await pipeline(), world)).rejects.toMatchObject(found)
  await expect(run(await pipeline(), world)).rejects.toMatchObject(found)
  expect(existsSync(path.join(world.cwd, '.airworthy', 'measurements'))).toBe(false)
  git(world.cwd, 'tag', '-d', `digits@v${version}/notes`)
  expect((await plan(await pipeline(), world)).stages.map(({ name }) => name)).toContain('release')
})

test('a version that is given, and can be no other, is in the way as such', async () => {
  const { world, pipeline } = await checkout('digits', '{ version: 2.0.0 }')
  await createRegistry(await pipeline(), world)
  git(world.cwd, 'tag', 'digits@v2.0.0/notes')
  await expect(plan(await pipeline(), world)).rejects.toMatchObject({ code: 'ref-in-the-way' })
})
