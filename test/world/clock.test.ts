import { expect, test } from 'vitest'
import { systemClock } from '../../src/world/clock.ts'

test('a sleep of no time lets others run, and can be cancelled', async () => {
  await expect(systemClock.sleep(0, AbortSignal.abort())).rejects.toThrow(/cancelled/)
  await expect(systemClock.sleep(-1, AbortSignal.abort())).rejects.toThrow(/cancelled/)
  let ran = false
  setImmediate(() => {
    ran = true
  })
  for (let turn = 0; turn < 100 && !ran; turn++) await systemClock.sleep(0)
  expect(ran).toBe(true)
})

test('a sleep of weeks does not end at once, and can be cancelled', async () => {
  const stop = new AbortController()
  const asleep = systemClock.sleep(30 * 24 * 3600 * 1000, stop.signal)
  setTimeout(() => stop.abort(), 50)
  await expect(asleep).rejects.toThrow(/cancelled/)
})
