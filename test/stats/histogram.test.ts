import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quantile } from '../../src/stats/describe.ts'
import { addHistograms, countOf, histogramOf, histogramQuantile } from '../../src/stats/histogram.ts'

const latencies = fc.array(fc.double({ min: 0.01, max: 60_000, noNaN: true }), { minLength: 1, maxLength: 300 })

it('holds every value, in buckets that rise and touch no other', () => {
  fc.assert(
    fc.property(latencies, (values) => {
      const histogram = histogramOf(values)
      expect(countOf(histogram)).toBe(values.length)
      for (const [at, [from, to]] of histogram.entries()) {
        expect(from).toBeLessThan(to as number)
        expect(histogram[at + 1]?.[0] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(to as number)
      }
    }),
  )
})

it('gives quantiles within the width of a bucket', () => {
  fc.assert(
    fc.property(latencies, fc.constantFrom(0.5, 0.9, 0.95, 0.99), (values, p) => {
      const sorted = values.toSorted((a, b) => a - b)
      const at = Math.max(0, Math.ceil(p * values.length) - 1)
      const ratio = histogramQuantile(histogramOf(values), p) / (sorted[at] as number)
      expect(ratio).toBeGreaterThan(0.95)
      expect(ratio).toBeLessThan(1.05)
    }),
  )
})

it('tells the median of many values as closely as they do themselves', () => {
  const values = Array.from({ length: 2000 }, (_, at) => 5 * Math.exp(0.3 * Math.sin(at * 12.9898)))
  expect(histogramQuantile(histogramOf(values), 0.5) / quantile(values, 0.5)).toBeCloseTo(1, 2)
})

it('adds up to the histogram of all, whatever the parts', () => {
  fc.assert(
    fc.property(latencies, fc.nat(300), (values, cut) => {
      expect(addHistograms([histogramOf(values.slice(0, cut)), histogramOf(values.slice(cut))])).toEqual(
        histogramOf(values),
      )
    }),
  )
})

it('knows nothing of nothing, and takes a bucket without an end for its beginning', () => {
  expect(histogramQuantile([], 0.5)).toBeNaN()
  expect(histogramOf([])).toEqual([])
  expect(
    histogramQuantile(
      [
        [0, 10, 1],
        [10_000, null, 9],
      ],
      0.5,
    ),
  ).toBe(10_000)
  expect(histogramQuantile(histogramOf([0, 0, 0]), 0.5)).toBeLessThan(0.001)
})
