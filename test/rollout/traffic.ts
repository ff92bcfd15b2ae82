import type { Checkpoint } from '../../src/core/stage.ts'
import type { Target, VersionTraffic } from '../../src/core/target.ts'

/** A target whose traffic follows from arithmetic, so that every moment of a rollout can be replayed in milliseconds. */
export interface Computed extends Target {
  readonly applied: number[]
}

/** `errors` of the candidate's requests fail while it has more than `above` of the traffic; a look sees `requests` of both. */
export function computedTarget({
  errors = 0,
  above = 0,
  requests = 4000,
}: {
  errors?: number
  above?: number
  requests?: number
} = {}): Computed {
  const applied: number[] = []
  let weight = 0
  let hasStable = false
  const version = (count: number, share: number): VersionTraffic => ({
    requests: count,
    errors: Math.round(count * share),
    latenciesMs: [],
  })
  return {
    describe: 'computed',
    applied,
    async prepare(stable) {
      hasStable = stable !== undefined
    },
    async apply(next) {
      weight = next
      applied.push(next)
    },
    async weight() {
      return weight
    },
    async observe(ms) {
      const candidate = Math.round(requests * weight)
      const stable = hasStable ? requests - candidate : 0
      return {
        seconds: ms / 1000,
        stable: version(stable, 0),
        candidate: version(candidate, weight > above ? errors : 0),
      }
    },
    async close() {},
  }
}

/** A checkpoint in memory that outlives what uses it. */
export function memoryCheckpoint(): Checkpoint {
  const values: string[] = []
  return {
    read: async () => values.map((value) => JSON.parse(value) as unknown),
    append: async (value) => void values.push(JSON.stringify(value)),
  }
}
