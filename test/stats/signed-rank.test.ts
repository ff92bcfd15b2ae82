import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { fewestValues, signedRankBelow, signedRankInterval } from '../../src/stats/signed-rank.ts'
import { oracles } from './oracles.ts'

const depression = oracles.wilcoxon_HW_depression
const differences = depression.x.map((x, at) => x - (depression.y[at] as number))

describe('published values', () => {
  test.each([
    [0.025, depression.hl_ci95],
    [0.05, depression.hl_ci90],
  ])('Hollander & Wolfe, depression data, %d on each side', (alpha, [estimate, low, high, level]) => {
    const interval = signedRankInterval(differences, alpha)
    expect(interval.estimate).toBeCloseTo(estimate as number, 14)
    expect(interval.low).toBeCloseTo(low as number, 14)
    expect(interval.high).toBeCloseTo(high as number, 14)
    expect(interval.level).toBe(level)
  })

  test('the distribution gives its p-value: P(V ≥ 40) of 9 values', () => {
    expect(1 - signedRankBelow(9)(depression.V - 1)).toBe(depression.p_greater)
  })

  test("Darwin's maize: the two-sided p-value", () => {
    // Ranks of the absolute values, none tied; the negative ones are 48 and 67.
    const { diffs, wilcoxon_two } = oracles.darwin_maize_signflip
    const order = [...diffs].sort((a, b) => Math.abs(a) - Math.abs(b))
    const negative = order.reduce((sum, diff, at) => (diff < 0 ? sum + at + 1 : sum), 0)
    expect(2 * signedRankBelow(diffs.length)(negative)).toBe(wilcoxon_two)
  })
})

describe('the distribution', () => {
  test('counts sign patterns: of 3 ranks the sums 0 to 6 come from 1, 1, 1, 2, 1, 1, 1 of 8', () => {
    const below = signedRankBelow(3)
    expect([0, 1, 2, 3, 4, 5, 6].map((s) => below(s) * 8)).toEqual([1, 2, 3, 5, 6, 7, 8])
    expect(below(-1)).toBe(0)
    expect(below(99)).toBe(1)
  })

  test('goes over to the normal one without a step', () => {
    const mean = (400 * 401) / 4
    const deviation = Math.sqrt((400 * 401 * 801) / 24)
    for (const z of [-2.5, -1, 0, 1]) {
      const s = Math.round(mean + z * deviation)
      const exact = signedRankBelow(400)(s)
      const shifted = signedRankBelow(401)(Math.round((401 * 402) / 4 + z * Math.sqrt((401 * 402 * 803) / 24)))
      expect(Math.abs(exact - shifted)).toBeLessThan(2e-4)
    }
  })
})

describe('the interval', () => {
  const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 40 })

  test('does not depend on the unit', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(2, 0.5, 1024), (given, scale) => {
        const [one, other] = [
          signedRankInterval(given, 0.05),
          signedRankInterval(
            given.map((x) => x * scale),
            0.05,
          ),
        ]
        expect(other.low).toBeCloseTo(one.low * scale, 9)
        expect(other.high).toBeCloseTo(one.high * scale, 9)
        expect(other.level).toBe(one.level)
      }),
    )
  })

  test('turns round when the contenders are swapped', () => {
    fc.assert(
      fc.property(values, (given) => {
        const [one, other] = [
          signedRankInterval(given, 0.05),
          signedRankInterval(
            given.map((x) => -x),
            0.05,
          ),
        ]
        expect(other.low).toBeCloseTo(-one.high, 12)
        expect(other.high).toBeCloseTo(-one.low, 12)
        expect(other.estimate).toBeCloseTo(-one.estimate, 12)
      }),
    )
  })

  test('achieves its level from the fewest values on, and not before', () => {
    expect(fewestValues(0.01)).toBe(7)
    expect(fewestValues(0.05)).toBe(5)
    for (let n = 1; n <= 30; n++) {
      const { level } = signedRankInterval(
        Array.from({ length: n }, (_, at) => at + 1),
        0.01,
      )
      expect(level >= 0.98).toBe(n >= 7)
    }
  })

  test('covers the true centre as often as it says', () => {
    const random = createRandom(1)
    const gaussian = (): number =>
      Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform())
    let covered = 0
    for (let trial = 0; trial < 2000; trial++) {
      const { low, high } = signedRankInterval(Array.from({ length: 12 }, gaussian), 0.05)
      if (low <= 0 && 0 <= high) covered++
    }
    // Achieved level at n = 12 is 0.9077; the standard error of 2,000 trials is 0.0065.
    expect(covered / 2000).toBeGreaterThan(0.9077 - 0.02)
    expect(covered / 2000).toBeLessThan(0.9077 + 0.02)
  })

  test('refuses no values', () => {
    expect(() => signedRankInterval([], 0.05)).toThrow(RangeError)
  })
})

describe('the weighted interval', () => {
  const weighed = fc.array(
    fc.tuple(fc.double({ min: -5, max: 5, noNaN: true }), fc.constantFrom(1, 0.5, 0.25, 0.1, 0.01)),
    { minLength: 1, maxLength: 10 },
  )
  const parts = (given: readonly (readonly [number, number])[]) =>
    [given.map(([x]) => x), given.map(([, w]) => w)] as const

  test('is the usual one with equal weights', () => {
    fc.assert(
      fc.property(weighed, fc.constantFrom(1, 0.3), (given, weight) => {
        const [values] = parts(given)
        expect(
          signedRankInterval(
            values,
            0.01,
            values.map(() => weight),
          ),
        ).toEqual(signedRankInterval(values, 0.01))
      }),
    )
  })

  test('covers the centre in exactly as many of all sign patterns as its level says, whatever the weights', () => {
    // Distinct distances, so that there are no ties; every pattern of signs is as likely as any other.
    const [distances, weights] = [
      [0.11, 0.23, 0.37, 0.53, 0.71, 0.97, 1.31, 1.79, 2.43, 3.17],
      [1, 0.2, 1, 0.05, 0.7, 1, 0.01, 1, 0.33, 0.6],
    ]
    for (const alpha of [0.01, 0.05, 0.2]) {
      let covered = 0
      let level = 0
      for (let pattern = 0; pattern < 1024; pattern++) {
        const values = distances.map((distance, at) => ((pattern >> at) & 1 ? distance : -distance))
        const interval = signedRankInterval(values, alpha, weights)
        if (interval.low <= 0 && interval.high >= 0) covered += 1
        level = interval.level
      }
      expect(covered / 1024).toBeCloseTo(level, 12)
      expect(level).toBeGreaterThanOrEqual(1 - 2 * alpha)
    }
  })

  test('changes sides with the signs, and moves with the values', () => {
    fc.assert(
      fc.property(weighed, fc.integer({ min: -8, max: 8 }), (given, shift) => {
        const [values, weights] = parts(given)
        const [here, mirrored, moved] = [values, values.map((x) => -x), values.map((x) => x + shift)].map((all) =>
          signedRankInterval(all, 0.05, weights),
        )
        expect(mirrored?.low).toBeCloseTo(-(here?.high ?? Number.NaN), 9)
        expect(moved?.low).toBeCloseTo((here?.low ?? Number.NaN) + shift, 9)
      }),
    )
  })

  test('is hardly moved by a block that was disturbed', () => {
    const values = [0.02, 0.021, 0.019, 0.022, 0.018, 0.02, 0.021, 0.019, 0.02, -0.4]
    const weights = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0.001]
    expect(signedRankInterval(values, 0.01).low).toBeLessThan(0)
    expect(signedRankInterval(values, 0.01, weights).low).toBeGreaterThan(0.01)
  })
})
