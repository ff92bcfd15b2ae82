import { describe, expect, test } from 'vitest'
import type { Scenario, WorkerSample } from '../../../src/core/products/index.ts'
import { blockFigure } from '../../../src/verdicts/speed/blocks.ts'
import { workerFigure } from '../../../src/verdicts/speed/figures.ts'

const scenario: Scenario = { id: 'cpu/b1/t1', provider: 'cpu', batch: 1, threads: 1 }

/** A worker whose rounds have these medians, in milliseconds. */
function worker(rounds: readonly number[]): WorkerSample {
  const samplesMs = rounds.flatMap((ms) => [ms, ms])
  const warmup = { runs: 1, ms: 1, steady: true }
  return { samplesMs, turns: samplesMs.map(() => 1), sessionMs: 1, firstRunMs: 1, peakBytes: 1, warmup }
}

const figureOf = (
  production: readonly number[],
  candidate: readonly number[],
  scale: 'relative' | 'absolute' = 'relative',
) => blockFigure(workerFigure({ by: 'rounds' }), scale, [worker(production), worker(candidate)], scenario)

describe('what a block says', () => {
  const calm = [1, 1.01, 0.99, 1, 1.01, 0.99, 1, 1.01]
  const wild = [1, 1.4, 0.8, 1.5, 0.7, 1.3, 0.9, 1.2]

  test('is the median over rounds', () => {
    expect(figureOf([1, 2, 3], [2, 4, 6]).difference).toBeCloseTo(Math.log(2), 12)
    expect(figureOf([1, 2, 3], [2, 4, 6], 'absolute').difference).toBe(2)
  })

  test('does not scatter where both are slowed alike', () => {
    const slowed = wild.map((ms) => 1.1 * ms)
    expect(figureOf(wild, slowed).scatter).toBeCloseTo(0, 9)
    expect(figureOf(calm, wild).scatter).toBeGreaterThan(0.15)
  })

  test('does not know which contender is which, nor how much slower one is', () => {
    const [one, other] = [figureOf(calm, wild), figureOf(wild, calm)]
    expect(other.scatter).toBeCloseTo(one.scatter, 12)
    expect(other.difference).toBeCloseTo(-one.difference, 12)
    const slower = wild.map((ms) => 3 * ms)
    expect(figureOf(calm, slower).scatter).toBeCloseTo(one.scatter, 12)
  })
})
