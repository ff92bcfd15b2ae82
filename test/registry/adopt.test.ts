import { expect, it } from 'vitest'
import { adopt, createLedger, registryState } from '../../src/registry/index.ts'
import { artifact, assignEvent, releaseEvent } from '../contracts/ledger.ts'
import { testWorld } from '../world.ts'

it('puts a model that serves into production, once', async () => {
  const world = await testWorld()
  const { ledger } = await createLedger({ file: 'ledger.jsonl' }, { folder: world.cwd, runFolder: world.cwd }, world)
  const taken = { model: 'digits', version: '1.0.0', artifact, why: 'it serves already' }
  await adopt(ledger, taken)
  await ledger.append('next', releaseEvent('1.1.0'))
  await ledger.append('promoted', assignEvent('1.1.0', 'production', 'digits', '1.0.0'))
  await adopt(ledger, taken)
  const state = registryState(await ledger.read(), 'digits')
  expect(state.stages).toEqual({ production: '1.1.0' })
  expect(state.versions).toHaveLength(2)
})
