import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Metric } from '../../src/core/metric.ts'
import type { ComparisonRow, Measurements, Question } from '../../src/core/products/index.ts'
import { parseMargin } from '../../src/core/quantity/index.ts'
import { metricNamed } from '../../src/verdicts/index.ts'
import { wordedRows } from '../verdicts/measurements.ts'
import { bare, type Made, measuredFor, swappedSides, unreadable } from '../verdicts/metrics/made.ts'

type Margin = Question['margin']

/** What a metric does not promise, and why. */
export interface Exceptions {
  readonly mirrored?: string
}

/** What every metric of the table promises. */
export function metricContract(metric: Metric, exceptions: Exceptions = {}): void {
  const { name } = metric
  const row = (given: Measurements, margin: Margin, claim?: Question['claim']): ComparisonRow => {
    const asked: Question = { metric: name, margin, alpha: 0.01, ...(claim === undefined ? {} : { claim }) }
    const [found, ...others] = wordedRows(given, [asked], 0.01)
    expect(others).toEqual([])
    return found as ComparisonRow
  }
  const made = (recipe: Made): Measurements => measuredFor(metric, recipe)

  describe(`the metric contract: ${name}`, () => {
    test('its name finds it, and its usual margin is one', () => {
      expect(metricNamed(name)?.metric.summary).toBe(metric.summary)
      expect(parseMargin(metric.margin)).toBeDefined()
    })

    test('its row says what the table says, in numbers and in words', () => {
      const found = row(made({ noise: 0.05 }), parseMargin(metric.margin) as Margin)
      expect(found).toMatchObject({ metric: name, unit: metric.unit, better: metric.better })
      const { low, high } = found.interval
      expect(found.change).toBeGreaterThanOrEqual(low)
      expect(found.change).toBeLessThanOrEqual(high)
      expect(found.why).toContain(`${name} went from `)
      expect(`${found.why} ${found.method}`).not.toMatch(/undefined|NaN|Infinity|\[object/)
    })

    test('a contender like production never fails, and passes where the margin leaves room', () => {
      const same = made({})
      for (const margin of [0, 0.001, 0.9].flatMap(both))
        expect([margin, row(same, margin).verdict]).not.toEqual([margin, 'fail'])
      expect(row(same, { absolute: roomFor(metric) }).verdict).toBe('pass')
    })

    test('a contender that is far worse fails, and does not when sides are changed', () => {
      const worse = made({ harm: 0.3 })
      expect(row(worse, { absolute: 0 }).verdict).toBe('fail')
      if (exceptions.mirrored === undefined)
        expect(row(swappedSides(worse), { absolute: 0 })).toMatchObject({ verdict: 'pass', improved: true })
    })

    test('a wider margin never makes the verdict worse', () => {
      const order = { fail: 0, inconclusive: 1, pass: 2 }
      const given = made({ harm: 0.03, noise: 0.02, amount: 'little' })
      // Where production's value lies within the margin no candidate can fail, and none passes.
      const widths = [0, 0.01, 0.03, 0.1, 0.5]
      for (const scale of ['absolute', 'relative'] as const) {
        const verdicts = widths.map((width) => order[row(given, { [scale]: width } as Margin).verdict])
        expect(verdicts).toEqual(verdicts.toSorted())
      }
    })

    if (exceptions.mirrored === undefined)
      test('turns round when the contenders change sides', () => {
        const recipes = fc.record({
          amount: fc.constantFrom('little' as const, 'too-little' as const),
          classes: fc.constantFrom(2, 3),
          noise: fc.constantFrom(0, 0.1, 0.5),
          harm: fc.constantFrom(0, 0.2),
          seed: fc.nat(1000),
        })
        fc.assert(
          fc.property(recipes, (recipe) => {
            const given = made(recipe)
            const [there, back] = [row(given, { absolute: 0.1 }), row(swappedSides(given), { absolute: 0.1 })]
            const scale = Math.max(1, Math.abs(there.production))
            expect(back.production).toBe(there.candidate)
            expect(back.change / scale).toBeCloseTo(-there.change / scale, 9)
            expect(back.interval.low / scale).toBeCloseTo(-there.interval.high / scale, 9)
            expect(back.interval.high / scale).toBeCloseTo(-there.interval.low / scale, 9)
            expect(there.verdict === 'fail' && back.verdict === 'fail').toBe(false)
          }),
          { numRuns: 8 },
        )
      })

    test('what it says it needs is all it needs', () => {
      const given = made({ noise: 0.1 })
      const margin = parseMargin(metric.margin) as Margin
      expect(row(bare(metric, given), margin)).toEqual(row(given, margin))
    })

    test('what is no number never passes', () => {
      const given = unreadable(made({ amount: 'little' }))
      for (const margin of both(0.9))
        for (const claim of [undefined, 'better', 'equivalent'] as const)
          expect([margin, claim, verdictOf(() => row(given, margin, claim))]).not.toEqual([margin, claim, 'pass'])
    })

    // What is counted is known without a sample.
    if (metric.how !== 'exact')
      test('too little data never gives a verdict, whatever it says', () => {
        for (const recipe of [{}, { harm: 0.3 }, { noise: 0.1 }])
          for (const margin of [0.01, 0.9].flatMap(both)) {
            const found = row(made({ ...recipe, amount: 'too-little' }), margin)
            expect([recipe, margin, found.verdict]).toEqual([recipe, margin, 'inconclusive'])
          }
      })
  })
}

function both(width: number): Margin[] {
  return [{ absolute: width }, { relative: width }]
}

/** So much worse that a contender like production is told apart from it, in the unit of the metric. */
function roomFor({ unit }: Metric): number {
  return { ms: 1, B: 1e7, '1/s': 100, J: 0.1, '1': 0.1, share: 0.05 }[unit]
}

/** What cannot be compared is an error, which is no verdict. */
function verdictOf(compare: () => ComparisonRow): string {
  try {
    return compare().verdict
  } catch (thrown) {
    return (thrown as { code?: string }).code ?? 'thrown'
  }
}
