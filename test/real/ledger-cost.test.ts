import { describe, expect, it } from 'vitest'
import { builders } from '../../lab/ledger-cost/ledgers.ts'
import { type Cost, costsOf, entriesFor } from '../../lab/ledger-cost/measure.ts'

/**
 * Milliseconds of our processor time until an entry is recorded, from the start of the process, and processes of git for a release and an
 * assignment. docs/ledger-cost.md has the figures.
 */
const bounds: Readonly<Record<string, { readonly firstMs: number; readonly calls: number }>> = {
  git: { firstMs: 300, calls: 12 },
  'git, shared at a bare repository': { firstMs: 300, calls: 16 },
}

const least = (costs: readonly Cost[], of: (cost: Cost) => number): number => Math.min(...costs.map(of))

describe.each(builders.filter(({ name }) => name in bounds))('a ledger in $name', (builder) => {
  it('costs as many processes of git at 2,000 entries as at 100, within bounds of time and bytes', async () => {
    const few = await costsOf(builder, entriesFor(100), 3)
    const many = await costsOf(builder, entriesFor(2_000), 3)
    const { firstMs: mostMs, calls: processes } = bounds[builder.name] as (typeof bounds)[string]
    expect([few, many].map((costs) => least(costs, ({ calls }) => calls))).toEqual([processes, processes])
    // The least of several: other work on the machine only adds.
    expect(least(many, ({ firstMs }) => firstMs)).toBeLessThan(mostMs)
    for (const bytes of many.flatMap(({ objectBytes }) => objectBytes)) expect(bytes).toBeLessThan(10_000)
  })
})
