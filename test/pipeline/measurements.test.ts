import path from 'node:path'
import { expect, test } from 'vitest'
import { openMeasurements } from '../../src/pipeline/measurements.ts'
import { testWorld } from '../world.ts'

const key = 'a'.repeat(64)

test('what an older version kept in history/ is read first, and left as it is', async () => {
  const world = await testWorld()
  const old = path.join(world.cwd, '.airworthy', 'history', `${key}.jsonl`)
  await world.files.writeText(old, '{"block":1}\n{"block":2}\n')
  const measurements = openMeasurements(world, key)
  expect(await measurements.read()).toEqual([{ block: 1 }, { block: 2 }])
  await measurements.append({ block: 3 })
  expect(await openMeasurements(world, key).read()).toEqual([{ block: 1 }, { block: 2 }, { block: 3 }])
  expect(await world.files.readText(old)).toBe('{"block":1}\n{"block":2}\n')
  expect(await openMeasurements(world, 'b'.repeat(64)).read()).toEqual([])
})
