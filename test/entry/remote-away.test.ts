import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { registryErrors } from '../../src/registry/errors.ts'
import { digits, put } from '../attacks/stranger.ts'
import { airworthyIn } from '../command-line.ts'
import { testWorld } from '../world.ts'

const pipeline = `pipeline: digits
model: { candidate: new.onnx, production: registry }
registry: { git: ., remote: origin }
stages: { validate: {} }
`

/** A repository with a model, and its remote. */
async function repository() {
  const world = await testWorld()
  const git = (...args: readonly string[]) => world.processes.run('git', args, { cwd: world.cwd })
  const remote = path.join(world.cwd, 'remote.git')
  await git('init', '-q')
  await git('init', '-q', '--bare', remote)
  await git('remote', 'add', 'origin', remote)
  put(world.cwd, { 'new.onnx': digits('digits-candidate') })
  const airworthy = (...args: readonly string[]) => airworthyIn(world, args)
  const move = () => renameSync(remote, `${remote}.away`)
  const back = () => renameSync(`${remote}.away`, remote)
  return { world, git, airworthy, move, back }
}

describe('init where the remote is away', () => {
  const finishing = 'npx airworthy registry init airworthy.yml'

  test('fails, and ends with what is there and the command that finishes it', async () => {
    const { world, airworthy, move, back } = await repository()
    move()
    const { code, out, err } = await airworthy('init', 'new.onnx')
    expect(code).toBe(2)
    expect(out).not.toContain('Next')
    expect(err).toContain('error[registry-unreachable]')
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      `! airworthy.yml and .github/workflows/airworthy.yml are written, and the ledger is not there yet: once that is put right, \`${finishing}\` creates it.`,
    )
    expect(existsSync(path.join(world.cwd, 'airworthy.yml'))).toBe(true)
    const again = await airworthy('init', 'new.onnx')
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('`airworthy registry init airworthy.yml`')])
    back()
    expect((await airworthy('registry', 'init', 'airworthy.yml')).code).toBe(0)
    expect((await airworthy('plan', 'airworthy.yml')).code).toBe(0)
  })

  test('says the same as JSON', async () => {
    const { airworthy, move } = await repository()
    move()
    const { code, out } = await airworthy('init', 'new.onnx', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      next: finishing,
      problems: [{ code: 'registry-unreachable' }],
      remains: expect.stringContaining(`\`${finishing}\` creates it.`),
    })
  })
})

test.each([['plan'], ['run'], ['ledger verify'], ['registry init']])(
  '`%s` says where to look for a remote that has moved, or that nobody added',
  async (command) => {
    const { world, git, airworthy, move } = await repository()
    put(world.cwd, { 'airworthy.yml': pipeline })
    expect((await airworthy('registry', 'init')).code).toBe(0)
    move()
    const moved = await airworthy(...command.split(' '), 'airworthy.yml')
    expect([moved.code, moved.err]).toEqual([2, expect.stringContaining('error[registry-unreachable]')])
    expect(moved.err).toMatch(/\n {2}Check whether the repository is there: `git remote get-url origin` says/)
    expect(moved.err).not.toContain('token')
    await git('remote', 'remove', 'origin')
    const unknown = await airworthy(...command.split(' '), 'airworthy.yml')
    expect(unknown.err).toMatch(/\n {2}The repository has no remote origin: add it, `git remote add origin ADDRESS`/)
  },
)

test.each([
  ['fatal: unable to access https://x/y.git/: Could not resolve host: x', 'read', /^Check the network, and the name/],
  ['ssh: connect to host x port 22: Connection refused', 'push', /^Check the network/],
  ["fatal: repository 'https://x/y.git/' not found", 'read', /^Check whether the repository is there/],
  ['remote: Repository not found.; fatal: repository not found', 'read', /^Check the name in .* token that may write/],
  ['fatal: could not read Username for https://x', 'read', /^A job that only reads can fetch/],
  ['fatal: Authentication failed for https://x/y.git/', 'push', /^A job that records needs a token/],
  ['it said nothing for 60 s', undefined, /^Run it again once the server answers.*timeout/],
  ['fatal: early EOF', 'read', /^Check that git reaches it from here, `git ls-remote origin`/],
] as const)('what helps against %o fits what git says', (reason, doing, hint) => {
  const said = registryErrors['registry-unreachable'].say({ remote: 'origin', reason, doing })
  expect(said.hint).toMatch(hint)
  expect(/token/.test(said.hint)).toBe(/Username|Authentication|Repository not found/.test(reason))
})

test('a remote whose disk is full is helped by space there, and not by rights', () => {
  const said = (reason: string) => registryErrors['registry-refused'].say({ remote: 'origin', reason }).hint
  expect(said('remote: fatal: unable to write loose object file: No space left on device')).toMatch(
    /^Free some space there/,
  )
  expect(said('remote: POLICY: no')).toMatch(/^Let whoever runs this push/)
})
