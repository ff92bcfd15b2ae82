import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as quantity from '../../src/core/quantity/index.ts'

describe('parsing', () => {
  test('a duration is one term or a sum, the largest unit first', () => {
    const texts = ['250ms', '1.5 s', '10m', '10 min', '2h', '1d', '1h30m', '4 min 5 s', '1 h 2 min']
    expect(texts.map(quantity.parseDuration)).toEqual([
      250, 1500, 600_000, 600_000, 7_200_000, 86_400_000, 5_400_000, 245_000, 3_720_000,
    ])
  })

  test.each(['', ' ', '5', 'ms', '-5s', '5s 1m', '1m 1min', '1h 1h', '5 s,', '1.2.3s', '1e3s', '5 constructor', '∞ s'])(
    '%j is no duration',
    (text) => {
      expect(quantity.parseDuration(text)).toBeUndefined()
    },
  )

  test('sizes, shares and margins', () => {
    expect(['512B', '64 kB', '2GiB', '1 TB', '5'].map(quantity.parseBytes)).toEqual([
      512,
      64_000,
      2 ** 31,
      undefined,
      undefined,
    ])
    expect(['0.1%', '100 %', '101%', '-1%'].map(quantity.parseShare)).toEqual([0.001, 1, undefined, undefined])
    expect(['3%', '0.5pp', '2ms', '1 MiB', '20mJ', '0.01', '1 toString'].map(quantity.parseMargin)).toEqual([
      { relative: 0.03 },
      { absolute: 0.005, unit: 'pp' },
      { absolute: 2, unit: 'ms' },
      { absolute: 2 ** 20, unit: 'B' },
      { absolute: 0.02, unit: 'J' },
      { absolute: 0.01, unit: '' },
      undefined,
    ])
  })

  test('numbers beyond all are no quantities', () => {
    const endless = '9'.repeat(400)
    expect(quantity.parseDuration(`${endless}ms`)).toBeUndefined()
    expect(quantity.parseBytes(`${endless}B`)).toBeUndefined()
    expect(quantity.parseMargin(`${endless}%`)).toBeUndefined()
    expect(quantity.parseMargin(endless)).toBeUndefined()
  })
})

describe('printing', () => {
  test('numbers keep their significant digits and nothing else', () => {
    expect([0, 0.012345, 1.5, 2, 1234.5, 1e21, -0.5].map((value) => quantity.printNumber(value))).toEqual([
      '0',
      '0.0123',
      '1.5',
      '2',
      '1235',
      '1000000000000000000000',
      '-0.5',
    ])
    expect([Number.NaN, Number.POSITIVE_INFINITY].map((value) => quantity.printNumber(value))).toEqual(['unknown', '∞'])
    expect([26_506, 999, 2.5, -1200].map(quantity.printCount)).toEqual(['26,506', '999', '2.5', '-1,200'])
  })

  test('times are in milliseconds, durations and bounds in the unit that fits', () => {
    expect([0.0004, 0.4273, 1.234, 99.96, 61_000].map(quantity.printMilliseconds)).toEqual([
      '0.0004 ms',
      '0.427 ms',
      '1.23 ms',
      '100 ms',
      '61000 ms',
    ])
    expect(
      [0, 10, 210, 999.9, 24_310, 99_949, 99_950, 245_000, 3_599_600, 3_725_000].map(quantity.printDuration),
    ).toEqual([
      '0 ms',
      '10 ms',
      '210 ms',
      '1 s',
      '24.3 s',
      '99.9 s',
      '1 min 40 s',
      '4 min 5 s',
      '1 h 0 min',
      '1 h 2 min',
    ])
    expect([0.000241, 12.3].map(quantity.printBound)).toEqual(['0.241 µs', '12.3 ms'])
  })

  test('shares, points, sizes and amounts', () => {
    expect([0.05, 0.125, 0.123456, 1].map((share) => quantity.printShare(share))).toEqual([
      '5 %',
      '12.5 %',
      '12.35 %',
      '100 %',
    ])
    expect(quantity.printPoints(0.0054321)).toBe('0.54 pp')
    expect([0, 512, 107_012, 1.2e9, 5e12].map((bytes) => quantity.printBytes(bytes))).toEqual([
      '0 B',
      '512 B',
      '107 kB',
      '1.2 GB',
      '5000 GB',
    ])
    expect(quantity.printAmount(8.184e9, 'FLOP')).toBe('8.18 GFLOP')
    expect([0.0312, 2e-7].map(quantity.printPValue)).toEqual(['0.031', '2.0e-7'])
  })

  test('the value of a metric has its unit', () => {
    const units = { ms: 1.2345, B: 26_400, share: 0.9685, '1': 26_506, '1/s': 1532.7, J: 0.5, points: 2.5001 }
    expect(Object.entries(units).map(([unit, value]) => quantity.printValue(value, unit))).toEqual(
      expect.arrayContaining(['1.23 ms', '26.4 kB', '96.85 %', '26506', '1533 per second', '0.5 J', '2.5 points']),
    )
    expect(quantity.printValue(0.123456, '1')).toBe('0.1235')
    expect(quantity.printValue(Number.NaN, 'ms')).toBe('unknown')
  })

  test('a change is said on its scale, and with its sign where that is asked for', () => {
    const relative = { scale: 'relative', unit: 'ms' } as const
    expect(quantity.printChange(relative, -0.01234)).toBe('1.2 %')
    expect(quantity.printChange({ scale: 'absolute', unit: 'share' }, 0.01234)).toBe('1.2 pp')
    expect(quantity.printChange({ scale: 'absolute', unit: 'ms' }, -1.25)).toBe('1.25 ms')
    const signed = [0.012, -0.012, 0].map((value) => quantity.printSigned(value, (size) => quantity.printShare(size)))
    expect(signed).toEqual(['+1.2 %', '-1.2 %', '0 %'])
  })

  test('any number has words, without an exponent, and no NaN', () => {
    const units = ['ms', 'B', 'share', '1', '1/s', 'points']
    fc.assert(
      fc.property(fc.double({ min: -1e300, max: 1e300 }), fc.constantFrom(...units), (value, unit) => {
        expect(quantity.printValue(value, unit)).toMatch(/^-?\d+(\.\d+)?( |$)|^unknown$/)
      }),
    )
  })
})

describe('what is printed can be parsed, to the digits that are printed', () => {
  const near = (found: number | undefined, value: number, tolerance: number) =>
    expect(Math.abs((found ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance * (1 + 1e-9))

  test('durations', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (ms) => {
        const step = ms < 999.5 ? 0.01 * ms : ms < 99_950 ? 100 : ms < 3_599_500 ? 1000 : 60_500
        near(quantity.parseDuration(quantity.printDuration(ms)), ms, step / 2)
      }),
    )
  })

  test('bytes', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (bytes) => {
        near(quantity.parseBytes(quantity.printBytes(bytes)), bytes, 0.005 * bytes)
      }),
    )
  })

  test('shares', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        near(quantity.parseShare(quantity.printShare(share)), share, 0.0005 * share)
      }),
    )
  })
})
