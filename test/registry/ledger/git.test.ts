import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { World } from '../../../src/core/world.ts'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { artifact, assignEvent, create, recorded, releaseEvent } from '../../contracts/ledger.ts'
import { git as gitIn } from '../../git.ts'
import { testWorld } from '../../world.ts'
import { workTreeIn } from './work-tree.ts'

const repository = (world: World): string => path.join(world.cwd, 'registry')
const openBare = async (world: World) =>
  create(await openGitLedger({ repository: repository(world), purpose: 'create' }, world))

const openNormal = async (world: World) => create(await openGitLedger({ repository: await workTreeIn(world) }, world))

function git(world: World, ...args: string[]): string {
  return gitIn(repository(world), ...args)
}

describe('the public face', () => {
  it('is one commit for each version and annotated tags in the grammar of GTO', async () => {
    const world = await testWorld()
    const ledger = await openBare(world)
    await ledger.append('a', releaseEvent('1.0.0'))
    await ledger.append('b', assignEvent('1.0.0'))
    await ledger.append('c', releaseEvent('1.1.0'))
    await ledger.append('d', assignEvent('1.1.0', 'staging'))
    await ledger.append('e', assignEvent('1.1.0', 'production', 'digits', '1.0.0'))
    await ledger.append('f', assignEvent('1.0.0', 'production', 'digits', '1.1.0'))
    expect(await ledger.tags()).toEqual([
      'digits#production#1',
      'digits#production#3',
      'digits#production#4',
      'digits#staging#2',
      'digits@v1.0.0',
      'digits@v1.1.0',
    ])
    const at = (tag: string) => git(world, 'rev-parse', `${tag}^{commit}`)
    expect(await at('digits#production#4')).toBe(await at('digits@v1.0.0'))
    expect(await at('digits#production#3')).toBe(await at('digits@v1.1.0'))
    expect(await at('digits@v1.0.0')).not.toBe(await at('digits@v1.1.0'))
    expect(git(world, 'cat-file', '-t', 'digits#staging#2')).toBe('tag')
    expect(git(world, 'fsck', '--strict')).toBe('')
  })

  it('counts on from the tags of other tools', async () => {
    const world = await testWorld()
    const ledger = await openBare(world)
    await ledger.append('a', releaseEvent('1.0.0'))
    git(world, 'tag', '-a', '-m', 'by hand', 'digits#staging#7', 'digits@v1.0.0')
    await ledger.append('b', assignEvent('1.0.0'))
    expect(await ledger.tags()).toContain('digits#production#8')
  })

  it('is repaired when a kill came between the commit and its tags', async () => {
    const world = await testWorld()
    const ledger = await openBare(world)
    await ledger.append('a', releaseEvent('1.0.0'))
    await ledger.append('b', assignEvent('1.0.0'))
    git(world, 'tag', '-d', 'digits@v1.0.0')
    git(world, 'tag', '-d', 'digits#production#1')
    const next = await openBare(world)
    await next.append('b', assignEvent('1.0.0'))
    expect(await next.tags()).toEqual(['digits#production#1', 'digits@v1.0.0'])
    await next.append('b', assignEvent('1.0.0'))
    expect(await next.tags()).toHaveLength(2)
  })

  it('never shows an old assignment as the newest', async () => {
    const world = await testWorld()
    const ledger = await openBare(world)
    await ledger.append('a', releaseEvent('1.0.0'))
    await ledger.append('b', releaseEvent('1.1.0'))
    await ledger.append('c', assignEvent('1.0.0', 'production', 'digits', '1.1.0'))
    await ledger.append('d', assignEvent('1.1.0', 'production', 'digits', '1.0.0'))
    git(world, 'tag', '-d', 'digits#production#1')
    await (await openBare(world)).append('c', assignEvent('1.0.0'))
    expect(await ledger.tags()).toEqual(['digits#production#2', 'digits@v1.0.0', 'digits@v1.1.0'])
  })

  it('hides a release that asks for no tag, and its assignments', async () => {
    const ledger = await openBare(await testWorld())
    await ledger.append('a', releaseEvent('1.0.0', { tagged: false }))
    await ledger.append('b', assignEvent('1.0.0'))
    expect(await ledger.tags()).toEqual([])
  })

  it('has a record of each release for people', async () => {
    const world = await testWorld()
    await (await openBare(world)).append('a', releaseEvent('1.0.0'))
    const record = git(world, 'show', 'airworthy/ledger:versions/00/00/000002-digits@v1.0.0.md')
    expect(record).toContain('# digits 1.0.0')
    expect(record).toContain(artifact.sha256)
  })
})

it('touches neither the work tree nor the index, and runs no hook', async () => {
  const world = await testWorld()
  await openNormal(world)
  await world.files.writeText(path.join(repository(world), 'mine.txt'), 'mine')
  git(world, 'add', 'mine.txt')
  git(world, 'config', 'commit.gpgsign', 'true')
  await world.files.writeText(path.join(repository(world), '.git/hooks/reference-transaction'), '#!/bin/sh\nexit 1\n')
  await world.processes.run('chmod', ['+x', path.join(repository(world), '.git/hooks/reference-transaction')])
  const before = git(world, 'status', '--porcelain')
  await (await openNormal(world)).append('a', releaseEvent('1.0.0'))
  expect(git(world, 'status', '--porcelain')).toBe(before)
  expect(git(world, 'log', '--format=%an', 'airworthy/ledger')).not.toBe('')
})

it('outlives a git that was killed while it held the branch', async () => {
  const world = await testWorld()
  const ledger = await openBare(world)
  await ledger.append('a', releaseEvent('1.0.0'))
  await world.files.writeText(path.join(repository(world), 'refs/heads/airworthy/ledger.lock'), '')
  await ledger.append('b', releaseEvent('1.1.0'))
  expect(await recorded(ledger)).toHaveLength(2)
})

it('reads no tag that is a second name of a large file, nor one that is larger than any of ours', async () => {
  const world = await testWorld()
  const ledger = await openBare(world)
  await ledger.append('a', releaseEvent('1.0.0'))
  const large = path.join(world.cwd, 'large')
  await world.files.writeText(large, 'x'.repeat(3_000_000))
  const object = git(world, 'hash-object', '-w', large)
  git(world, 'tag', 'other@v1.0.0', object)
  const tagger = `object ${object}\ntype blob\ntag other@v2.0.0\ntagger x <x@y> 0 +0000\n\n`
  await world.files.writeText(large, `${tagger}${'x'.repeat(3_000_000)}\n\nAirworthy-Key: x\n`)
  git(world, 'update-ref', 'refs/tags/other@v2.0.0', git(world, 'hash-object', '-w', '-t', 'tag', large))
  const seen: number[] = []
  const run: World['processes']['run'] = async (...args) => {
    const result = await world.processes.run(...args)
    seen.push(result.stdout.length)
    return result
  }
  const watched = { ...world, processes: { ...world.processes, run } }
  const next = await openGitLedger({ repository: repository(world) }, watched)
  await next.append('b', releaseEvent('1.1.0'))
  expect(Math.max(...seen)).toBeLessThan(1_000_000)
})

describe('bad input', () => {
  it('refuses a folder that is no repository', async () => {
    const world = await testWorld()
    const open = openGitLedger({ repository: repository(world) }, world)
    await expect(open).rejects.toMatchObject({
      code: 'registry-not-git',
      message: expect.stringContaining('no such folder'),
    })
  })

  it('makes no repository among other files, and finds none in folders above', async () => {
    const world = await testWorld()
    await world.processes.run('git', ['init', '-q', world.cwd])
    await world.files.writeText(path.join(repository(world), 'notes.txt'), 'hello')
    await expect(openBare(world)).rejects.toMatchObject({ code: 'registry-not-git' })
    // A repository inside of another would be the next mistake.
    await expect(openGitLedger({ repository: repository(world) }, world)).rejects.toMatchObject({
      code: 'registry-not-git',
      hint: `It lies in the repository ${world.cwd}: give the path that leads there from the folder of the pipeline file, such as \`registry: { git: .. }\`.`,
    })
  })

  it('refuses a version that others have tagged', async () => {
    const world = await testWorld()
    const ledger = await openBare(world)
    await ledger.append('a', releaseEvent('1.0.0'))
    git(world, 'tag', 'digits@v2.0.0', 'digits@v1.0.0')
    await expect(ledger.append('b', releaseEvent('2.0.0'))).rejects.toMatchObject({ code: 'version-exists' })
    expect(await recorded(ledger)).toHaveLength(1)
  })

  it('says when the branch is moved back while it is used, and records nothing on top', async () => {
    const world = await testWorld()
    const ledger = await openBare(world)
    await ledger.append('a', releaseEvent('1.0.0'))
    const before = git(world, 'rev-parse', 'airworthy/ledger')
    await ledger.append('b', releaseEvent('1.1.0'))
    await ledger.append('c', assignEvent('1.1.0'))
    git(world, 'update-ref', 'refs/heads/airworthy/ledger', before)
    await expect(ledger.read()).rejects.toMatchObject({ code: 'ledger-rewritten' })
    await expect(ledger.append('d', releaseEvent('1.2.0'))).rejects.toMatchObject({ code: 'ledger-rewritten' })
    await expect(openBare(world)).rejects.toMatchObject({ code: 'ledger-rewritten' })
    expect(git(world, 'rev-parse', 'airworthy/ledger')).toBe(before)
    git(world, 'update-ref', 'refs/heads/airworthy/ledger', '-d')
    await expect(ledger.read()).rejects.toMatchObject({ code: 'ledger-missing' })
  })

  it('says when the branch does not hold what it should', async () => {
    const world = await testWorld()
    const ledger = await openBare(world)
    await ledger.append('a', releaseEvent('1.0.0'))
    const stray = git(world, 'commit-tree', '-m', 'stray', '-p', 'airworthy/ledger', 'airworthy/ledger^{tree}')
    git(world, 'update-ref', 'refs/heads/airworthy/ledger', stray)
    await expect(ledger.read()).rejects.toMatchObject({ code: 'ledger-rewritten' })
  })

  it('says when git is missing', async () => {
    const world = await testWorld()
    const without = { ...world, processes: { ...world.processes, run: () => world.processes.run('no-such-git', []) } }
    await expect(openBare(without)).rejects.toMatchObject({ code: 'git-missing' })
  })
})
