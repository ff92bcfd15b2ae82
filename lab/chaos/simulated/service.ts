import type { Target } from '../../../src/core/target.ts'
import { secondsOf, type VersionTraffic } from '../../../src/core/traffic.ts'
import type { World } from '../../../src/core/world.ts'
import type { Scheduler } from './scheduler.ts'

/** What serves the model, and outlives those who move its traffic. */
export interface Service {
  /** It as one process reaches it. */
  target(world: World): Target
  /** How often each hook was called, by the id of its event. */
  readonly hooks: ReadonlyMap<string, number>
  hook(id: string): void
}

/** `failing`: half of what a candidate is asked fails. */
export function serviceOn(scheduler: Scheduler, { failing }: { readonly failing: boolean }): Service {
  const began = new Date(scheduler.now()).toISOString()
  const hooks = new Map<string, number>()
  let weight = 0
  const version = (requests: number, errors: number): VersionTraffic => ({
    requests,
    errors: Math.round(requests * errors),
  })
  return {
    hooks,
    hook: (id) => void hooks.set(id, (hooks.get(id) ?? 0) + 1),
    target: ({ files }) => {
      /** Reaching it is a turn like any other. */
      const reach = <Result>(work: () => Result): Promise<Result> => files.exists('/service').then(work)
      return {
        describe: 'simulated',
        prepare: () => reach(() => 'ready' as const),
        apply: (next) =>
          reach(() => {
            weight = next
          }),
        weight: () => reach(() => weight),
        restore: () => reach(() => {}),
        traffic: {
          describe: 'simulated',
          since: async () => began,
          window: (span) =>
            reach(() => {
              const all = Math.round(1000 * secondsOf(span))
              const candidate = Math.round(all * weight)
              return { ...span, stable: version(all - candidate, 0), candidate: version(candidate, failing ? 0.5 : 0) }
            }),
          async close() {},
        },
        async close() {},
      }
    },
  }
}
