import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../../src/core/ledger.ts'
import type { World } from '../../../src/core/world.ts'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { assignEvent, create, recorded, releaseEvent } from '../../contracts/ledger.ts'
import { git } from '../../git.ts'
import { testWorld } from '../../world.ts'

const releaseOf = (model: string, more: object = {}): LedgerEvent => releaseEvent('1.0.0', { model, ...more })
const release = releaseOf('team/digits')
const assignTo = (stage: string): LedgerEvent => assignEvent('1.0.0', stage, 'team/digits')

/** A registry with a commit to tag, and its git. */
async function registry(name = 'registry') {
  const world = await testWorld()
  const repository = path.join(world.cwd, name)
  git(world.cwd, 'init', '-q', '--bare', repository)
  const tree = git(repository, 'mktree', '--missing')
  git(repository, 'update-ref', 'refs/heads/main', git(repository, 'commit-tree', tree, '-m', 'one'))
  return { world, repository, git: (...args: string[]) => git(repository, ...args) }
}

const inTheWay = (message: RegExp): unknown =>
  expect.objectContaining({ code: 'ref-in-the-way', message: expect.stringMatching(message) })

const open = ({ world, repository }: { readonly world: World; readonly repository: string }, remote?: string) =>
  openGitLedger({ repository, remote }, world)

describe('a tag in the way of a release', () => {
  it.each([
    ['above it', 'team'],
    ['beneath it', 'team/digits@v1.0.0/old'],
  ])('%s is named before anything is recorded', async (_, tag) => {
    const made = await registry()
    await made.git('tag', tag, 'main')
    const ledger = await create(await open(made))
    await expect(ledger.append('a', release)).rejects.toEqual(
      inTheWay(new RegExp(`^The tag ${tag} is in the way of the tag team/digits@v1\\.0\\.0`)),
    )
    expect(await recorded(ledger)).toEqual([])
    await made.git('tag', '-d', tag)
    expect((await ledger.append('a', release)).key).toBe('a')
    expect(await ledger.tags()).toEqual(['team/digits@v1.0.0'])
  })

  it('is in the way of no release without a tag, and of no other model', async () => {
    const made = await registry()
    await made.git('tag', 'team', 'main')
    const ledger = await create(await open(made))
    await ledger.append('a', releaseOf('team/digits', { tagged: false }))
    await ledger.append('b', assignTo('production'))
    await ledger.append('c', releaseOf('teams/digits'))
    expect(await ledger.tags()).toEqual(['teams/digits@v1.0.0'])
  })

  it('is named too where it was made after the release', async () => {
    const made = await registry()
    await (await create(await open(made))).append('a', release)
    await made.git('tag', '-d', 'team/digits@v1.0.0')
    await made.git('tag', 'team', 'main')
    await expect((await open(made)).append('a', release)).rejects.toEqual(inTheWay(/^The tag team is in the way/))
  })

  it.each([
    ['by its stage', 'team/digits#eu'],
    ['by the number that it will have', 'team/digits#eu/production#2/x'],
  ])('is in the way of an assignment %s: that is told before, and what serves is recorded', async (_, tag) => {
    const made = await registry()
    const ledger = await create(await open(made))
    await ledger.append('a', release)
    await ledger.append('b', assignTo('production'))
    await made.git('tag', tag, 'main')
    const wanted = { model: 'team/digits', versions: ['1.1.0'], stages: ['eu/production'] }
    await expect((await open(made)).admitTags?.(wanted)).rejects.toEqual(inTheWay(new RegExp(`^The tag ${tag} is`)))
    const warnings: string[] = []
    const context = { warns: ({ message }: { message: string }) => void warnings.push(message) }
    expect((await ledger.append('c', assignTo('eu/production'), context)).key).toBe('c')
    expect(warnings).toEqual([expect.stringContaining(`The tag ${tag} is in the way`)])
    expect(await ledger.tags()).not.toContain('team/digits#eu/production#2')
    await made.git('tag', '-d', tag)
    await ledger.append('c', assignTo('eu/production'), context)
    expect(await ledger.tags()).toContain('team/digits#eu/production#2')
  })
})

describe('a branch in the way of the ledger', () => {
  it('is named here', async () => {
    const made = await registry()
    await made.git('branch', 'airworthy', 'main')
    await expect(open(made).then(create)).rejects.toEqual(
      inTheWay(/^The branch airworthy is in the way of the branch airworthy\/ledger/),
    )
  })

  it('is named at a remote, and a tag there', async () => {
    const [remote, local] = [await registry('remote.git'), await registry()]
    await remote.git('branch', 'airworthy', 'main')
    const ledger = await open(local, remote.repository)
    await expect(create(ledger)).rejects.toEqual(inTheWay(/^The branch airworthy is in the way/))
    await remote.git('branch', '-D', 'airworthy')
    await create(ledger)
    await remote.git('tag', 'team', 'main')
    await expect(ledger.append('a', release)).rejects.toEqual(inTheWay(/^The tag team is in the way/))
    expect(await recorded(ledger)).toEqual([])
    await remote.git('tag', '-d', 'team')
    expect((await ledger.append('a', release)).key).toBe('a')
  })
})

it('a version that others have tagged at the remote alone is taken', async () => {
  const [remote, local] = [await registry('remote.git'), await registry()]
  await (await create(await open(local, remote.repository))).append('a', release)
  await remote.git('tag', 'team/digits@v1.0.1', 'main')
  const ledger = await open(local, remote.repository)
  expect(await ledger.tags()).toEqual(['team/digits@v1.0.0', 'team/digits@v1.0.1'])
  await expect(ledger.append('b', releaseEvent('1.0.1', { model: 'team/digits' }))).rejects.toMatchObject({
    code: 'version-exists',
  })
  expect((await ledger.append('b', releaseEvent('1.0.2', { model: 'team/digits' }))).key).toBe('b')
})

it.each([
  ['a linked work tree', 'tree'],
  ['a work tree', 'work'],
])('%s in which the branch of the ledger is checked out is told', async (_, name) => {
  const made = await registry()
  const work = path.join(made.world.cwd, 'work')
  git(made.world.cwd, 'clone', '-q', made.repository, work)
  const opened = async () => {
    const warnings: string[] = []
    const context = { warns: ({ message }: { message: string }) => void warnings.push(message) }
    return { ledger: await openGitLedger({ repository: work }, made.world, context), warnings }
  }
  const { ledger, warnings } = await opened()
  await create(ledger)
  expect(warnings).toEqual([])
  if (name === 'tree') git(work, 'worktree', 'add', '-q', path.join(made.world.cwd, name), 'airworthy/ledger')
  else git(work, 'checkout', '-q', 'airworthy/ledger')
  expect((await opened()).warnings).toEqual([
    expect.stringMatching(new RegExp(`checked out in \\S+/${name}, whose files do not follow`)),
  ])
})
