import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { commitIn } from '../../../src/registry/checkout.ts'
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

describe('a repository of another user', () => {
  it.each(['a checkout', 'a bare one'])(
    'is not opened by us where git does not open it, and git says how: %s',
    async (kind) => {
      const { own, other, world } = await repository()
      const place = kind === 'a bare one' ? other : own
      await create(await openGitLedger({ repository: place }, world))
      const program = path.join(world.cwd, 'program.sh')
      writeFileSync(program, `#!/bin/sh\ntouch '${world.cwd}/ran'\n`, { mode: 0o755 })
      git(place, 'config', 'core.sshCommand', program)
      vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
      const opening = openGitLedger({ repository: place, remote: 'git@localhost:a/b' }, world)
      await expect(opening).rejects.toMatchObject({
        code: 'registry-not-owned',
        hint: expect.stringContaining(`\`git config --global --add safe.directory ${place}`),
      })
      expect(existsSync(path.join(world.cwd, 'ran'))).toBe(false)
      const config = path.join(world.cwd, 'config')
      git(world.cwd, 'config', '--file', config, '--add', 'safe.directory', place)
      git(world.cwd, 'config', '--file', config, '--add', 'safe.directory', path.join(place, '.git'))
      vi.stubEnv('GIT_CONFIG_GLOBAL', config)
      expect(await recorded(await openGitLedger({ repository: place }, world))).toEqual([])
    },
  )

  it('says which commit is checked out there', async () => {
    const { own, world } = await repository()
    git(own, 'commit', '-q', '--allow-empty', '-m', 'one')
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
    expect(await commitIn(own, world)).toBe(git(own, '-c', 'safe.directory=*', 'rev-parse', 'HEAD'))
  })

  it('is told where it is a remote on this machine', async () => {
    const { own, other, world } = await repository()
    await openGitLedger({ repository: own }, world).then(create)
    const shim = path.join(world.cwd, 'shim')
    // Only the other end sees another owner.
    mkdirSync(shim)
    const end = '#!/bin/sh\nexport GIT_TEST_ASSUME_DIFFERENT_OWNER=1\nexec git upload-pack "$@"\n'
    writeFileSync(path.join(shim, 'end'), end, { mode: 0o755 })
    git(own, 'remote', 'add', 'origin', other)
    git(own, 'config', 'remote.origin.uploadpack', path.join(shim, 'end'))
    await expect(openGitLedger({ repository: own, remote: 'origin' }, world)).rejects.toMatchObject({
      code: 'registry-not-owned',
      message: expect.stringContaining(`the repository ${other} at origin: `),
      hint: expect.stringMatching(/on the machine where it lies, as the user that git runs as there: `git config .*`/),
    })
  })

  it('is another matter than a bare one, which is ours where git wants each to be named', async () => {
    const { other, world } = await repository()
    const config = path.join(world.cwd, 'config')
    git(world.cwd, 'config', '--file', config, 'safe.bareRepository', 'explicit')
    vi.stubEnv('GIT_CONFIG_GLOBAL', config)
    expect(await recorded(await create(await openGitLedger({ repository: other }, world)))).toEqual([])
  })

  it('is not looked for in the folders above, whatever they are called', async () => {
    const { own, world } = await repository()
    const below = path.join(own, 'a:b', 'c')
    mkdirSync(path.join(below, '.git'), { recursive: true })
    await expect(openGitLedger({ repository: below }, world)).rejects.toMatchObject({ code: 'registry-not-git' })
  })
})

describe('ways to a remote', () => {
  async function shared(prepare: (own: string, bin: string) => void = () => undefined) {
    const made = await repository()
    const bin = path.join(made.world.cwd, 'bin')
    mkdirSync(bin)
    const helper = '#!/bin/sh\nexec git remote-ext "$1" "git %s $2"\n'
    writeFileSync(path.join(bin, 'git-remote-foo'), helper, { mode: 0o755 })
    vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`)
    prepare(made.own, bin)
    const openAt = async (remote: string, repository = made.own) =>
      openGitLedger({ repository, remote }, await testWorld({ cwd: made.world.cwd, env: { ...process.env } }))
    return { ...made, openAt }
  }

  it('that the user forbids in a variable are not gone', async () => {
    const { other, openAt } = await shared()
    vi.stubEnv('GIT_ALLOW_PROTOCOL', 'https:ext')
    for (const address of [other, `ext::git %s ${other}`])
      await expect(openAt(address)).rejects.toMatchObject({
        message: expect.stringMatching(/transport '\w+' not allowed/),
      })
    vi.stubEnv('GIT_ALLOW_PROTOCOL', 'file')
    expect(await recorded(await create(await openAt(other)))).toEqual([])
  })

  it.each(['protocol.file.allow', 'protocol.allow'])(
    'that the user forbids by %s are not gone, from a bare one either',
    async (name) => {
      const { own, other, openAt, world } = await shared()
      const bare = path.join(world.cwd, 'bare.git')
      git(world.cwd, 'init', '-q', '--bare', bare)
      const config = path.join(world.cwd, 'config')
      git(world.cwd, 'config', '--file', config, name, 'never')
      vi.stubEnv('GIT_CONFIG_GLOBAL', config)
      git(bare, 'config', name, 'always')
      for (const repository of [own, bare])
        await expect(openAt(`file://${other}`, repository)).rejects.toMatchObject({
          message: expect.stringContaining("transport 'file' not allowed"),
        })
    },
  )

  it('through a helper of git are gone, but for a command line, and from a bare one', async () => {
    const { other, openAt, world } = await shared()
    expect(await recorded(await create(await openAt(`foo::${other}`)))).toEqual([])
    await expect(openAt(`ext::git %s ${other}`)).rejects.toMatchObject({
      message: expect.stringContaining("transport 'ext' not allowed"),
    })
    const bare = path.join(world.cwd, 'bare.git')
    git(world.cwd, 'init', '-q', '--bare', bare)
    await expect(openAt(`foo::${other}`, bare)).rejects.toMatchObject({
      message: expect.stringContaining("transport 'foo' not allowed"),
    })
  })

  it('that the user has set for all repositories are those of a bare one', async () => {
    const { other, openAt, world } = await shared()
    const [bare, config, ran] = ['bare.git', 'config', 'ran'].map((name) => path.join(world.cwd, name)) as [
      string,
      string,
      string,
    ]
    git(world.cwd, 'init', '-q', '--bare', bare)
    const program = path.join(world.cwd, 'ssh.sh')
    writeFileSync(program, '#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n', { mode: 0o755 })
    git(world.cwd, 'config', '--file', config, 'core.sshCommand', program)
    vi.stubEnv('GIT_CONFIG_GLOBAL', config)
    git(bare, 'config', 'core.sshCommand', `touch '${ran}'; false`)
    expect(await recorded(await create(await openAt(`ssh://host.example${other}`, bare)))).toEqual([])
    expect(existsSync(ran)).toBe(false)
  })

  it('asks a helper for passwords that the user has set for all repositories, from a bare one', async () => {
    const { openAt, world } = await shared()
    const said: (string | undefined)[] = []
    const server = createServer(({ headers: { authorization } }, response) => {
      said.push(authorization)
      response.writeHead(401, { 'www-authenticate': 'Basic realm=x' }).end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const [bare, config] = ['bare.git', 'config'].map((name) => path.join(world.cwd, name)) as [string, string]
    git(world.cwd, 'init', '-q', '--bare', bare)
    for (const [file, name, password] of [
      [path.join(bare, 'config'), 'credential.helper', 'theirs'],
      [path.join(bare, 'config'), `credential.${address}.helper`, 'theirs'],
      [config, `credential.${address}.helper`, 'ours'],
    ] as const)
      git(world.cwd, 'config', '--file', file, name, `!echo username=x; echo password=${password} #`)
    vi.stubEnv('GIT_CONFIG_GLOBAL', config)
    await expect(openAt(`${address}/a`, bare)).rejects.toMatchObject({ code: 'registry-unreachable' })
    expect(said).toEqual([undefined, `Basic ${Buffer.from('x:ours').toString('base64')}`])
  })
})
