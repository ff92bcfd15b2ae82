import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import { testWorld } from '../world.ts'

test('what was appended is read back, also after a half-written line', async () => {
  const { files, cwd } = await testWorld()
  const file = path.join(cwd, 'log.jsonl')
  const lines = openJsonLines(files, file)
  expect(await lines.read()).toEqual([])
  await lines.append({ a: 1 })
  await appendFile(file, '{"torn": tr')
  const again = openJsonLines(files, file)
  expect(await again.read()).toEqual([{ a: 1 }])
  await again.append({ b: 2 })
  expect(await again.read()).toEqual([{ a: 1 }, { b: 2 }])
})

test('lines of several megabytes are read in pieces', async () => {
  const { files, cwd } = await testWorld()
  const file = path.join(cwd, 'log.jsonl')
  const lines = openJsonLines(files, file)
  // Characters of two and three bytes fall on the ends of pieces.
  const values = [{ text: 'ä€'.repeat(700_000) }, { text: '' }, { text: 'x'.repeat(2 ** 20) }, 'ß'.repeat(2 ** 19)]
  for (const value of values) await lines.append(value)
  expect((await lines.read()).every((value, at) => JSON.stringify(value) === JSON.stringify(values[at]))).toBe(true)
  expect(await lines.read()).toHaveLength(values.length)
})
