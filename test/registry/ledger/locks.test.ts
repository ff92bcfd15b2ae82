import { existsSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { World } from '../../../src/core/world.ts'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { create, recorded, releaseEvent } from '../../contracts/ledger.ts'
import { testWorld } from '../../world.ts'

/** A clock that goes on by so much whenever it is asked. */
function hastyIn(world: World, step: number): World {
  let ms = 0
  return { ...world, clock: { ...world.clock, monotonicMs: () => (ms += step) } }
}

/** A bare registry with a remote, both with one release. */
async function shared() {
  const world = await testWorld()
  const [remote, registry] = ['remote.git', 'registry.git'].map((name) => path.join(world.cwd, name)) as [
    string,
    string,
  ]
  await world.processes.run('git', ['init', '-q', '--bare', remote])
  const open = (as = world) => openGitLedger({ repository: registry, remote, purpose: 'create' }, as)
  await (await create(await open())).append('a', releaseEvent('1.0.0'))
  return { world, remote, registry, open }
}

it('a lock of a tag that stays as it is gets named, since when it is there, and what to do', async () => {
  const { world, registry, open } = await shared()
  const lock = path.join(registry, 'refs/tags/digits@v1.1.0.lock')
  writeFileSync(lock, '')
  utimesSync(lock, new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:05Z'))
  const ledger = await open(hastyIn(world, 2_000))
  await expect(ledger.append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({
    code: 'git-locked',
    message: `The lock file ${lock} keeps git from its work: it is there since 2026-01-02T03:04:05.000Z. git leaves such a file when it is killed.`,
    hint: expect.stringContaining(`rm '${lock}'`),
  })
  expect(existsSync(lock)).toBe(true)
  rmSync(lock)
  expect((await (await open()).append('b', releaseEvent('1.1.0'))).key).toBe('b')
  expect(await recorded(ledger)).toHaveLength(2)
})

it("a lock that somebody works with is waited for, and is nobody's to remove", async () => {
  const { registry, open } = await shared()
  const lock = path.join(registry, 'refs/heads/airworthy/ledger.lock')
  const ledger = await open()
  writeFileSync(lock, '')
  const working = setTimeout(() => rmSync(lock), 1500)
  expect((await ledger.append('b', releaseEvent('1.1.0'))).key).toBe('b')
  clearTimeout(working)
  expect(existsSync(lock)).toBe(false)
})

it('a lock in the repository of the remote is named as one there', async () => {
  const { remote, open } = await shared()
  const lock = path.join(remote, 'refs/heads/airworthy/ledger.lock')
  writeFileSync(lock, '')
  const ledger = await open()
  await expect(ledger.append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({
    code: 'git-locked',
    message: expect.stringMatching(
      /^The lock file \S+remote\.git\/\S*refs\/heads\/airworthy\/ledger\.lock at \S+remote\.git keeps/,
    ),
  })
  expect(existsSync(lock)).toBe(true)
  expect(await recorded(ledger)).toHaveLength(1)
  rmSync(lock)
  expect((await ledger.append('b', releaseEvent('1.1.0'))).key).toBe('b')
})
