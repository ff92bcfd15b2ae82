import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ComparisonRow } from '../../src/core/products/index.ts'
import * as words from '../../src/report/words.ts'

const base: ComparisonRow = {
  metric: 'latency.p50',
  unit: 'ms',
  better: 'lower',
  production: 1,
  candidate: 0.59,
  scale: 'relative',
  change: -0.41,
  interval: { low: -0.43, high: -0.39, level: 0.98 },
  margin: 0.03,
  verdict: 'pass',
  improved: true,
  method: '',
  why: '',
}
const between = (low: number, high: number, more: Partial<ComparisonRow> = {}): string =>
  words.interval({ ...base, ...more, interval: { low, high, level: 0.98 } })

test('an interval says how far and in which direction', () => {
  expect(between(-0.43, -0.39)).toBe('39–43 % lower')
  expect(between(0.012, 0.034)).toBe('1.2–3.4 % higher')
  expect(between(-0.005, 0.012)).toBe('−0.5 to +1.2 %')
  expect(between(0, 0)).toBe('no change')
  expect(between(-0.08, -0.08)).toBe('8.0 % lower')
})

test('absolute changes are said in the unit of the metric', () => {
  const accuracy = { scale: 'absolute', unit: 'share', margin: 0.005 } as const
  expect(between(0.002, 0.009, accuracy)).toBe('0.20–0.90 pp higher')
  expect(words.margin({ ...base, ...accuracy })).toBe('0.5 pp')
  expect(between(-2.5, -1.25, { scale: 'absolute', unit: 'ms', margin: 0.1 })).toBe('1.3–2.5 ms lower')
})

test('rounding hides neither the width of an interval nor the crossing of the margin', () => {
  expect(between(0.1201, 0.1204)).toBe('12.01–12.04 % higher')
  expect(between(0.08, 0.1003, { margin: 0.1 })).toBe('8.00–10.03 % higher')
  expect(between(-0.1, 0.1003, { margin: 0.1 })).toBe('−10.00 to +10.03 %')
})

test('a margin says what it is a margin of', () => {
  expect(words.margin(base)).toBe('3 %')
  expect(words.margin({ ...base, claim: 'equivalent' })).toBe('±3 %')
  expect(words.margin({ ...base, claim: 'better' })).toBe('better by 3 %')
  expect(words.margin({ ...base, claim: 'better', margin: 0 })).toBe('better')
})

test('a change carries its sign', () => {
  expect(words.change(base)).toBe('−41 %')
  expect(words.change({ ...base, change: 0.0123 })).toBe('+1.2 %')
  expect(words.change({ ...base, change: 0 })).toBe('0 %')
})

test('quantities keep three digits and take the unit that fits', () => {
  expect([0.0004, 0.4273, 1.234, 99.96, 999.96, 61_000, 245_000].map(words.milliseconds)).toEqual([
    '0.400 µs',
    '427 µs',
    '1.23 ms',
    '100 ms',
    '1.00 s',
    '61.0 s',
    '4 min 5 s',
  ])
  expect([0, 512, 107_012, 999_960, 90_112_000].map(words.bytes)).toEqual([
    '0 B',
    '512 B',
    '107 kB',
    '1.00 MB',
    '90.1 MB',
  ])
  expect([0.01, 0.21, 24.31, 3725].map(words.seconds)).toEqual(['<0.1 s', '0.2 s', '24.3 s', '1 h 2 min'])
  expect(words.quantity(0.9685, 'share')).toBe('96.85 %')
  expect(words.quantity(26_506, '1')).toBe('26,506')
  expect(words.quantity(1532.7, '1/s')).toBe('1,533/s')
  expect(words.quantity(2.5001, 'points')).toBe('2.50 points')
  expect(words.quantity(Number.NaN, 'ms')).toBe('unknown')
})

test('shares and counts', () => {
  expect([0.05, 0.125, 1].map(words.share)).toEqual(['5 %', '12.5 %', '100 %'])
  expect(words.counted(1, 'block')).toBe('1 block')
  expect(words.counted(1200, 'block')).toBe('1,200 blocks')
  expect(words.needs({ ...base, needs: { blocks: 38 } })).toBe('38 blocks')
  expect(words.needs(base)).toBeUndefined()
})

test('a time of the world clock is said in UTC, and what is none is left alone', () => {
  expect(words.time('2026-03-14T09:15:00.123Z')).toBe('2026-03-14 09:15:00 UTC')
  expect(words.time('yesterday')).toBe('yesterday')
})

test('any number has words, without exponents where a person would meet them, and no NaN', () => {
  const units = ['ms', 'B', 'share', '1', '1/s', 'points']
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.constantFrom(...units), (value, unit) => {
      expect(words.quantity(value, unit)).toMatch(/^−?[\d,.]+(e−?\d+)?(?:[ /]|$)|^−?[\d,]+ (?:h|min) /)
    }),
  )
})

test('an interval always has a unit, and a direction when it does not hold zero', () => {
  const end = fc.double({ min: -10, max: 10, noNaN: true })
  fc.assert(
    fc.property(end, end, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const text = between(low, high)
      if (low === 0 && high === 0) expect(text).toBe('no change')
      else if (low > 0) expect(text).toMatch(/ % higher$/)
      else if (high < 0) expect(text).toMatch(/ % lower$/)
      else expect(text).toMatch(/^.+ to .+ %$/)
    }),
  )
})

test('every word has a plain form as wide as itself', () => {
  expect(words.asciiOnly('✓ 39–43 % · µs → −1…')).toBe('+ 39-43 % - us > -1~')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const plain = words.asciiOnly(text)
      expect(plain).toMatch(/^[\x00-\x7f]*$/)
      expect(plain).toHaveLength([...text].length)
    }),
  )
})
