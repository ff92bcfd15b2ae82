import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Ledger } from '../../src/core/ledger.ts'
import type { World } from '../../src/core/world.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { assignEvent, create, ledgerContract, recorded, releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'

const opened = new WeakMap<World, { clones: number; readonly made: Promise<unknown> }>()

/** A clone of its own for everyone who opens, also at the same moment: what they have in common is the remote. */
async function openClone(world: World): Promise<Ledger> {
  const remote = path.join(world.cwd, 'remote.git')
  const shared = opened.get(world) ?? {
    clones: 0,
    made: world.processes.run('git', ['init', '--quiet', '--bare', remote]),
  }
  opened.set(world, shared)
  shared.clones += 1
  const number = shared.clones
  await shared.made
  return openGitLedger({ repository: path.join(world.cwd, `clone-${number}.git`), purpose: 'create', remote }, world)
}

ledgerContract('git, shared at a remote', openClone)

it('shows the ledger and its tags to everyone who has the remote, whatever they have themselves', async () => {
  const world = await testWorld()
  const one = await create(await openClone(world))
  await one.append('a', releaseEvent('1.0.0'))
  await one.append('b', assignEvent('1.0.0'))
  const two = await create(await openClone(world))
  expect((await recorded(two)).map(({ key }) => key)).toEqual(['a', 'b'])
  expect(await two.tags()).toEqual(['digits#production#1', 'digits@v1.0.0'])
  await two.append('c', releaseEvent('1.1.0'))
  await one.append('d', assignEvent('1.1.0', 'production', 'digits', '1.0.0'))
  expect((await recorded(one)).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd'])
  const shown = await world.processes.run('git', ['--git-dir', path.join(world.cwd, 'remote.git'), 'tag', '--list'])
  expect(shown.stdout.trim().split('\n')).toEqual([
    'digits#production#1',
    'digits#production#2',
    'digits@v1.0.0',
    'digits@v1.1.0',
  ])
})

it('records nothing when the remote cannot be reached', async () => {
  const world = await testWorld()
  const ledger = await create(await openClone(world))
  await ledger.append('a', releaseEvent('1.0.0'))
  await world.processes.run('mv', [path.join(world.cwd, 'remote.git'), path.join(world.cwd, 'gone.git')])
  await expect(ledger.append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({
    code: 'registry-unreachable',
    message: expect.stringMatching(/: fatal: '.*remote\.git' does not appear to be a git repository\.$/),
    hint: expect.stringMatching(/^Check whether the repository is there: /i),
  })
  await world.processes.run('mv', [path.join(world.cwd, 'gone.git'), path.join(world.cwd, 'remote.git')])
  expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['a'])
  expect((await ledger.append('b', releaseEvent('1.1.0'))).key).toBe('b')
})

it('says why the remote refused a push, and not what git adds below', async () => {
  const world = await testWorld()
  const ledger = await create(await openClone(world))
  const hook = path.join(world.cwd, 'remote.git', 'hooks', 'pre-receive')
  await world.files.writeText(hook, '#!/bin/sh\necho "error: GH013: no pushes here." >&2\nexit 1\n')
  await world.processes.run('chmod', ['+x', hook])
  await expect(ledger.append('a', releaseEvent('1.0.0'))).rejects.toMatchObject({
    code: 'registry-refused',
    message: expect.stringMatching(/: remote: error: GH013: no pushes here\.$/),
  })
})

it('takes an entry that was pushed before a kill for its own, once', async () => {
  const world = await testWorld()
  const ledger = await create(await openClone(world))
  await ledger.append('a', releaseEvent('1.0.0'))
  const before = await world.processes.run('git', [
    '--git-dir',
    path.join(world.cwd, 'clone-1.git'),
    'rev-parse',
    'airworthy/ledger',
  ])
  const pushed = await ledger.append('b', releaseEvent('1.1.0'))
  // As if killed between the push and the move of the branch here, and before the tag.
  const git = (...args: string[]) =>
    world.processes.run('git', ['--git-dir', path.join(world.cwd, 'clone-1.git'), ...args])
  await git('update-ref', 'refs/heads/airworthy/ledger', before.stdout.trim())
  await git('tag', '-d', 'digits@v1.1.0')
  await world.processes.run('git', ['--git-dir', path.join(world.cwd, 'remote.git'), 'tag', '-d', 'digits@v1.1.0'])
  const again = await openGitLedger(
    { repository: path.join(world.cwd, 'clone-1.git'), remote: path.join(world.cwd, 'remote.git') },
    world,
  )
  expect(await again.append('b', releaseEvent('1.1.0'))).toEqual(pushed)
  expect((await recorded(again)).map(({ key }) => key)).toEqual(['a', 'b'])
  const shown = await world.processes.run('git', ['--git-dir', path.join(world.cwd, 'remote.git'), 'tag', '--list'])
  expect(shown.stdout).toContain('digits@v1.1.0')
})

it('is read in a job as it was fetched, where the remote asks who it is, and takes no entry then', async () => {
  const world = await testWorld()
  const one = await create(await openClone(world))
  await one.append('a', releaseEvent('1.0.0'))
  const [remote, clone] = ['remote.git', 'checkout'].map((name) => path.join(world.cwd, name)) as [string, string]
  await world.processes.run('git', ['clone', '-q', remote, clone])
  const server = createServer((_, response) => response.writeHead(401, { 'www-authenticate': 'Basic' }).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const at = (address: string) => world.processes.run('git', ['-C', clone, 'remote', 'set-url', 'origin', address])
  const open = async (ci: boolean) =>
    openGitLedger({ repository: clone, remote: 'origin' }, await testWorld({ cwd: world.cwd, ci, event: 'push' }))
  await at(`http://127.0.0.1:${port}/private.git`)
  const ledger = await open(true)
  expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['a'])
  await expect(ledger.append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({ code: 'registry-unreachable' })
  await expect(open(false)).rejects.toMatchObject({
    code: 'registry-unreachable',
    hint: expect.stringContaining('`git fetch origin airworthy/ledger`'),
  })
  // One that is away for a moment may have gone on since.
  await at(path.join(world.cwd, 'nowhere.git'))
  await expect(open(true)).rejects.toMatchObject({ code: 'registry-unreachable' })
})

it('a remote that reads from one repository and pushes to another is told when the ledger is created', async () => {
  const world = await testWorld()
  const [read, pushed, local] = ['read.git', 'pushed.git', 'local.git'].map((name) => path.join(world.cwd, name)) as [
    string,
    string,
    string,
  ]
  for (const place of [read, pushed, local]) await world.processes.run('git', ['init', '-q', '--bare', place])
  const git = (...args: string[]) => world.processes.run('git', [`--git-dir=${local}`, ...args])
  await git('remote', 'add', 'origin', read)
  await git('remote', 'set-url', '--push', 'origin', pushed)
  const open = () => openGitLedger({ repository: local, remote: 'origin' }, world)
  await expect(open().then(create)).rejects.toMatchObject({ code: 'registry-split' })
  expect((await git('for-each-ref', 'refs/heads', 'refs/tags')).stdout).toBe('')
  await git('push', 'origin', ':refs/heads/airworthy/ledger')
  // Another way to the same repository.
  await git('remote', 'set-url', '--push', 'origin', `file://${read}`)
  expect(await recorded(await create(await open()))).toHaveLength(0)
})

describe('a remote with two ends', () => {
  async function split(set: (git: (...args: string[]) => Promise<unknown>, other: string) => Promise<unknown>) {
    const world = await testWorld()
    const [read, other, local] = ['read.git', 'other.git', 'local.git'].map((name) => path.join(world.cwd, name)) as [
      string,
      string,
      string,
    ]
    for (const place of [read, local]) await world.processes.run('git', ['init', '-q', '--bare', place])
    const git = (...args: string[]) => world.processes.run('git', [`--git-dir=${local}`, ...args])
    const open = () => openGitLedger({ repository: local, remote: 'origin' }, world)
    await git('remote', 'add', 'origin', read)
    await (await create(await open())).append('a', releaseEvent('1.0.0'))
    const copy = () => world.processes.run('cp', ['-r', read, other])
    await set(git, other)
    const endOf = async (place: string): Promise<string> =>
      (await world.processes.run('git', [`--git-dir=${place}`, 'rev-parse', 'airworthy/ledger'])).stdout
    return { world, read, other, local, open, copy, endOf, git }
  }
  const ways = [
    ['pushurl', (git: Git, other: string) => git('remote', 'set-url', '--push', 'origin', other)],
    [
      'pushInsteadOf',
      (git: Git, other: string) => git('config', `url.${other}.pushInsteadOf`, other.replace('other.git', 'read.git')),
    ],
    ['two addresses', (git: Git, other: string) => git('remote', 'set-url', '--add', 'origin', other)],
  ] as const

  it.each(ways)('that differ takes nothing, by %s', async (_, set) => {
    const { world, other, open, endOf, read } = await split(set)
    await world.processes.run('git', ['init', '-q', '--bare', other])
    const end = await endOf(read)
    await expect((await open()).append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({ code: 'registry-split' })
    expect(await endOf(read)).toBe(end)
    await world.files.remove(other)
    await expect((await open()).append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({
      code: 'registry-unreachable',
    })
    expect(await endOf(read)).toBe(end)
  })

  it.each(ways)('that are the same is told of what shows at one alone, by %s', async (way, set) => {
    const { other, open, copy, endOf, read } = await split(set)
    await copy()
    const append = (await open()).append('b', releaseEvent('1.1.0'))
    if (way === 'two addresses') {
      await append
      expect(await endOf(other)).toBe(await endOf(read))
      return
    }
    await expect(append).rejects.toMatchObject({
      code: 'registry-split',
      hint: expect.stringMatching(/^Put the branch that was pushed back, `git push --force origin \w+:refs/),
    })
  })

  it('that are one repository works as any other', async () => {
    const { open, git, read } = await split(() => Promise.resolve())
    await git('remote', 'set-url', '--push', 'origin', `file://${read}`)
    await (await open()).append('b', releaseEvent('1.1.0'))
    expect(await recorded(await open())).toHaveLength(2)
  })
})

type Git = (...args: string[]) => Promise<unknown>

it.each(['a=b', 'mirror'])(
  'a remote called %s that is set to mirror takes what is recorded, and nothing else',
  async (name) => {
    const world = await testWorld()
    const [there, local] = ['there.git', 'local.git'].map((each) => path.join(world.cwd, each)) as [string, string]
    for (const place of [there, local]) await world.processes.run('git', ['init', '-q', '--bare', place])
    const git = (...args: string[]) => world.processes.run('git', [`--git-dir=${local}`, ...args])
    await git('remote', 'add', '--mirror=push', name, there)
    await (await create(await openGitLedger({ repository: local, remote: name }, world))).append(
      'a',
      releaseEvent('1.0.0'),
    )
    await git('update-ref', 'refs/heads/private', 'refs/heads/airworthy/ledger')
    await (await openGitLedger({ repository: local, remote: name }, world)).append('b', releaseEvent('1.1.0'))
    const { stdout } = await world.processes.run('git', [
      `--git-dir=${there}`,
      'for-each-ref',
      '--format=%(refname:short)',
    ])
    expect(stdout).toBe('airworthy/ledger\ndigits@v1.0.0\ndigits@v1.1.0\n')
  },
)
