import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareAreas, delong } from '../../src/stats/delong.ts'
import { createRandom } from '../../src/stats/random.ts'

const positive = [1, 1, 1, 1, 0, 0, 0, 0, 0, 1].map(Boolean)
const first = [0.9, 0.8, 0.7, 0.35, 0.6, 0.4, 0.3, 0.2, 0.1, 0.65]
const second = [0.8, 0.9, 0.4, 0.5, 0.7, 0.3, 0.45, 0.2, 0.15, 0.55]

test('two scores of ten examples', () => {
  const found = compareAreas(first, second, positive)
  expect(found.areas[0]).toBeCloseTo(0.92, 12)
  expect(found.areas[1]).toBeCloseTo(0.84, 12)
  // The oracle takes the first less the second.
  expect(delong(found)?.z).toBeCloseTo(-0.5547001962, 9)
  expect(delong(found)?.p).toBeCloseTo(0.579099742, 9)
})

test('ties, by the definition: pair against pair (numpy)', () => {
  const a = [
    1.2, 2.6, 2.4, 0.7, 0.9, 0.7, 1.8, 1.1, 1.9, -0.6, 2.8, 1.1, 1.9, 1.1, 0.8, 1.7, 2, 1, 1, 1.9, 0.3, -0.3, 1.6, 0.5,
    -0.7, -0.8, -0.5, -1.2, -1.5, 0, 0.9, -0.2, -0.7, 0.4, 0.7, -0.3, 0.5, 1, -0.2, -0.8, 0.3, 0.2, 1.1, -1.3, -0.7,
    -0.8, -1.7, 0.1, 0.5, -0.7, 1.4, 0.8, 0.6, 0.4, 1, -1.3, 0.6, 0.6, -1.8, 0.3,
  ]
  const b = [
    0.9, 2.7, 1.4, 0.9, 1.4, 0.1, 2.1, 1, 2, -0.2, 3.1, 1.8, 1.4, 1.8, 2.3, 3.2, 0, 2, 1.6, 1.5, -0.3, 1.7, 0.1, 1.4,
    1.6, -2, -0.6, -1.9, -0.5, 1.5, 2.5, -1.9, -0.9, 0.9, 1.9, 0.3, -0.5, 0.8, -0.1, -0.6, -0.6, 0.5, 0.9, -0.7, -0.6,
    -1.7, -1.3, 1.3, 0.1, -1.8, 2, 0.9, 2.4, 0.3, 0, -2.1, 1.6, 2.9, -1.7, -0.5,
  ]
  const found = compareAreas(
    a,
    b,
    a.map((_, at) => at < 25),
  )
  expect(found.areas[0]).toBeCloseTo(0.852, 12)
  expect(found.areas[1]).toBeCloseTo(0.7885714285714286, 12)
  expect(found.error).toBeCloseTo(0.060971828130130815, 12)
  expect(delong(found)?.z).toBeCloseTo(-1.0402930890180495, 10)
  expect(delong(found)?.p).toBeCloseTo(0.29820375401253985, 10)
})

describe('on any scores', () => {
  const examples = fc
    .array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
      minLength: 4,
      maxLength: 40,
    })
    .filter((rows) => new Set(rows.map(([label]) => label)).size === 2)

  test('the area is the share of pairs in order, and swapping turns the difference round', () => {
    fc.assert(
      fc.property(examples, (rows) => {
        const labels = rows.map(([label]) => label)
        const [one, other] = [rows.map(([, score]) => score), rows.map(([, , score]) => score)]
        const [there, back] = [compareAreas(one, other, labels), compareAreas(other, one, labels)]
        const pairs = rows
          .filter(([label]) => label)
          .flatMap(([, up]) =>
            rows.filter(([label]) => !label).map(([, down]) => (up > down ? 1 : up === down ? 0.5 : 0)),
          )
        expect(there.areas[0]).toBeCloseTo(pairs.reduce<number>((sum, each) => sum + each, 0) / pairs.length, 10)
        expect(back.difference).toBeCloseTo(-there.difference, 10)
        for (const influences of there.influences)
          expect(influences.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 10)
        if (Number.isFinite(there.error)) expect(back.error).toBeCloseTo(there.error, 10)
        else expect(back.error).toBe(there.error)
      }),
    )
  })

  test('only the order of scores counts', () => {
    fc.assert(
      fc.property(examples, (rows) => {
        const labels = rows.map(([label]) => label)
        const [one, other] = [rows.map(([, score]) => score), rows.map(([, , score]) => score)]
        const stretched = compareAreas(
          one.map((score) => Math.exp(score)),
          other.map((score) => 7 * score - 3),
          labels,
        )
        expect(stretched).toEqual(compareAreas(one, other, labels))
      }),
    )
  })
})

test('scores that rank all pairs alike cannot be tested, and one positive has no variance', () => {
  const same = compareAreas(
    first,
    first.map((score) => 10 * score),
    positive,
  )
  expect(same).toMatchObject({ difference: 0, error: 0, differing: 0 })
  expect(delong(same)).toBeUndefined()
  const one = compareAreas(
    first,
    second,
    positive.map((_, at) => at === 0),
  )
  expect(one.error).toBe(Infinity)
  expect(delong(one)?.p).toBe(1)
})

test.each([true, false])('examples of one class alone (%s) have no area', (label) => {
  expect(() =>
    compareAreas(
      first,
      second,
      positive.map(() => label),
    ),
  ).toThrow(RangeError)
})

test('a hundred thousand examples are compared', () => {
  const random = createRandom(1)
  const scores = Float64Array.from({ length: 100_000 }, () => random.uniform())
  const others = scores.map((score) => score + 0.1 * random.uniform())
  const positives = Array.from(scores, (score) => score + random.uniform() > 1)
  expect(delong(compareAreas(scores, others, positives))?.p).toBeGreaterThan(0)
})
