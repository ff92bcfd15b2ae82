import { expect, test } from 'vitest'
import { runExperiment } from '../../src/measure/experiment.ts'
import { testWorld } from '../world.ts'
import { measurementStore, planIn, toolsIn } from './plans.ts'

test('measures all contenders in balanced turns, in fresh processes, and keeps every sample', async () => {
  const world = await testWorld()
  const { blocks, warnings } = await runExperiment(await planIn(world, 2), toolsIn(world, measurementStore(), [0]))
  expect(blocks).toHaveLength(2)
  for (const { order, runs } of blocks) {
    expect(order.filter((id) => id === 'production')).toHaveLength(order.length / 2)
    expect(order).toEqual(order.toReversed())
    for (const id of ['production', 'candidate']) {
      const sample = runs[id]
      expect(sample?.samplesMs.length).toBeGreaterThan(7)
      expect(sample?.turns.reduce((sum, count) => sum + count)).toBe(sample?.samplesMs.length)
      expect(sample?.turns).toHaveLength(order.filter((each) => each === id).length)
      expect(sample?.warmup.runs).toBeGreaterThan(4)
      expect(Math.min(...(sample?.samplesMs ?? []))).toBeGreaterThan(0)
      expect(sample?.sessionMs).toBeGreaterThan(0)
      expect(sample?.firstRunMs).toBeGreaterThan(0)
      expect(sample?.peakBytes).toBeGreaterThan(30e6)
    }
  }
  expect(blocks[0]?.order[0]).not.toBe(blocks[1]?.order[0])
  // The minimum of blocks took longer than the millisecond that was asked for.
  const codes = warnings.map(({ code }) => code)
  expect(codes).toContain('budget-overrun')
  expect(codes.includes('not-pinned')).toBe(process.platform !== 'linux')
})
