import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import { fits, misfit, type TypeOf } from '../../src/core/schema.ts'

const figure = z.object({ name: z.string(), at: z.array(z.number()), note: z.string().optional() })
interface Figure extends TypeOf<typeof figure> {}

const table = z.object({
  figures: z.record(z.string(), figure),
  first: z.union([figure, z.literal('none')]),
  options: z.record(z.string(), z.unknown()),
})

test('what a schema gives is read-only however deep', () => {
  expectTypeOf<Figure>().toEqualTypeOf<{
    readonly name: string
    readonly at: readonly number[]
    readonly note?: string | undefined
  }>()
  expectTypeOf<TypeOf<typeof table>>().toEqualTypeOf<{
    readonly figures: Readonly<Record<string, Pick<Figure, keyof Figure>>>
    readonly first: 'none' | Pick<Figure, keyof Figure>
    readonly options: Readonly<Record<string, unknown>>
  }>()
})

test('a value that fits is itself, with the members that no schema names', () => {
  const value: unknown = { name: 'x', at: [1], newer: { deep: [true] } }
  expect(fits(figure, value)).toBe(true)
  expect(value).toEqual({ name: 'x', at: [1], newer: { deep: [true] } })
})

test.each([
  [{ name: 'x', at: [1, 'two'] }, /^at\.1: /],
  [7, /^expected /],
])('%o does not fit, and why is the end of a sentence', (value, reason) => {
  expect(fits(figure, value)).toBe(false)
  expect(misfit(figure, value)).toMatch(reason)
})
