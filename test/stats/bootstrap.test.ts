import { describe, expect, test } from 'vitest'
import { pairedBootstrap } from '../../src/stats/bootstrap.ts'
import { mean, median, quantile } from '../../src/stats/describe.ts'
import { createRandom } from '../../src/stats/random.ts'

describe('the paired bootstrap', () => {
  const random = createRandom(7)
  const differences = Array.from({ length: 400 }, () => random.uniform() - 0.4)

  test('agrees with the normal interval where that is right', () => {
    const { estimate, low, high, level } = pairedBootstrap(differences, { level: 0.95, seed: 1 })
    const half = 1.96 * Math.sqrt(1 / 12 / 400)
    expect(estimate).toBeCloseTo(mean(differences), 12)
    expect(level).toBe(0.95)
    expect(Math.abs(high - estimate - half)).toBeLessThan(half * 0.1)
    expect(Math.abs(estimate - low - half)).toBeLessThan(half * 0.1)
  })

  test('gives the same interval for the same seed, another for another', () => {
    const once = pairedBootstrap(differences, { level: 0.95, seed: 1, resamples: 500 })
    expect(pairedBootstrap(differences, { level: 0.95, seed: 1, resamples: 500 })).toEqual(once)
    expect(pairedBootstrap(differences, { level: 0.95, seed: 2, resamples: 500 }).low).not.toBe(once.low)
  })

  test('claims no level on a handful of examples, and refuses none', () => {
    expect(pairedBootstrap(differences.slice(0, 29), { level: 0.95, seed: 1 }).level).toBe(0)
    expect(() => pairedBootstrap([], { level: 0.95, seed: 1 })).toThrow(RangeError)
  })
})

test('quantiles', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(
    quantile(
      Array.from({ length: 100 }, (_, at) => 99 - at),
      0.905,
    ),
  ).toBeCloseTo(89.595, 12)
})

describe('seeded random numbers', () => {
  test('are the same for the same seed on every machine', () => {
    const random = createRandom(1, 2)
    expect([random.below(1000), random.below(1000), random.below(1000)]).toMatchInlineSnapshot(`
      [
        960,
        299,
        695,
      ]
    `)
  })

  test('shuffle evenly and leave the given items alone', () => {
    const random = createRandom(3)
    const items = ['a', 'b', 'c']
    const counts = new Map<string, number>()
    for (let trial = 0; trial < 6000; trial++) {
      const key = random.shuffle(items).join('')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect(items).toEqual(['a', 'b', 'c'])
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
  })
})
