import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AbAim,
  type AbSize,
  type Chances,
  chancesWhen,
  fixedSize,
  planAb,
  type Response,
  sequentialDesign,
  valueWhen,
} from '../../src/stats/ab-plan.ts'
import { judge } from '../../src/stats/claims.ts'
import { mean } from '../../src/stats/describe.ts'
import { normalQuantile } from '../../src/stats/distributions.ts'
import type { Interval } from '../../src/stats/interval.ts'
import { proportionDifference } from '../../src/stats/proportions.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'

const usual: AbAim = { claim: 'not-worse', margin: 0.05, better: 'higher', alpha: 0.01, power: 0.9, share: 0.5 }

describe('published sizes', () => {
  test.each([
    // Chow, Shao & Wang, section 4.2: rates of 65 % and 85 %, two-sided 5 %, power 80 %: 70 in each arm.
    [0.65, 0.2, 0.025, 0.8, 70],
    // (1.959964 + 1.281552)² (0.25 + 0.1875)/0.25² = 73.55; pooling the variance under no change would make it 76.65.
    [0.5, 0.25, 0.025, 0.9, 74],
  ])('a rate of %d better by %d', (baseline, margin, alpha, power, each) => {
    const size = fixedSize({ kind: 'rate', baseline }, { ...usual, claim: 'better', margin, alpha, power })
    expect(size).toEqual({ candidate: each, production: each })
  })

  test('rates of 50 % and 75 % come near the 76.65 of R’s power.prop.test, which pools', () => {
    const aim: AbAim = { ...usual, claim: 'better', margin: 0.25, alpha: 0.025 }
    expect(Math.abs(fixedSize({ kind: 'rate', baseline: 0.5 }, aim).candidate / 76.65 - 1)).toBeLessThan(0.05)
  })

  test('means 1 apart with deviation 1, two-sided 5 %, power 90 %: 22.02 in each arm', () => {
    const response: Response = { kind: 'mean', baseline: 10, deviation: 1 }
    const aim: AbAim = { ...usual, margin: 1, alpha: 0.025 }
    expect(fixedSize(response, aim)).toEqual({ candidate: 23, production: 23 })
    // Of many users Student's t asks no more than the normal distribution: 21.0148 for each 1 of variance.
    const { candidate } = fixedSize({ ...response, deviation: 1000 }, aim)
    expect(candidate / 1e6).toBeCloseTo(21.0148, 4)
  })

  test.each([
    // R's power.t.test(n = 20, delta = 1); (power = .90, delta = 1); the same with alternative = "one.sided".
    [20, 0.025, 0.8689528],
    [22.0211, 0.025, 0.9],
    [17.84713, 0.05, 0.9],
  ])('means, %d in each arm, one-sided alpha %d: power %d', (each, alpha, power) => {
    const response: Response = { kind: 'mean', baseline: 0, deviation: 1 }
    const chances = chancesWhen(0, response, { ...usual, margin: 1, alpha }, { candidate: each, production: each })
    expect(chances?.pass).toBeCloseTo(power, 4)
  })

  test('not worse, of rates of 65 % and 85 % that may be 10 points worse: 25 in each arm', () => {
    // Chow, Shao & Wang, second edition, page 90: one-sided 5 %, power 80 %.
    const aim: AbAim = { ...usual, margin: 0.1, hoped: 0.2, alpha: 0.05, power: 0.8 }
    expect(fixedSize({ kind: 'rate', baseline: 0.65 }, aim)).toEqual({ candidate: 25, production: 25 })
  })

  test('not worse, of equal means with a margin of half a deviation: 50 in each arm, and one more for Student’s t', () => {
    // The same, section 3.2: one-sided 5 %, power 80 %, by the normal approximation.
    const aim: AbAim = { ...usual, margin: 0.05, alpha: 0.05, power: 0.8 }
    expect(fixedSize({ kind: 'mean', baseline: 0, deviation: 0.1 }, aim)).toEqual({ candidate: 51, production: 51 })
  })

  test('not worse: rates of 5 %, margin 0.5 pp', () => {
    // (2.326348 + 1.281552)² · 2 · 0.05 · 0.95/0.005² = 49,464.6
    const size = fixedSize({ kind: 'rate', baseline: 0.05 }, { ...usual, margin: 0.005 })
    expect(size).toEqual({ candidate: 49_465, production: 49_465 })
  })

  test('a tenth of the traffic: 1/0.1 + 1/0.9 in place of 1/0.5 + 1/0.5', () => {
    const response: Response = { kind: 'mean', baseline: 0, deviation: 1 }
    const [equal, unequal] = [0.5, 0.1].map((share) => fixedSize(response, { ...usual, margin: 0.01, share }))
    expect(total(unequal as AbSize) / total(equal as AbSize)).toBeCloseTo(100 / 9 / 4, 4)
    expect((unequal as AbSize).production / (unequal as AbSize).candidate).toBeCloseTo(9, 3)
  })

  test('five looks, one-sided 2.5 %: O’Brien–Fleming’s bounds by spending, and what they cost', () => {
    const { bounds, inflation } = sequentialDesign({ kind: 'rate', baseline: 0.1 }, { ...usual, alpha: 0.025 }, 5)
    for (const [at, bound] of [4.87688, 3.35701, 2.68028, 2.28982, 2.03103].entries())
      expect(bounds[at]).toBeCloseTo(bound, 4)
    // ((2.03103 + 1.28155)/(1.95996 + 1.28155))²
    expect(inflation).toBeCloseTo(1.04433, 4)
  })
})

describe('chances', () => {
  test('are what was planned for, where it was planned', () => {
    for (const claim of ['not-worse', 'better'] as const) {
      const { changes } = planAb({ response: { kind: 'rate', baseline: 0.3 }, aim: { ...usual, claim }, looks: 5 })
      const at = (change: string) => changes.find((each) => each.change === change)?.chances
      const [planned, edge] = claim === 'better' ? ['better by the margin', 'none'] : ['none', 'worse by the margin']
      expect(at(planned)?.pass).toBeCloseTo(0.9, 3)
      expect([at(edge)?.pass, at(edge)?.fail]).toEqual([expect.closeTo(0.01, 9), expect.closeTo(0.01, 9)])
    }
  })

  test('a hoped-for improvement is what is planned for, and one of the changes', () => {
    const aim: AbAim = { ...usual, hoped: 0.01 }
    const { changes } = planAb({ response: { kind: 'rate', baseline: 0.3 }, aim, looks: 1 })
    expect(changes.map(({ change, candidate }) => [change, candidate])).toEqual([
      ['none', 0.3],
      ['worse by the margin', 0.25],
      ['worse by twice the margin', expect.closeTo(0.2, 12)],
      ['better as hoped', 0.31],
    ])
    expect(changes[3]?.chances?.pass).toBeCloseTo(0.9, 3)
    expect(changes[0]?.chances?.pass).toBeLessThan(0.85)
  })

  test('of a rate that cannot be are none', () => {
    const { changes } = planAb({
      response: { kind: 'rate', baseline: 0.05 },
      aim: { ...usual, margin: 0.03 },
      looks: 1,
    })
    expect(changes.map(({ chances }) => chances !== undefined)).toEqual([true, true, false, true])
  })

  // The interval of the rollouts, on users drawn one by one.
  test.each(['not-worse', 'better'] as const)('a rate, %s: as often as simulated', (claim) => {
    const response: Response = { kind: 'rate', baseline: 0.3 }
    const aim: AbAim = { ...usual, claim, share: 0.4, better: 'lower' }
    const random = createRandom(20)
    expectSimulated(response, aim, ({ candidate, production }, value) => {
      const [x, y] = [successes(random, candidate, value), successes(random, production, response.baseline)]
      return proportionDifference(x, candidate, y, production, 1 - 2 * aim.alpha)
    })
  })

  test('a mean: as often as simulated', () => {
    const response: Response = { kind: 'mean', baseline: 12, deviation: 4 }
    const aim: AbAim = { ...usual, margin: 1.5, share: 0.3 }
    const random = createRandom(21)
    expectSimulated(response, aim, ({ candidate, production }, value) => {
      const drawn = (count: number, centre: number) => Array.from({ length: count }, () => centre + 4 * normal(random))
      return meanDifference(drawn(candidate, value), drawn(production, 12), aim.alpha)
    })
  })
})

test('looked at five times, a test still finds what it shall, and is wrong no more often', () => {
  const response: Response = { kind: 'mean', baseline: 0, deviation: 1 }
  const aim: AbAim = { ...usual, margin: 0.1, alpha: 0.025 }
  const { bounds, largest } = sequentialDesign(response, aim, 5)
  const random = createRandom(22)
  const information = 1 / (1 / largest.candidate + 1 / largest.production)
  const passes = (distance: number): number => share(20_000, () => crosses(random, bounds, distance, information))
  expect(passes(0)).toBeLessThan(0.025 + 3 * standardError(0.025, 20_000))
  // Looks before the last add to its power, but little.
  const found = passes(aim.margin)
  expect(found).toBeGreaterThan(aim.power)
  expect(found).toBeLessThan(aim.power + 0.02)
})

describe('for all plans', () => {
  const rate = fc.double({ min: 0.04, max: 0.96, noNaN: true })
  const responses: fc.Arbitrary<Response> = fc.oneof(
    rate.map((baseline) => ({ kind: 'rate' as const, baseline })),
    fc.record({
      kind: fc.constant('mean' as const),
      baseline: fc.double({ min: -9, max: 9, noNaN: true }),
      deviation: fc.double({ min: 0.1, max: 9, noNaN: true }),
    }),
  )
  const aims: fc.Arbitrary<AbAim> = fc.record({
    claim: fc.constantFrom('not-worse', 'better'),
    margin: fc.double({ min: 0.001, max: 0.015, noNaN: true }),
    better: fc.constantFrom('lower', 'higher'),
    alpha: fc.double({ min: 0.0001, max: 0.2, noNaN: true }),
    power: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
    share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  })

  test('more power, a smaller margin, a smaller alpha and more looks take more users', () => {
    fc.assert(
      fc.property(responses, aims, fc.integer({ min: 2, max: 6 }), (response, aim, looks) => {
        const users = total(fixedSize(response, aim))
        expect(total(fixedSize(response, { ...aim, power: aim.power + 0.005 }))).toBeGreaterThan(users)
        expect(total(fixedSize(response, { ...aim, margin: aim.margin * 0.9 }))).toBeGreaterThan(users)
        expect(total(fixedSize(response, { ...aim, alpha: aim.alpha * 0.9 }))).toBeGreaterThan(users)
        if (aim.claim === 'not-worse')
          expect(total(fixedSize(response, { ...aim, hoped: aim.margin }))).toBeLessThan(users)
        expect(sequentialDesign(response, aim, 1).largest).toEqual(fixedSize(response, aim))
        expect(sequentialDesign(response, aim, looks).inflation).toBeGreaterThan(1)
      }),
      { seed: 1 },
    )
  })

  test('chances lie between 0 and 1 and sum to 1; a better candidate passes more and fails less', () => {
    fc.assert(
      fc.property(responses, aims, (response, aim) => {
        const { changes } = planAb({ response, aim, looks: 1 })
        for (const { chances } of changes) {
          const { pass, fail, inconclusive } = chances as Chances
          for (const chance of [pass, fail, inconclusive]) expect(Math.abs(chance - 0.5)).toBeLessThanOrEqual(0.5)
          expect(pass + fail + inconclusive).toBeCloseTo(1, 12)
        }
        const [none, half] = [changes[0]?.chances as Chances, changes[3]?.chances as Chances]
        expect(half.fail).toBeLessThanOrEqual(none.fail + 1e-3)
        expect(half.pass).toBeGreaterThan(none.pass)
      }),
      { seed: 2 },
    )
  })
})

/** Holds every planned chance to the verdicts on 1500 simulated experiments. */
function expectSimulated(response: Response, aim: AbAim, experiment: (size: AbSize, value: number) => Interval): void {
  const size = fixedSize(response, aim)
  const margin = aim.claim === 'better' ? 0 : aim.margin
  for (const margins of [0, 1, 2, -0.5, -1]) {
    const worse = margins * aim.margin
    const planned = chancesWhen(worse, response, aim, size) as Chances
    const verdicts = Array.from(
      { length: trials },
      () =>
        judge(experiment(size, valueWhen(worse, response, aim.better)), { ...aim, claim: 'not-worse', margin }).verdict,
    )
    for (const verdict of ['pass', 'fail', 'inconclusive'] as const) {
      const found = verdicts.filter((each) => each === verdict).length / trials
      const allowed = 3 * standardError(planned[verdict], trials) + 1 / trials
      expect(Math.abs(found - planned[verdict]), `${verdict} at ${margins} margins`).toBeLessThan(allowed)
    }
  }
}

const trials = 1500

function standardError(p: number, n: number): number {
  return Math.sqrt((p * (1 - p)) / n)
}

function share(count: number, holds: () => boolean): number {
  let held = 0
  for (let trial = 0; trial < count; trial++) if (holds()) held += 1
  return held / count
}

function successes(random: Random, count: number, rate: number): number {
  let found = 0
  for (let user = 0; user < count; user++) if (random.uniform() < rate) found += 1
  return found
}

function normal(random: Random): number {
  return normalQuantile(1 - random.uniform())
}

/** The usual interval on two means, variances unequal. */
function meanDifference(candidate: readonly number[], production: readonly number[], alpha: number): Interval {
  const estimate = mean(candidate) - mean(production)
  const half = -normalQuantile(alpha) * Math.sqrt(errorOf(candidate) + errorOf(production))
  return { estimate, low: estimate - half, high: estimate + half, level: 1 - 2 * alpha }
}

function errorOf(values: readonly number[]): number {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1) / values.length
}

/** Whether a statistic of so much information in the end is above its bound at a look, when the truth is so far off. */
function crosses(random: Random, bounds: readonly number[], distance: number, information: number): boolean {
  let score = 0
  const step = information / bounds.length
  return bounds.some((bound, at) => {
    score += distance * step + Math.sqrt(step) * normal(random)
    return score / Math.sqrt(step * (at + 1)) >= bound
  })
}

function total({ candidate, production }: AbSize): number {
  return candidate + production
}
