import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { obrienFleming, spendingBounds } from '../../src/stats/spending.ts'
import { oracles } from './oracles.ts'

type Spending = (alpha: number, fraction: number) => number

const pocock: Spending = (alpha, fraction) => alpha * Math.log(1 + (Math.E - 1) * fraction)

function bounds(alpha: number, looks: number, spending: Spending): number[] {
  const fractions = Array.from({ length: looks }, (_, at) => (at + 1) / looks)
  return spendingBounds(fractions.map((information) => ({ information, spent: spending(alpha, information) })))
}

// The recomputed values agree with the printed ones (four to five digits) and with ours to six: they come from a coarser grid.
test.each([
  ['gs_LanDeMets_OBF_1sided_.025_K5', 0.025, 5, obrienFleming],
  ['gs_LanDeMets_Pocock_1sided_.025_K5', 0.025, 5, pocock],
  ['gs_LanDeMets_OBF_1sided_.05_K4', 0.05, 4, obrienFleming],
  ['gs_LanDeMets_Pocock_1sided_.05_K4', 0.05, 4, pocock],
] as const)('%s', (name, alpha, looks, spending) => {
  const found = bounds(alpha, looks, spending)
  expect(found).toHaveLength(looks)
  for (const [at, bound] of found.entries()) expect(Math.abs(bound - (oracles[name][at] as number))).toBeLessThan(1e-6)
})

test('the second Pocock bound, against an integral computed to 1e-15 by adaptive quadrature (scipy)', () => {
  expect(bounds(0.025, 5, pocock)[1]).toBeCloseTo(2.426813858438364, 11)
})

test('a random walk crosses as often as was spent', () => {
  const looks = [8, 10, 14, 20, 30]
  const critical = spendingBounds(looks.map((count) => ({ information: count, spent: 0.05 * (count / 30) })))
  const random = createRandom(7)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform())
  const walks = 20_000
  let crossed = 0
  for (let walk = 0; walk < walks; walk++) {
    let sum = 0
    let hit = false
    for (let step = 1; step <= 30; step++) {
      sum += normal()
      const look = looks.indexOf(step)
      if (look >= 0 && sum / Math.sqrt(step) > (critical[look] as number)) hit = true
    }
    if (hit) crossed++
  }
  // Three standard errors of a share of 5 % among 20,000.
  expect(Math.abs(crossed / walks - 0.05)).toBeLessThan(0.0047)
})

test('one look is the plain test; a look that spends nothing cannot be crossed', () => {
  expect(spendingBounds([{ information: 3, spent: 0.025 }])[0]).toBeCloseTo(1.959963984540054, 12)
  const [first, second] = spendingBounds([
    { information: 1, spent: 0 },
    { information: 2, spent: 0.025 },
  ])
  expect(first).toBe(Infinity)
  expect(second).toBeCloseTo(1.959963984540054, 9)
})

test('only shares of the information matter, not its unit', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), (unit) => {
      const at = (scale: number): number[] =>
        spendingBounds([1, 2, 4].map((count) => ({ information: count * scale, spent: 0.002 * count })))
      for (const [look, bound] of at(unit).entries()) expect(bound).toBeCloseTo(at(1)[look] as number, 9)
    }),
    { numRuns: 20 },
  )
})

test('looks must go forward', () => {
  const look = (information: number, spent: number) => ({ information, spent })
  expect(() => spendingBounds([look(2, 0.01), look(2, 0.02)])).toThrow(RangeError)
  expect(() => spendingBounds([look(1, 0.02), look(2, 0.01)])).toThrow(RangeError)
})
