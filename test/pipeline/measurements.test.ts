import path from 'node:path'
import { expect, test } from 'vitest'
import type { World } from '../../src/core/world.ts'
import { homeOf } from '../../src/pipeline/home.ts'
import { openMeasurements as openIn } from '../../src/pipeline/measurements.ts'
import { testWorld } from '../world.ts'

const openMeasurements = async (world: World, of: string) => openIn(await homeOf(world), world.files, of)

const key = 'a'.repeat(64)

test('what an older version kept in history/ is read first, and left as it is', async () => {
  const world = await testWorld()
  const old = path.join(world.cwd, '.airworthy', 'history', `${key}.jsonl`)
  await world.files.writeText(old, '{"block":1}\n{"block":2}\n')
  const measurements = await openMeasurements(world, key)
  expect(await measurements.read()).toEqual([{ block: 1 }, { block: 2 }])
  await measurements.append({ block: 3 })
  expect(await (await openMeasurements(world, key)).read()).toEqual([{ block: 1 }, { block: 2 }, { block: 3 }])
  expect(await world.files.readText(old)).toBe('{"block":1}\n{"block":2}\n')
  expect(await (await openMeasurements(world, 'b'.repeat(64))).read()).toEqual([])
})

test('an older copy of what an earlier run measured is not taken, and removing it begins anew', async () => {
  const world = await testWorld()
  const file = path.join(world.cwd, '.airworthy', 'measurements', `${key}.jsonl`)
  const measurements = await openMeasurements(world, key)
  await measurements.append({ block: 1 })
  await measurements.noteEnd()
  const older = await world.files.readText(file)
  await measurements.append({ look: 1 })
  // What was added since it was noted, as by a run that was killed, counts.
  expect(await (await openMeasurements(world, key)).read()).toEqual([{ block: 1 }, { look: 1 }])
  await measurements.noteEnd()
  await world.files.writeText(file, older)
  const behind = { code: 'measurements-behind', hint: expect.stringContaining(`delete ${file}`) }
  await expect((await openMeasurements(world, key)).read()).rejects.toMatchObject(behind)
  await world.files.remove(file)
  expect(await (await openMeasurements(world, key)).read()).toEqual([])
  await (await openMeasurements(world, key)).append({ block: 2 })
  expect(await (await openMeasurements(world, key)).read()).toEqual([{ block: 2 }])
})

test('a note that is damaged says nothing', async () => {
  const world = await testWorld()
  const measurements = await openMeasurements(world, key)
  await measurements.append({ block: 1 })
  for (const text of ['', '{"end":', '{"end":7}\n', '\0\0']) {
    await world.files.writeText(path.join(world.cwd, '.airworthy', 'measurements', `${key}.end`), text)
    expect(await (await openMeasurements(world, key)).read()).toEqual([{ block: 1 }])
  }
})

test('what was measured under another key is not taken for this one, whatever the file is called', async () => {
  const world = await testWorld()
  const [one, other] = [key, 'b'.repeat(64)]
  await (await openMeasurements(world, one)).append({ block: { times: [1] }, pinned: true })
  const fileOf = (name: string) => path.join(world.cwd, '.airworthy', 'measurements', `${name}.jsonl`)
  await world.files.copy(fileOf(one), fileOf(other))
  await expect((await openMeasurements(world, other)).read()).rejects.toMatchObject({ code: 'measurements-foreign' })
  expect(await (await openMeasurements(world, one)).read()).toEqual([{ block: { times: [1] }, pinned: true }])
})
