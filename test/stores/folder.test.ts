import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { Store } from '../../src/core/store.ts'
import type { World } from '../../src/core/world.ts'
import { folder, placeIn, stores } from '../../src/stores/index.ts'
import { brokenOff, contentOf, storeContract, textIn } from '../contracts/store.ts'
import { testWorld } from '../world.ts'

/** What each store of the table is opened with for its contract. */
const settings: Readonly<Record<string, unknown>> = { folder: { path: 'store' } }

for (const kind of stores)
  storeContract(kind.name, (world) => kind.make(kind.settings.parse(settings[kind.name]), { world, folder: world.cwd }))

const root = (world: World): string => path.join(world.cwd, 'store')
const open = (world: World): Store => folder.make({ path: 'store' }, { world, folder: world.cwd })
const words = contentOf('the bytes of a model, or of evidence')

async function partsOf(world: World): Promise<readonly string[]> {
  const names = await world.files.list(path.dirname(placeIn(root(world), words.sha256)))
  return names.filter((name) => name.endsWith('.part'))
}

describe('what broke off', () => {
  it('is gone on with where it ended, and leaves nothing', async () => {
    const world = await testWorld()
    await expect(open(world).put(brokenOff(words, 21))).rejects.toThrow('the line is cut')
    const rest = brokenOff(words, 100)
    await expect(open(world).put({ ...rest, read: onlyAsked(rest) })).resolves.toBeUndefined()
    expect(rest.asked).toEqual([21])
    expect(await partsOf(world)).toEqual([])
    expect(await textIn(await open(world).open(words.sha256))).toBe('the bytes of a model, or of evidence')
  })

  it('is taken over from a process that is gone, and from none that lives', async () => {
    const world = await testWorld()
    const gone = (await world.processes.run('sh', ['-c', 'echo $$'])).stdout.trim()
    const part = (pid: string): string => `${placeIn(root(world), words.sha256)}.${pid}-abcdefgh.part`
    await world.files.writeText(part('1'), 'the bytes')
    await world.files.writeText(part(gone), 'the bytes of a')
    const rest = brokenOff(words, 100)
    await open(world).put({ ...rest, read: onlyAsked(rest) })
    expect(rest.asked).toEqual([14])
    expect(await partsOf(world)).toEqual([path.basename(part('1'))])
  })

  it('is begun anew where it was no start of these bytes', async () => {
    const world = await testWorld()
    const part = `${placeIn(root(world), words.sha256)}.${world.processes.pid}-abcdefgh.part`
    await world.files.writeText(part, 'something else')
    const rest = brokenOff(words, 100)
    await open(world).put({ ...rest, read: onlyAsked(rest) })
    expect(rest.asked).toEqual([14, 0])
    expect(await partsOf(world)).toEqual([])
  })
})

test('a writer whose part another container took, as its id is none there, begins another one', async () => {
  const world = await testWorld()
  const reads: number[] = []
  const read = async function* (from: number): AsyncGenerator<Uint8Array> {
    yield* words.read(from)
    const [part = ''] = await partsOf(world)
    const within = path.dirname(placeIn(root(world), words.sha256))
    if (reads.length === 0) await world.files.move(path.join(within, part), path.join(within, 'elsewhere'))
    reads.push(from)
  }
  await open(world).put({ ...words, read })
  expect(reads).toEqual([0, 0])
  expect(await textIn(await open(world).open(words.sha256))).toBe('the bytes of a model, or of evidence')
  expect(await partsOf(world)).toEqual([])
})

/** The source whole, with its notes of where readers began. */
function onlyAsked(source: { readonly asked: number[] }) {
  return (from: number) => {
    source.asked.push(from)
    return words.read(from)
  }
}

test('bytes that were damaged are told when they are read, and replaced where their number is wrong', async () => {
  const world = await testWorld()
  await open(world).put(words)
  const place = placeIn(root(world), words.sha256)
  await world.files.writeText(place, 'the bytes of a model, or of Evidence')
  await expect(textIn(await open(world).open(words.sha256))).rejects.toMatchObject({
    code: 'content-differs',
    message: expect.stringContaining(root(world)),
  })
  await world.files.writeText(place, 'cut')
  await open(world).put(words)
  expect(await textIn(await open(world).open(words.sha256))).toBe('the bytes of a model, or of evidence')
})
