import { Cancelled } from '../../src/core/errors/index.ts'
import type { MetricSource } from '../../src/core/metric-source.ts'
import type { Target } from '../../src/core/target.ts'
import { secondsOf, type VersionTraffic } from '../../src/core/traffic.ts'
import type { Clock, World } from '../../src/core/world.ts'
import { headAfter, type RolloutHead } from '../../src/registry/index.ts'
import { systemClock } from '../../src/world/clock.ts'

/** A clock that stands still but when somebody waits, so that days pass in milliseconds. */
export function fakeClock(start = '2026-01-01T00:00:00.000Z'): Clock {
  let ms = Date.parse(start)
  return {
    now: () => new Date(ms).toISOString(),
    monotonicMs: () => ms,
    async sleep(wait, signal) {
      if (signal?.aborted) throw new Cancelled('waiting was cancelled')
      ms += wait
    },
  }
}

/**
 * The world of a ledger whose entries have the moments of a clock that stands still. Its lock has a heartbeat in real time, or else
 * they would make time pass.
 */
export function ledgerWorld(world: World): World {
  return { ...world, clock: { ...world.clock, sleep: systemClock.sleep } }
}

/** A target whose traffic follows from arithmetic, so that every moment of a rollout can be replayed in milliseconds. */
export interface Computed extends Target {
  readonly applied: number[]
  readonly traffic: MetricSource
}

/** `errors` of the candidate's requests fail while it has more than `above` of the traffic; both together get `requests` a second. */
export function computedTarget(
  clock: Clock,
  {
    errors = 0,
    above = 0,
    requests = 4000,
  }: {
    errors?: number
    above?: number
    requests?: number
  } = {},
): Computed {
  const applied: number[] = []
  const began = clock.now()
  let weight = 0
  let hasStable = false
  const version = (count: number, share: number): VersionTraffic => ({
    requests: count,
    errors: Math.round(count * share),
  })
  return {
    describe: 'computed',
    applied,
    async prepare(stable) {
      hasStable = stable !== undefined
      return 'ready'
    },
    async apply(next) {
      weight = next
      applied.push(next)
    },
    async weight() {
      return weight
    },
    async restore() {},
    traffic: {
      describe: 'computed',
      since: async () => began,
      async window(span) {
        const all = Math.round(requests * secondsOf(span))
        const candidate = Math.round(all * weight)
        return {
          ...span,
          stable: version(hasStable ? all - candidate : 0, 0),
          candidate: version(candidate, weight > above ? errors : 0),
        }
      },
      async close() {},
    },
    async close() {},
  }
}

/** How a rollout stands right after it began. */
export function headOf(rollout: string): RolloutHead {
  const [key, at] = [`${rollout}/started`, '2026-01-01T00:00:00.000Z']
  const about = { model: 'digits', rollout, version: '1.1.0', from: '1.0.0', target: 'local', steps: [1] }
  return headAfter(undefined, { kind: 'rollout-started', ...about, key, at, by: 'x' }) as RolloutHead
}
