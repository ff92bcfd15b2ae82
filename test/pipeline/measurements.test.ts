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

test('what was measured under another key is not taken for this one, whatever the file is called', async () => {
  const world = await testWorld()
  const [one, other] = [key, 'b'.repeat(64)]
  await (await openMeasurements(world, one)).append({ block: { times: [1] }, pinned: true })
  const fileOf = (name: string) => path.join(world.cwd, '.airworthy', 'measurements', `${name}.jsonl`)
  await world.files.copy(fileOf(one), fileOf(other))
  await expect((await openMeasurements(world, other)).read()).rejects.toMatchObject({ code: 'measurements-foreign' })
  expect(await (await openMeasurements(world, one)).read()).toEqual([{ block: { times: [1] }, pinned: true }])
})
