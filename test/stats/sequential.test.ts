import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { type Look, lastInterval, repeatedInterval } from '../../src/stats/sequential.ts'
import { signedRankInterval } from '../../src/stats/signed-rank.ts'

const looks: readonly Look[] = [8, 10, 12, 16, 20, 24].map((count) => ({ count, spent: (0.8 * count) / 24 }))

/** Heavy-tailed and symmetric: a normal value, now and then ten times as large. */
function noise(seed: number, count: number): number[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform())
    return random.uniform() < 0.1 ? 10 * normal : normal
  })
}

test('one look that spends everything is the exact interval', () => {
  const values = noise(1, 20)
  const { estimate, low, high, level } = repeatedInterval(values, [{ count: 20, spent: 1 }], 0.01)
  const exact = signedRankInterval(values, 0.01)
  expect([estimate, low, high]).toEqual([exact.estimate, exact.low, exact.high])
  expect(level).toBeCloseTo(0.98, 12)
})

test('covers the centre as often as it says, whoever looks how often', () => {
  const trials = 4000
  let [above, below] = [0, 0]
  for (let seed = 1; seed <= trials; seed++) {
    const { low, high, level } = repeatedInterval(noise(seed, 24), looks, 0.05)
    if (level === 0) continue
    if (low > 0) above++
    if (high < 0) below++
  }
  // 0.05 × 0.8 spent each way; three standard errors are 0.9 %.
  for (const missed of [above, below]) expect(missed / trials).toBeLessThan(0.04 + 0.0093)
  expect(above + below).toBeGreaterThan(0)
})

test('later looks never widen it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      const values = noise(seed, 24)
      const early = repeatedInterval(values, looks.slice(0, 4), 0.05)
      const late = repeatedInterval(values, looks, 0.05)
      if (early.level === 0 || late.level === 0) return
      expect(late.low).toBeGreaterThanOrEqual(early.low)
      expect(late.high).toBeLessThanOrEqual(early.high)
    }),
    { numRuns: 50 },
  )
})

test('too few values, no looks, or looks that contradict one another give no level', () => {
  const values = noise(3, 24)
  expect(repeatedInterval(values.slice(0, 5), [{ count: 5, spent: 1 }], 0.01).level).toBe(0)
  expect(repeatedInterval(values, [], 0.01).level).toBe(0)
  const jumps = [
    ...Array.from({ length: 12 }, (_, at) => 100 + at),
    ...Array.from({ length: 60 }, (_, at) => -100 - at),
  ]
  const apart = [
    { count: 12, spent: 0.5 },
    { count: 72, spent: 1 },
  ]
  expect(repeatedInterval(jumps, apart, 0.05).level).toBe(0)
})

test('swapping the two sides mirrors the interval', () => {
  const values = noise(9, 24)
  const there = repeatedInterval(values, looks, 0.05)
  const back = repeatedInterval(
    values.map((value) => -value),
    looks,
    0.05,
  )
  expect([back.low, back.high]).toEqual([-there.high, -there.low])
})

test('the last look alone forgets what few values seemed to show', () => {
  const values = [...noise(5, 12).map((value) => value / 1000), ...Array.from({ length: 12 }, () => 1)]
  const intervalOf = (count: number, alpha: number) => signedRankInterval(values.slice(0, count), alpha)
  const [all, last] = [repeatedInterval(values, looks, 0.05), lastInterval(24, looks, 0.05, intervalOf)]
  expect(all.high).toBeLessThan(0.6)
  expect(last.high).toBe(1)
  expect(last.level).toBeCloseTo(1 - 2 * 0.05 * 0.8, 12)
  expect(lastInterval(24, [], 0.05, intervalOf).level).toBe(0)
  expect(lastInterval(5, [{ count: 5, spent: 1 }], 0.01, intervalOf).level).toBe(0)
})
