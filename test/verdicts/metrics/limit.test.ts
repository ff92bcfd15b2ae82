import { describe, expect, test } from 'vitest'
import { createRandom } from '../../../src/stats/random.ts'
import { rateWithin } from '../../../src/verdicts/metrics/limit.ts'

describe('the rate that keeps a limit', () => {
  test('exponential times: requests spend an exponential time there, of rate μ − λ (M/M/1)', () => {
    const random = createRandom(5)
    const meanMs = 2
    const runsMs = Array.from({ length: 400_000 }, () => -meanMs * Math.log1p(-random.uniform()))
    for (const [p, ms] of [
      [0.9, 20],
      [0.99, 20],
      [0.99, 60],
    ] as const) {
      const exact = 1000 * (1 / meanMs + Math.log(1 - p) / ms)
      expect(rateWithin(runsMs, { p, ms }, createRandom(6)) / exact).toBeGreaterThan(0.96)
      expect(rateWithin(runsMs, { p, ms }, createRandom(6)) / exact).toBeLessThan(1.04)
    }
  })

  test('rises with the limit, and ends at what the model can do', () => {
    const runsMs = Array.from({ length: 2000 }, (_, at) => 1 + (at % 7) / 10)
    const rates = [1.2, 2, 4, 8, 1e6].map((ms) => rateWithin(runsMs, { p: 0.95, ms }, createRandom(1)))
    expect(rates).toEqual(rates.toSorted((a, b) => a - b))
    expect(rates.at(-1)).toBeCloseTo(1000 / 1.3, 0)
  })

  test('is next to nothing where a request alone takes too long', () => {
    expect(rateWithin([5, 5, 5, 5], { p: 0.9, ms: 4 }, createRandom(1))).toBeLessThan(0.3)
  })

  test('is half as high when every run takes twice as long and may', () => {
    const runsMs = Array.from({ length: 3000 }, (_, at) => 2 + Math.sin(at))
    const slow = runsMs.map((ms) => 2 * ms)
    const [one, two] = [
      rateWithin(runsMs, { p: 0.99, ms: 15 }, createRandom(2)),
      rateWithin(slow, { p: 0.99, ms: 30 }, createRandom(2)),
    ]
    expect(two).toBeCloseTo(one / 2, 3)
  })
})
