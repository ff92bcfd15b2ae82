import { describe, expect, test } from 'vitest'
import { pooledTest } from '../../lab/calibrate/rules/criterion.ts'
import { type Material, type Rule, rules } from '../../lab/calibrate/rules/index.ts'
import { repetitions } from '../../lab/calibrate/rules/repetitions.ts'
import { welchTest } from '../../lab/calibrate/rules/textbook.ts'
import { normalQuantile } from '../../src/stats/distributions.ts'
import { createRandom } from '../../src/stats/random.ts'

const byName = (name: string): Rule => {
  const rule = rules.find((each) => each.name === name)
  if (rule === undefined) throw new Error(`no rule ${name}`)
  return rule
}

/** Independent runs of about 1 ms: log-normal, with a spread of 5 %. */
function independent(seed: number, ratio: number, runs = 2000): Material {
  const random = createRandom(seed)
  const side = (times: number): readonly (readonly number[])[] => [
    Array.from({ length: runs }, () => times * Math.exp(0.05 * normalQuantile(random.uniform() || 0.5))),
  ]
  return { production: side(1), candidate: side(ratio) }
}

function flagged(rule: Rule, ratio: number, trials: number, runs?: number): number {
  const decisions = Array.from({ length: trials }, (_, seed) => rule.decide(independent(seed, ratio, runs), seed))
  return decisions.filter((decision) => decision === 'slower').length / trials
}

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (_, rule) => {
  test('says what it is and where it was read', () => {
    expect(rule.what).toMatch(/^Slower (\(High\) )?when .*(\.ts|\.go|\.rs|\.py|\.scala|textbook)/)
  })

  test('three times as slow is slower, the other way round it is not, whatever the processes', () => {
    const { production, candidate } = independent(1, 3)
    expect(rule.decide({ production, candidate }, 1)).toBe('slower')
    expect(rule.decide({ production: candidate, candidate: production }, 1)).toBe('not slower')
    const split = (runs: readonly (readonly number[])[]): number[][] => [
      runs.flat().slice(0, 999),
      runs.flat().slice(999),
    ]
    expect(rule.decide({ production: split(production), candidate: split(candidate) }, 1)).toBe('slower')
  })

  test('the same runs on both sides are not slower', () => {
    const { production } = independent(2, 1)
    expect(rule.decide({ production, candidate: production }, 1)).toBe('not slower')
  })

  test('the same seed gives the same decision', () => {
    const material = independent(3, 1.012, 300)
    expect(rule.decide(material, 7)).toBe(rule.decide(material, 7))
  })
})

// Independent runs are what these tests assume: half of a two-sided error rate falls on the slower side.
test.each([
  ['benchstat', 400, 0.0005, 0.055],
  ['Welch’s t, 1 %', 400, 0, 0.02],
  ['Mann–Whitney, 1 %', 400, 0, 0.02],
  ['Kayenta', 400, 0, 0.035],
  ['criterion.rs', 60, 0, 0.05],
  ['asv continuous', 60, 0, 0],
  ['github-action-benchmark, 110 %', 60, 0, 0],
])('%s: of two equal candidates with independent runs, few are called slower', (name, trials, low, high) => {
  const share = flagged(byName(name), 1, trials, 500)
  expect(share).toBeGreaterThanOrEqual(low)
  expect(share).toBeLessThanOrEqual(high)
})

describe('thresholds', () => {
  const constant = (ms: number): number[][] => [Array<number>(600).fill(ms)]

  test.each([
    ['github-action-benchmark, 200 %', 2.0, 'not slower'],
    ['github-action-benchmark, 200 %', 2.01, 'slower'],
    ['github-action-benchmark, 110 %', 1.09, 'not slower'],
    ['github-action-benchmark, 110 %', 1.11, 'slower'],
    ['asv continuous', 1.09, 'not slower'],
    ['asv continuous', 1.11, 'slower'],
    ['benchstat', 1.001, 'slower'],
    ['Mann–Whitney, 1 %', 1.001, 'slower'],
  ])('%s at a ratio of exactly %d: %s', (name, ratio, decision) => {
    expect(byName(name).decide({ production: constant(1), candidate: constant(ratio) }, 1)).toBe(decision)
  })

  test('criterion.rs calls a certain change below 1 % noise, above it slower', () => {
    const precise = (ratio: number): Material => {
      const { production, candidate } = independent(5, 1, 20_000)
      const calm = (runs: readonly (readonly number[])[], times: number): number[][] =>
        runs.map((each) => each.map((ms) => times * (1 + (ms - 1) / 20)))
      return { production: calm(production, 1), candidate: calm(candidate, ratio) }
    }
    expect(byName('criterion.rs').decide(precise(1.008), 1)).toBe('not slower')
    expect(byName('Welch’s t, 1 %').decide(precise(1.008), 1)).toBe('slower')
    expect(byName('criterion.rs').decide(precise(1.012), 1)).toBe('slower')
  })

  test('asv is inconclusive on five samples a side, and breaks ties against significance', () => {
    const asv = byName('asv continuous')
    expect(asv.decide({ production: [[10, 10, 10, 10, 10]], candidate: [[20, 20, 20, 20, 20]] }, 1)).toBe(
      'inconclusive',
    )
    // Ten samples of one run each, `equal` of the candidate's as slow as the four slowest of production's. Twelve pairs tie
    // with three: p is 0.0029 when all of them count against a difference, and would be 0.0003 were they counted by halves.
    const against = (equal: number): Material => ({
      production: [[10, 10, 10, 10, 10, 10, 12, 12, 12, 12]],
      candidate: [Array.from({ length: 10 }, (_, at) => (at < equal ? 12 : 15))],
    })
    expect(asv.decide(against(2), 1)).toBe('slower')
    expect(asv.decide(against(3), 1)).toBe('not slower')
    expect(byName('Mann–Whitney, 1 %').decide(against(3), 1)).toBe('slower')
  })
})

describe('parts', () => {
  test('repetitions are equal and consecutive; fewer runs make fewer', () => {
    expect(repetitions([1, 3, 5, 7, 9, 11], 3)).toEqual([2, 6, 10])
    expect(repetitions([4, 5], 10)).toEqual([4, 5])
  })
})

describe('tests', () => {
  // R's `sleep`: t.test(extra ~ group) prints t = −1.8608, df = 17.776, p-value = 0.07939.
  const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
  const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]

  test('Welch’s of the sleep data', () => {
    const { t, degrees, p } = welchTest(drug1, drug2)
    expect(t).toBeCloseTo(-1.8608134674868526, 12)
    expect(degrees).toBeCloseTo(17.776473516178488, 10)
    expect(p).toBeCloseTo(0.0793941401873583, 12)
    expect(welchTest([1, 1], [1, 1]).p).toBe(1)
  })

  test('the pooled bootstrap comes to nearly the same p-value', () => {
    expect(pooledTest(drug2, drug1, createRandom(1))).toBeCloseTo(0.0794, 1)
    const { production, candidate } = independent(11, 1.01, 100)
    const [old, recent] = [production.flat(), candidate.flat()]
    expect(Math.abs(pooledTest(recent, old, createRandom(2)) - welchTest(recent, old).p)).toBeLessThan(0.02)
  })
})
