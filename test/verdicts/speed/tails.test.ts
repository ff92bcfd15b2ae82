import { describe, expect, test } from 'vitest'
import type { WorkerSample } from '../../../src/core/products/index.ts'
import { createRandom, type Random } from '../../../src/stats/random.ts'
import { repeatedInterval } from '../../../src/stats/sequential.ts'
import { percentile, tailOf } from '../../../src/verdicts/speed/tails.ts'
import { measurements, question, wordedRows } from '../measurements.ts'

/** Runs in two states, quick and slow, that last for hundreds of runs: what a noisy machine does to the tail. */
function bursty(random: Random, runs: number, effect: number): WorkerSample {
  let slow = random.uniform() < 0.1
  const samplesMs = Array.from({ length: runs }, () => {
    if (random.uniform() < (slow ? 0.05 : 0.002)) slow = !slow
    return effect * (slow ? 2 + 2 * random.uniform() : 1 + 0.1 * random.uniform())
  })
  return {
    samplesMs,
    turns: [runs],
    sessionMs: 1,
    firstRunMs: 1,
    peakBytes: 1,
    warmup: { runs: 1, ms: 1, steady: true },
  }
}

function pairs(seed: number, blocks: number, runs: number, effect: number) {
  const random = createRandom(seed)
  return Array.from({ length: blocks }, () => [bursty(random, runs, 1), bursty(random, runs, effect)] as const)
}

const everything = (count: number) => [{ count, spent: 1 }]

describe('the tail of bursty runs', () => {
  test('p99 intervals of nominal 90 % cover at least 85 %', () => {
    const trials = 400
    let covered = 0
    for (let seed = 1; seed <= trials; seed++) {
      const { differences, looks } = tailOf(pairs(seed, 40, 400, 1.1), percentile(0.99), 'relative', everything(40))
      const { low, high, level } = repeatedInterval(differences, looks, 0.05)
      if (level > 0 && low <= Math.log(1.1) && Math.log(1.1) <= high) covered++
    }
    expect(covered / trials).toBeGreaterThanOrEqual(0.85)
  })

  test('is compared by groups of blocks, each with ten runs beyond the percentile', () => {
    const tail = tailOf(pairs(1, 40, 400, 1), percentile(0.99), 'relative', [
      { count: 8, spent: 0.2 },
      { count: 10, spent: 0.25 },
      { count: 40, spent: 0.8 },
    ])
    expect(tail.size).toBe(3)
    expect(tail.differences).toHaveLength(13)
    expect(tail.exceedances).toBe(160)
    expect(tail.looks).toEqual([
      { count: 2, spent: 0.2 },
      { count: 3, spent: 0.25 },
      { count: 13, spent: 0.8 },
    ])
  })
})

test('a percentile with fewer than a hundred runs beyond it gets no verdict, however clear the difference', () => {
  const few = measurements({ ratio: 0.5, blocks: 40, runs: 240 })
  const [row] = wordedRows(few, [question('latency.p99')], 0.01)
  expect(row?.verdict).toBe('inconclusive')
  expect(row?.why).toContain('only 96 runs were slower than that percentile')
  expect(row?.needs?.blocks).toBeGreaterThanOrEqual(40)
})
