import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LedgerEntry, LedgerEvent } from '../../src/core/ledger.ts'
import type { World } from '../../src/core/world.ts'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { assignEvent, create, recorded, releaseEvent } from '../contracts/ledger.ts'
import { git } from '../git.ts'
import { writeFormer } from '../registry/ledger/former.ts'
import { testWorld } from '../world.ts'

const by = { at: '2026-01-01T00:00:00.000Z', by: 'ada' }
const former: readonly LedgerEntry[] = [
  { kind: 'created', key: 'created', ...by },
  { ...releaseEvent('1.0.0'), key: 'a', ...by },
  { ...assignEvent('1.0.0'), key: 'b', ...by },
]

async function bare(): Promise<{ readonly world: World; readonly repository: string }> {
  const world = await testWorld()
  const repository = path.join(world.cwd, 'registry.git')
  git(world.cwd, 'init', '-q', '--bare', repository)
  return { world, repository }
}

const open = ({ world, repository }: Awaited<ReturnType<typeof bare>>) => openGitLedger({ repository }, world)
const filesIn = (repository: string): readonly string[] =>
  git(repository, 'ls-tree', '-r', '--name-only', 'airworthy/ledger').split('\n')

describe('a ledger that an earlier version began', () => {
  it('is read, and goes on beside what it has', async () => {
    const made = await bare()
    writeFormer(made.repository, former)
    const [entries, releases] = ['entries', 'releases'].map((name) =>
      git(made.repository, 'rev-parse', `airworthy/ledger:${name}`),
    )
    const ledger = await open(made)
    expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['a', 'b'])
    await ledger.append('c', releaseEvent('1.1.0'))
    await ledger.append('d', { ...assignEvent('1.1.0'), against: '1.0.0' } as LedgerEvent)
    expect((await recorded(await open(made))).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd'])
    expect(git(made.repository, 'rev-parse', 'airworthy/ledger:entries')).toBe(entries)
    expect(git(made.repository, 'rev-parse', 'airworthy/ledger:releases')).toBe(releases)
    expect(filesIn(made.repository)).toEqual([
      'README.md',
      'entries/000001.json',
      'entries/000002.json',
      'entries/000003.json',
      'log/00/00/000004.json',
      'log/00/00/000005.json',
      'releases/000002.md',
      'versions/00/00/000004-digits@v1.1.0.md',
    ])
    expect(await ledger.tags()).toEqual([
      'digits#production#1',
      'digits#production#2',
      'digits@v1.0.0',
      'digits@v1.1.0',
    ])
    expect(git(made.repository, 'fsck', '--strict')).toBe('')
  })

  it('may be appended to by an earlier version until this one has', async () => {
    const made = await bare()
    writeFormer(made.repository, former.slice(0, 2))
    const ledger = await open(made)
    git(made.repository, 'update-ref', '-d', 'refs/heads/airworthy/ledger')
    writeFormer(made.repository, former)
    expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['a', 'b'])
  })
})

describe('a commit that does more than add its entry', () => {
  const begun = {
    'in the present layout': async (made: Awaited<ReturnType<typeof bare>>) => {
      const ledger = await create(await openGitLedger({ repository: made.repository, purpose: 'create' }, made.world))
      await ledger.append('a', releaseEvent('1.0.0'))
      await ledger.append('b', assignEvent('1.0.0'))
      return 'log/00/00/000002.json'
    },
    'in the former layout': async (made: Awaited<ReturnType<typeof bare>>) => {
      writeFormer(made.repository, former)
      await open(made)
      return 'entries/000002.json'
    },
    'in both': async (made: Awaited<ReturnType<typeof bare>>) => {
      writeFormer(made.repository, former)
      await (await open(made)).append('c', releaseEvent('1.1.0'))
      return 'entries/000002.json'
    },
  }

  /** Commits on top of the ledger what was done to its files. */
  function commitOnTop({ world, repository }: Awaited<ReturnType<typeof bare>>, change: (work: string) => void): void {
    const work = path.join(world.cwd, 'work')
    git(world.cwd, 'clone', '-q', '-b', 'airworthy/ledger', repository, work)
    change(work)
    git(work, 'add', '-A')
    git(work, 'commit', '-q', '-m', 'x')
    git(work, 'push', '-q', 'origin', 'HEAD:airworthy/ledger')
  }

  const copyOfLast = (work: string): void => {
    const number = Number(git(work, 'rev-list', '--count', 'HEAD')) + 1
    const folder = existsSync(path.join(work, 'log')) ? 'log/00/00' : 'entries'
    const last = readdirSync(path.join(work, folder)).at(-1) ?? ''
    const text = readFileSync(path.join(work, folder, last), 'utf8')
    writeFileSync(path.join(work, folder, `${String(number).padStart(6, '0')}.json`), text)
  }

  const changes = {
    'changes an earlier one, too': (work: string, file: string) => {
      const text = readFileSync(path.join(work, file), 'utf8')
      writeFileSync(path.join(work, file), text.replace('release of', 'another of'))
      copyOfLast(work)
    },
    'changes an earlier one alone': (work: string, file: string) => {
      const text = readFileSync(path.join(work, file), 'utf8')
      writeFileSync(path.join(work, file), text.replace('release of', 'another of'))
    },
    'removes an earlier one': (work: string, file: string) => {
      git(work, 'rm', '-q', file)
      copyOfLast(work)
    },
  }

  describe.each(Object.entries(begun))('%s', (_, begin) => {
    it.each(Object.entries(changes))(
      'that %s is found by who has read it before, and by who has not',
      async (_, change) => {
        const made = await bare()
        const file = await begin(made)
        const ledger = await open(made)
        const mark = path.join(made.repository, 'airworthy-ledger.checked')
        expect(existsSync(mark)).toBe(true)
        commitOnTop(made, (work) => change(work, file))
        const refused = expect.objectContaining({ code: expect.stringMatching(/^ledger-(rewritten|broken)$/) })
        await expect(ledger.read()).rejects.toEqual(refused)
        await expect(open(made)).rejects.toEqual(refused)
        await made.world.files.remove(mark)
        await expect(open(made)).rejects.toEqual(refused)
      },
    )
  })
})

describe('what was checked before', () => {
  async function five() {
    const made = await bare()
    const ledger = await create(await openGitLedger({ repository: made.repository, purpose: 'create' }, made.world))
    await ledger.appendAll(
      Array.from({ length: 4 }, (_, at) => ({ key: `key-${at}`, event: releaseEvent(`1.${at}.0`) })),
    )
    return { ...made, mark: path.join(made.repository, 'airworthy-ledger.checked') }
  }

  it('is read without asking for its history again, and is no part of what a clone gets', async () => {
    const made = await five()
    const asked: string[] = []
    const run: World['processes']['run'] = (program, args, options) => {
      asked.push(args.find((arg) => /^(log|rev-list|cat-file|mktag|for-each-ref)$/.test(arg)) ?? '')
      return made.world.processes.run(program, args, options)
    }
    const counted = { ...made.world, processes: { ...made.world.processes, run } }
    expect(await recorded(await open({ ...made, world: counted }))).toHaveLength(4)
    expect(asked).not.toContain('log')
    await made.world.files.remove(made.mark)
    await open({ ...made, world: counted })
    expect(asked).toContain('log')
  })

  it('counts for nothing where the file says other than is there', async () => {
    const made = await five()
    const text = readFileSync(made.mark, 'utf8')
    const { commit, digest } = JSON.parse(text)
    const first = git(made.repository, 'rev-list', '--max-parents=0', 'airworthy/ledger')
    for (const other of [
      text.replace(commit, first),
      text.replace(digest, 'f'.repeat(64)),
      text.replace('"count":5', '"count":4'),
      text.replace('"rules":1', '"rules":0'),
      text.replace(/"bytes":\d+/, '"bytes":5'),
      text.slice(0, -20),
      'null',
      '[]',
      '',
    ]) {
      writeFileSync(made.mark, other)
      expect(await recorded(await open(made)), other).toHaveLength(4)
      expect(readFileSync(made.mark, 'utf8')).toBe(text)
    }
  })

  it.each([
    ['cut off', (text: string) => text.slice(0, -30)],
    ['changed', (text: string) => text.replace('release of 1.1.0', 'release of 1.1.1')],
    ['no JSON', (text: string) => text.replace('{', '[')],
    ['gone', () => ''],
  ])('counts for nothing where its copy is %s', async (_, change) => {
    const made = await five()
    const copy = path.join(made.repository, 'airworthy-ledger.texts')
    const text = readFileSync(copy, 'utf8')
    writeFileSync(copy, change(text))
    const ledger = await open(made)
    expect(await recorded(ledger)).toHaveLength(4)
    await ledger.append('more', releaseEvent('2.0.0'))
    expect(readFileSync(copy, 'utf8').startsWith(text)).toBe(true)
    expect(await recorded(await open(made))).toHaveLength(5)
  })

  it('leaves out what another process has not finished writing down', async () => {
    const made = await five()
    const copy = path.join(made.repository, 'airworthy-ledger.texts')
    const text = readFileSync(copy, 'utf8')
    writeFileSync(copy, `${text}{"half`)
    const ledger = await open(made)
    await ledger.append('more', releaseEvent('2.0.0'))
    expect(readFileSync(copy, 'utf8')).not.toContain('half')
    expect(await recorded(await open(made))).toHaveLength(5)
  })

  it('hides no damage of what it names, once it is read from git', async () => {
    const made = await five()
    const object = git(made.repository, 'rev-parse', 'airworthy/ledger:log/00/00/000003.json')
    const file = path.join(made.repository, 'objects', object.slice(0, 2), object.slice(2))
    const other = git(made.repository, 'rev-parse', 'airworthy/ledger:log/00/00/000004.json')
    // git itself does not notice: it does not compare the content of an object with its name when it reads it.
    execFileSync('cp', ['-f', path.join(made.repository, 'objects', other.slice(0, 2), other.slice(2)), file])
    await made.world.files.remove(made.mark)
    await expect(open(made)).rejects.toMatchObject({ code: 'ledger-broken' })
  })
})

it('writes several entries at once, or none', async () => {
  const made = await bare()
  const ledger = await create(await openGitLedger({ repository: made.repository, purpose: 'create' }, made.world))
  const before = git(made.repository, 'for-each-ref')
  const refused = ledger.appendAll([
    { key: 'a', event: releaseEvent('1.0.0') },
    { key: 'b', event: assignEvent('1.0.0') },
    { key: 'c', event: assignEvent('9.0.0') },
  ])
  await expect(refused).rejects.toMatchObject({ code: 'version-unknown' })
  expect(git(made.repository, 'for-each-ref')).toBe(before)
  const entries = await ledger.appendAll([
    { key: 'a', event: releaseEvent('1.0.0') },
    { key: 'b', event: assignEvent('1.0.0') },
    { key: 'a', event: releaseEvent('2.0.0') },
  ])
  expect(entries.map(({ key }) => key)).toEqual(['a', 'b', 'a'])
  expect(entries[2]).toEqual(entries[0])
  expect(git(made.repository, 'rev-list', '--count', 'airworthy/ledger')).toBe('3')
  expect(await ledger.tags()).toEqual(['digits#production#1', 'digits@v1.0.0'])
  expect(await recorded(await open(made))).toEqual(entries.slice(0, 2))
})

it('writes objects of a repository that names them by SHA-256', async () => {
  const world = await testWorld()
  const repository = path.join(world.cwd, 'registry.git')
  git(world.cwd, 'init', '-q', '--bare', '--object-format=sha256', repository)
  const ledger = await create(await openGitLedger({ repository }, world))
  await ledger.append('a', releaseEvent('1.0.0'))
  await ledger.append('b', assignEvent('1.0.0'))
  expect(await recorded(await openGitLedger({ repository }, world))).toHaveLength(2)
  expect(git(repository, 'fsck', '--strict')).toBe('')
})

describe('a repository in which nobody runs git gc', () => {
  it('keeps no thousands of files: the objects of every 500 entries become a pack, and the tags one file', async () => {
    const made = await bare()
    const ledger = await create(await openGitLedger({ repository: made.repository, purpose: 'create' }, made.world))
    const records = Array.from({ length: 498 }, (_, at) => ({ key: `key-${at}`, event: releaseEvent(`1.${at}.0`) }))
    await ledger.appendAll(records.slice(0, 490))
    for (const { key, event } of records.slice(490)) await ledger.append(key, event)
    const count = () => Number(/^count: (\d+)$/m.exec(git(made.repository, 'count-objects', '-v'))?.[1])
    expect(count()).toBeGreaterThan(40)
    await ledger.append('last', releaseEvent('2.0.0'))
    expect(count()).toBe(0)
    expect(existsSync(path.join(made.repository, 'refs/tags/digits@v1.1.0'))).toBe(false)
    expect(await ledger.tags()).toHaveLength(499)
    expect(git(made.repository, 'fsck', '--strict')).toBe('')
    expect(await recorded(await open(made))).toHaveLength(499)
  })

  it('gets hundreds of tags that are missing by as many processes as one', async () => {
    const made = await bare()
    const ledger = await create(await openGitLedger({ repository: made.repository, purpose: 'create' }, made.world))
    await ledger.appendAll(
      Array.from({ length: 300 }, (_, at) => ({ key: `key-${at}`, event: releaseEvent(`1.${at}.0`) })),
    )
    const tags = await ledger.tags()
    const callsWithout = async (lost: readonly string[]): Promise<number> => {
      git(made.repository, 'tag', '-d', ...lost)
      let calls = 0
      const run: World['processes']['run'] = (program, args, options) => {
        calls += 1
        return made.world.processes.run(program, args, options)
      }
      const world = { ...made.world, processes: { ...made.world.processes, run } }
      const again = await open({ ...made, world })
      await again.append('key-1', releaseEvent('1.1.0'))
      expect(await again.tags()).toEqual(tags)
      return calls
    }
    expect(await callsWithout(tags.slice(1))).toBe(await callsWithout(tags.slice(1, 2)))
  })
})
