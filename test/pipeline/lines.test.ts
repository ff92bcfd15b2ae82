import { writeFileSync } from 'node:fs'
import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import { testWorld } from '../world.ts'

const digest = /\{"digest":"[0-9a-f]{64}",/g

async function prepared(): Promise<{ world: World; file: string; open: () => ReturnType<typeof openJsonLines> }> {
  const world = await testWorld()
  const file = path.join(world.cwd, 'log.jsonl')
  return { world, file, open: () => openJsonLines(world.files, file) }
}

test('what was appended is read back, also after a half-written line', async () => {
  const { world, file, open } = await prepared()
  const lines = open()
  expect(await lines.read()).toEqual([])
  expect(await lines.first()).toBeUndefined()
  await lines.append({ a: 1 })
  await appendFile(file, '{"torn": tr')
  const again = open()
  expect(await again.read()).toEqual([{ a: 1 }])
  await again.append({ b: 2 })
  for (const value of [{}, 3, 'text', null, [{}], { digest: 'of its own' }]) await again.append(value)
  expect(await again.read()).toEqual([{ a: 1 }, { b: 2 }, {}, 3, 'text', null, [{}], { digest: 'of its own' }])
  expect(await open().first()).toEqual({ a: 1 })
  expect((await world.files.readText(file)).match(digest)?.length).toBeGreaterThan(2)
})

test('lines of several megabytes are read in pieces', async () => {
  const { open } = await prepared()
  const lines = open()
  // Characters of two and three bytes fall on the ends of pieces.
  const values = [{ text: 'ä€'.repeat(700_000) }, { text: '' }, { text: 'x'.repeat(2 ** 20) }, 'ß'.repeat(2 ** 19)]
  for (const value of values) await lines.append(value)
  expect((await open().read()).every((value, at) => JSON.stringify(value) === JSON.stringify(values[at]))).toBe(true)
  expect(await lines.read()).toHaveLength(values.length)
})

test('a line that lacks its line feed alone counts', async () => {
  const { world, file, open } = await prepared()
  await open().append({ a: 1 })
  await world.files.writeText(file, (await world.files.readText(file)).trimEnd())
  expect(await open().read()).toEqual([{ a: 1 }])
  await open().append({ b: 2 })
  expect(await open().read()).toEqual([{ a: 1 }, { b: 2 }])
})

test('lines of an earlier version count where they stand before all others, and are covered by the next', async () => {
  const { world, file, open } = await prepared()
  // One of them was half-written when its process was killed.
  await world.files.writeText(file, '{"a":1}\n{"b":\n{"c":3}\n')
  expect(await open().read()).toEqual([{ a: 1 }, { c: 3 }])
  await open().append({ d: 4 })
  expect(await open().read()).toEqual([{ a: 1 }, { c: 3 }, { d: 4 }])
  const text = await world.files.readText(file)
  await world.files.writeText(file, text.replace('"a":1', '"a":7'))
  await expect(open().read()).rejects.toMatchObject({
    code: 'line-damaged',
    message: expect.stringContaining('line 4'),
  })
  await world.files.writeText(file, `${text}{"e":5}\n`)
  await expect(open().read()).rejects.toMatchObject({
    code: 'line-damaged',
    message: expect.stringContaining('line 5'),
  })
})

test('written side by side, by several that do not know of each other, all count', async () => {
  const { open } = await prepared()
  const one = open()
  await Promise.all([one, one, open(), open(), open(), one].map((lines, at) => lines.append({ at })))
  const read = (await open().read()) as { at: number }[]
  expect(read.map(({ at }) => at).sort()).toEqual([0, 1, 2, 3, 4, 5])
})

describe('damage', () => {
  async function written() {
    const on = await prepared()
    const values = [{ event: 'a', n: 1 }, { event: 'b', text: 'ü' }, { event: 'c' }]
    for (const value of values) await on.open().append(value)
    return { ...on, values, bytes: await on.world.files.read(on.file) }
  }

  test.each([1, 3])('of any bit is found, in a file of %i lines', async (count) => {
    const { file, open, bytes, values } = await written()
    const whole = bytes.subarray(0, [...bytes.entries()].filter(([, byte]) => byte === 10)[count - 1]?.[0] as number)
    const all = Uint8Array.from([...whole, 10])
    for (let bit = 0; bit < 8 * all.length; bit++) {
      const flipped = Uint8Array.from(all)
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7))
      writeFileSync(file, flipped)
      const read = open().read()
      await expect(read, `bit ${bit} of ${values.length}`).rejects.toMatchObject({ code: 'line-damaged' })
    }
  })

  test('is told from what a kill cut off: the lines before it count, and it can be gone on with', async () => {
    const { file, open, bytes, values } = await written()
    for (let end = 0; end < bytes.length; end += 3) {
      writeFileSync(file, bytes.subarray(0, end))
      const read = await open().read()
      expect(read).toEqual(values.slice(0, read.length))
      await open().append({ event: 'd' })
      expect(await open().read()).toEqual([...read, { event: 'd' }])
    }
  })

  test('is a line that was taken out, moved, doubled or put in', async () => {
    const { world, file, open } = await written()
    const [a, b, c] = (await world.files.readText(file)).trimEnd().split('\n') as [string, string, string]
    for (const lines of [
      [b, c],
      [a, c],
      [b, a, c],
      [a, '{"event":"b"}', b, c],
      [a, b, c, '{"event":"d"}'],
      [a, b, c, 'x'],
    ]) {
      await world.files.writeText(file, `${lines.join('\n')}\n`)
      await expect(open().read(), lines.join('\n')).rejects.toMatchObject({
        code: 'line-damaged',
        hint: expect.stringContaining(`Delete ${file}`),
      })
      await expect(open().append({ event: 'e' })).rejects.toMatchObject({ code: 'line-damaged' })
    }
  })
})
