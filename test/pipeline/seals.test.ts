import { appendFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { openCache } from '../../src/pipeline/cache.ts'
import { homeOf } from '../../src/pipeline/home.ts'
import { openJsonLines } from '../../src/pipeline/lines.ts'
import { openMeasurements } from '../../src/pipeline/measurements.ts'
import { sealsOf, unsealed } from '../../src/pipeline/seals.ts'
import { storeOf } from '../../src/pipeline/store.ts'
import { createMask } from '../../src/world/secrets/index.ts'
import { temporaryFolder } from '../folders.ts'
import { testWorld } from '../world.ts'

// What CI keeps comes back to it as before: sealing shows only where somebody else wrote.

function job(): Promise<World> {
  return testWorld({ ci: true, env: { ...process.env, RUNNER_TEMP: temporaryFolder() } })
}

const name = 'measurements/a.jsonl'

async function linesIn(world: World) {
  const { folder, seals } = await homeOf(world)
  const file = path.join(folder, name)
  return { file, seals, open: () => openJsonLines(world.files, file, { name, seals, kind: 'measurements' }) }
}

test('any text of a JSON value comes back as it was, with a seal or without one', async () => {
  const seals = sealsOf((await job()).home)
  const property = fc.asyncProperty(fc.json(), fc.string(), fc.string(), async (text, called, after) => {
    const closed = await seals.seal(called, text, after)
    expect(closed.seal).toMatch(/^[0-9a-f]{64}$/)
    expect(() => JSON.parse(closed.text)).not.toThrow()
    expect(await seals.unseal(called, closed.text, after)).toEqual({ text, seal: closed.seal })
    expect(await seals.unseal(`${called}.`, closed.text, after)).toBeUndefined()
    expect(await seals.unseal(called, closed.text, `${after}.`)).toBeUndefined()
    // On a machine that asks for none.
    expect((await unsealed.unseal(called, closed.text))?.text).toBe(text)
    expect((await unsealed.unseal(called, text))?.text).toBe(text)
  })
  await fc.assert(property, { numRuns: 200 })
})

describe('sealed lines', () => {
  test('are read back, go on where they were, and are read outside CI', async () => {
    const world = await job()
    const { open, file, seals } = await linesIn(world)
    await open().append({ block: 1 })
    await open().append(2)
    const third = open()
    expect(await third.read()).toEqual([{ block: 1 }, 2])
    await third.append({})
    await third.append({ seal: 'of its own' })
    const all = [{ block: 1 }, 2, {}, { seal: 'of its own' }]
    expect(await open().read()).toEqual(all)
    expect(seals.refused.size).toBe(0)
    const chain = { name, seals: unsealed, kind: 'measurements' } as const
    expect(await openJsonLines(world.files, file, chain).read()).toEqual(all)
  })

  test('written side by side, by one process or several, all count', async () => {
    const world = await job()
    const { open } = await linesIn(world)
    const one = open()
    const both = [one, one, one, open(), open()].map((lines, at) => lines.append({ at }))
    await Promise.all(both)
    const read = (await open().read()) as { at: number }[]
    expect(read.map(({ at }) => at).sort()).toEqual([0, 1, 2, 3, 4])
  })

  test('go on after one that a kill cut off', async () => {
    const world = await job()
    const { open, file } = await linesIn(world)
    await open().append({ block: 1 })
    await appendFile(file, '{"seal":"0123')
    await open().append({ block: 2 })
    expect(await open().read()).toEqual([{ block: 1 }, { block: 2 }])
  })

  test('keep no secret, and count all the same', async () => {
    const env = { DEPLOY_TOKEN: 'open-sesame', RUNNER_TEMP: temporaryFolder() }
    const world = await testWorld({ ci: true, env, mask: createMask(env) })
    const { open, file } = await linesIn(world)
    await open().append({ said: 'open-sesame' })
    await open().append({ block: 2 })
    expect(await world.files.readText(file)).not.toContain('open-sesame')
    expect(await open().read()).toEqual([{ said: '***' }, { block: 2 }])
  })
})

test('outside CI nothing is sealed, and old lines count', async () => {
  const world = await testWorld()
  const { open, file } = await linesIn(world)
  await world.files.writeText(file, '{"block":1}\n')
  await open().append({ block: 2 })
  expect(await world.files.readText(file)).toMatch(/^\{"block":1\}\n\{"digest":"[0-9a-f]{64}","block":2\}\n$/)
  expect(await open().read()).toEqual([{ block: 1 }, { block: 2 }])
})

test('what did not count is named as the file that it is, also in the cache', async () => {
  const world = await job()
  const key = 'c7'.repeat(32)
  const home = await homeOf(world)
  const files = [
    path.join(home.cache, 'c7', `${key}.json`),
    path.join(home.measurements, `${key}.jsonl`),
    path.join(home.measurements, `${key}.end`),
    path.join(home.history, `${key}.jsonl`),
  ]
  for (const file of files) await world.files.writeText(file, '{"end":"x"}\n')
  expect(await openCache(home, world.files, storeOf(home, world)).find(key)).toBeUndefined()
  await openMeasurements(home, world.files, key).read()
  expect([...home.seals.refused].sort()).toEqual([...files].sort())
})
