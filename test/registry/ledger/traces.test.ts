import { execFileSync } from 'node:child_process'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { UserError } from '../../../src/core/errors/index.ts'
import type { Warning } from '../../../src/core/products/index.ts'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { create, recorded, releaseEvent } from '../../contracts/ledger.ts'
import { git } from '../../git.ts'
import { testWorld } from '../../world.ts'

const ledgerBranch = 'refs/heads/airworthy/ledger'

/** A remote with a ledger, and a clone that calls it by some name. */
async function shared(name = 'origin') {
  const world = await testWorld()
  const [remote, work] = [path.join(world.cwd, 'remote.git'), path.join(world.cwd, 'work')]
  git(world.cwd, 'init', '-q', '--bare', remote)
  const first = await create(await openGitLedger({ repository: remote }, world))
  await first.append('a', releaseEvent('1.0.0'))
  git(world.cwd, 'clone', '-q', '-o', name, remote, work)
  const open = (by: string | undefined = name) => openGitLedger({ repository: work, remote: by }, world)
  return { world, remote, work, open }
}

describe('a branch whose file is empty, as after a power failure', () => {
  it('is told with what puts it back', async () => {
    const { world, remote } = await shared()
    const end = git(remote, 'rev-parse', ledgerBranch)
    const file = path.join(remote, ledgerBranch)
    writeFileSync(file, '')
    const open = () => openGitLedger({ repository: remote }, world)
    const put = `rm '${file}' && git update-ref --no-deref ${ledgerBranch} ${end}`
    await expect(open()).rejects.toMatchObject({
      code: 'ledger-missing',
      hint: expect.stringContaining(`put it back: \`${put}\`.`),
    })
    execFileSync('sh', ['-c', put], { cwd: remote })
    expect(await recorded(await open())).toHaveLength(1)
  })

  it('does not follow the remote until it is removed, which is told', async () => {
    const { work, open } = await shared()
    const file = path.join(work, '.git', ledgerBranch)
    await open()
    writeFileSync(file, '')
    const remedies: string[] = []
    const context = { warns: ({ remedy }: Warning) => void remedies.push(remedy) }
    await (await open()).append('b', releaseEvent('1.1.0'), context)
    expect(remedies).toEqual([expect.stringContaining(`Remove it, \`rm '${file}'\``)])
    rmSync(file)
    await (await open()).append('c', releaseEvent('1.2.0'), context)
    expect(remedies).toHaveLength(1)
    expect(git(work, 'rev-list', '--count', ledgerBranch)).toBe('4')
  })
})

describe('an older copy of the branch', () => {
  async function cutBack() {
    const { world, remote } = await shared()
    const open = () => openGitLedger({ repository: remote }, world)
    await (await open()).append('b', releaseEvent('1.1.0', { tagged: false }))
    const end = git(remote, 'rev-parse', ledgerBranch)
    git(remote, 'update-ref', ledgerBranch, `${ledgerBranch}~1`)
    return { world, remote, open, end }
  }

  it('is found by what was written down when it was read, and put back as the hint says', async () => {
    const { remote, open, end } = await cutBack()
    await expect(open()).rejects.toMatchObject({
      code: 'ledger-rewritten',
      problems: [{ hint: expect.stringContaining(`\`git update-ref --no-deref ${ledgerBranch} ${end}\``) }],
    })
    git(remote, 'update-ref', ledgerBranch, end)
    expect(await recorded(await open())).toHaveLength(2)
  })

  it('is taken where that is forgotten on purpose', async () => {
    const { remote, open } = await cutBack()
    rmSync(path.join(remote, 'airworthy-ledger.checked'))
    expect(await recorded(await open())).toHaveLength(1)
  })

  it('is found where the branch and its tags are gone', async () => {
    const { remote, open } = await cutBack()
    git(remote, 'update-ref', '-d', ledgerBranch)
    git(remote, 'tag', '-d', 'digits@v1.0.0')
    await expect(open()).rejects.toMatchObject({ code: 'ledger-missing' })
  })

  it('is found at the remote, where no ref here speaks of it', async () => {
    const { remote, work, open } = await shared()
    await (await open()).append('b', releaseEvent('1.1.0', { tagged: false }))
    const end = git(remote, 'rev-parse', ledgerBranch)
    git(remote, 'update-ref', ledgerBranch, `${ledgerBranch}~1`)
    git(work, 'update-ref', '-d', ledgerBranch)
    git(work, 'update-ref', '-d', 'refs/remotes/origin/airworthy/ledger')
    await expect(open()).rejects.toMatchObject({
      code: 'ledger-rewritten',
      problems: [{ hint: expect.stringContaining(` origin ${end}:${ledgerBranch}\``) }],
    })
  })
})

describe('the command that puts the branch of a remote back works as it stands', () => {
  const ways: readonly (readonly [string, (remote: string, work: string) => void])[] = [
    [
      'that has a commit without an entry',
      (remote) => {
        const stray = git(remote, 'commit-tree', '-m', 'x', '-p', ledgerBranch, `${ledgerBranch}^{tree}`)
        git(remote, 'update-ref', ledgerBranch, stray)
      },
    ],
    [
      'that was cut back',
      (remote, work) => {
        git(remote, 'update-ref', ledgerBranch, `${ledgerBranch}~1`)
        git(work, 'update-ref', '-d', ledgerBranch)
        git(work, 'update-ref', '-d', 'refs/remotes/origin/airworthy/ledger')
      },
    ],
  ]
  it.each(ways.flatMap(([way, damage]) => ['origin', 'a path'].map((by) => [way, by, damage] as const)))(
    '%s, by %s',
    async (_, by, damage) => {
      const { world, remote, work, open } = await shared()
      const moved = path.join(world.cwd, 'of the team.git')
      git(work, 'remote', 'set-url', 'origin', moved)
      renameSync(remote, moved)
      const opened = () => open(by === 'origin' ? by : moved)
      await (await opened()).append('b', releaseEvent('1.1.0', { tagged: false }))
      const end = git(moved, 'rev-parse', ledgerBranch)
      damage(moved, work)
      const { code, hint } = (await opened().catch((thrown: unknown) => thrown)) as UserError
      expect(code).toBe('ledger-rewritten')
      execFileSync('sh', ['-c', /`(git push .*?)`/.exec(hint)?.[1] ?? 'false'], { cwd: work, stdio: 'ignore' })
      expect(git(moved, 'rev-parse', ledgerBranch)).toBe(end)
      expect(await recorded(await opened())).toHaveLength(2)
    },
  )
})

it('a branch that does not begin as a ledger is put back from a clone that has it', async () => {
  const { world, remote, work, open } = await shared()
  const clone = path.join(world.cwd, 'clone')
  git(world.cwd, 'clone', '-q', '-b', 'airworthy/ledger', remote, clone)
  const end = git(remote, 'rev-parse', ledgerBranch)
  git(remote, 'update-ref', ledgerBranch, git(remote, 'commit-tree', '-m', 'x', `${ledgerBranch}^{tree}`))
  const { hint } = (await open().catch((thrown: unknown) => thrown)) as UserError
  expect(hint).toMatch(/^No ledger begins so\. /)
  execFileSync('sh', ['-c', /`(git push .*?)`/.exec(hint)?.[1] ?? 'false'], { cwd: clone, stdio: 'ignore' })
  expect(git(remote, 'rev-parse', ledgerBranch)).toBe(end)
  expect(git(work, 'rev-parse', 'origin/airworthy/ledger')).toBe(end)
  expect(await recorded(await open())).toHaveLength(1)
})

describe('a ledger that was lost at the remote is missed by who has fetched it', () => {
  it.each(['origin', 'team/origin', 'a/b/c'])('from a remote that is called %s', async (name) => {
    const { remote, open, work } = await shared(name)
    git(remote, 'update-ref', '-d', ledgerBranch)
    git(remote, 'tag', '-d', 'digits@v1.0.0')
    git(work, 'tag', '-d', 'digits@v1.0.0')
    await expect(open()).rejects.toMatchObject({ code: 'ledger-missing' })
  })

  it('and names the remote by its address, or by another name', async () => {
    const { remote, open, work } = await shared()
    git(remote, 'update-ref', '-d', ledgerBranch)
    git(remote, 'tag', '-d', 'digits@v1.0.0')
    git(work, 'tag', '-d', 'digits@v1.0.0')
    git(work, 'remote', 'add', 'again', `file://${remote}`)
    for (const name of [remote, `file://${remote}`, 'again'])
      await expect(open(name)).rejects.toMatchObject({ code: 'ledger-missing' })
  })

  it('nor is one that was cut back there taken, by its address', async () => {
    const { remote, open } = await shared()
    git(remote, 'update-ref', ledgerBranch, `${ledgerBranch}~1`)
    git(remote, 'tag', '-d', 'digits@v1.0.0')
    await expect(open(remote)).rejects.toMatchObject({ code: 'ledger-rewritten' })
  })

  it('without a remote in the pipeline', async () => {
    const { world, work } = await shared('team/origin')
    await expect(openGitLedger({ repository: work }, world)).rejects.toMatchObject({ code: 'ledger-missing' })
  })
})

describe('a repository in which the branch cannot be moved', () => {
  it('is read as the remote has it, records there, and says what keeps it behind', async () => {
    const { remote, work, open } = await shared()
    rmSync(path.join(work, '.git/logs'), { recursive: true, force: true })
    writeFileSync(path.join(work, '.git/logs'), 'no folder\n')
    const ledger = await open()
    expect(await recorded(ledger)).toHaveLength(1)
    const warnings: string[] = []
    await ledger.append('b', releaseEvent('1.1.0'), { warns: ({ message }) => void warnings.push(message) })
    expect(warnings).toContainEqual(expect.stringMatching(/recorded at origin, .* could not follow: .*logs/))
    expect(git(remote, 'rev-list', '--count', ledgerBranch)).toBe('3')
    expect(await recorded(ledger)).toHaveLength(2)
    rmSync(path.join(work, '.git/logs'))
    expect(await recorded(await open())).toHaveLength(2)
    expect(git(work, 'rev-parse', ledgerBranch)).toBe(git(remote, 'rev-parse', ledgerBranch))
  })

  it('says so where the ledger is its own, and not that others are at it', async () => {
    const { world, remote } = await shared()
    const ledger = await openGitLedger({ repository: remote }, world)
    rmSync(path.join(remote, 'logs'), { recursive: true, force: true })
    git(remote, 'config', 'core.logAllRefUpdates', 'always')
    writeFileSync(path.join(remote, 'logs'), 'no folder\n')
    await expect(ledger.append('b', releaseEvent('1.1.0'))).rejects.toMatchObject({ code: 'git-failed' })
  })
})

it('a tag at the remote that others made on what is not here is no damage', async () => {
  const { world, remote, open, work } = await shared()
  const other = path.join(world.cwd, 'other')
  git(world.cwd, 'clone', '-q', remote, other)
  git(other, 'commit', '-q', '--allow-empty', '-m', 'elsewhere')
  git(other, 'tag', 'digits@v9.0.0')
  git(other, 'push', '-q', 'origin', 'digits@v9.0.0')
  const ledger = await openGitLedger({ repository: work, remote: 'origin', purpose: 'look' }, world)
  expect(await ledger.readWhole?.()).toHaveLength(2)
  expect(await (await open()).tags()).toContain('digits@v9.0.0')
})
