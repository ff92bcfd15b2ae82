import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactlyNotWorse, nonInferiority } from '../../src/stats/non-inferiority.ts'
import { signedRankInterval } from '../../src/stats/signed-rank.ts'

const alpha = 0.01
const interval = (low: number, high: number, level = 0.98): Parameters<typeof nonInferiority>[0] => ({
  estimate: (low + high) / 2,
  low,
  high,
  level,
})

describe('the verdict', () => {
  test.each([
    ['wholly below the margin', interval(-0.01, 0.02), 'lower', 'pass', false],
    ['wholly better', interval(-0.05, -0.01), 'lower', 'pass', true],
    ['astride the margin', interval(0.01, 0.04), 'lower', 'inconclusive', false],
    ['wholly beyond the margin', interval(0.04, 0.06), 'lower', 'fail', false],
    ['higher is better: loses too much', interval(-0.06, -0.04), 'higher', 'fail', false],
    ['higher is better: gains', interval(0.01, 0.02), 'higher', 'pass', true],
    ['a level too low', interval(-0.05, -0.04, 0.9), 'lower', 'inconclusive', false],
  ] as const)('%s', (_, given, better, verdict, improved) => {
    expect(nonInferiority(given, { margin: 0.03, better, alpha })).toEqual({ verdict, improved })
  })

  test('never gets worse when the margin grows', () => {
    const order = { fail: 0, inconclusive: 1, pass: 2 }
    const finite = fc.double({ min: -1, max: 1, noNaN: true })
    const margin = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(
        finite,
        finite,
        margin,
        margin,
        fc.constantFrom('lower' as const, 'higher' as const),
        (a, b, m, n, better) => {
          const given = interval(Math.min(a, b), Math.max(a, b))
          const [small, large] = [m, n]
            .sort((x, y) => x - y)
            .map((each) => nonInferiority(given, { margin: each, better, alpha }))
          expect(order[large!.verdict]).toBeGreaterThanOrEqual(order[small!.verdict])
        },
      ),
    )
  })

  test('never passes on too little data, however good it looks', () => {
    const few = fc.array(fc.double({ min: -10, max: -5, noNaN: true }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(few, fc.double({ min: 0, max: 1, noNaN: true }), (values, margin) => {
        expect(nonInferiority(signedRankInterval(values, alpha), { margin, better: 'lower', alpha }).verdict).toBe(
          'inconclusive',
        )
      }),
    )
  })
})

test('a count passes up to its margin, that included', () => {
  expect(exactlyNotWorse(0.05, 0.05, 'lower')).toEqual({ verdict: 'pass', improved: false })
  expect(exactlyNotWorse(0.051, 0.05, 'lower')).toEqual({ verdict: 'fail', improved: false })
  expect(exactlyNotWorse(-0.2, 0, 'lower')).toEqual({ verdict: 'pass', improved: true })
  expect(exactlyNotWorse(-0.2, 0.1, 'higher')).toEqual({ verdict: 'fail', improved: false })
})
