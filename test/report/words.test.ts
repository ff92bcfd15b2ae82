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
  expect(between(-0.005, 0.012)).toBe('-0.5 to +1.2 %')
  expect(between(0, 0)).toBe('no change')
  expect(between(-0.08, -0.08)).toBe('8 % lower')
})

test('absolute changes are said in the unit of the metric', () => {
  const accuracy = { scale: 'absolute', unit: 'share', margin: 0.005 } as const
  expect(between(0.002, 0.009, accuracy)).toBe('0.2–0.9 pp higher')
  expect(words.margin({ ...base, ...accuracy })).toBe('0.5 pp')
  expect(between(-2.5, -1.25, { scale: 'absolute', unit: 'ms', margin: 0.1 })).toBe('1.25–2.5 ms lower')
})

test('rounding hides neither the width of an interval nor the crossing of the margin', () => {
  expect(between(0.1201, 0.1204)).toBe('12.01–12.04 % higher')
  expect(between(0.08, 0.1003, { margin: 0.1 })).toBe('8–10.03 % higher')
  expect(between(-0.1, 0.1003, { margin: 0.1 })).toBe('-10 to +10.03 %')
})

test('a margin says what it is a margin of', () => {
  expect(words.margin(base)).toBe('3 %')
  expect(words.margin({ ...base, claim: 'equivalent' })).toBe('±3 %')
  expect(words.margin({ ...base, claim: 'better' })).toBe('better by 3 %')
  expect(words.margin({ ...base, claim: 'better', margin: 0 })).toBe('better')
})

test('a change carries its sign', () => {
  expect(words.change(base)).toBe('-41 %')
  expect(words.change({ ...base, change: 0.0123 })).toBe('+1.2 %')
  expect(words.change({ ...base, change: 0 })).toBe('0 %')
})

test('things are counted', () => {
  expect(words.counted(1, 'block')).toBe('1 block')
  expect(words.counted(1200, 'block')).toBe('1,200 blocks')
  expect(words.needs({ ...base, needs: { blocks: 38 } })).toBe('38 blocks')
  expect(words.needs(base)).toBeUndefined()
})

test('a time of the world clock is said in UTC, and what is none is left alone', () => {
  expect(words.time('2026-03-14T09:15:00.123Z')).toBe('2026-03-14 09:15:00 UTC')
  expect(words.time('yesterday')).toBe('yesterday')
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
