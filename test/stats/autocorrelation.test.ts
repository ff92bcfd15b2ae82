import fc from 'fast-check'
import { expect, test } from 'vitest'
import { autocorrelation, effectiveSize } from '../../src/stats/autocorrelation.ts'
import { createRandom } from '../../src/stats/random.ts'

/** Each value follows the one before by so much: AR(1) with standard normal innovations. */
function following(rho: number, count: number, seed: number): number[] {
  const random = createRandom(seed)
  let value = 0
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log1p(-random.uniform())) * Math.cos(2 * Math.PI * random.uniform())
    value = rho * value + normal
    return value
  })
}

test('by hand: 1 2 3 4 5 with lags of 1 and 2', () => {
  // Centred −2 −1 0 1 2: squares 10, neighbours 2 + 0 + 0 + 2, second neighbours 0 − 1 + 0.
  expect(autocorrelation([1, 2, 3, 4, 5], 1)).toBeCloseTo(0.4, 12)
  expect(autocorrelation([1, 2, 3, 4, 5], 2)).toBeCloseTo(-0.1, 12)
  expect(autocorrelation([7, 7, 7], 1)).toBe(0)
})

test.each([0, 0.3, 0.6, 0.9])('a series that follows itself by %f is worth (1 − ρ)/(1 + ρ) of its length', (rho) => {
  const count = 20_000
  const shares = [1, 2, 3, 4, 5].map((seed) => effectiveSize(following(rho, count, seed)) / count)
  const mean = shares.reduce((sum, share) => sum + share) / shares.length
  expect(mean / ((1 - rho) / (1 + rho))).toBeGreaterThan(0.9)
  expect(mean / ((1 - rho) / (1 + rho))).toBeLessThan(1.1)
})

test('lies between one and all values, in whatever unit', () => {
  const values = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(values, (given) => {
      const size = effectiveSize(given)
      expect(size).toBeGreaterThanOrEqual(1)
      expect(size).toBeLessThanOrEqual(given.length)
      expect(effectiveSize(given.map((each) => each * 8))).toBeCloseTo(size, 6)
    }),
  )
})
