import { expect, test } from 'vitest'
import { studentLimit } from '../../src/stats/distributions.ts'
import { changeOfMeans } from '../../src/stats/means.ts'
import { createRandom } from '../../src/stats/random.ts'
import { skewnessAllowance } from '../../src/stats/small-sample.ts'

const difference = (before: number, after: number): number => after - before
const ratio = (before: number, after: number): number => Math.log(after / before)

test("Student's limits are those of the tables", () => {
  for (const [alpha, degrees, limit] of [
    [0.01, 7, 2.998],
    [0.01, 10, 2.764],
    [0.0005, 7, 5.408],
    [0.05, 1, 6.314],
  ] as const)
    expect(studentLimit(alpha, degrees)).toBeCloseTo(limit, 3)
})

test("of a difference it is Student's interval, moved outwards by what skewness may do", () => {
  const after = [3, 5, 4, 8]
  const { estimate, low, high, level } = changeOfMeans([1, 1, 1, 1], after, difference, 0.05)
  // Differences 2, 4, 3, 7: mean 4, standard deviation √(14/3).
  const reach = 2.353363 * Math.sqrt(14 / 3 / 4) + skewnessAllowance(Float64Array.of(-0.5, 0, -0.25, 0.75), 0.9)
  expect([estimate, level]).toEqual([4, 0.9])
  expect([low, high]).toEqual([expect.closeTo(4 - reach, 5), expect.closeTo(4 + reach, 5)])
})

test('is of the ratio of the means, which is not the mean of the ratios', () => {
  expect(changeOfMeans([1, 3], [2, 3], ratio, 0.05).estimate).toBeCloseTo(Math.log(5 / 4), 12)
})

test('one of twenty that is twice as large may be three of them', () => {
  const before = Array.from({ length: 20 }, () => 1)
  const after = before.map((_, at) => (at === 7 ? 2 : 1))
  expect(changeOfMeans(before, after, ratio, 0.01).high).toBeGreaterThan(Math.log(1.15))
})

test('is wrong as rarely as it says where few values make the means differ', () => {
  const [trials, values, share, more] = [2000, 30, 0.16, 0.2]
  const random = createRandom(1)
  let below = 0
  for (let trial = 0; trial < trials; trial++) {
    const before = Array.from({ length: values }, () => 1 + 0.01 * random.uniform())
    const after = before.map(() => (random.uniform() < share ? 1 + more : 1) + 0.01 * random.uniform())
    if (changeOfMeans(before, after, ratio, 0.01).high < Math.log1p(share * more)) below++
  }
  expect(below / trials).toBeLessThan(0.01 + 2.33 * Math.sqrt(0.0099 / trials))
})

test('one value says nothing, and none is refused', () => {
  expect(changeOfMeans([1], [2], difference, 0.01)).toEqual({ estimate: 1, low: -Infinity, high: Infinity, level: 0 })
  expect(() => changeOfMeans([], [], difference, 0.01)).toThrow(RangeError)
})
