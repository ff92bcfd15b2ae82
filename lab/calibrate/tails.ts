import type { WorkerSample } from '../../src/core/products/index.ts'
import { createRandom } from '../../src/stats/random.ts'
import { repeatedInterval } from '../../src/stats/sequential.ts'
import { percentile, tailOf } from '../../src/verdicts/speed/tails.ts'
import type { RecordedBlock } from './blocks.ts'

const p = 0.99
/** One-sided: intervals at 90 %. */
const alpha = 0.05
/** Groups of blocks in a trial, each with ten runs or more beyond the percentile: as many as a verdict needs. */
const groups = 12

/**
 * How many of so many intervals for the ratio of 99th percentiles hold the true one, which is 1: both contenders are the same
 * model, and blocks are drawn with replacement and their sides exchanged at random.
 */
export function tailCoverage(blocks: readonly RecordedBlock[], trials: number): number {
  const random = createRandom(11)
  const size = Math.ceil(10 / ((1 - p) * Math.min(...blocks.slice(0, 50).map(({ production }) => production.length))))
  let covered = 0
  for (let trial = 0; trial < trials; trial++) {
    const pairs = Array.from({ length: groups * size }, () => {
      const { production, candidate } = blocks[random.below(blocks.length)] as RecordedBlock
      const sides = [sampleOf(production), sampleOf(candidate)] as const
      return random.below(2) === 0 ? sides : ([sides[1], sides[0]] as const)
    })
    const { differences, looks } = tailOf(pairs, percentile(p), 'relative', [{ count: pairs.length, spent: 1 }])
    const { low, high, level } = repeatedInterval(differences, looks, alpha)
    if (level > 0 && low <= 0 && high >= 0) covered++
  }
  return covered
}

function sampleOf(samplesMs: readonly number[]): WorkerSample {
  return {
    samplesMs,
    turns: [samplesMs.length],
    sessionMs: 1,
    firstRunMs: 1,
    peakBytes: 1,
    warmup: { runs: 1, ms: 1, steady: true },
  }
}
