import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mcnemar, pairedChange, pairedDifference, proportionDifference } from '../../src/stats/proportions.ts'
import { oracles } from './oracles.ts'

describe('independent proportions', () => {
  test.each([
    // Newcombe 1998, table II, method 10.
    [56, 70, 48, 80, 0.2, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.6, 0.1705, 0.809],
    [10, 10, 0, 10, 1, 0.6075, 1],
    [0, 10, 0, 20, 0, -0.1611, 0.2775],
  ])('%d/%d − %d/%d', (x1, n1, x2, n2, estimate, low, high) => {
    const interval = proportionDifference(x1, n1, x2, n2, 0.95)
    expect(interval.estimate).toBeCloseTo(estimate, 12)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('nothing is known without trials', () => {
    expect(proportionDifference(0, 0, 3, 10, 0.98)).toEqual({ estimate: 0, low: -1, high: 1, level: 0.98 })
  })
})

describe('paired proportions', () => {
  test('Tango’s interval of the AHR data: 1 and 7 discordant of 21', () => {
    // Fagerland, Lydersen & Laake 2014, table: −0.517 to −0.026.
    const { estimate, low, high } = pairedDifference(1, 7, 21, 0.95)
    expect(estimate).toBeCloseTo(-6 / 21, 12)
    expect(low).toBeCloseTo(-0.517, 3)
    expect(high).toBeCloseTo(-0.026, 3)
  })

  test('has a width when nothing differs: z²/(n + z²) on both sides', () => {
    const { low, high } = pairedDifference(0, 0, 100, 0.95)
    const z2 = 1.959963984540054 ** 2
    expect(low).toBeCloseTo(-z2 / (100 + z2), 10)
    expect(high).toBeCloseTo(z2 / (100 + z2), 10)
  })

  test('turns round when the models are swapped, holds the estimate, and stays inside −1 to 1', () => {
    const counts = fc
      .tuple(fc.nat(60), fc.nat(60), fc.nat(200))
      .filter(([gained, lost, same]) => gained + lost + same > 0)
    fc.assert(
      fc.property(counts, ([gained, lost, same]) => {
        const examples = gained + lost + same
        const [one, other] = [
          pairedDifference(gained, lost, examples, 0.98),
          pairedDifference(lost, gained, examples, 0.98),
        ]
        expect(other.low).toBeCloseTo(-one.high, 9)
        expect(other.high).toBeCloseTo(-one.low, 9)
        expect(one.low).toBeGreaterThanOrEqual(-1)
        expect(one.high).toBeLessThanOrEqual(1)
        expect(one.low).toBeLessThanOrEqual(one.estimate + 1e-12)
        expect(one.high).toBeGreaterThanOrEqual(one.estimate - 1e-12)
      }),
    )
  })
})

describe('McNemar', () => {
  test.each([
    [1, 7, oracles.mcnemar_AHR_1_7],
    [59, 6, oracles['mcnemar_59_6(GP complaint)']],
    [150, 86, oracles.mcnemar_150_86],
  ])('%d and %d discordant pairs', (gained, lost, { exact, midp }) => {
    const found = mcnemar(gained, lost)
    expect(found.exact / exact).toBeCloseTo(1, 11)
    expect(found.midP / midp).toBeCloseTo(1, 11)
  })

  test('is 1 when both kinds are equally many, and when there are none', () => {
    expect(mcnemar(4, 4).midP).toBeCloseTo(1, 12)
    expect(mcnemar(0, 0).midP).toBe(1)
  })
})

// Computed independently: statsmodels 0.15 (`confint_proportions_2indep`, method newcomb) for two samples; for pairs by maximising
// the constrained likelihood numerically (scipy) and solving for the score, good to about 1e-8.
test.each([
  [56, 70, 48, 80, 0.05243147240236498, 0.33387265403690614],
  [9, 10, 3, 10, 0.1705227239345029, 0.809017973535488],
  [0, 50, 1, 300, -0.01863669369453124, 0.06806703883871293],
  [154, 751, 0, 2249, 0.17766634981925183, 0.23540232380629028],
])("Newcombe's interval of %i/%i against %i/%i is another program's", (x1, n1, x2, n2, low, high) => {
  const found = proportionDifference(x1, n1, x2, n2, 0.95)
  expect(found.low).toBeCloseTo(low, 13)
  expect(found.high).toBeCloseTo(high, 13)
})

test.each([
  [97, 8, 2000, 0.03528214689677681, 0.05512796524701587],
  [14, 0, 50, 0.17474170665910968, 0.41665123695952966],
  [1, 7, 44, -0.2766600725574065, -0.013121920095621863],
  [0, 0, 100, -0.0369934997105586, 0.0369934982070059],
])("Tango's interval of %i gained and %i lost of %i is another program's", (gained, lost, n, low, high) => {
  const found = pairedDifference(gained, lost, n, 0.95)
  expect(found.low).toBeCloseTo(low, 7)
  expect(found.high).toBeCloseTo(high, 7)
})

describe('the change of a proportion, as a share of it', () => {
  test('is Tang’s interval of the ratio: 75 of 161 before, 65 after, 59 both times', () => {
    // Cavo et al. 2012, as Fagerland, Lydersen & Laake give it: 0.867 (0.748 to 0.988).
    const { estimate, low, high } = pairedChange(6, 16, 59, 0.95)
    expect(1 + estimate).toBeCloseTo(0.8667, 4)
    expect(1 + low).toBeCloseTo(0.7476, 4)
    expect(1 + high).toBeCloseTo(0.9876, 4)
  })

  test('has a width when nothing differs: −z²/(n + z²) to z²/n', () => {
    const { low, high } = pairedChange(0, 0, 100, 0.95)
    const z2 = 1.959963984540054 ** 2
    expect(low).toBeCloseTo(-z2 / (100 + z2), 10)
    expect(high).toBeCloseTo(z2 / 100, 10)
  })

  test('turns round when the models are swapped, and holds the estimate', () => {
    const counts = fc
      .tuple(fc.nat(60), fc.nat(60), fc.nat(200))
      .filter(([gained, lost, both]) => both + Math.min(gained, lost) > 0)
    fc.assert(
      fc.property(counts, ([gained, lost, both]) => {
        const [one, other] = [pairedChange(gained, lost, both, 0.98), pairedChange(lost, gained, both, 0.98)]
        expect((1 + other.low) * (1 + one.high)).toBeCloseTo(1, 9)
        expect((1 + other.high) * (1 + one.low)).toBeCloseTo(1, 9)
        expect(one.low).toBeLessThanOrEqual(one.estimate + 1e-12)
        expect(one.high).toBeGreaterThanOrEqual(one.estimate - 1e-12)
        expect(one.low).toBeGreaterThanOrEqual(-1)
      }),
    )
  })

  test('excludes no change where McNemar’s score does, and only there', () => {
    const z = 2.3263478740408408
    for (const [gained, lost] of [
      [3, 15],
      [4, 15],
      [20, 40],
      [22, 40],
    ] as const) {
      const excluded = Math.abs(gained - lost) / Math.sqrt(gained + lost) > z
      const { low, high } = pairedChange(gained, lost, 300, 0.98)
      expect(low > 0 || high < 0).toBe(excluded)
    }
  })

  test('of what was never right is none', () => {
    expect(pairedChange(0, 12, 0, 0.98)).toMatchObject({ estimate: -1, low: -1 })
    expect(() => pairedChange(4, 0, 0, 0.98)).toThrow(RangeError)
  })
})

// Computed independently, with 40 digits (mpmath): the constrained likelihood maximised numerically, the variance by its definition.
test.each([
  [6, 16, 59, -0.25242094097729, -0.0123850714032666],
  [14, 0, 36, 0.211741836548781, 0.714240371039727],
  [1, 7, 1, -0.934720776031405, -0.0931194434208189],
  [97, 8, 1500, 0.0463431729333978, 0.0739958754793659],
  [40, 10, 0, 1.02689951732294, 6.89382989302412],
])('the change by %i gained and %i lost beside %i is another program’s', (gained, lost, both, low, high) => {
  const found = pairedChange(gained, lost, both, 0.95)
  expect(found.low).toBeCloseTo(low, 13)
  expect(found.high).toBeCloseTo(high, 12)
})
