import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrivals, blockOrder, turnPlan, turns } from '../../src/measure/schedule.ts'
import { createRandom } from '../../src/stats/random.ts'

test('blocks of a pair mirror each other, so that nobody goes first more often', () => {
  const firsts = Array.from({ length: 40 }, (_, index) => blockOrder(['production', 'candidate'], 7, index)[0])
  expect(firsts.filter((first) => first === 'production')).toHaveLength(20)
})

test('the seed alone decides the order, and orders differ', () => {
  const orders = (seed: number): string[] =>
    Array.from({ length: 20 }, (_, index) => blockOrder(['a', 'b', 'c'], seed, index).join(''))
  expect(orders(1)).toEqual(orders(1))
  expect(orders(1)).not.toEqual(orders(2))
  expect(new Set(orders(1)).size).toBeGreaterThan(3)
})

test('turns go there and back: everyone is as late as everyone else', () => {
  expect(turns(['P', 'C'], 1)).toEqual(['P', 'C', 'C', 'P'])
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (ids, rounds) => {
        const order = turns(ids, rounds)
        const lateness = ids.map((id) => order.reduce((sum, each, at) => (each === id ? sum + at : sum), 0))
        expect(new Set(lateness).size).toBe(1)
      },
    ),
  )
})

test('a block is cut into short turns, whatever a run takes', () => {
  expect(turnPlan(0.1)).toEqual({ runs: 50, rounds: 50, settle: 1 })
  expect(turnPlan(5)).toEqual({ runs: 1, rounds: 90, settle: 0 })
  expect(turnPlan(2000)).toEqual({ runs: 1, rounds: 1, settle: 0 })
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e4, noNaN: true }), (runMs) => {
      const { runs, rounds } = turnPlan(runMs)
      expect(runs).toBeGreaterThanOrEqual(1)
      expect(runs).toBeLessThanOrEqual(1000)
      // Half a second each, of slow models more, as nearly as whole rounds allow.
      if (runMs > 0.01 && runMs < 50)
        expect(Math.abs(2 * rounds * runs * runMs - (runMs < 2.5 ? 500 : 900))).toBeLessThanOrEqual(runs * runMs + 1e-9)
    }),
  )
})

test('requests of an open loop come at random, at their rate on average', () => {
  const counts = Array.from({ length: 400 }, (_, seed) => arrivals(500, createRandom(seed)).length)
  const mean = counts.reduce((sum, count) => sum + count) / counts.length
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1)
  // 200 ms at 500 a second. Of a Poisson process the variance is the mean.
  expect(mean).toBeGreaterThan(97)
  expect(mean).toBeLessThan(103)
  expect(variance / mean).toBeGreaterThan(0.8)
  expect(variance / mean).toBeLessThan(1.25)
  expect(arrivals(500, createRandom(1))).toEqual(arrivals(500, createRandom(1)))
})

test('a turn of an open loop has requests however rare they are', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), fc.integer(), (rate, seed) => {
      const times = arrivals(rate, createRandom(seed))
      expect(times.length).toBeGreaterThan(0)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.at(-1)).toBeLessThanOrEqual(Math.max(200, 10_000 / rate) + 1e-9)
    }),
  )
})
