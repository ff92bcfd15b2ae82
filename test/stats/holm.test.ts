import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holm } from '../../src/stats/holm.ts'
import { oracles } from './oracles.ts'

const held = (p: readonly number[], alpha: number, comparisons = p.length): readonly number[] => {
  const alarms = p.filter((each) => each <= alpha)
  const level = { comparisons, alpha }
  return [...holm(alarms, level, (each, at) => each <= at + 1e-12)].toSorted()
}

test('the alarms that hold are those whose adjusted p-value is at most alpha', () => {
  const p = [0.01, 0.02, 0.03, 0.04, 0.05]
  for (const alpha of [0.049, 0.05, 0.079, 0.08, 0.089, 0.09, 0.2]) {
    expect(held(p, alpha)).toEqual(p.filter((_, at) => (oracles.holm[at] as number) <= alpha))
  }
})

test('agrees with the sorted procedure of the textbook', () => {
  const ps = fc.array(fc.double({ min: 1e-6, max: 0.2, noNaN: true }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(ps, (given) => {
      const p = [...new Set(given)].toSorted((a, b) => a - b)
      const first = p.findIndex((each, at) => each > 0.05 / (p.length - at) + 1e-12)
      expect(held(p, 0.05)).toEqual(p.slice(0, first === -1 ? p.length : first))
    }),
  )
})

test('what raised no alarm counts all the same', () => {
  expect(held([0.004], 0.01, 1)).toEqual([0.004])
  expect(held([0.004], 0.01, 3)).toEqual([])
})
