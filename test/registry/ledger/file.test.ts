import { chmodSync, linkSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { World } from '../../../src/core/world.ts'
import { openFileLedger } from '../../../src/registry/ledger/file/ledger.ts'
import { create, recorded, releaseEvent } from '../../contracts/ledger.ts'
import { testWorld } from '../../world.ts'

const ledgerOf = (world: World): string => path.join(world.cwd, 'registry', 'ledger.jsonl')
const open = async (world: World) => create(await openFileLedger(ledgerOf(world), world))

async function withText(edit: (text: string) => string): Promise<World> {
  const world = await testWorld()
  const ledger = await open(world)
  await ledger.append('a', releaseEvent('1.0.0'))
  await ledger.append('b', releaseEvent('1.1.0'))
  await world.files.write(ledgerOf(world), new TextEncoder().encode(edit(await world.files.readText(ledgerOf(world)))))
  return world
}

it('drops a last line that was cut off, and goes on after it', async () => {
  const world = await withText((text) => text.slice(0, -20))
  const ledger = await open(world)
  expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['a'])
  await ledger.append('b', releaseEvent('1.1.0'))
  expect((await recorded(await open(world))).map(({ key }) => key)).toEqual(['a', 'b'])
})

it('keeps a torn last line aside, and gives its version to the same release alone', async () => {
  const world = await withText((text) => text.slice(0, -2))
  const torn = (await world.files.readText(ledgerOf(world))).split('\n').at(-1)
  const ledger = await open(world)
  const other = ledger.append('other', releaseEvent('1.1.0'))
  await expect(other).rejects.toMatchObject({ code: 'version-exists', message: expect.stringContaining('cut off') })
  await ledger.append('c', releaseEvent('1.2.0'))
  const kept = (await world.files.list(path.dirname(ledgerOf(world)))).filter((name) => name.includes('.torn-'))
  expect(kept).toEqual([expect.stringMatching(/^ledger\.jsonl\.torn-[0-9a-f]{12}$/)])
  expect(await world.files.readText(path.join(path.dirname(ledgerOf(world)), kept[0] as string))).toBe(torn)
  await expect((await open(world)).append('other', releaseEvent('1.1.0'))).rejects.toMatchObject({
    code: 'version-exists',
  })
  await ledger.append('b', releaseEvent('1.1.0'))
  expect((await recorded(await open(world))).map(({ key }) => key)).toEqual(['a', 'c', 'b'])
})

it('drops white space at its end', async () => {
  const world = await withText((text) => `${text} \r`)
  const ledger = await open(world)
  expect(await ledger.remarks?.()).toEqual([])
  await ledger.append('c', releaseEvent('1.2.0'))
  expect((await recorded(await open(world))).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
})

it('counts a last line whose newline an editor took, and puts it back with the next entry', async () => {
  const world = await withText((text) => text.slice(0, -1))
  const ledger = await open(world)
  expect((await recorded(ledger)).map(({ key }) => key)).toEqual(['a', 'b'])
  await ledger.append('c', releaseEvent('1.2.0'))
  expect((await recorded(await open(world))).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect((await world.files.readText(ledgerOf(world))).split('\n')).toHaveLength(5)
})

it('counts a last line that ends as on Windows, without its line feed', async () => {
  const world = await withText((text) => text.replaceAll('\n', '\r\n').slice(0, -1))
  expect((await recorded(await open(world))).map(({ key }) => key)).toEqual(['a', 'b'])
})

it('finds a last line without its newline damaged when it is whole and no entry', async () => {
  const world = await withText((text) => text.slice(0, -1).replace('"version":"1.1.0"', '"version":7'))
  await expect(open(world)).rejects.toMatchObject({
    code: 'ledger-broken',
    message: expect.stringContaining('line 3'),
  })
})

it('drops a last line that was cut off anywhere', async () => {
  const world = await withText((text) => text)
  const text = await world.files.readText(ledgerOf(world))
  const start = text.lastIndexOf('\n', text.length - 2) + 1
  for (const end of [start + 1, start + 2, Math.floor((start + text.length) / 2), text.length - 2]) {
    await world.files.write(ledgerOf(world), new TextEncoder().encode(text.slice(0, end)))
    expect((await recorded(await open(world))).map(({ key }) => key)).toEqual(['a'])
  }
})

it('finds a line feed damaged that became another character, also after the last line', async () => {
  for (const other of ['\u000b', 'J', '*', '\u0000'])
    for (const place of [/\n$/, /\n(?=.)/]) {
      const world = await withText((text) => text.replace(place, other))
      await expect(open(world), other).rejects.toMatchObject({ code: 'ledger-broken' })
    }
})

it('says which line is damaged', async () => {
  const world = await withText((text) => text.replace('"release"', '"relaese"'))
  await expect(open(world)).rejects.toMatchObject({
    code: 'ledger-broken',
    message: expect.stringContaining('line 2'),
  })
})

it('takes over the lock of a process that is gone', async () => {
  const world = await testWorld()
  const gone = await world.processes.run('sh', ['-c', 'echo $$'])
  await world.files.createExclusive(`${ledgerOf(world)}.lock`, `${gone.stdout.trim()} 2020-01-01T00:00:00Z\n`)
  await (await open(world)).append('a', releaseEvent('1.0.0'))
  expect(await world.files.list(path.dirname(ledgerOf(world)))).toEqual(['ledger.jsonl'])
})

it('takes over a lock that a process of the same id left before a restart', async () => {
  const world = await testWorld()
  await world.files.createExclusive(`${ledgerOf(world)}.lock`, `${world.processes.pid} 2020-01-01T00:00:00Z\n`)
  await (await open(world)).append('a', releaseEvent('1.0.0'))
  expect(await recorded(await open(world))).toHaveLength(1)
})

it('takes over a lock that was never written', async () => {
  const world = await testWorld()
  await world.files.createExclusive(`${ledgerOf(world)}.lock`, '')
  await (await open(world)).append('a', releaseEvent('1.0.0'))
  expect(await recorded(await open(world))).toHaveLength(1)
})

it('explains a ledger that is a directory', async () => {
  const world = await testWorld()
  await world.files.makeDirectory(ledgerOf(world))
  await expect(open(world)).rejects.toMatchObject({ code: 'file-denied' })
})

it('gives up on a lock that a living process keeps, and says whose it is', async () => {
  const world = await testWorld()
  await open(world)
  await world.files.createExclusive(`${ledgerOf(world)}.lock`, '1 2020-01-01T00:00:00Z\n')
  let ms = 0
  const hasty: World = { ...world, clock: { ...world.clock, monotonicMs: () => (ms += 5_000), sleep: async () => {} } }
  const busy = (await open(hasty)).append('a', releaseEvent('1.0.0'))
  await expect(busy).rejects.toMatchObject({
    code: 'ledger-busy',
    message: expect.stringContaining('process 1'),
    // It may be no process of ours: nobody is told to end process 1.
    hint: expect.stringMatching(/If that is no process of Airworthy, remove .*\.lock/),
  })
  expect(await (await open(world)).read()).toEqual([expect.objectContaining({ kind: 'created' })])
})

describe.each<[string, (text: string) => string]>([
  ['a torn line', (text) => text.slice(0, -20)],
  ['a torn line whose last character is cut in two', (text) => `${text}{"by":"Ad\ud83d`],
  ['a line without its newline', (text) => text.slice(0, -1)],
])('a file that ends with %s', (_, edit) => {
  it('stays the same file with the same mode, for each link that leads to it', async () => {
    const world = await withText(edit)
    const file = ledgerOf(world)
    const folder = path.dirname(file)
    symlinkSync('ledger.jsonl', path.join(folder, 'link.jsonl'))
    linkSync(file, path.join(folder, 'hard.jsonl'))
    chmodSync(file, 0o664)
    await (await openFileLedger(path.join(folder, 'link.jsonl'), world)).append('c', releaseEvent('1.2.0'))
    await (await openFileLedger(path.join(folder, 'hard.jsonl'), world)).append('d', releaseEvent('1.3.0'))
    const keys = (await recorded(await open(world))).map(({ key }) => key)
    expect(keys.slice(-2)).toEqual(['c', 'd'])
    expect(statSync(file).mode & 0o777).toBe(0o664)
    expect(readFileSync(path.join(folder, 'link.jsonl'), 'utf8')).toBe(readFileSync(file, 'utf8'))
  })
})

it('has one lock, whichever link leads to it', async () => {
  const world = await withText((text) => text)
  symlinkSync('ledger.jsonl', path.join(path.dirname(ledgerOf(world)), 'link.jsonl'))
  const names = [ledgerOf(world), path.join(path.dirname(ledgerOf(world)), 'link.jsonl')]
  const ledgers = await Promise.all(names.map((name) => openFileLedger(name, world)))
  await Promise.all(Array.from({ length: 10 }, (_, at) => ledgers[at % 2]?.append(`c${at}`, releaseEvent(`2.0.${at}`))))
  expect(await recorded(await open(world))).toHaveLength(12)
  expect(await (await open(world)).remarks?.()).toEqual([])
})

it.each<[string, (text: string) => string]>([
  ['zeros', (text) => '\0'.repeat(text.length)],
  ['the beginning of its first line', (text) => text.slice(0, 100)],
  ['other words', () => 'not a ledger'],
])('is damaged, and not missing, where it holds nothing but %s', async (_, edit) => {
  const world = await withText(edit)
  const before = readFileSync(ledgerOf(world))
  const begun = openFileLedger(ledgerOf(world), world).then((ledger) => ledger.append('created', { kind: 'created' }))
  await expect(begun).rejects.toMatchObject({ code: 'ledger-broken', message: expect.stringContaining('line 1') })
  expect(readFileSync(ledgerOf(world))).toEqual(before)
})

it.each<[string, (text: string) => string]>([
  ['an older one', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
  ['none', () => ''],
])('notices that %s is put in its place while it is used, and records nothing in it', async (_, edit) => {
  const world = await withText((text) => text)
  const ledger = await openFileLedger(ledgerOf(world), world)
  await ledger.append('c', releaseEvent('1.2.0'))
  const older = edit(readFileSync(ledgerOf(world), 'utf8'))
  writeFileSync(ledgerOf(world), older)
  await expect(ledger.read()).rejects.toMatchObject({
    code: 'ledger-rewritten',
    message: expect.stringContaining('its entry 4, c, is not there any more'),
  })
  await expect(ledger.append('d', releaseEvent('1.3.0'))).rejects.toMatchObject({ code: 'ledger-rewritten' })
  expect(readFileSync(ledgerOf(world), 'utf8')).toBe(older)
})
