import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { create, releaseEvent } from '../contracts/ledger.ts'
import { temporaryFolder } from '../folders.ts'
import { testWorld } from '../world.ts'

const fork: Partial<WorldOptions> = { trust: { level: 'untrusted', why: 'the pull request comes from a fork' } }

/** A server that wants to know who asks. */
async function portThatAsks(): Promise<string> {
  const server = createServer((_, response) => response.writeHead(401, { 'www-authenticate': 'Basic realm=x' }).end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return String((server.address() as AddressInfo).port)
}

/** A checkout of a pull request that brings a bare repository as plain files, whose configuration has git start a program. */
async function checkout(options: Partial<WorldOptions>, configuration: (program: string) => string) {
  const port = await portThatAsks()
  const home = temporaryFolder()
  const cwd = path.join(home, 'checkout')
  mkdirSync(cwd)
  vi.stubEnv('HOME', home)
  onTestFinished(() => void vi.unstubAllEnvs())
  const world = await testWorld({ cwd, ...options })
  const git = (...args: string[]) => execFileSync('git', args, { cwd: world.cwd })
  git('init', '-q')
  const [brought, program, ran] = ['ledger.git', 'program.sh', 'it-ran'].map((name) => path.join(world.cwd, name)) as [
    string,
    string,
    string,
  ]
  git('init', '-q', '--bare', brought)
  writeFileSync(program, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 })
  const shared = path.join(world.cwd, 'shared.git')
  git('init', '-q', '--bare', shared)
  for (const hook of ['pre-receive', 'update', 'post-receive', 'reference-transaction'])
    writeFileSync(path.join(shared, 'hooks', hook), `#!/bin/sh\nexec '${program}'\n`, { mode: 0o755 })
  const following = path.join(world.cwd, 'following.git')
  git('init', '-q', '--bare', following)
  writeFileSync(path.join(following, 'HEAD'), 'ref: refs/heads/airworthy/ledger\n')
  mkdirSync(path.join(following, 'info'), { recursive: true })
  writeFileSync(path.join(following, 'info', 'attributes'), '* filter=theirs\n')
  writeFileSync(
    path.join(following, 'config'),
    `[core]\n\tbare = false\n\tworktree = ${world.cwd}\n[receive]\n\tdenyCurrentBranch = updateInstead\n[filter "theirs"]\n\tsmudge = ${program}\n`,
  )
  writeFileSync(
    path.join(brought, 'config'),
    `[core]\n\tbare = true\n${configuration(program).replaceAll('PORT', port)}`,
  )
  return { world, brought, hasRun: () => existsSync(ran) }
}

const configurations: readonly (readonly [string, string, (program: string) => string])[] = [
  [
    'how ssh is started',
    'git@localhost:a/b',
    (program) => `\tsshCommand = ${program}\n[remote "origin"]\n\turl = git@localhost:a/b\n`,
  ],
  [
    'a remote that is a program',
    'origin',
    (program) => `[protocol "ext"]\n\tallow = always\n[remote "origin"]\n\turl = ext::${program}\n`,
  ],
  [
    'an address for another',
    'https://localhost/a',
    (program) => `[protocol "ext"]\n\tallow = always\n[url "ext::${program} "]\n\tinsteadOf = https://localhost/\n`,
  ],
  [
    'the other end of a fetch',
    'origin',
    (program) => `[remote "origin"]\n\turl = ${path.dirname(program)}/ledger.git\n\tuploadpack = ${program}\n`,
  ],
  [
    'the other end of a push',
    'origin',
    (program) => `[remote "origin"]\n\turl = ${path.dirname(program)}/ledger.git\n\treceivepack = ${program}\n`,
  ],
  [
    'a helper for a remote',
    'origin',
    (program) =>
      `[protocol]\n\tallow = always\n[remote "origin"]\n\turl = x\n\tvcs = ${path.relative('/usr/bin', program)}\n`,
  ],
  [
    'hooks at a remote that came with it',
    'origin',
    (program) => `[remote "origin"]\n\turl = file://${path.dirname(program)}/shared.git\n`,
  ],
  ...['…/shared', '~/checkout/shared.git', 'file://host.example…/shared.git', 'file://…/sh%61red.git'].map(
    (url) =>
      [
        `such hooks, by the address ${url}`,
        'origin',
        (program: string) => `[remote "origin"]\n\turl = ${url.replace('…', path.dirname(program))}\n`,
      ] as const,
  ),
  [
    'a work tree of such a remote',
    'origin',
    (program) => `[remote "origin"]\n\turl = ${path.dirname(program)}/following.git\n`,
  ],
  ['a way through a proxy', 'git://localhost/a', (program) => `\tgitProxy = ${program}\n`],
  [
    'who knows a password',
    'origin',
    (program) =>
      `[credential "http://127.0.0.1:PORT"]\n\thelper = ${program}\n[remote "origin"]\n\turl = http://127.0.0.1:PORT/a\n`,
  ],
  [
    'where what is missing comes from',
    'none',
    (program) =>
      `\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\turl = ${path.dirname(program)}/ledger.git\n\tpromisor = true\n\tuploadpack = ${program}\n`,
  ],
  ['a watcher of files', 'none', (program) => `\tfsmonitor = ${program}\n`],
  ['a folder of hooks', 'none', (program) => `\thooksPath = ${path.dirname(program)}\n`],
]

describe('a bare repository that a commit brings, with a configuration that starts a program', () => {
  test.each(configurations)('is not opened where the run is not trusted: %s', async (_, remote, configuration) => {
    const { world, brought, hasRun } = await checkout(fork, configuration)
    const opening = openGitLedger({ repository: brought, remote: remote === 'none' ? undefined : remote }, world)
    await expect(opening).rejects.toMatchObject({
      code: 'registry-untrusted',
      message: expect.stringContaining(`This run may not use the git registry at ${brought}: `),
    })
    expect(hasRun()).toBe(false)
  })

  test.each(configurations)(
    'starts none where the run is trusted, either: %s',
    async (_, remote, configuration) => {
      const { world, brought, hasRun } = await checkout({}, configuration)
      await openGitLedger({ repository: brought, remote: remote === 'none' ? undefined : remote }, world)
        .then(create)
        .then((ledger) => ledger.append('a', releaseEvent('1.0.0')))
        .catch(() => undefined)
      expect(hasRun()).toBe(false)
    },
    60_000,
  )
})

describe('an untrusted run', () => {
  test('reads the ledger of its own checkout, and makes none', async () => {
    const { world } = await checkout(fork, () => '')
    const ledger = await openGitLedger({ repository: world.cwd }, world)
    expect(await ledger.read()).toEqual([])
    const elsewhere = path.join(world.cwd, 'made')
    await expect(openGitLedger({ repository: elsewhere, purpose: 'create' }, world)).rejects.toMatchObject({
      code: 'registry-untrusted',
    })
    expect(readdirSync(world.cwd)).not.toContain('made')
  })

  test("opens no repository of another's on the machine", async () => {
    const { world } = await checkout(fork, () => '')
    const other = await checkout({}, () => '')
    for (const repository of [other.world.cwd, path.join(world.cwd, '..'), path.join(world.cwd, '.git')])
      await expect(openGitLedger({ repository }, world)).rejects.toMatchObject({ code: 'registry-untrusted' })
  })

  test('takes a remote that the checkout names, and no address', async () => {
    const { world } = await checkout(fork, () => '')
    const shared = path.join(world.cwd, 'other.git')
    execFileSync('git', ['init', '-q', '--bare', shared])
    execFileSync('git', ['remote', 'add', 'origin', shared], { cwd: world.cwd })
    expect(await (await openGitLedger({ repository: world.cwd, remote: 'origin' }, world)).read()).toEqual([])
    for (const remote of [shared, 'https://stranger.example/steal', 'ext::sh -c true', 'upstream'])
      await expect(openGitLedger({ repository: world.cwd, remote }, world)).rejects.toMatchObject({
        code: 'registry-untrusted',
      })
  })
})
