import { describe, expect, test } from 'vitest'
import type { Measurements, Question } from '../../../src/core/products/index.ts'
import { compareRows, describeRows } from '../../../src/verdicts/index.ts'
import type { Rules } from '../../../src/verdicts/row/rules.ts'
import { measurements, question } from '../measurements.ts'

const earlier: Rules = 'airworthy.evidence/2'

/** The candidate's runs in these blocks take so many times as long, and scatter from turn to turn. */
function slowIn(given: Measurements, slow: readonly number[], factor: number, scatter = 0): Measurements {
  const speed = given.speed.map((measured) => ({
    ...measured,
    blocks: measured.blocks.map((block, at) => {
      const { production, candidate } = block.runs
      if (!slow.includes(at) || production === undefined || candidate === undefined) return block
      const shaken = (samplesMs: readonly number[], by: number): number[] =>
        samplesMs.map((ms, run) => ms * by * (1 + (Math.floor(run / 6) % 2 === 0 ? scatter : -scatter)))
      const runs = {
        production: { ...production, samplesMs: shaken(production.samplesMs, 1).toReversed() },
        candidate: { ...candidate, samplesMs: shaken(candidate.samplesMs, factor) },
      }
      return { ...block, runs }
    }),
  }))
  return { ...given, speed }
}

function found(given: Measurements, asked: Question, rules?: Rules) {
  const [row] = describeRows(compareRows(given, [asked], 0.01, rules))
  if (row === undefined) throw new Error('there is a row of each question')
  return row
}

describe('a candidate that is twice as slow in two of twenty processes', () => {
  const given = slowIn(measurements({ blocks: 20 }), [4, 11], 2)

  test.each(['latency.mean', 'throughput'])('does not pass by its mean: %s', (metric) => {
    const { verdict, change, interval, method } = found(given, question(metric))
    expect(verdict).toBe('inconclusive')
    // The blocks' mean is a tenth higher, and lies within the interval.
    expect(Math.abs(change)).toBeGreaterThan(0.05)
    expect(interval.low).toBeLessThan(change)
    expect(interval.high).toBeGreaterThan(change)
    expect(method).toBe('Student interval of the means, and Hodges–Lehmann interval, on 20 blocks')
    expect(found(given, question(metric), earlier).verdict).toBe('pass')
  })

  test('is no slower by the median of its processes', () => {
    expect(found(given, question('latency.p50')).verdict).toBe('pass')
  })

  test('does not pass at a later look because an earlier one had seen nothing', () => {
    const late = slowIn(measurements({ blocks: 24 }), [18, 20, 22], 2)
    const looks = [12, 16, 24].map((blocks) => ({ blocks, spent: (blocks / 24) ** 2 }))
    const looked = { ...late, speed: late.speed.map((measured) => ({ ...measured, looks })) }
    expect(found(looked, question('latency.mean')).verdict).toBe('inconclusive')
  })
})

test.each(['latency.mean', 'throughput'])(
  '%s of equal contenders passes, and of one that is slower fails',
  (metric) => {
    expect(found(measurements({ blocks: 12 }), question(metric)).verdict).toBe('pass')
    expect(found(measurements({ blocks: 12, ratio: 1.07 }), question(metric)).verdict).toBe('fail')
  },
)

test('blocks in which both scatter count in full, so that being slow there is seen', () => {
  const slow = [1, 3, 5, 7, 9]
  const given = slowIn(measurements({ blocks: 20 }), slow, 1.1, 0.2)
  const [now, before] = [found(given, question('latency.p50')), found(given, question('latency.p50'), earlier)]
  expect(before).toMatchObject({ verdict: 'pass', method: 'weighted Hodges–Lehmann interval on 20 blocks' })
  expect(now).toMatchObject({ verdict: 'inconclusive', method: 'Hodges–Lehmann interval on 20 blocks' })
})
