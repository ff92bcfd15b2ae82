import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { measurementsSchema } from '../../src/core/products/measurements.ts'
import { runReportSchema } from '../../src/core/report.ts'
import { fits } from '../../src/core/schema.ts'
import { checkUntrusted } from '../../src/core/untrusted-value.ts'
import { arbitraryOf } from '../arbitrary.ts'
import { anyMeasurements } from '../measure/arbitrary.ts'

const anything = z.unknown()

function reasonOf(json: string, bounds: Parameters<typeof checkUntrusted>[2] = {}): string {
  const read = checkUntrusted(anything, JSON.parse(json), bounds)
  return 'reason' in read ? read.reason : 'none'
}

test('bounds hold for texts, names and lists, wherever they stand', () => {
  const bounds = { text: 5, list: 3 }
  expect(reasonOf('{"a":["12345"],"12345":[1,2,{}]}', bounds)).toBe('none')
  expect(reasonOf('{"a":["123456"]}', bounds)).toBe('it holds a text of over 5 characters')
  expect(reasonOf('[{"123456":1}]', bounds)).toBe('it has a name of over 5 characters')
  expect(reasonOf('{"a":[[],[],[],[]]}', bounds)).toBe('it holds a list of over 3 members')
  expect(reasonOf('{"a":[1,2,3,4,5,6]}', bounds)).toBe('none')
})

test('what a schema would pass over, or recursion would not survive, is refused', () => {
  expect(reasonOf('{"counts":{"__proto__":{"size":"x"}}}')).toMatch(/__proto__/)
  const nested = (levels: number): string => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`
  expect(reasonOf(nested(40))).toBe('none')
  expect(reasonOf(nested(42))).toBe('its values are nested too deeply')
  expect(reasonOf(nested(400_000))).toBe('its values are nested too deeply')
})

/** Something else in the place of one member, or one member gone: of a value, wherever in it. */
function damaged(value: unknown, at: readonly number[], instead: unknown): unknown {
  if (value === null || typeof value !== 'object' || at.length === 0) return instead
  const [step = 0, ...rest] = at
  const keys = Object.keys(value)
  const key = keys[step % keys.length]
  if (key === undefined) return instead
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value }
  const inner = damaged(copy[key], rest, instead)
  if (inner === undefined && !Array.isArray(value)) delete copy[key]
  else copy[key] = inner ?? null
  return copy
}

const steps = fc.array(fc.nat({ max: 50 }), { maxLength: 8 })
const instead = fc.constantFrom<unknown>(undefined, null, true, '', 'x', -1, 0.5, 1e300, [], {}, [[]])

test.each([
  ['reports', runReportSchema, arbitraryOf(runReportSchema.omit({ measurements: true }), { more: true })],
  ['measurements', measurementsSchema, anyMeasurements({ more: true })],
] as const)(
  'within its bounds, a stranger has to keep to the schema and to nothing else: %s',
  (_, schema, arbitrary) => {
    const property = fc.property(arbitrary, steps, instead, (value, at, other) => {
      expect(checkUntrusted(schema, value)).toEqual({ value })
      const changed = damaged(value, at, other)
      expect('value' in checkUntrusted(schema, changed)).toBe(fits(schema, changed))
    })
    fc.assert(property, { numRuns: 50 })
  },
)
