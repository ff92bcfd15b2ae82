import type { Scenario } from '../../core/products/index.ts'
import { type Labels, shardName } from './runners.ts'
import { type BenchmarkSettings, scenariosOf } from './settings.ts'

/** The scenarios that one machine measures. */
export interface Shard {
  readonly name: string
  /** Undefined for scenarios that name no runner. */
  readonly runner?: Labels | undefined
  readonly scenarios: readonly Scenario[]
}

/** What each machine measures, in the order in which the scenarios stand in the file. The first measures quality too. */
export function shardsOf(settings: BenchmarkSettings): readonly Shard[] {
  const shards = new Map<string, Shard>()
  for (const scenario of scenariosOf(settings)) {
    const name = shardName(scenario.runner)
    const { runner, scenarios } = shards.get(name) ?? { runner: scenario.runner, scenarios: [] }
    shards.set(name, { name, ...(runner === undefined ? {} : { runner }), scenarios: [...scenarios, scenario] })
  }
  return [...shards.values()]
}

/** What this run measures: a shard of the benchmark, or all of it. */
export interface Part {
  readonly scenarios: readonly Scenario[]
  readonly quality: boolean
}

export function partOf(settings: BenchmarkSettings, shard: string | undefined): Part {
  if (shard === undefined) return { scenarios: scenariosOf(settings), quality: true }
  const shards = shardsOf(settings)
  const at = shards.findIndex(({ name }) => name === shard)
  return { scenarios: shards[at]?.scenarios ?? [], quality: at === 0 }
}
