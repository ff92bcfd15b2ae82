import { setTimeout as wait } from 'node:timers/promises'
import { Cancelled } from '../core/errors/index.ts'
import type { Clock } from '../core/world.ts'

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  monotonicMs: () => performance.now(),
  async sleep(ms, signal) {
    try {
      await wait(ms, undefined, signal === undefined ? {} : { signal })
    } catch (cause) {
      throw new Cancelled('waiting was cancelled', { cause })
    }
  },
}
