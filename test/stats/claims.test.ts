import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Claim, edgeOf, judge, judgeExactly } from '../../src/stats/claims.ts'
import { signedRankInterval } from '../../src/stats/signed-rank.ts'

const alpha = 0.01
const interval = (low: number, high: number, level = 0.98): Parameters<typeof judge>[0] => ({
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
    expect(judge(given, { claim: 'not-worse', margin: 0.03, better, alpha })).toEqual({ verdict, improved })
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
            .map((each) => judge(given, { claim: 'not-worse', margin: each, better, alpha }))
          expect(order[large!.verdict]).toBeGreaterThanOrEqual(order[small!.verdict])
        },
      ),
    )
  })

  test('never passes on too little data, however good it looks', () => {
    const few = fc.array(fc.double({ min: -10, max: -5, noNaN: true }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(few, fc.double({ min: 0, max: 1, noNaN: true }), (values, margin) => {
        for (const claim of ['not-worse', 'better', 'equivalent'] as const) {
          const { verdict } = judge(signedRankInterval(values, alpha), { claim, margin, better: 'lower', alpha })
          expect(verdict).toBe('inconclusive')
        }
      }),
    )
  })
})

test.each([
  ['an end', interval(Number.NaN, -0.04)],
  ['both ends', interval(Number.NaN, Number.NaN)],
  ['the level', interval(-0.06, -0.04, Number.NaN)],
])('never passes where %s is no number', (_, given) => {
  for (const claim of ['not-worse', 'better', 'equivalent'] as const)
    for (const better of ['lower', 'higher'] as const)
      expect(judge(given, { claim, margin: 0.03, better, alpha }).verdict).not.toBe('pass')
})

describe('other claims', () => {
  test.each([
    ['better by more than is asked', 'better', interval(-0.09, -0.06), 'lower', 'pass', true],
    ['better, and perhaps by enough', 'better', interval(-0.09, -0.04), 'lower', 'inconclusive', true],
    ['better, and certainly not by enough', 'better', interval(-0.04, -0.01), 'lower', 'fail', true],
    ['higher is better, by enough', 'better', interval(0.06, 0.09), 'higher', 'pass', true],
    ['within the margin either way', 'equivalent', interval(-0.04, 0.04), 'lower', 'pass', false],
    ['astride its better end', 'equivalent', interval(-0.06, 0.01), 'higher', 'inconclusive', false],
    ['much better is not equivalent', 'equivalent', interval(-0.09, -0.06), 'lower', 'fail', true],
    ['much worse is not equivalent', 'equivalent', interval(-0.09, -0.06), 'higher', 'fail', false],
  ] as const)('%s', (_, claim, given, better, verdict, improved) => {
    expect(judge(given, { claim, margin: 0.05, better, alpha })).toEqual({ verdict, improved })
  })

  test('turning the scale around and `better` with it changes nothing', () => {
    const end = fc.double({ min: -1, max: 1, noNaN: true })
    const claims = fc.constantFrom<Claim>('not-worse', 'better', 'equivalent')
    fc.assert(
      fc.property(end, end, claims, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, claim, margin) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const there = judge(interval(low, high), { claim, margin, better: 'lower', alpha })
        expect(judge(interval(-high, -low), { claim, margin, better: 'higher', alpha })).toEqual(there)
      }),
    )
  })

  test('the edge that decides is the nearer one', () => {
    expect(edgeOf(0.01, { claim: 'not-worse', margin: 0.05, better: 'higher' })).toBe(-0.05)
    expect(edgeOf(-0.01, { claim: 'better', margin: 0.05, better: 'lower' })).toBe(-0.05)
    expect(edgeOf(-0.01, { claim: 'equivalent', margin: 0.05, better: 'lower' })).toBe(-0.05)
    expect(edgeOf(0, { claim: 'equivalent', margin: 0.05, better: 'lower' })).toBe(0.05)
  })

  test('counts', () => {
    expect(judgeExactly(0, { claim: 'better', margin: 0, better: 'lower' }).verdict).toBe('fail')
    expect(judgeExactly(-1, { claim: 'better', margin: 0, better: 'lower' }).verdict).toBe('pass')
    expect(judgeExactly(-0.1, { claim: 'equivalent', margin: 0.1, better: 'lower' }).verdict).toBe('pass')
    expect(judgeExactly(-0.11, { claim: 'equivalent', margin: 0.1, better: 'lower' }).verdict).toBe('fail')
  })
})

test('a count passes up to its margin, that included', () => {
  expect(judgeExactly(0.05, { claim: 'not-worse', margin: 0.05, better: 'lower' })).toEqual({
    verdict: 'pass',
    improved: false,
  })
  expect(judgeExactly(0.051, { claim: 'not-worse', margin: 0.05, better: 'lower' })).toEqual({
    verdict: 'fail',
    improved: false,
  })
  expect(judgeExactly(-0.2, { claim: 'not-worse', margin: 0, better: 'lower' })).toEqual({
    verdict: 'pass',
    improved: true,
  })
  expect(judgeExactly(-0.2, { claim: 'not-worse', margin: 0.1, better: 'higher' })).toEqual({
    verdict: 'fail',
    improved: false,
  })
})
