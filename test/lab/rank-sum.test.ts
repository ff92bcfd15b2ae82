import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rank, rankSumTest } from '../../lab/calibrate/rules/rank-sum.ts'
import { oracles } from '../stats/oracles.ts'

const { mwu_HW_permeability: permeability, mwu_kayenta: kayenta } = oracles

test('the statistic of Hollander and Wolfe’s permeability data', () => {
  expect(rank(permeability.x, permeability.y).u).toBe(permeability.W)
  expect(rank(permeability.y, permeability.x).u).toBe(50 - permeability.W)
})

test('half of the ties counts', () => {
  expect(rank([2, 1, 3, 5], [0, 4, 6, 7])).toEqual({ u: 5, ties: 0, groups: Array(8).fill(1) })
  expect(rank([1, 2, 2], [2, 3])).toEqual({ u: 1, ties: 2, groups: [1, 3, 1] })
})

describe('two-sided p-values', () => {
  test.each([
    ['Hollander & Wolfe, permeability', permeability.x, permeability.y, permeability.p_two],
    ['separated, 4 and 4', kayenta.x, kayenta.y, kayenta.p_two],
    // benchmath/assumption_test.go of golang/perf.
    ['separated, 3 and 3', [-1, -1.1, -1.2], [1, 1.1, 1.2], 0.1],
    ['ties on both sides', [1, -1, -1, -1], [-1, 1, 1, 1], 0.4857142857142857],
    ['all equal', [1, 1, 1, 1], [1, 1, 1, 1], 1],
    // stats/utest_test.go of aclements/go-moremath.
    ['overlapping, 4 and 4', [2, 1, 3, 5], [0, 4, 6, 7], 0.4857142857142857],
    // The least possible of five and of six values.
    ['separated, 5 and 5', [1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 0.007936507936507936],
    ['separated, 6 and 6', [1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12], 0.0021645021645021645],
    // Every assignment counted, in Python.
    ['ties, 7 and 8', [1, 1, 2, 3, 3, 5, 8], [1, 3, 3, 4, 4, 9, 9, 10], 0.18243978243978243],
    // scipy.stats.mannwhitneyu 1.17.1.
    [
      'no ties, 40 and 45: exact',
      ramp(40, (i) => ((i * i) % 31) + i / 100),
      ramp(45, (i) => ((i * i * 3) % 29) + 4.001 + i / 97),
      0.0007891581809108286,
    ],
    [
      'ties, 60 and 70: normal',
      ramp(60, (i) => (i * 37) % 101),
      ramp(70, (i) => ((i * 53) % 89) + 6),
      0.8189850953174174,
    ],
  ])('%s', (_, x, y, p) => {
    expect(rankSumTest(x, y)).toBeCloseTo(p, 12)
    expect(rankSumTest(y, x)).toBeCloseTo(p, 12)
  })

  test('do not depend on order, nor on any rising change of scale', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(values, values, (x, y) => {
        const p = rankSumTest(x, y)
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThanOrEqual(1)
        expect(rankSumTest(x.toReversed(), y.toSorted())).toBe(p)
        expect(rankSumTest(x.map(Math.exp), y.map(Math.exp))).toBe(p)
      }),
    )
  })

  test('the exact and the normal one agree where they meet', () => {
    const [x, y] = [ramp(50, (i) => Math.sin(i * i)), ramp(50, (i) => Math.sin(i * i + 1) + 0.4)]
    const [longer, other] = [
      [...x, Math.sin(2500)],
      [...y, Math.sin(2501) + 0.4],
    ]
    expect(Math.abs(rankSumTest(x, y) - rankSumTest(longer, other))).toBeLessThan(0.01)
  })
})

function ramp(count: number, value: (at: number) => number): number[] {
  return Array.from({ length: count }, (_, at) => value(at))
}
