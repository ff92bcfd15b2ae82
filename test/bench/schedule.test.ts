import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anotherBlock, blockOrder, turns } from '../../src/bench/schedule.ts'

test('blocks of a pair mirror each other, so that nobody goes first more often', () => {
  const firsts = Array.from({ length: 40 }, (_, index) => blockOrder(['production', 'candidate'], 7, index)[0])
  expect(firsts.filter((first) => first === 'production')).toHaveLength(20)
})

test('the seed alone decides the order, and orders differ', () => {
  const orders = (seed: number): string[] =>
    Array.from({ length: 20 }, (_, index) => blockOrder(['a', 'b', 'c'], seed, index).join(''))
  expect(orders(1)).toEqual(orders(1))
  expect(orders(1)).not.toEqual(orders(2))
  expect(new Set(orders(1)).size).toBeGreaterThan(3)
})

test('turns go there and back: everyone is as late as everyone else', () => {
  expect(turns(['P', 'C'], 1)).toEqual(['P', 'C', 'C', 'P'])
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 5 }),
      (ids, rounds) => {
        const order = turns(ids, rounds)
        const lateness = ids.map((id) => order.reduce((sum, each, at) => (each === id ? sum + at : sum), 0))
        expect(new Set(lateness).size).toBe(1)
      },
    ),
  )
})

test('blocks are measured to the minimum, then within the budget, never beyond the maximum', () => {
  const budget = { budgetMs: 10_000, min: 8, max: 20 }
  expect(anotherBlock(0, 0, budget)).toBe(true)
  expect(anotherBlock(7, 60_000, budget)).toBe(true)
  expect(anotherBlock(8, 8_000, budget)).toBe(true)
  expect(anotherBlock(9, 9_100, budget)).toBe(false)
  expect(anotherBlock(20, 1_000, budget)).toBe(false)
})
