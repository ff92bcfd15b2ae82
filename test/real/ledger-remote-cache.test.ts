import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { assignEvent, create, recorded, releaseEvent } from '../contracts/ledger.ts'
import { git } from '../git.ts'
import { testWorld } from '../world.ts'

const branch = 'airworthy/ledger'

/** A remote with a release, and the clone that has recorded it. `opened`: as by a process of its own, with what it asks the remote. */
async function shared() {
  const world = await testWorld()
  const [remote, work] = [path.join(world.cwd, 'remote.git'), path.join(world.cwd, 'work')]
  git(world.cwd, 'init', '-q', '--bare', remote)
  git(world.cwd, 'clone', '-q', remote, work)
  const opened = async (repository = work) => {
    const [counted, asked] = counting(world)
    return { ledger: await openGitLedger({ repository, remote: 'origin' }, counted), asked }
  }
  const { ledger } = await opened()
  await (await create(ledger)).append('1.0.0', releaseEvent('1.0.0'))
  const theirs = (...args: readonly string[]) => git(remote, ...args)
  return { world, remote, work, opened, theirs, end: () => theirs('rev-parse', branch) }
}

/** The same world, which writes down what is asked of a remote: `tags`, `branch` or `push`. */
function counting(world: World): [World, string[]] {
  const asked: string[] = []
  const run: World['processes']['run'] = (program, args, options) => {
    if (args.includes('push')) asked.push('push')
    if (args.includes('ls-remote') && !args.includes('--get-url'))
      asked.push(args.includes('refs/tags/*') ? 'tags' : 'branch')
    return world.processes.run(program, args, options)
  }
  return [{ ...world, processes: { ...world.processes, run } }, asked]
}

describe('the tags of a remote', () => {
  it('are not listed again while nothing is new, and the branch is not asked for twice', async () => {
    const { opened, theirs } = await shared()
    const { ledger, asked } = await opened()
    expect(asked).toEqual(['branch'])
    await ledger.append('1.1.0', releaseEvent('1.1.0'))
    await ledger.append('serve', assignEvent('1.1.0'))
    expect(asked).toEqual(['branch', 'push', 'push'])
    expect(theirs('tag', '--list').split('\n')).toEqual(['digits#production#1', 'digits@v1.0.0', 'digits@v1.1.0'])
    const next = await opened()
    await next.ledger.append('1.2.0', releaseEvent('1.2.0'))
    expect(next.asked).toEqual(['branch', 'push'])
  })

  it('are not asked for either where the remote speaks the first version of the protocol', async () => {
    const { opened, work } = await shared()
    git(work, 'config', 'protocol.version', '0')
    const { ledger, asked } = await opened()
    expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['1.0.0'])
    expect(asked).toEqual(['branch'])
  })

  it.each(['0', '2'])('are listed once another clone has recorded something, by protocol %s', async (version) => {
    const { world, remote, work, opened } = await shared()
    const other = path.join(world.cwd, 'other')
    git(world.cwd, 'clone', '-q', remote, other)
    git(work, 'config', 'protocol.version', version)
    await (await opened(other)).ledger.append('1.1.0', releaseEvent('1.1.0'))
    const { ledger, asked } = await opened()
    expect(asked).toEqual(['branch', 'tags'])
    expect(await ledger.tags()).toEqual(['digits@v1.0.0', 'digits@v1.1.0'])
    await (await opened(other)).ledger.append('1.2.0', releaseEvent('1.2.0'))
    await expect(ledger.append('again', releaseEvent('1.2.0'))).rejects.toMatchObject({ code: 'version-exists' })
    await ledger.append('1.3.0', releaseEvent('1.3.0'))
    expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['1.0.0', '1.1.0', '1.2.0', '1.3.0'])
  })

  it('are listed for a model that the ledger does not name', async () => {
    const { opened, theirs, end } = await shared()
    theirs('tag', 'faces@v1.0.0', branch)
    const [before, { ledger }] = [end(), await opened()]
    const faces = releaseEvent('1.0.0', { model: 'faces' })
    await expect(ledger.append('faces', faces)).rejects.toMatchObject({ code: 'version-exists' })
    expect(end()).toBe(before)
  })

  it.each([
    ['version-exists', 'digits@v1.1.0'],
    ['ref-in-the-way', 'digits@v1.1.0/notes'],
  ])('tell %s once they refuse a push, and nothing was recorded', async (code, tag) => {
    const { opened, theirs, end } = await shared()
    theirs('tag', tag, branch)
    const [before, { ledger, asked }] = [end(), await opened()]
    await expect(ledger.append('1.1.0', releaseEvent('1.1.0'))).rejects.toMatchObject({ code })
    expect(asked.slice(0, 2)).toEqual(['branch', 'push'])
    expect(end()).toBe(before)
    expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['1.0.0'])
    theirs('tag', '-d', tag)
    await ledger.append('1.1.0', releaseEvent('1.1.0'))
    expect(theirs('tag', '--list').split('\n')).toEqual(['digits@v1.0.0', 'digits@v1.1.0'])
  })

  it('are looked at before a benchmark is paid for, though nothing seems new', async () => {
    const { opened, theirs } = await shared()
    theirs(
      'tag',
      '-f',
      '-a',
      '-m',
      theirs('for-each-ref', '--format=%(contents)', 'refs/tags'),
      'digits@v1.0.0',
      branch,
    )
    const { ledger } = await opened()
    const wanted = { model: 'digits', versions: ['1.1.0'], stages: ['production'] }
    await expect(ledger.admitTags?.(wanted)).rejects.toMatchObject({ code: 'ledger-rewritten' })
  })

  it('that others have made count when the next is numbered', async () => {
    const { opened, theirs } = await shared()
    theirs('tag', 'digits#production#8', branch)
    const { ledger } = await opened()
    await ledger.admitTags?.({ model: 'digits', versions: ['1.1.0'], stages: ['production'] })
    await ledger.append('serve', assignEvent('1.0.0'))
    await (await opened()).ledger.append('stage', assignEvent('1.0.0', 'staging'))
    expect(theirs('tag', '--list', '*#*').split('\n')).toEqual([
      'digits#production#8',
      'digits#production#9',
      'digits#staging#10',
    ])
  })
})

describe('what was seen of a remote', () => {
  it('says nothing of another address of the same name, whose tags are made', async () => {
    const { world, work, opened } = await shared()
    const other = path.join(world.cwd, 'other.git')
    git(world.cwd, 'init', '-q', '--bare', other)
    git(work, 'push', '-q', other, branch)
    git(work, 'remote', 'set-url', 'origin', other)
    const { ledger, asked } = await opened()
    expect(asked).toEqual(['tags'])
    await ledger.append('1.1.0', releaseEvent('1.1.0'))
    expect(git(other, 'tag', '--list').split('\n')).toEqual(['digits@v1.0.0', 'digits@v1.1.0'])
  })

  it('says nothing once the tags here are others', async () => {
    const { work, opened } = await shared()
    git(work, 'tag', 'mine', branch)
    expect((await opened()).asked).toEqual(['tags'])
    git(work, 'tag', '-d', 'mine', 'digits@v1.0.0')
    const { ledger, asked } = await opened()
    expect(asked).toEqual(['tags'])
    expect(await ledger.tags()).toEqual(['digits@v1.0.0'])
  })

  it.each([
    ['', 'deleted'],
    ['{"rules":1,"remote":7}\n', 'of another form'],
    ['{"rules":1', 'cut off'],
  ])('does no harm where it was damaged: %j, %s', async (text) => {
    const { world, work, opened } = await shared()
    await world.files.write(path.join(work, '.git', 'airworthy-ledger.shared'), new TextEncoder().encode(text))
    const { ledger, asked } = await opened()
    expect(asked).toEqual(['tags'])
    await ledger.append('1.1.0', releaseEvent('1.1.0'))
    expect((await opened()).asked).toEqual(['branch'])
  })

  it('is not believed with a bit of its tags flipped', async () => {
    const { world, work, opened, theirs } = await shared()
    theirs('tag', 'digits#production#8', branch)
    const { ledger } = await opened()
    await ledger.admitTags?.({ model: 'digits', versions: ['1.1.0'], stages: [] })
    await ledger.append('1.1.0', releaseEvent('1.1.0'))
    const file = path.join(work, '.git', 'airworthy-ledger.shared')
    const text = await world.files.readText(file)
    await world.files.write(file, new TextEncoder().encode(text.replace('#production#8', '#production#9')))
    expect(text).toContain('#production#8')
    expect((await opened()).asked).toEqual(['tags'])
  })

  it('is written down by nobody who only looks', async () => {
    const { world, work } = await shared()
    const file = path.join(work, '.git', 'airworthy-ledger.shared')
    git(work, 'tag', 'mine', branch)
    const before = await world.files.readText(file)
    const looking = await openGitLedger({ repository: work, remote: 'origin', purpose: 'look' }, world)
    await looking.admitTags?.({ model: 'digits', versions: ['1.1.0'], stages: [] })
    expect(await world.files.readText(file)).toBe(before)
  })
})

describe('a remote that cannot move several refs at once', () => {
  async function plain() {
    const made = await shared()
    git(made.remote, 'config', 'receive.advertiseAtomic', 'false')
    return made
  }

  it('takes the branch first, and then the tags', async () => {
    const { opened, theirs, end } = await plain()
    const { ledger, asked } = await opened()
    await ledger.append('1.1.0', releaseEvent('1.1.0'))
    // Refused, listed, the branch, the tags.
    expect(asked).toEqual(['branch', 'push', 'tags', 'push', 'push'])
    await ledger.append('1.2.0', releaseEvent('1.2.0'))
    expect(asked.slice(5)).toEqual(['tags', 'push', 'push'])
    expect(theirs('tag', '--list').split('\n')).toEqual(['digits@v1.0.0', 'digits@v1.1.0', 'digits@v1.2.0'])
    expect(theirs('rev-parse', 'digits@v1.2.0^{commit}')).toBe(end())
  })

  it('records nothing where a tag is taken', async () => {
    const { opened, theirs, end } = await plain()
    theirs('tag', 'digits@v1.1.0', branch)
    const [before, { ledger }] = [end(), await opened()]
    await expect(ledger.append('1.1.0', releaseEvent('1.1.0'))).rejects.toMatchObject({ code: 'version-exists' })
    expect(end()).toBe(before)
  })
})
