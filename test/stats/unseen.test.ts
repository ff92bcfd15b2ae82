import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unseenAllowance, unseenShare } from '../../src/stats/unseen.ts'

test('what none of n examples showed: at most 3.62 % of 100 at 2.5 %, the exact bound', () => {
  // Clopper–Pearson for 0 of 100, two-sided 95 %: 0 to 0.0362 (R's binom.test).
  expect(unseenShare(100, 0.025)).toBeCloseTo(0.03621669, 8)
  expect(unseenShare(1000, 0.05)).toBeCloseTo(0.0029912, 6)
  expect(unseenShare(0, 0.05)).toBe(1)
})

describe('what none of several kinds of examples showed', () => {
  test('is the exact bound of one kind, however it is parted', () => {
    expect(unseenAllowance([{ examples: 100, weight: 0.3 }], 0.01)).toBeCloseTo(0.3 * unseenShare(100, 0.01), 12)
    const tenths = Array.from({ length: 10 }, () => ({ examples: 10, weight: 0.03 }))
    expect(unseenAllowance(tenths, 0.01)).toBeCloseTo(0.3 * unseenShare(100, 0.01), 12)
  })

  test('lies with what is rare, and all of what has no example', () => {
    const nine = Array.from({ length: 9 }, () => ({ examples: 100, weight: 0.1 }))
    expect(unseenAllowance([...nine, { examples: 3, weight: 0.1 }], 0.01)).toBeCloseTo(0.1 * unseenShare(3, 0.01), 12)
    expect(unseenAllowance([...nine, { examples: 0, weight: 0.1 }], 0.01)).toBeCloseTo(
      0.1 + unseenAllowance(nine, 0.01),
      12,
    )
    expect(unseenAllowance([{ examples: 0, weight: 0 }], 0.01)).toBe(0)
    expect(unseenAllowance([], 0.01)).toBe(0)
  })

  test('is the most of all shares that are as likely not to be seen', () => {
    const kind = fc.record({
      examples: fc.integer({ min: 1, max: 400 }),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
    })
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(kind, { minLength: 3, maxLength: 3 }),
        shares,
        fc.constantFrom(0.01, 0.05, 0.2),
        (kinds, given, alpha) => {
          const reach = unseenAllowance(kinds, alpha)
          // Scaled so that nothing of it is seen with the probability alpha exactly.
          const logs = given.map((share, at) => Math.log1p(-Math.min(share, 0.999)) * kinds[at]!.examples)
          const factor = Math.log(alpha) / logs.reduce((sum, log) => sum + log, -1e-9)
          const reached = logs.map((log, at) => -Math.expm1((factor * log) / kinds[at]!.examples) * kinds[at]!.weight)
          expect(reached.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(reach + 1e-9)
        },
      ),
    )
  })
})
