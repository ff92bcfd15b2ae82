import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openGitLedger } from '../../../src/registry/ledger/git/ledger.ts'
import { localVariables } from '../../../src/registry/ledger/git/local-variables.ts'
import { create, recorded, releaseEvent } from '../../contracts/ledger.ts'
import { git } from '../../git.ts'
import { testWorld } from '../../world.ts'

/** git as the user calls it elsewhere: without what a test has set for us. */
const ledgerBranch = 'refs/heads/airworthy/ledger'

async function repository() {
  const world = await testWorld()
  const [own, other] = [path.join(world.cwd, 'own'), path.join(world.cwd, 'other.git')]
  git(world.cwd, 'init', '-q', own)
  git(world.cwd, 'init', '-q', '--bare', other)
  return { world, own, other, open: () => openGitLedger({ repository: own }, world) }
}

afterEach(() => void vi.unstubAllEnvs())

describe('variables that git sets for hooks, of another repository', () => {
  it('are all that this git knows, but for those that say how a remote is reached', () => {
    const named = git('.', 'rev-parse', '--local-env-vars').split('\n')
    const kept = named.filter((name) => !localVariables.includes(name))
    expect(kept).toEqual(['GIT_CONFIG_PARAMETERS', 'GIT_CONFIG_COUNT'])
  })

  it.each([
    ['GIT_DIR', (other: string) => other],
    ['GIT_OBJECT_DIRECTORY', (other: string) => path.join(other, 'objects')],
    ['GIT_ALTERNATE_OBJECT_DIRECTORIES', (other: string) => path.join(other, 'objects')],
    ['GIT_COMMON_DIR', (other: string) => other],
    ['GIT_INDEX_FILE', (other: string) => path.join(other, 'index')],
    ['GIT_NAMESPACE', () => 'theirs'],
    ['GIT_LITERAL_PATHSPECS', () => '1'],
    ['GIT_ICASE_PATHSPECS', () => '1'],
    ['GIT_SHALLOW_FILE', (other: string) => path.join(other, 'shallow')],
    ['GIT_WORK_TREE', (other: string) => other],
  ])('lead nowhere: %s', async (name, value) => {
    const { own, other, open } = await repository()
    const before = git(other, 'count-objects')
    vi.stubEnv(name, value(other))
    await (await create(await open())).append('a', releaseEvent('1.0.0'))
    expect(await recorded(await open())).toHaveLength(1)
    vi.unstubAllEnvs()
    expect(git(own, 'fsck', '--strict')).toBe('')
    expect(git(own, 'rev-list', '--count', ledgerBranch)).toBe('2')
    expect([git(other, 'count-objects'), git(other, 'for-each-ref')]).toEqual([before, ''])
    expect(existsSync(path.join(other, 'index'))).toBe(false)
  })
})

describe('what puts other objects in the place of the ledger', () => {
  /** The ledger as it would be with another last entry. */
  async function replaced() {
    const made = await repository()
    const ledger = await create(await made.open())
    await ledger.append('a', releaseEvent('1.0.0'))
    const [end, first] = [git(made.own, 'rev-parse', ledgerBranch), git(made.own, 'rev-parse', `${ledgerBranch}~1`)]
    await made.world.files.remove(path.join(made.own, '.git/airworthy-ledger.checked'))
    return { ...made, end, first }
  }

  it('is not followed where it is a ref of git replace', async () => {
    const { own, open, end, first } = await replaced()
    git(own, 'replace', end, first)
    expect(git(own, 'rev-list', '--count', ledgerBranch)).toBe('1')
    expect(await recorded(await open())).toHaveLength(1)
  })

  it('is not followed where it is a file of grafts', async () => {
    const { own, open, end } = await replaced()
    mkdirSync(path.join(own, '.git/info'), { recursive: true })
    writeFileSync(path.join(own, '.git/info/grafts'), `${end}\n`)
    expect(git(own, 'rev-list', '--count', ledgerBranch)).toBe('1')
    expect(await recorded(await open())).toHaveLength(1)
  })

  it('is told from damage where it is a file of a shallow clone', async () => {
    const { own, open, end } = await replaced()
    writeFileSync(path.join(own, '.git/shallow'), `${end}\n`)
    await expect(open()).rejects.toMatchObject({ code: 'ledger-shallow' })
  })
})

it('a hook that decides on a push cannot record in the repository of the push, and is told', async () => {
  const { world, own, other } = await repository()
  const ledger = await create(await openGitLedger({ repository: other }, world))
  writeFileSync(path.join(other, 'hooks/pre-receive'), '#!/bin/sh\nenv > "$GIT_DIR/variables"\n', { mode: 0o755 })
  git(own, 'commit', '-q', '--allow-empty', '-m', 'one')
  expect(spawnSync('git', ['push', '-q', other, 'HEAD:main'], { cwd: own }).status).toBe(0)
  const variables = await world.files.readText(path.join(other, 'variables'))
  const quarantine = /^GIT_QUARANTINE_PATH=(.*)$/m.exec(variables)?.[1] ?? ''
  mkdirSync(quarantine)
  const env = { ...world.env, GIT_QUARANTINE_PATH: quarantine }
  const inHook = await openGitLedger({ repository: other }, { ...world, env })
  const refused = expect.objectContaining({ code: 'registry-quarantined' })
  await expect(inHook.append('a', releaseEvent('1.0.0'))).rejects.toEqual(refused)
  await expect(inHook.admitTags?.({ model: 'digits', versions: ['1.0.0'], stages: [] })).rejects.toEqual(refused)
  expect(await inHook.read()).toHaveLength(1)
  const elsewhere = await openGitLedger({ repository: own }, { ...world, env })
  await create(elsewhere)
  await ledger.append('a', releaseEvent('1.0.0'))
})
