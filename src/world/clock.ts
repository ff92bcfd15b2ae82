import { setTimeout as wait } from 'node:timers/promises'
import { Cancelled } from '../core/errors/index.ts'
import type { Clock } from '../core/world.ts'

/** The longest that a timer of Node can be set for, in milliseconds; one that is set for longer ends at once. */
const longestTimerMs = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => performance.now(),
  async sleep(ms, signal) {
    try {
      let left = ms
      do {
        await wait(Math.min(left, longestTimerMs), undefined, signal === undefined ? {} : { signal })
        left -= longestTimerMs
      } while (left > 0)
    } catch (cause) {
      throw new Cancelled('waiting was cancelled', { cause })
    }
  },
}
