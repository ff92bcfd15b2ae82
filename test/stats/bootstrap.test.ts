import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrapDifference, isAboutZero, replicate, resamplesFor, type Statistic } from '../../src/stats/bootstrap.ts'
import { mean, median, quantile } from '../../src/stats/describe.ts'
import { type Interval, widenedTo } from '../../src/stats/interval.ts'
import { createRandom } from '../../src/stats/random.ts'
import { effectiveUnits, type Sample } from '../../src/stats/small-sample.ts'

function meanOf(values: readonly number[]): Statistic {
  return (weights) => {
    let [sum, count] = [0, 0]
    for (let at = 0; at < values.length; at++) {
      sum += (weights[at] as number) * (values[at] as number)
      count += weights[at] as number
    }
    return sum / count
  }
}

interface Options {
  readonly level?: number
  readonly seed?: number
  readonly resamples?: number
  readonly groups?: Sample['groups']
}

function interval(before: Statistic, after: Statistic, examples: number, options: Options = {}): Interval {
  const { level = 0.95, seed = 1, resamples = 4000, groups } = options
  const sample = { examples, groups }
  const [one, other] = [before, after].map((each) => replicate(each, sample, { seed, resamples }))
  return bootstrapDifference(one!, other!, { level, units: effectiveUnits(sample) })
}

const zero: Statistic = () => 0

describe('the paired bootstrap', () => {
  const random = createRandom(7)
  const differences = Array.from({ length: 400 }, () => random.uniform() - 0.4)
  const shift = (values: readonly number[], options?: Options): Interval =>
    interval(zero, meanOf(values), values.length, options)

  test('agrees with the normal interval where that is right', () => {
    const { estimate, low, high, level } = shift(differences)
    const half = 1.96 * Math.sqrt(1 / 12 / 400)
    expect(estimate).toBeCloseTo(mean(differences), 12)
    expect(level).toBe(0.95)
    expect(Math.abs(high - estimate - half)).toBeLessThan(half * 0.15)
    expect(Math.abs(estimate - low - half)).toBeLessThan(half * 0.15)
  })

  test('gives the same interval for the same seed, another for another', () => {
    const once = shift(differences, { resamples: 500 })
    expect(shift(differences, { resamples: 500 })).toEqual(once)
    expect(shift(differences, { resamples: 500, seed: 2 }).low).not.toBe(once.low)
    expect(shift(differences, { resamples: 500 })).toEqual(once)
  })

  test('draws the same whether draws are kept or made anew', () => {
    const first: Statistic = (weights) => weights[0] as number
    const sample = { examples: 50_000 }
    // 40 million draws are kept.
    const kept = replicate(first, sample, { seed: 3, resamples: 800 }).resampled
    const anew = replicate(first, sample, { seed: 3, resamples: 801 }).resampled
    expect(anew.slice(0, 800)).toEqual(kept)
  })

  test('claims no level on a handful of examples or with too few resamples, and refuses none', () => {
    expect(shift(differences.slice(0, 29)).level).toBe(0)
    expect(shift(differences.slice(0, 30)).level).toBe(0.95)
    expect(shift(differences, { level: 0.9998, resamples: 4000 }).level).toBe(0)
    expect(shift(differences, { level: 0.98, resamples: resamplesFor(400, 0.01) }).level).toBe(0.98)
    expect(shift(differences, { level: 0.9998, resamples: resamplesFor(400, 0.0001) }).level).toBe(0.9998)
    expect(() => shift([])).toThrow(RangeError)
  })

  test('reaches as far as what may have stayed unseen', () => {
    const { low, high } = widenedTo(interval(zero, zero, 100), 0.05)
    expect([low, high]).toEqual([-0.05, 0.05])
  })

  test('as a share of what may as well be 0 has numbers, and no level', () => {
    const once = (at: number): number[] => Array.from({ length: 60 }, (_, example) => (example === at ? 1 : 0))
    const [before, after] = [once(3), once(4)].map((values) =>
      replicate(meanOf(values), { examples: 60 }, { seed: 1, resamples: 1000 }),
    )
    expect(isAboutZero(before!)).toBe(true)
    const { estimate, low, high, level } = bootstrapDifference(before!, after!, {
      level: 0.98,
      units: 60,
      relative: true,
    })
    expect([estimate, low, high].every(Number.isFinite)).toBe(true)
    expect(low).toBeLessThan(-1)
    expect(high).toBeGreaterThan(1)
    expect(level).toBe(0)
  })

  test('of a single unit has finite ends, and no level', () => {
    for (const groups of [undefined, differences.map(() => 0)]) {
      const examples = groups === undefined ? 1 : differences.length
      const { low, high, level } = interval(zero, meanOf(differences.slice(0, examples)), examples, { groups })
      expect([Number.isFinite(low), Number.isFinite(high), level]).toEqual([true, true, 0])
    }
  })

  test('resamples whole groups: copies of every example tell nothing new', () => {
    const values = differences.slice(0, 60)
    const alone = shift(values)
    const groups = values.flatMap((_, at) => Array<number>(10).fill(at))
    const copied = interval(zero, meanOf(values.flatMap((value) => Array<number>(10).fill(value))), 600, { groups })
    expect(copied.low).toBeCloseTo(alone.low, 10)
    expect(copied.high).toBeCloseTo(alone.high, 10)
    expect(interval(zero, meanOf(differences), 400, { groups: differences.map((_, at) => at % 29) }).level).toBe(0)
  })

  test('of a single group has numbers and no level', () => {
    const { estimate, low, high, level } = shift(differences, { groups: differences.map(() => 0) })
    expect(level).toBe(0)
    expect([estimate, low, high].every(Number.isFinite)).toBe(true)
  })

  test('one giant group among many small ones is hardly more than one', () => {
    const groups = differences.map((_, at) => (at < 300 ? 0 : at - 299))
    expect(shift(differences, { groups }).level).toBe(0)
  })

  test('turns round when the contenders are swapped, and scales with the unit', () => {
    const values = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 30,
      maxLength: 80,
    })
    fc.assert(
      fc.property(values, fc.constantFrom(0.001, 4, 1000), (pairs, unit) => {
        const of = (side: 0 | 1, scale = 1): Statistic => meanOf(pairs.map((pair) => pair[side] * scale))
        const options = { resamples: 200, level: 0.9 }
        const there = interval(of(0), of(1), pairs.length, options)
        const back = interval(of(1), of(0), pairs.length, options)
        const scaled = interval(of(0, unit), of(1, unit), pairs.length, options)
        expect(back.low).toBeCloseTo(-there.high, 9)
        expect(back.high).toBeCloseTo(-there.low, 9)
        expect(scaled.low / unit).toBeCloseTo(there.low, 9)
        expect(scaled.high / unit).toBeCloseTo(there.high, 9)
        expect(there.low).toBeLessThanOrEqual(there.estimate)
        expect(there.high).toBeGreaterThanOrEqual(there.estimate)
      }),
      { numRuns: 50 },
    )
  })

  test.each([
    ['a few dozen events of one kind', 400, (uniform: number) => (uniform < 0.03 ? 1 : 0), 0.03],
    ['a few of one kind and more of the other', 400, (u: number) => (u < 0.01 ? -1 : u < 0.05 ? 1 : 0), 0.03],
    ['a long tail', 60, (uniform: number) => -Math.log(1 - uniform), 1],
  ])('is wrong at most about as often as it says: %s', (_, n, value, truth) => {
    const draws = createRandom(5)
    const trials = 500
    let [above, below] = [0, 0]
    for (let trial = 0; trial < trials; trial++) {
      const values = Array.from({ length: n }, () => value(draws.uniform()))
      const { low, high } = shift(values, { level: 0.98, resamples: 1000 })
      if (low > truth) above += 1
      if (high < truth) below += 1
    }
    // 1 % of 500 is 5; Poisson, 12 or more of them come up once in 200.
    expect(above).toBeLessThan(12)
    expect(below).toBeLessThan(12)
  })
})

test('quantiles', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(
    quantile(
      Array.from({ length: 100 }, (_, at) => 99 - at),
      0.905,
    ),
  ).toBeCloseTo(89.595, 12)
})

describe('seeded random numbers', () => {
  test('are the same for the same seed on every machine', () => {
    const random = createRandom(1, 2)
    expect([random.below(1000), random.below(1000), random.below(1000)]).toMatchInlineSnapshot(`
      [
        960,
        299,
        695,
      ]
    `)
  })

  test('are those of uniformInt of pure-rand, for counts that leave out half of what is drawn, too', () => {
    const random = createRandom(1)
    const half = 2 ** 31 + 5
    const counts = [1, 2, 3, 7, half, half, half, half, 3 * 2 ** 30, 3 * 2 ** 30, 2 ** 32 - 1, 2 ** 32]
    expect(counts.map((count) => random.below(count))).toEqual([
      0, 0, 1, 6, 1757975418, 2016075583, 259993397, 1184225736, 2237304460, 2838120079, 1076645753, 168299969,
    ])
  })

  test('shuffle evenly and leave the given items alone', () => {
    const random = createRandom(3)
    const items = ['a', 'b', 'c']
    const counts = new Map<string, number>()
    for (let trial = 0; trial < 6000; trial++) {
      const key = random.shuffle(items).join('')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    expect(items).toEqual(['a', 'b', 'c'])
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120)
  })
})

describe('a difference as a share of the first', () => {
  const skewed = (seed: number, count: number): number[] => {
    const random = createRandom(seed)
    return Array.from({ length: count }, () => -Math.log(1 - random.uniform()))
  }
  const compared = (before: readonly number[], after: readonly number[], relative = true): Interval => {
    const sample = { examples: before.length, groups: undefined }
    const resampling = { seed: 1, resamples: 1000 }
    const [first, second] = [before, after].map((values) => replicate(meanOf(values), sample, resampling))
    return bootstrapDifference(first!, second!, { level: 0.9, units: before.length, relative })
  }

  test('is exact where every value grows by the same share, however much the values vary', () => {
    const before = skewed(1, 300)
    const found = compared(
      before,
      before.map((value) => 1.1 * value),
    )
    for (const end of [found.low, found.estimate, found.high]) expect(end).toBeCloseTo(0.1, 9)
  })

  test('covers a constant shift that is a tenth of the true mean, of which the mean of the sample is only an estimate', () => {
    let covered = 0
    for (let seed = 1; seed <= 200; seed++) {
      const before = skewed(seed, 300)
      const { low, high } = compared(
        before,
        before.map((value) => value + 0.1),
      )
      if (low <= 0.1 && 0.1 <= high) covered++
    }
    // Nominal 90 %; dividing by the mean as if it were known covers about one in five.
    expect(covered).toBeGreaterThan(170)
  })

  test('has no level where the first is not of one sign throughout', () => {
    const before = skewed(2, 60).map((value) => value - 1)
    expect(
      compared(
        before,
        before.map((value) => value + 0.1),
      ).level,
    ).toBe(0)
  })
})
