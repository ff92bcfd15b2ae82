import { setTimeout as wait } from 'node:timers/promises'
import { Cancelled } from '../core/errors/index.ts'
import type { Clock } from '../core/world.ts'

/** A timer of Node that is set for longer ends at once. */
const longestTimerMs = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => performance.now(),
  async sleep(ms, signal) {
    try {
      for (let left = ms; left > 0; left -= longestTimerMs)
        await wait(Math.min(left, longestTimerMs), undefined, signal === undefined ? {} : { signal })
    } catch (cause) {
      throw new Cancelled('waiting was cancelled', { cause })
    }
  },
}
