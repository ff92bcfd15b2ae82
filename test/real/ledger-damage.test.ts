import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openGitLedger } from '../../src/registry/ledger/git/ledger.ts'
import { put } from '../attacks/stranger.ts'
import { airworthyIn } from '../command-line.ts'
import { assignEvent, create, releaseEvent } from '../contracts/ledger.ts'
import { git } from '../git.ts'
import { testWorld } from '../world.ts'

/** A ledger in a clone, of a remote that has it too. Read and checked before. */
async function read() {
  const world = await testWorld()
  const [remote, work] = [path.join(world.cwd, 'remote.git'), path.join(world.cwd, 'work')]
  git(world.cwd, 'init', '-q', '--bare', remote)
  git(world.cwd, 'init', '-q', work)
  git(work, 'remote', 'add', 'origin', remote)
  const ledger = await create(await openGitLedger({ repository: work, remote: 'origin' }, world))
  await ledger.append('a', releaseEvent('1.0.0'))
  await ledger.append('b', assignEvent('1.0.0'))
  const pipeline = `pipeline: digits
model: { candidate: new.onnx, production: registry }
registry: { git: work, remote: origin }
stages: { validate: {} }
`
  put(world.cwd, { 'airworthy.yml': pipeline })
  const fileOf = (name: string): string => {
    const object = git(work, 'rev-parse', name)
    const file = path.join(work, '.git/objects', object.slice(0, 2), object.slice(2))
    chmodSync(file, 0o644)
    return file
  }
  return { world, work, fileOf, verify: () => airworthyIn(world, ['ledger', 'verify']) }
}

const objects = {
  'an entry': 'airworthy/ledger:log/00/00/000002.json',
  'a record for people': 'airworthy/ledger:versions/00/00/000002-digits@v1.0.0.md',
  'the folder of the last commit': 'airworthy/ledger^{tree}',
  'the folder of an earlier commit': 'airworthy/ledger~1^{tree}',
  'a commit': 'airworthy/ledger~1',
  'the last commit': 'airworthy/ledger',
  'a tag': 'digits#production#1',
}

const damages = {
  'is cut off': (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 12)),
  'is another': (file: string) => writeFileSync(file, deflateSync(Buffer.from('blob 2\0x\n'))),
  'is gone': (file: string) => rmSync(file),
}

describe('ledger verify reads git itself', () => {
  it('and finds nothing in a ledger that is whole, and leaves nothing behind', async () => {
    const { work, verify } = await read()
    const before = readdirSync(path.join(work, '.git'))
    expect(await verify()).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 entries, each as it was recorded'),
    })
    expect(readdirSync(path.join(work, '.git'))).toEqual(before)
  })

  describe.each(Object.entries(damages))('and finds what %s', (_, damage) => {
    it.each(Object.entries(objects))('%s', async (__, name) => {
      const { work, fileOf, verify } = await read()
      const before = readdirSync(path.join(work, '.git'))
      damage(fileOf(name))
      const { code, out, err } = await verify()
      // A tag that is gone is brought from the remote again.
      if (name === objects['a tag'] && damage === damages['is gone']) return expect(code).toBe(0)
      expect([code, out + err]).toEqual([1, expect.stringMatching(/is damaged at|was rewritten|out of date/)])
      expect(readdirSync(path.join(work, '.git'))).toEqual(before)
    })
  })
})

it('a ledger that git cannot read is said to be damaged, and comes back as the hint says', async () => {
  const { world, work, fileOf } = await read()
  rmSync(path.join(work, '.git/airworthy-ledger.checked'))
  const file = fileOf(objects['an entry'])
  damages['is cut off'](file)
  const open = () => openGitLedger({ repository: work, remote: 'origin' }, world)
  await expect(open()).rejects.toMatchObject({
    code: 'ledger-broken',
    problems: [{ hint: expect.stringContaining('git fetch --refetch --no-filter origin airworthy/ledger') }],
  })
  rmSync(file)
  git(work, 'fetch', '-q', '--refetch', '--no-filter', 'origin', 'airworthy/ledger')
  expect(await (await open()).read()).toHaveLength(3)
})
