import { describe, expect, test } from 'vitest'
import { brentRoot } from '../../lab/calibrate/rules/brent-root.ts'
import { kayenta, shiftInterval, standardised } from '../../lab/calibrate/rules/kayenta.ts'
import { oracles } from '../stats/oracles.ts'

const { x, y, hl } = oracles.mwu_kayenta
const [, exactLow = 0, exactHigh = 0] = hl

describe('the interval of the shift', () => {
  test('of {10,20,30,40} against {1,2,3,4} has the ends of the exact one', () => {
    const { low, estimate, high } = shiftInterval(x, y, 0.95)
    expect(low).toBeCloseTo(exactLow, 4)
    expect(high).toBeCloseTo(exactHigh, 4)
    // Any shift from 22 to 23 balances the ranks.
    expect(estimate).toBeGreaterThanOrEqual(22)
    expect(estimate).toBeLessThanOrEqual(23)
  })

  test('ends at the greatest differences when the level asks for more than the sample can give', () => {
    expect(shiftInterval(x, y, 0.9999)).toMatchObject({ low: 6, high: 39 })
  })

  test('the standardised rank sum: (16 − 8 − ½)/√12', () => {
    expect(standardised(x, y, 0)).toBeCloseTo(7.5 / Math.sqrt(12), 14)
    expect(standardised(x, y, 100)).toBeCloseTo(-7.5 / Math.sqrt(12), 14)
  })

  test('in seconds, latencies of a millisecond drown in the accuracy of the root finder', () => {
    const control = Array.from({ length: 50 }, (_, at) => 1.5 + Math.sin(at * at) / 1000)
    const slower = control.map((value) => value * 1.01)
    const inMs = shiftInterval(slower, control, 0.98)
    expect(inMs.low).toBeGreaterThan(0.014)
    const [first, second] = [slower.map((value) => value / 1000), control.map((value) => value / 1000)]
    const inSeconds = shiftInterval(first, second, 0.98)
    expect(Math.abs(inSeconds.estimate - inMs.estimate / 1000)).toBeLessThan(1e-4)
    expect(inSeconds.estimate === inSeconds.low || inSeconds.estimate === inSeconds.high).toBe(true)
  })
})

describe('decides', () => {
  const flat = Array<number>(200).fill(2)
  const wave = Array.from({ length: 200 }, (_, at) => 2 + Math.sin(at * at) / 10)

  test('identical runs pass, in whatever order', () => {
    expect(kayenta.decide({ production: [flat], candidate: [flat] }, 1)).toBe('not slower')
    expect(kayenta.decide({ production: [wave], candidate: [wave] }, 1)).toBe('not slower')
  })

  test('any certain shift is High, however small: its tolerance is a quarter of the shift itself', () => {
    const candidate = wave.map((value) => value + 0.2)
    expect(kayenta.decide({ production: [wave], candidate: [candidate] }, 1)).toBe('slower')
    expect(kayenta.decide({ production: [candidate], candidate: [wave] }, 1)).toBe('not slower')
    const barely = flat.map((value) => value * 1.001)
    expect(kayenta.decide({ production: [flat], candidate: [barely] }, 1)).toBe('slower')
    expect(kayenta.decide({ production: [barely], candidate: [flat] }, 1)).toBe('not slower')
  })
})

describe('Brent’s method', () => {
  test.each([
    [(at: number) => at ** 2 - 2, 0, 2, Math.SQRT2],
    [(at: number) => Math.cos(at) - at, 0, 1, 0.7390851332151607],
    // Brent’s polynomial: he gives −3 as its zero on this interval.
    [(at: number) => (at + 3) * (at - 1) ** 2, -4, 4 / 3, -3],
    [(at: number) => (at < 0.3 ? -1 : 1), -5, 7, 0.3],
  ])('finds the zero of %s', (f, from, to, zero) => {
    expect(Math.abs(brentRoot(f, from, to, 1e-10) - zero)).toBeLessThan(1e-9)
  })

  test('an end that is a zero is the answer', () => {
    expect(brentRoot((at) => at, 0, 1, 1e-10)).toBe(0)
    expect(brentRoot((at) => at - 1, 0, 1, 1e-10)).toBe(1)
  })
})
