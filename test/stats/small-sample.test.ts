import { describe, expect, test } from 'vitest'
import { effectiveUnits, skewnessAllowance, unitsOf } from '../../src/stats/small-sample.ts'

describe('units', () => {
  test('are the examples, where these stand alone', () => {
    expect([effectiveUnits({ examples: 50 }), unitsOf({ examples: 50 })]).toEqual([50, 50])
  })

  test('are the groups, and as many as those are worth', () => {
    const groups = Array.from({ length: 60 }, (_, at) => at % 12)
    expect(effectiveUnits({ examples: 60, groups })).toBeCloseTo(12, 12)
    // 100 examples in one group, 10 alone: 110² / (100² + 10).
    const one = Array.from({ length: 110 }, (_, at) => (at < 100 ? 0 : at - 99))
    expect(unitsOf({ examples: 110, groups: one })).toBe(11)
    expect(effectiveUnits({ examples: 110, groups: one })).toBeCloseTo(12100 / 10010, 12)
  })
})

test('few equal events are allowed for as exact Poisson limits do', () => {
  // 10 events at 98 %: exact limits 4.13 and 20.14 (chi-squared quantiles), so 10.14 above; the normal reaches 7.36.
  const influences = Float64Array.from({ length: 1000 }, (_, at) => (at < 10 ? 1 : 0))
  const allowance = skewnessAllowance(influences, 0.98)
  expect(allowance).toBeCloseTo(1.97, 2)
  expect(2.3263 * Math.sqrt(10) + allowance).toBeGreaterThan(9)
  expect(skewnessAllowance(new Float64Array(5), 0.98)).toBe(0)
})
