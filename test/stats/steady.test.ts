import { expect, test } from 'vitest'
import { createRandom } from '../../src/stats/random.ts'
import { steady } from '../../src/stats/steady.ts'

function times(count: number, at: (share: number) => number, seed = 1): number[] {
  const random = createRandom(seed)
  return Array.from({ length: count }, (_, index) => at(index / count) * (1 + 0.02 * random.uniform()))
}

test('level times are steady, whatever they are', () => {
  for (let seed = 1; seed <= 100; seed++) expect(steady(times(60, () => 3, seed))).toBe(true)
})

test('times that still fall are not', () => {
  expect(steady(times(60, (share) => 2 - share))).toBe(false)
  expect(steady(times(400, (share) => 1 + 0.1 * Math.exp(-3 * share)))).toBe(false)
})

test('a fall that is too small, or times that rise, are nothing to wait for', () => {
  expect(steady(times(400, (share) => 1 - 0.005 * share))).toBe(true)
  expect(steady(times(60, (share) => 1 + share))).toBe(true)
})

test('fewer than four times never are', () => {
  expect(steady([1, 1, 1])).toBe(false)
  expect(steady([1, 1, 1, 1])).toBe(true)
})
