import { expect, test } from 'vitest'
import { normalCdf, normalQuantile, studentQuantile } from '../../src/stats/distributions.ts'
import { detectableChange, valuesNeeded } from '../../src/stats/planning.ts'

/** Twenty values with mean 0 and a sample standard deviation of exactly `s`. */
function spread(s: number): number[] {
  const half = Math.sqrt(19 / 20) * s
  return Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? half : -half))
}

test('the normal tail is right far out', () => {
  expect(normalCdf(-5)).toBeCloseTo(2.866515718791939e-7, 18)
  expect(normalQuantile(0.99)).toBeCloseTo(2.3263478740408408, 12)
})

test.each([
  [0.99, 7, 2.99795],
  [0.9, 19, 1.32773],
  [0.975, 38, 2.0243941639],
])('Student’s t, p = %d, %d degrees of freedom', (p, degrees, value) => {
  expect(studentQuantile(p, degrees) / value).toBeCloseTo(1, 2)
})

test('the detectable change of 20 blocks that vary by 2 %', () => {
  // (t(0.99, 19) + t(0.9, 19)) · 0.02/√20 = (2.53948 + 1.32773) · 0.0044721
  expect(detectableChange(spread(0.02), 0.01)).toBeCloseTo(0.017295, 4)
  expect(detectableChange([0.1], 0.01)).toBeUndefined()
})

test('the blocks that a margin of 1 % needs when they vary by 2 %', () => {
  // ((2.32635 + 1.28155) · 0.02/0.01)² + 2 = 54.07
  const differences = spread(0.02)
  expect(valuesNeeded(differences, { estimate: 0, margin: 0.01, alpha: 0.01 })).toBe(55)
  expect(valuesNeeded(differences, { estimate: 0.01, margin: 0.01, alpha: 0.01 })).toBeUndefined()
})
