import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { usualLedger } from '../../../src/registry/index.ts'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { openLedger } from '../../../src/registry/ledger/index.ts'
import { create, releaseEvent } from '../../contracts/ledger.ts'
import { temporaryFolder } from '../../folders.ts'
import { testWorld } from '../../world.ts'

function git(cwd: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=x', '-c', 'user.email=x@y', '-c', 'protocol.file.allow=always']
  return execFileSync('git', [...identity, ...args], { cwd, encoding: 'utf8' }).trim()
}

const branch = 'airworthy/ledger'

/** A checkout and a bare repository beside it, and a folder of the checkout. */
function places() {
  const folder = temporaryFolder()
  const [top, shared] = [path.join(folder, 'one'), path.join(folder, 'shared.git')]
  git(folder, 'init', '-q', '-b', 'main', top)
  git(folder, 'init', '-q', '--bare', shared)
  git(top, 'commit', '-q', '--allow-empty', '-m', 'one')
  const below = path.join(top, 'ml')
  mkdirSync(below)
  return { folder, top, below, shared }
}

async function append(at: string, repository: string, version: string, more: { remote?: string } = {}) {
  const ledger = await openGitLedger({ repository, ...more }, await testWorld({ cwd: at }))
  await (await create(ledger)).append(version, releaseEvent(version))
}

const filesOf = (repository: string): readonly string[] =>
  git(repository, 'ls-tree', '-r', '--full-tree', '--name-only', branch, 'log').split('\n')

const three = ['1', '2', '3'].map((number) => `log/00/00/00000${number}.json`)

describe('from a folder of the checkout', () => {
  it('a ledger keeps its entries where git is told of a work tree', async () => {
    const { top, below, shared } = places()
    git(top, 'remote', 'add', 'origin', shared)
    git(top, 'config', 'core.worktree', top)
    await append(top, top, '1.0.0', { remote: 'origin' })
    await append(below, top, '1.1.0', { remote: 'origin' })
    expect(filesOf(shared)).toEqual(three)
    const ledger = await openGitLedger({ repository: top }, await testWorld({ cwd: below }))
    expect(await ledger.readWhole?.()).toHaveLength(3)
  })

  it('a ledger keeps its entries where that work tree is a folder above', async () => {
    const { folder, top } = places()
    git(top, 'config', 'core.worktree', folder)
    await append(top, top, '1.0.0')
    await append(top, top, '1.1.0')
    expect(
      git(top, `--git-dir=${top}/.git`, 'ls-tree', '-r', '--full-tree', '--name-only', branch, 'log').split('\n'),
    ).toEqual(three)
    const ledger = await openGitLedger({ repository: top }, await testWorld({ cwd: folder }))
    expect(await ledger.readWhole?.()).toHaveLength(3)
  })

  it('a ledger in a submodule keeps its entries', async () => {
    const { folder, top } = places()
    const outer = path.join(folder, 'outer')
    git(folder, 'init', '-q', outer)
    git(outer, 'submodule', '--quiet', 'add', top, 'model')
    const inner = path.join(outer, 'model')
    mkdirSync(path.join(inner, 'ml'))
    await append(inner, inner, '1.0.0')
    await append(path.join(inner, 'ml'), inner, '1.1.0')
    expect(filesOf(inner)).toEqual(three)
    const ledger = await openGitLedger({ repository: inner }, await testWorld({ cwd: path.join(inner, 'ml') }))
    expect(await ledger.readWhole?.()).toHaveLength(3)
  })

  it.each(['checkout', 'bare repository'])(
    'what is relative in the configuration of a %s starts there',
    async (kind) => {
      const { folder, top, below, shared } = places()
      const repository = kind === 'checkout' ? top : path.join(folder, 'registry.git')
      if (kind !== 'checkout') git(folder, 'init', '-q', '--bare', repository)
      git(repository, 'remote', 'add', 'origin', '../shared.git')
      // Another that is at the same place from the folder.
      const other = path.join(top, 'shared.git')
      git(folder, 'init', '-q', '--bare', other)
      await append(below, repository, '1.0.0', { remote: 'origin' })
      await append(temporaryFolder(), repository, '1.1.0', { remote: 'origin' })
      expect(filesOf(shared)).toEqual(three)
      expect(git(other, 'for-each-ref')).toBe('')
    },
  )

  it('a program that the user has named by a relative path is found', async () => {
    const { top, below, shared } = places()
    writeFileSync(path.join(top, 'ssh.sh'), '#!/bin/sh\nshift\nexec sh -c "$*"\n', { mode: 0o755 })
    git(top, 'config', 'core.sshCommand', './ssh.sh')
    git(top, 'config', 'ssh.variant', 'simple')
    git(top, 'remote', 'add', 'origin', `ssh://host.example${shared}`)
    await append(below, top, '1.0.0', { remote: 'origin' })
    expect(filesOf(shared)).toHaveLength(2)
  })
})

describe('a remote that a pipeline names by a path', () => {
  it.each(['../../shared.git', './../../shared.git'])('starts at the folder of the pipeline: %s', async (remote) => {
    const { top, below, shared } = places()
    for (const cwd of [below, top, temporaryFolder()]) {
      const ledger = await openLedger(
        { git: '..', remote },
        { folder: below, runFolder: cwd },
        await testWorld({ cwd }),
      )
      await create(ledger)
      expect(await ledger.read()).toHaveLength(1)
    }
    expect(filesOf(shared)).toHaveLength(1)
  })

  it('is one without a dot where something lies there, unless a remote is called so', async () => {
    const { folder, top, below, shared } = places()
    const near = path.join(below, 'near.git')
    git(folder, 'init', '-q', '--bare', near)
    const open = async () =>
      openLedger({ git: '..', remote: 'near.git' }, { folder: below, runFolder: top }, await testWorld({ cwd: top }))
    await create(await open())
    expect(filesOf(near)).toHaveLength(1)
    git(top, 'remote', 'add', 'near.git', shared)
    git(top, 'push', '-q', 'near.git', `${branch}:${branch}`)
    await (await open()).append('a', releaseEvent('1.0.0'))
    expect([filesOf(near), filesOf(shared)].map(({ length }) => length)).toEqual([1, 2])
  })

  it('is the one that git knows by the same path', async () => {
    const { top, below, shared } = places()
    git(top, 'remote', 'add', 'origin', '../shared.git')
    await append(top, top, '1.0.0', { remote: 'origin' })
    git(top, 'fetch', '-q', 'origin')
    git(shared, 'update-ref', '-d', `refs/heads/${branch}`)
    git(top, 'update-ref', '-d', `refs/heads/${branch}`)
    const opened = openLedger(
      { ...usualLedger, git: '..', remote: '../../shared.git' },
      { folder: below, runFolder: top },
      await testWorld({ cwd: top }),
    )
    await expect(opened).rejects.toMatchObject({
      message: expect.stringContaining('it had one when it was last fetched'),
    })
  })
})
