import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSplit } from '../../src/serving/split.ts'

it('gives nobody at 0 and everybody at 1', () => {
  const [none, all] = [createSplit(), createSplit()]
  for (let request = 0; request < 1000; request++) {
    expect(none(0)).toBe(false)
    expect(all(1)).toBe(true)
  }
})

it('is within three requests of its weight over any window', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      fc.nat(500),
      fc.integer({ min: 1, max: 400 }),
      (weight, skip, window) => {
        const split = createSplit()
        for (let request = 0; request < skip; request++) split(weight)
        const candidate = Array.from({ length: window }, () => split(weight)).filter(Boolean).length
        expect(Math.abs(candidate - weight * window)).toBeLessThan(3)
      },
    ),
  )
})
