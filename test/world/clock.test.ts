import { expect, test } from 'vitest'
import { systemClock } from '../../src/world/clock.ts'

test('a sleep of weeks does not end at once, and can be cancelled', async () => {
  const stop = new AbortController()
  const asleep = systemClock.sleep(30 * 24 * 3600 * 1000, stop.signal)
  setTimeout(() => stop.abort(), 50)
  await expect(asleep).rejects.toThrow(/cancelled/)
})
