import path from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/pipeline/store.ts'
import { testWorld } from '../world.ts'

// Values of hundreds of megabytes, which take more memory than all other tests.

test('a value too long to be kept, or to be any text, is refused whole', async () => {
  const world = await testWorld()
  const root = path.join(world.cwd, 'store')
  const store = openStore(root, world)
  const text = 'x'.repeat(2 ** 27)
  const refused = (characters: RegExp) =>
    expect.objectContaining({ code: 'result-too-large', message: expect.stringMatching(characters) })
  await expect(store.putValue([text, text])).rejects.toEqual(refused(/268,435,463 characters.* 268,435,456/))
  await expect(store.putValue([text, text, text, text, text])).rejects.toEqual(refused(/over half a billion/))
  expect(await world.files.exists(root)).toBe(false)
})
