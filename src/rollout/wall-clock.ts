import type { MetricSource } from '../core/metric-source.ts'
import { printDuration } from '../core/quantity/index.ts'
import type { Clock } from '../core/world.ts'
import type { HeldLease } from './held-lease.ts'
import type { Ports } from './plan.ts'

/** By how much a wall clock may part from the monotonic one between two readings of both, in milliseconds: it is always being slewed. */
const toleranceMs = 1000

/** Notices that the wall clock was set, or that the machine slept. Gives by how many milliseconds it has jumped since the last call, or 0. */
export function watchWallClock({ now, monotonicMs }: Pick<Clock, 'now' | 'monotonicMs'>): () => number {
  const gapMs = (): number => Date.parse(now()) - monotonicMs()
  let last = gapMs()
  return () => {
    const [before, after] = [last, gapMs()]
    last = after
    return Math.abs(after - before) > toleranceMs ? after - before : 0
  }
}

/**
 * The metric source of a rollout, which is asked by the wall clock. A stretch of time in which that jumped proves nothing, as it may hold the
 * traffic of seconds: after a jump, the source speaks of what comes then, and the look under way begins anew.
 */
export function steadySource({ clock, source, progress }: Ports, lease: HeldLease): MetricSource {
  const jumpedMs = watchWallClock(clock)
  let steadySince: string | undefined
  return {
    describe: source.describe,
    async since() {
      const since = await source.since()
      const ms = jumpedMs()
      if (ms !== 0) {
        steadySince = clock.now()
        const way = ms > 0 ? 'ahead' : 'back'
        progress(`the clock of this machine jumped ${way} by ${printDuration(Math.abs(ms))}: this look begins anew`)
      }
      // What was recorded by the old time would lie in the future. What stands before a claim counts as no later than that.
      if (ms < 0) await lease.claim()
      return steadySince !== undefined && (since === undefined || steadySince > since) ? steadySince : since
    },
    window: (span, versions) => source.window(span, versions),
    close: () => source.close(),
  }
}
