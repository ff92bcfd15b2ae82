import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { create, recorded, releaseEvent } from '../../contracts/ledger.ts'
import { git } from '../../git.ts'
import { testWorld } from '../../world.ts'

/** A remote with three entries of a ledger, and a checkout that has made them. */
async function shared() {
  const world = await testWorld()
  const [remote, work] = [path.join(world.cwd, 'remote.git'), path.join(world.cwd, 'work')]
  git(world.cwd, 'init', '-q', '--bare', remote)
  git(world.cwd, 'clone', '-q', remote, work)
  git(work, 'commit', '-q', '--allow-empty', '-m', 'one')
  git(work, 'push', '-q', 'origin', 'HEAD:main')
  const ledger = await create(await openGitLedger({ repository: work, remote: 'origin', purpose: 'create' }, world))
  for (const version of ['1.0.0', '1.1.0']) await ledger.append(version, releaseEvent(version))
  const clone = (...options: readonly string[]): string => {
    const to = path.join(world.cwd, 'clone')
    git(world.cwd, 'clone', '-q', ...options, `file://${remote}`, to)
    return to
  }
  return { world, remote, work, clone }
}

describe('a shallow clone', () => {
  it('that has the end of the ledger alone is told from a damaged one, and can be made whole', async () => {
    const { world, clone } = await shared()
    const repository = clone('--depth', '1', '--no-single-branch')
    for (const purpose of ['append', 'look'] as const)
      await expect(async () =>
        (await openGitLedger({ repository, remote: 'origin', purpose }, world)).read(),
      ).rejects.toMatchObject({
        code: 'ledger-shallow',
        hint: expect.stringContaining('git fetch --unshallow'),
      })
    git(repository, 'fetch', '-q', '--unshallow')
    expect(await recorded(await openGitLedger({ repository, remote: 'origin' }, world))).toHaveLength(2)
  })

  it('that has its tags, as actions/checkout fetches them, is told too', async () => {
    const { world, clone } = await shared()
    const repository = clone('--depth', '1', '--no-tags')
    git(repository, 'fetch', '-q', '--depth', '1', '--tags', 'origin')
    const open = () => openGitLedger({ repository, remote: 'origin' }, world)
    await expect(open()).rejects.toMatchObject({ code: 'ledger-shallow' })
    git(repository, 'fetch', '-q', '--unshallow')
    expect(await recorded(await open())).toHaveLength(2)
  })

  it('of its one branch reads all of the ledger, as before', async () => {
    const { world, clone } = await shared()
    const repository = clone('--depth', '1', '--no-tags')
    expect(await recorded(await openGitLedger({ repository, remote: 'origin' }, world))).toHaveLength(2)
  })

  it('does not hide damage', async () => {
    const { world, remote, clone } = await shared()
    const end = 'refs/heads/airworthy/ledger'
    git(remote, 'update-ref', end, git(remote, 'commit-tree', '-m', 'x', '-p', end, `${end}^{tree}`))
    const repository = clone('--depth', '1', '--no-tags')
    await expect(openGitLedger({ repository, remote: 'origin' }, world)).rejects.toMatchObject({
      code: 'ledger-rewritten',
    })
  })
})

it('a branch of the user, to which that of the ledger leads, does not follow the remote', async () => {
  const { world, work, clone } = await shared()
  const repository = clone()
  git(repository, 'branch', 'theirs', 'origin/airworthy/ledger~1')
  git(repository, 'symbolic-ref', 'refs/heads/airworthy/ledger', 'refs/heads/theirs')
  git(repository, 'symbolic-ref', 'refs/tags/digits@v1.2.0', 'refs/heads/unborn')
  const before = git(repository, 'rev-parse', 'theirs')
  await (await openGitLedger({ repository: work, remote: 'origin' }, world)).append('c', releaseEvent('1.2.0'))
  const ledger = await openGitLedger({ repository, remote: 'origin' }, world)
  expect([git(repository, 'rev-parse', 'theirs'), git(repository, 'branch', '--list', 'unborn')]).toEqual([before, ''])
  expect(git(repository, 'rev-parse', 'airworthy/ledger')).toBe(git(work, 'rev-parse', 'airworthy/ledger'))
  expect(await recorded(ledger)).toHaveLength(3)
})

describe('a partial clone', () => {
  it.each(['blob:none', 'tree:0'])('made with %s gets the ledger whole from its remote', async (filter) => {
    const { world, remote, clone } = await shared()
    git(remote, 'config', 'uploadpack.allowFilter', 'true')
    const repository = clone(`--filter=${filter}`)
    for (const purpose of ['look', 'append'] as const) {
      const ledger = await openGitLedger({ repository, remote: 'origin', purpose }, world)
      expect((await ledger.read()).length).toBeGreaterThan(1)
    }
    const ledger = await openGitLedger({ repository, remote: 'origin' }, world)
    await ledger.append('of the partial clone', releaseEvent('7.0.0'))
    expect((await ledger.read()).at(-1)).toMatchObject({ key: 'of the partial clone' })
  })

  it('that names no remote is told from a damaged one, and can be made whole', async () => {
    const { world, remote, clone } = await shared()
    git(remote, 'config', 'uploadpack.allowFilter', 'true')
    const repository = clone('--filter=blob:none')
    git(repository, 'branch', 'airworthy/ledger', 'origin/airworthy/ledger')
    // A git that may, fetches what is missing from wherever it was cloned.
    git(repository, 'config', 'remote.origin.url', `${remote}-gone`)
    const open = () => openGitLedger({ repository }, world)
    await expect(open()).rejects.toMatchObject({ code: 'ledger-partial' })
    git(repository, 'config', 'remote.origin.url', `file://${remote}`)
    git(repository, 'fetch', '-q', '--refetch', '--no-filter', 'origin', 'airworthy/ledger')
    expect((await (await open()).read()).length).toBeGreaterThan(1)
  })
})

describe('a linked work tree', () => {
  async function linked() {
    const made = await shared()
    const tree = path.join(made.world.cwd, 'tree')
    git(made.work, 'worktree', 'add', '-q', tree)
    return { ...made, tree, lock: path.join(made.work, '.git/refs/heads/airworthy/ledger.lock') }
  }

  it('is written through the lock that a killed git left in the repository', async () => {
    const { world, tree, lock } = await linked()
    let ms = 0
    const hasty = { ...world, clock: { ...world.clock, monotonicMs: () => (ms += 4_000), sleep: async () => {} } }
    const ledger = await openGitLedger({ repository: tree, remote: 'origin' }, hasty)
    writeFileSync(lock, '')
    await ledger.append('c', releaseEvent('1.2.0'))
    expect(await recorded(ledger)).toHaveLength(3)
    expect(existsSync(lock)).toBe(false)
  })

  it('has one lock of writers with the repository and its other work trees', async () => {
    const { world, work, tree } = await linked()
    await world.files.createExclusive(path.join(work, '.git/airworthy-ledger.lock'), '1 2020-01-01T00:00:00Z\n')
    let ms = 0
    const hasty = { ...world, clock: { ...world.clock, monotonicMs: () => (ms += 5_000), sleep: async () => {} } }
    const ledger = await openGitLedger({ repository: tree, remote: 'origin' }, hasty)
    await expect(ledger.append('c', releaseEvent('1.2.0'))).rejects.toMatchObject({ code: 'ledger-busy' })
  })

  it('reaches its remote as the user has configured it, as the checkout does', async () => {
    const { world, work, tree, remote } = await linked()
    const said = path.join(world.cwd, 'said')
    const program = path.join(world.cwd, 'ssh.sh')
    writeFileSync(program, `#!/bin/sh\necho "$@" >> '${said}'\nfor last; do :; done\nexec sh -c "$last"\n`, {
      mode: 0o755,
    })
    git(work, 'config', 'core.sshCommand', program)
    git(work, 'remote', 'set-url', 'origin', `ssh://git@host.example${remote}`)
    for (const repository of [work, tree, path.join(work, '.git')])
      expect(await recorded(await openGitLedger({ repository, remote: 'origin' }, world))).toHaveLength(2)
    expect(readFileSync(said, 'utf8')).toContain('git@host.example')
  })
})
