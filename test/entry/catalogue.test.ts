import { expect, test } from 'vitest'
import { catalogueRows } from '../../src/entry/catalogue.ts'

const rows = catalogueRows()

test('a code belongs to one layer', () => {
  const codes = rows.map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(100)
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([])
})

test.each(rows)('$layer: $code is a sentence and a hint, with all its facts in place', ({ code, message, hint }) => {
  for (const text of [message, hint]) {
    expect(text).toMatch(/^\S.{8,}\S$/s)
    expect(text).not.toMatch(/undefined|null|\[object|native code|Infinity|\s\s/)
    if (!code.endsWith('not-finite')) expect(text).not.toContain('NaN')
  }
})
