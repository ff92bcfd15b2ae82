import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BlockLook } from '../../src/core/products/index.ts'
import { lookDue, shareAfter, type Tranche, trancheAfter, trancheFor } from '../../src/measure/looks.ts'

/** The looks of one tranche that is measured to its end. */
function looksOf(tranche: Tranche, to: number, before: readonly BlockLook[]): BlockLook[] {
  const looks = [...before]
  for (let blocks = tranche.from + 1; blocks <= to; blocks++) {
    const look = lookDue(blocks, looks, tranche, { to, least: 8, ended: blocks === to })
    if (look !== undefined) looks.push(look)
  }
  return looks
}

test('looks come at even numbers, ever more rarely, and spend by the square of their share', () => {
  const looks = looksOf(trancheAfter([]), 40, [])
  expect(looks.map(({ blocks }) => blocks)).toEqual([8, 10, 12, 14, 16, 18, 22, 26, 30, 34, 40])
  for (const { blocks, spent } of looks) expect(spent).toBeCloseTo(0.8 * (blocks / 40) ** 2, 12)
})

test('extensions spend half of what is left, and never all', () => {
  expect([0, 1, 2, 3].map(shareAfter).map((share) => Number(share.toFixed(6)))).toEqual([0.8, 0.9, 0.95, 0.975])
  const first = looksOf(trancheAfter([]), 20, [])
  expect(trancheAfter(first)).toEqual({ number: 1, from: 20, start: 0.8 })
  const second = looksOf(trancheAfter(first), 40, first)
  expect(second.at(-1)).toEqual({ blocks: 40, spent: 0.9 })
  expect(trancheAfter(second)).toEqual({ number: 2, from: 40, start: 0.9 })
  expect(trancheAfter(first.slice(0, -1))).toEqual({ number: 0, from: 0, start: 0 })
})

test('spending never falls and never exceeds the whole, however long it goes on', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (sizes) => {
      let looks: BlockLook[] = []
      for (const size of sizes) {
        const tranche = trancheAfter(looks)
        looks = looksOf(tranche, tranche.from + size, looks)
      }
      const spent = looks.map((look) => look.spent)
      expect(spent).toEqual(spent.toSorted((a, b) => a - b))
      expect(Math.max(...spent)).toBeLessThan(1)
      expect(new Set(looks.map(({ blocks }) => blocks)).size).toBe(looks.length)
    }),
  )
})

test('attempts together spend no more than one that goes on, whatever is left of the measurements of each', () => {
  // Of each attempt: how many blocks it measures, and whether the next one finds them.
  const attempts = fc.array(fc.record({ size: fc.integer({ min: 1, max: 60 }), kept: fc.boolean() }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(attempts, (tries) => {
      let [found, begun]: [BlockLook[], Tranche | undefined] = [[], undefined]
      const shares: number[] = []
      for (const [number, { size, kept }] of tries.entries()) {
        const tranche = trancheFor(found, begun, { blocks: found.at(-1)?.blocks ?? 0, attempts: number })
        const looks = looksOf(tranche, tranche.from + size, found)
        shares.push((looks.at(-1)?.spent ?? 0) - (found.at(-1)?.spent ?? 0))
        if (kept) [found, begun] = [looks, tranche]
      }
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThan(1)
      expect(shares[0]).toBeCloseTo(0.8, 12)
    }),
  )
})

test('an attempt whose measurements are here goes on with the part that is next, and one whose are not with its own', () => {
  const first = looksOf(trancheAfter([]), 20, [])
  expect(trancheFor(first, undefined, { blocks: 20, attempts: 1 })).toEqual({ number: 1, from: 20, start: 0.8 })
  expect(trancheFor([], undefined, { blocks: 0, attempts: 1 })).toEqual({ number: 1, from: 0, start: 0 })
  const second = looksOf({ number: 1, from: 0, start: 0 }, 20, [])
  expect(second.at(-1)?.spent).toBeCloseTo(0.1, 12)
  // Cut short in the middle, and not the last attempt: what it was allowed is gone.
  expect(trancheFor(first.slice(0, 2), undefined, { blocks: 11, attempts: 2 })).toMatchObject({ number: 2, from: 11 })
})
