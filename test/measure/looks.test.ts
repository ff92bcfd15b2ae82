import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockLook } from '../../src/core/products/index.ts'
import { lookDue, shareAfter, trancheAfter } from '../../src/measure/looks.ts'

/** The looks of one tranche that is measured to its end. */
function looksOf(from: number, to: number, index: number, before: readonly BlockLook[]): BlockLook[] {
  const looks = [...before]
  for (let blocks = from + 1; blocks <= to; blocks++) {
    const look = lookDue(blocks, looks, { index, from, to }, { least: 8, ended: blocks === to })
    if (look !== undefined) looks.push(look)
  }
  return looks
}

test('looks come at even numbers, ever more rarely, and spend by the square of their share', () => {
  const looks = looksOf(0, 40, 0, [])
  expect(looks.map(({ blocks }) => blocks)).toEqual([8, 10, 12, 14, 16, 18, 22, 26, 30, 34, 40])
  for (const { blocks, spent } of looks) expect(spent).toBeCloseTo(0.8 * (blocks / 40) ** 2, 12)
})

test('extensions spend half of what is left, and never all', () => {
  expect([0, 1, 2, 3].map(shareAfter).map((share) => Number(share.toFixed(6)))).toEqual([0.8, 0.9, 0.95, 0.975])
  const first = looksOf(0, 20, 0, [])
  expect(trancheAfter(first)).toEqual({ index: 1, from: 20 })
  const second = looksOf(20, 40, 1, first)
  expect(second.at(-1)).toEqual({ blocks: 40, spent: 0.9 })
  expect(trancheAfter(second)).toEqual({ index: 2, from: 40 })
  expect(trancheAfter(first.slice(0, -1))).toEqual({ index: 0, from: 0 })
})

test('spending never falls and never exceeds the whole, however long it goes on', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (sizes) => {
      let looks: BlockLook[] = []
      for (const size of sizes) {
        const { index, from } = trancheAfter(looks)
        looks = looksOf(from, from + size, index, looks)
      }
      const spent = looks.map((look) => look.spent)
      expect(spent).toEqual(spent.toSorted((a, b) => a - b))
      expect(Math.max(...spent)).toBeLessThan(1)
      expect(new Set(looks.map(({ blocks }) => blocks)).size).toBe(looks.length)
    }),
  )
})
