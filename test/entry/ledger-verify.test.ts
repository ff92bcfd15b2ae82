import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openFileLedger } from '../../src/registry/ledger/file/ledger.ts'
import { put } from '../attacks/stranger.ts'
import { airworthyIn } from '../command-line.ts'
import { assignEvent, create, createdFile, releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'

const pipeline = `pipeline: digits
model: { candidate: new.onnx, production: registry }
registry: { file: ledger.jsonl }
stages: { validate: {} }
`

async function recorded() {
  const world = await testWorld()
  put(world.cwd, { 'airworthy.yml': pipeline })
  const file = path.join(world.cwd, 'ledger.jsonl')
  const ledger = await create(await openFileLedger(file, world))
  await ledger.append('a', releaseEvent('1.0.0'))
  await ledger.append('b', assignEvent('1.0.0'))
  const verify = (...more: readonly string[]) => airworthyIn(world, ['ledger', 'verify', ...more])
  const edit = (change: (text: string) => string) => writeFileSync(file, change(readFileSync(file, 'utf8')))
  return { world, ledger, verify, edit }
}

test('a ledger that only Airworthy wrote to holds, and says where it ends', async () => {
  const { verify, ledger } = await recorded()
  const { code, out } = await verify()
  expect(code).toBe(0)
  const end = (await ledger.read()).at(-1)?.chain
  expect(end).toMatch(/^[0-9a-f]{64}$/)
  expect(out).toMatch(
    new RegExp(`^✓ the ledger file .*ledger\\.jsonl: 3 entries, each as it was recorded\n  end ${end}\n$`),
  )
  expect(JSON.parse((await verify('--json')).out)).toMatchObject({ entries: 3, chained: 3, end, broken: [] })
})

test('an end that was noted is held on to: what is cut off is found, and what is added is not', async () => {
  const { verify, ledger, edit } = await recorded()
  const end = (await ledger.read()).at(-1)?.chain ?? ''
  await ledger.append('c', releaseEvent('1.1.0'))
  expect((await verify('--contains', end.slice(0, 16))).code).toBe(0)
  edit((text) => text.split('\n').slice(0, 2).join('\n'))
  expect((await verify()).code).toBe(0)
  const { code, out } = await verify('--contains', end)
  expect([code, out]).toEqual([1, expect.stringContaining(`It does not hold the end ${end}`)])
})

test('an end that says too little, or none, is refused', async () => {
  const { verify } = await recorded()
  for (const end of ['', '0', 'a', 'zz', 'g'.repeat(64), 'a'.repeat(11), 'a'.repeat(65)])
    await expect(verify('--contains', end)).resolves.toMatchObject({
      code: 2,
      err: expect.stringContaining('argument-wrong'),
    })
})

test('a line that was put in, and counts for nothing, is reported', async () => {
  const { verify, edit, ledger } = await recorded()
  edit((text) => `${text}${text.split('\n')[1]}\n`)
  const { code, out } = await verify()
  expect([code, out]).toEqual([1, expect.stringContaining('Line 4 counts for nothing')])
  await ledger.append('c', releaseEvent('1.1.0'))
  expect(await verify()).toMatchObject({ code: 1 })
  edit((text) => text.split('\n').toSpliced(3, 1).join('\n'))
  expect(await verify()).toMatchObject({ code: 0 })
})

test('a last line that was cut off is reported, also once it is kept aside', async () => {
  const { world, verify, edit, ledger } = await recorded()
  await ledger.append('c', releaseEvent('1.1.0'))
  edit((text) => text.slice(0, -2))
  const cut = await verify()
  expect(cut).toMatchObject({ code: 1, out: expect.stringContaining('Line 4 lacks its end and counts for nothing') })
  expect(cut.out).toContain('digits 1.1.0 goes to no other file meanwhile')
  await (await openFileLedger(path.join(world.cwd, 'ledger.jsonl'), world)).append('d', releaseEvent('1.2.0'))
  const [kept = ''] = (await world.files.list(world.cwd)).filter((name) => name.includes('.torn-'))
  expect(await verify()).toMatchObject({ code: 1, out: expect.stringContaining(`${kept} keeps a line`) })
  await world.files.remove(path.join(world.cwd, kept))
  expect(await verify()).toMatchObject({ code: 0 })
})

test('the chain cannot be taken out to have changes pass', async () => {
  const { verify, edit } = await recorded()
  edit((text) => text.replaceAll(/"chain":"[0-9a-f]{64}",/g, '').replaceAll('1.0.0', '7.0.0'))
  expect(await verify()).toMatchObject({ code: 3, out: expect.not.stringContaining('✓') })
})

test('what was changed is damage', async () => {
  const { verify, edit } = await recorded()
  edit((text) => text.replace('release of 1.0.0', 'release of 1.0.1'))
  await expect(verify()).resolves.toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /^✗ the ledger file .*ledger\.jsonl\n {2}.*line 2.*not what was recorded.*\(ledger-broken\)\n {2}Restore it/,
    ),
  })
  expect(JSON.parse((await verify('--json')).out)).toEqual({
    outcome: 'fail',
    ledger: expect.stringMatching(/^the ledger file .*ledger\.jsonl$/),
    problems: [
      {
        code: 'ledger-broken',
        message: expect.stringContaining('line 2'),
        hint: expect.stringContaining('Restore it from a backup'),
      },
    ],
    broken: [],
  })
})

test('a ledger of earlier versions has no chain, and is held to the rules', async () => {
  const { verify, edit } = await recorded()
  const entry = (event: object, key: string) =>
    `${JSON.stringify({ ...event, key, at: '2026-01-01T00:00:00.000Z', by: 'x' })}\n`
  edit(() => `${createdFile}${entry(releaseEvent('1.0.0'), 'a')}`)
  expect(await verify()).toMatchObject({ code: 3, out: expect.stringContaining('none of which is chained') })
  edit((text) => `${text}${entry(releaseEvent('1.0.0'), 'b')}${entry(releaseEvent('v2'), 'c')}`)
  const { code, out } = await verify()
  expect(code).toBe(1)
  expect(out).toContain('Entry 3 breaks a rule: digits 1.0.0 already exists')
  expect(out).toContain('Entry 4 breaks a rule')
})

test('a ledger that ends with each run is not there to be read, and none is made', async () => {
  const { world, verify } = await recorded()
  put(world.cwd, { 'scratch.yml': pipeline.replace('file: ledger.jsonl', 'scratch: true') })
  const before = await world.files.list(world.cwd)
  await expect(verify('scratch.yml')).resolves.toMatchObject({
    code: 2,
    err: expect.stringContaining('registry-of-run'),
  })
  expect(await world.files.list(world.cwd)).toEqual(before)
})

test('a ledger that was never created is not one that holds', async () => {
  const { verify, edit } = await recorded()
  edit(() => '')
  await expect(verify()).resolves.toMatchObject({ code: 2, err: expect.stringContaining('ledger-not-created') })
})
