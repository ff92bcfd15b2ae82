import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../src/core/ledger.ts'
import { load } from '../../src/pipeline/load.ts'
import { plan } from '../../src/pipeline/plan.ts'
import { run } from '../../src/pipeline/run.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { airworthyIn } from '../command-line.ts'
import { create, releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@y', '-c', 'init.defaultBranch=main']
  return execFileSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim()
}

const rollout = '  rollout: { target: { local: {} } }\n'

/** A checkout whose ledger says that 1.0.0 serves, released from its first commit. */
async function checkout({ rolled = '', optimize = '', candidate = 'new.onnx', production = 'registry' } = {}) {
  const world = await testWorld()
  git(world.cwd, 'init', '-q')
  copyFileSync(path.resolve('pipelines/digits/digits-1.0.0.onnx'), path.join(world.cwd, 'm.onnx'))
  copyFileSync(path.resolve('pipelines/digits/digits-candidate.onnx'), path.join(world.cwd, 'new.onnx'))
  writeFileSync(
    path.join(world.cwd, 'airworthy.yml'),
    `pipeline: digits
model: { candidate: ${candidate}, production: ${production} }
data: { eval: { from: '${path.resolve('pipelines/digits/test.npz')}', inputs: { image: images }, label: labels } }
registry: { git: . }
stages:
${optimize}  benchmark: { scenarios: [{ provider: cpu }], budget: 1s }
  compare: { metrics: { size: { margin: 50% } } }
  gate: {}
  release: {}
${rolled}`,
  )
  git(world.cwd, 'add', 'airworthy.yml', 'm.onnx', 'new.onnx')
  git(world.cwd, 'commit', '-q', '-m', 'one')
  const first = git(world.cwd, 'rev-parse', 'HEAD')
  const ledger = await create(await openGitLedger({ repository: world.cwd }, world))
  const artifactOf = async (file: string) => {
    const place = path.join(world.cwd, file)
    return { sha256: await world.files.hash(place), bytes: (await world.files.size(place)) ?? 0, name: file }
  }
  await ledger.append(
    'a',
    releaseEvent('1.0.0', { artifact: await artifactOf('m.onnx'), source: first, serves: rolled === '' }),
  )
  if (rolled !== '')
    await ledger.append('b', { kind: 'assign', model: 'digits', stage: 'production', version: '1.0.0', why: 'x' })
  const pipeline = () => load('airworthy.yml', world)
  const refusal = async () => {
    const before = (await ledger.read()).length
    const cli = await airworthyIn(world, ['plan', 'airworthy.yml'])
    const thrown = await run(await pipeline(), world).then(
      (report) => report.outcome,
      (error: { code: string }) => error.code,
    )
    expect(await ledger.read()).toHaveLength(before)
    return { plan: `${cli.code} ${/error\[([\w-]+)\]/.exec(cli.err)?.[1] ?? ''}`, run: thrown }
  }
  const measured = () => existsSync(path.join(world.cwd, '.airworthy', 'measurements'))
  return { world, first, ledger, artifactOf, pipeline, refusal, measured }
}

const started = (version: string, target = 'local'): LedgerEvent => ({
  ...{ kind: 'rollout-started', model: 'digits', rollout: 'other/rollout', version, from: '1.0.0', target, steps: [1] },
  ...{ driver: 'other/rollout', expires: '2030-01-01T00:00:00.000Z' },
})

test.each([
  ['of another version', { rolled: rollout }, 'm.onnx', 'local'],
  ['of the same version on another target', { rolled: rollout }, 'new.onnx', 'other'],
  ['of any version, by a run that rolls nothing out', {}, 'other', 'local'],
])('an open rollout %s refuses a run before it measures, and a plan says so', async (_, how, file, target) => {
  const { ledger, artifactOf, refusal, measured } = await checkout(how)
  const artifact = file === 'other' ? { sha256: 'c'.repeat(64), bytes: 1, name: 'c.onnx' } : await artifactOf(file)
  await ledger.append('c', releaseEvent('1.0.1', { artifact: { ...artifact, name: 'theirs.onnx' }, serves: false }))
  await ledger.append('other/rollout/started', started('1.0.1', target))
  expect(await refusal()).toEqual({ plan: '2 rollout-under-way', run: 'rollout-under-way' })
  expect(measured()).toBe(false)
})

test.each([
  ['is that of its own candidate', { rolled: rollout }, 'new.onnx', {}],
  [
    'may be that of a variant it makes',
    { rolled: rollout, optimize: '  optimize: { variants: [graph] }\n' },
    'm.onnx',
    {},
  ],
  ['was left before it moved any traffic', { rolled: rollout }, 'm.onnx', { untouched: true }],
])('a plan goes on where the open rollout %s', async (_, how, file, left) => {
  const { world, ledger, artifactOf, pipeline } = await checkout(how)
  await ledger.append('c', releaseEvent('1.0.1', { artifact: await artifactOf(file), serves: false }))
  await ledger.append('other/rollout/started', started('1.0.1'))
  if ('untouched' in left)
    await ledger.append('other/rollout/left', {
      kind: 'rollout-left',
      model: 'digits',
      rollout: 'other/rollout',
      driver: 'other/rollout',
      follows: 'other/rollout/started',
      untouched: true,
    })
  expect((await plan(await pipeline(), world)).stages.at(-1)).toMatchObject({ name: 'rollout', action: 'run' })
})

test('an open rollout does not refuse a run that changes nothing of what serves', async () => {
  const { world, ledger, pipeline } = await checkout({ candidate: 'm.onnx' })
  const artifact = { sha256: 'c'.repeat(64), bytes: 1, name: 'c.onnx' }
  await ledger.append('c', releaseEvent('1.0.1', { artifact, serves: false }))
  await ledger.append('other/rollout/started', started('1.0.1'))
  expect((await plan(await pipeline(), world)).stages.at(-1)).toMatchObject({ name: 'release', action: 'run' })
  const before = (await ledger.read()).length
  expect((await run(await pipeline(), world)).release).toMatchObject({ version: '1.0.0', existed: true })
  expect(await ledger.read()).toHaveLength(before)
})

test('a commit without what serves refuses a run before it measures, and a plan says so; whoever answers for it goes on', async () => {
  const { world, ledger, refusal, measured, pipeline } = await checkout()
  git(world.cwd, 'checkout', '-q', '--orphan', 'other')
  git(world.cwd, 'commit', '-q', '-m', 'another line')
  expect(await refusal()).toEqual({ plan: '2 commit-not-descendant', run: 'commit-not-descendant' })
  expect(measured()).toBe(false)
  const dry = await airworthyIn(world, ['plan', 'airworthy.yml', '--dry-run'])
  expect(dry).toMatchObject({ code: 0, err: '' })
  const override = { by: 'Ada', reason: 'back on purpose' }
  expect((await run(await pipeline(), world, { override })).outcome).toBe('pass')
  expect((await ledger.read()).at(-1)).toMatchObject({ kind: 'release', version: '1.0.1' })
})

test('a checkout of another commit than CI names refuses a run before it measures', async () => {
  const { world, first, pipeline, measured } = await checkout()
  git(world.cwd, 'commit', '-q', '--allow-empty', '-m', 'two')
  await expect(run(await pipeline(), { ...world, commit: first })).rejects.toMatchObject({ code: 'commit-differs' })
  expect(measured()).toBe(false)
})

test('what a resumed run has done already is not refused', async () => {
  const { world, pipeline } = await checkout()
  const report = await run(await pipeline(), world)
  expect(report.outcome).toBe('pass')
  expect((await run(await pipeline(), world, { resume: report.runId })).outcome).toBe('pass')
})

test.each(['registry', 'm.onnx'])(
  'a ledger that nobody created refuses a run beside %s before it measures, and names its pipeline',
  async (production) => {
    const { world: made } = await checkout({ production })
    const cwd = path.join(made.cwd, 'clone')
    git(made.cwd, 'clone', '-q', '--single-branch', '--no-tags', made.cwd, cwd)
    git(cwd, 'remote', 'remove', 'origin')
    renameSync(path.join(cwd, 'airworthy.yml'), path.join(cwd, 'my digits.yml'))
    const world = await testWorld({ cwd })
    for (const command of [['plan'], ['run'], ['ledger', 'verify']]) {
      const { code, err } = await airworthyIn(world, [...command, 'my digits.yml'])
      expect([code, err]).toEqual([2, expect.stringContaining('error[ledger-not-created]')])
      expect(err).toContain("create it: `airworthy registry init 'my digits.yml'`")
    }
    expect(existsSync(path.join(cwd, '.airworthy', 'measurements'))).toBe(false)
  },
)

test('a shallow clone is not said to lack a commit that it cannot see', async () => {
  const { world } = await checkout()
  git(world.cwd, 'commit', '-q', '--allow-empty', '-m', 'two')
  const cwd = path.join(world.cwd, 'shallow')
  git(world.cwd, 'clone', '-q', '--depth', '1', `file://${world.cwd}`, cwd)
  git(cwd, 'fetch', '-q', 'origin', 'airworthy/ledger:airworthy/ledger', '--unshallow', '--tags')
  git(cwd, 'fetch', '-q', '--depth', '1', 'origin', 'HEAD')
  const { err, code } = await airworthyIn(await testWorld({ cwd }), ['plan', 'airworthy.yml'])
  expect([code, err]).toEqual([
    2,
    expect.stringMatching(/shallow clone lacks the history .*\n {2}Get all of it: `git fetch --unshallow`/),
  ])
})
