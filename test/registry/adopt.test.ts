import path from 'node:path'
import { expect, it } from 'vitest'
import { adopt, openRegistry, registryState } from '../../src/registry/index.ts'
import { artifact, assignEvent, releaseEvent } from '../contracts/registry.ts'
import { testWorld } from '../world.ts'

it('puts a model that serves into production, once', async () => {
  const world = await testWorld()
  const registry = await openRegistry({ file: path.join(world.cwd, 'ledger.jsonl') }, world)
  const taken = { model: 'digits', version: '1.0.0', artifact, why: 'it serves already' }
  await adopt(registry, taken)
  await registry.append('next', releaseEvent('1.1.0'))
  await registry.append('promoted', assignEvent('1.1.0'))
  await adopt(registry, taken)
  const state = registryState(await registry.read(), 'digits')
  expect(state.stages).toEqual({ production: '1.1.0' })
  expect(state.versions).toHaveLength(2)
})
