import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signedRankInterval } from '../../src/stats/signed-rank.ts'
import { weightedInterval, weightsOf } from '../../src/stats/weighted.ts'

describe('weights', () => {
  test('are 1 up to the tolerated scatter, and fall with its square beyond', () => {
    expect(weightsOf([1, 1, 1, 1.5, 3, 6])).toEqual([1, 1, 1, 1, 0.390625, 0.09765625])
    expect(weightsOf([1, 1, 2], 1)).toEqual([1, 1, 0.25])
  })

  test('of what scatters as much as usual, or not at all, are 1', () => {
    expect(weightsOf([2, 2, 2])).toEqual([1, 1, 1])
    expect(weightsOf([0, 0, 5])).toEqual([1, 1, 1])
    expect(weightsOf([])).toEqual([])
  })
})

describe('the weighted interval', () => {
  const near = [0.01, -0.01, 0.02, -0.02, 0, 0.015, -0.005, 0.005, -0.015, 0.01]

  test('of undisturbed differences is the unweighted one', () => {
    const scatters = near.map(() => 1)
    expect(weightedInterval(near, 0.05, scatters)).toEqual(signedRankInterval(near, 0.05))
  })

  test('is narrower where what was disturbed lies far off to both sides', () => {
    const differences = [...near, 0.3, -0.3, 0.25, -0.25]
    const scatters = differences.map((_, at) => (at < near.length ? 1 : 8))
    const [weighted, plain] = [weightedInterval(differences, 0.01, scatters), signedRankInterval(differences, 0.01)]
    expect(weighted.high).toBeLessThan(plain.high)
    expect(weighted.low).toBeGreaterThan(plain.low)
    expect(weighted.level).toBe(plain.level)
  })

  test('does not hide what was disturbed on one side alone', () => {
    const slow = [0.1, 0.11, 0.09, 0.12, 0.1, 0.1, 0.11]
    const calm = [...near, ...near]
    const differences = [...calm, ...slow]
    const scatters = differences.map((_, at) => (at < calm.length ? 1 : 8))
    const found = weightedInterval(differences, 0.01, scatters)
    expect(signedRankInterval(differences, 0.01, weightsOf(scatters)).high).toBeLessThan(0.03)
    expect(found.high).toBe(signedRankInterval(differences, 0.03).high)
    expect(found.high).toBeGreaterThan(0.04)
  })

  test('spans the unweighted one at three times its error rate, and mirrors with its differences', () => {
    const values = fc.array(
      fc.tuple(fc.double({ min: -1, max: 1, noNaN: true }), fc.double({ min: 0, max: 9, noNaN: true })),
      {
        minLength: 8,
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(values, (pairs) => {
        const [differences, scatters] = [pairs.map(([value]) => value), pairs.map(([, scatter]) => scatter)]
        const found = weightedInterval(differences, 0.02, scatters)
        const plain = signedRankInterval(differences, 0.06)
        expect(found.low).toBeLessThanOrEqual(plain.low)
        expect(found.high).toBeGreaterThanOrEqual(plain.high)
        const back = weightedInterval(
          differences.map((value) => -value),
          0.02,
          scatters,
        )
        expect(back.low).toBeCloseTo(-found.high, 12)
      }),
    )
  })
})
