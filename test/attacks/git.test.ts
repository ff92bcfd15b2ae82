import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import type { WorldOptions } from '../../src/world/index.ts'
import { releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'

const fork: Partial<WorldOptions> = { trust: { level: 'untrusted', why: 'the pull request comes from a fork' } }

/** A checkout of a pull request that brings a bare repository as plain files, whose configuration has git start a program. */
async function checkout(options: Partial<WorldOptions>, configuration: (program: string) => string) {
  const world = await testWorld(options)
  const git = (...args: string[]) => execFileSync('git', args, { cwd: world.cwd })
  git('init', '-q')
  const [brought, program, ran] = ['ledger.git', 'program.sh', 'it-ran'].map((name) => path.join(world.cwd, name)) as [
    string,
    string,
    string,
  ]
  git('init', '-q', '--bare', brought)
  writeFileSync(program, `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o755 })
  writeFileSync(path.join(brought, 'config'), `[core]\n\tbare = true\n${configuration(program)}`)
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
    const shared = path.join(world.cwd, 'shared.git')
    execFileSync('git', ['init', '-q', '--bare', shared])
    execFileSync('git', ['remote', 'add', 'origin', shared], { cwd: world.cwd })
    expect(await (await openGitLedger({ repository: world.cwd, remote: 'origin' }, world)).read()).toEqual([])
    for (const remote of [shared, 'https://stranger.example/steal', 'ext::sh -c true', 'upstream'])
      await expect(openGitLedger({ repository: world.cwd, remote }, world)).rejects.toMatchObject({
        code: 'registry-untrusted',
      })
  })
})
