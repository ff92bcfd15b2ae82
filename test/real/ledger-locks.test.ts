import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { assignEvent, create, recorded, releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'

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
  const alone = async (as = world) =>
    create(await openGitLedger({ repository: path.join(world.cwd, 'alone.git'), purpose: 'create' }, as))
  return { world, remote, registry, open, alone }
}

it('a lock of a tag that stays as it is gets named, since when it is there, and what to do', async () => {
  const { world, alone } = await shared()
  const registry = path.join(world.cwd, 'alone.git')
  await (await alone()).append('a', releaseEvent('1.0.0'))
  const lock = path.join(registry, 'refs/tags/digits@v1.1.0.lock')
  writeFileSync(lock, '')
  utimesSync(lock, new Date('2026-01-02T03:04:05Z'), new Date('2026-01-02T03:04:05Z'))
  const ledger = await alone(hastyIn(world, 2_000))
  await expect(ledger.append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({
    code: 'git-locked',
    message: `The lock file ${lock} has been there since 2026-01-02T03:04:05.000Z and blocks git, which leaves such a file when it is killed.`,
    hint: expect.stringContaining(`rm '${lock}'`),
  })
  expect(existsSync(lock)).toBe(true)
  expect(await recorded(ledger)).toHaveLength(1)
  rmSync(lock)
  expect((await (await alone()).append('b', releaseEvent('1.1.0'))).key).toBe('b')
})

it.each(['digits@v1.1.0', 'digits#production#1'])(
  'what has landed at the remote is recorded, also where a lock keeps its tag %s from being made here',
  async (tag) => {
    const { world, registry, remote, open } = await shared()
    const lock = path.join(registry, `refs/tags/${tag}.lock`)
    writeFileSync(lock, '')
    const warnings: string[] = []
    const context = { warns: ({ message }: { message: string }) => void warnings.push(message) }
    const ledger = await open(hastyIn(world, 2_000))
    const records = [
      { key: 'b', event: releaseEvent('1.1.0') },
      { key: 'c', event: assignEvent('1.1.0') },
    ]
    expect(await ledger.appendAll(records, context)).toHaveLength(2)
    expect(warnings).toEqual([
      `What ${tag} shows is recorded, and the tag could not be made in this repository: fatal: cannot lock ref 'refs/tags/${tag}': Unable to create '${lock}': File exists.`,
    ])
    expect(await recorded(ledger)).toHaveLength(3)
    const tagsIn = async (place: string) =>
      (await world.processes.run('git', [`--git-dir=${place}`, 'tag'])).stdout.trimEnd().split('\n')
    const all = ['digits#production#1', 'digits@v1.0.0', 'digits@v1.1.0']
    expect(await tagsIn(remote)).toEqual(all)
    expect(await tagsIn(registry)).toEqual(all.filter((name) => name !== tag))
    rmSync(lock)
    await (await open()).append('d', releaseEvent('1.2.0'))
    expect(await tagsIn(registry)).toEqual([...all, 'digits@v1.2.0'])
  },
)

it('so it is where the branch here cannot follow, and what is read has it', async () => {
  const { world, registry, open } = await shared()
  const ledger = await open(hastyIn(world, 2_000))
  // git locks HEAD with the branch that it stands on, and that lock is nobody's to remove.
  await world.processes.run('git', [`--git-dir=${registry}`, 'symbolic-ref', 'HEAD', 'refs/heads/airworthy/ledger'])
  const lock = path.join(registry, 'HEAD.lock')
  writeFileSync(lock, '')
  const warnings: string[] = []
  await ledger.append('b', releaseEvent('1.1.0'), { warns: ({ message }) => void warnings.push(message) })
  expect(warnings[0]).toContain('the branch airworthy/ledger here could not follow')
  expect(await recorded(ledger)).toHaveLength(2)
  await ledger.append('c', releaseEvent('1.2.0'))
  expect(await recorded(ledger)).toHaveLength(3)
  rmSync(lock)
  expect(await recorded(await open())).toHaveLength(3)
})

it('so it is where a server takes the branch and no tags, and cannot take both or none', async () => {
  const { world, remote, registry, open } = await shared()
  await world.processes.run('git', [`--git-dir=${remote}`, 'config', 'receive.advertiseAtomic', 'false'])
  const hook = path.join(remote, 'hooks/update')
  mkdirSync(path.dirname(hook), { recursive: true })
  writeFileSync(hook, '#!/bin/sh\ncase $1 in refs/tags/*) echo "no tags here" >&2; exit 1;; esac\n', { mode: 0o755 })
  const warnings: string[] = []
  const context = { warns: ({ message }: { message: string }) => void warnings.push(message) }
  const ledger = await open()
  expect((await ledger.append('b', releaseEvent('1.1.0'), context)).key).toBe('b')
  expect((await ledger.append('b', releaseEvent('1.1.0'), context)).key).toBe('b')
  expect(new Set(warnings)).toEqual(
    new Set([
      `What digits@v1.1.0 shows is recorded, and the tag could not be made in ${remote}: remote: no tags here error: hook declined to update refs/tags/digits@v1.1.0.`,
      `What digits@v1.1.0 shows is recorded, and the tag could not be made in ${remote}: ${remote} refused what was to be recorded: remote: no tags here error: hook declined to update refs/tags/digits@v1.1.0.`,
    ]),
  )
  expect(await recorded(ledger)).toHaveLength(2)
  const { stdout } = await world.processes.run('git', [`--git-dir=${registry}`, 'tag'])
  expect(stdout).toBe('digits@v1.0.0\ndigits@v1.1.0\n')
  rmSync(hook)
  await ledger.append('c', releaseEvent('1.2.0'))
  const there = await world.processes.run('git', [`--git-dir=${remote}`, 'tag'])
  expect(there.stdout).toBe('digits@v1.0.0\ndigits@v1.1.0\ndigits@v1.2.0\n')
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
      /^The lock file \S+remote\.git\/\S*refs\/heads\/airworthy\/ledger\.lock at \S+remote\.git blocks git/,
    ),
  })
  expect(existsSync(lock)).toBe(true)
  expect(await recorded(ledger)).toHaveLength(1)
  rmSync(lock)
  expect((await ledger.append('b', releaseEvent('1.1.0'))).key).toBe('b')
})
