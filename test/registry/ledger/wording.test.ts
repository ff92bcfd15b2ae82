import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Warning } from '../../../src/core/products/index.ts'
import type { World } from '../../../src/core/world.ts'
import { load } from '../../../src/pipeline/load.ts'
import { run } from '../../../src/pipeline/run.ts'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { digits, put } from '../../attacks/stranger.ts'
import { create, releaseEvent } from '../../contracts/ledger.ts'
import { testWorld } from '../../world.ts'

async function repository(remote?: string) {
  const world = await testWorld()
  const git = (...args: readonly string[]) => world.processes.run('git', args, { cwd: world.cwd })
  await git('init', '-q')
  if (remote !== undefined) {
    await git('init', '-q', '--bare', 'remote.git')
    await git('remote', 'add', remote, 'remote.git')
  }
  const open = (asking = {}, as: World = world) => openGitLedger({ repository: world.cwd, remote }, as, asking)
  return { world, git, open, ledger: await create(await open()) }
}

test('the lock of a tag that a killed git left is named, with the command that removes it', async () => {
  const { world, open } = await repository('origin')
  const lock = path.join(world.cwd, '.git/refs/tags/digits@v1.0.0.lock')
  writeFileSync(lock, '')
  const warnings: Warning[] = []
  const asking = { warns: (warning: Warning) => void warnings.push(warning) }
  // Who waits for a lock sees ten seconds pass at once.
  let ms = 0
  const hasty: World = { ...world, clock: { ...world.clock, monotonicMs: () => (ms += 2000) } }
  await (await open({}, hasty)).append('a', releaseEvent('1.0.0'), asking)
  expect(warnings).toMatchObject([{ code: 'ledger-tag-missing', remedy: expect.stringContaining(`\`rm '${lock}'\``) }])
  rmSync(lock)
  await (await open()).append('b', releaseEvent('1.1.0'))
  expect(await (await open()).tags()).toEqual(['digits@v1.0.0', 'digits@v1.1.0'])
}, 60_000)

test.each([['upstream'], [undefined]])('damage is answered with a command for the remote %s', async (remote) => {
  const { world, git, open, ledger } = await repository(remote)
  await ledger.append('a', releaseEvent('1.0.0'))
  const { stdout } = await git('rev-parse', 'airworthy/ledger:log/00/00/000002.json')
  const object = stdout.trim()
  for (const name of ['checked', 'texts']) rmSync(path.join(world.cwd, `.git/airworthy-ledger.${name}`))
  rmSync(path.join(world.cwd, '.git/objects', object.slice(0, 2), object.slice(2)))
  await expect(open().then((opened) => opened.read())).rejects.toMatchObject({
    code: 'ledger-broken',
    hint: expect.stringMatching(
      new RegExp(`get the damaged objects again: .*--no-filter ${remote ?? 'REMOTE'} airworthy/ledger`),
    ),
  })
})

test('who waits for a lock that is only a file is told which, and by which stage', async () => {
  const { world, git } = await repository()
  put(world.cwd, {
    'new.onnx': digits('digits-candidate'),
    'airworthy.yml': `pipeline: digits
model: { candidate: new.onnx }
registry: { git: . }
stages:
  benchmark: { scenarios: [{ provider: cpu }], budget: 1s }
  compare: { metrics: { size: { margin: 50% } } }
  gate: {}
  release: {}
`,
  })
  await git('add', 'new.onnx')
  await git('-c', 'user.name=x', '-c', 'user.email=x@y', 'commit', '-q', '-m', 'one')
  const lock = path.join(world.cwd, '.git/airworthy-ledger.lock')
  writeFileSync(lock, '')
  const said: string[] = []
  const options = { waits: (message: string) => void said.push(message) }
  expect((await run(await load('airworthy.yml', world), world, options)).outcome).toBe('pass')
  expect(said).toContain(`release: waits for another process, which holds the lock of the ledger, ${lock}`)
}, 60_000)
