import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { labelNumbers } from '../../src/data/labels.ts'

describe('labels that are numbers', () => {
  test.each([
    ['numbers', [0, 2, -1.5], [0, 2, -1.5]],
    ['integers of 64 bits', [0n, 3n, -(2n ** 53n) + 1n], [0, 3, 1 - 2 ** 53]],
    ['booleans', [true, false], [1, 0]],
    ['decimal texts', ['0', ' 12 ', '-3.25', '+4', '1e3', '.5', '2.'], [0, 12, -3.25, 4, 1000, 0.5, 2]],
  ])('%s', (_, labels, numbers) => {
    expect(labelNumbers('eval', labels)).toEqual(numbers)
  })

  test('are the same as text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, max: 2 ** 52, min: -(2 ** 52) }), (number) => {
        expect(labelNumbers('eval', [String(number)])).toEqual([Object.is(number, -0) ? 0 : number])
      }),
    )
  })
})

describe('labels that are none', () => {
  test.each([
    ['an empty text', '', /an empty text/],
    ['blanks', ' \t', /an empty text/],
    ['a word', 'cat', /the text "cat"/],
    ['a number with something behind it', '1e3x', /"1e3x"/],
    ['hexadecimal', '0x1', /"0x1"/],
    ['binary', '0b1', /"0b1"/],
    ['a separator', '1_000', /"1_000"/],
    ['infinity as text', 'Infinity', /"Infinity"/],
    ['infinity as NumPy writes it', 'inf', /"inf"/],
    ['not a number as text', 'nan', /"nan"/],
    ['a number beyond all', '1e999', /beyond all numbers/],
    ['a number whose square is beyond all', 1e200, /is 1e\+200, whose square is beyond all numbers/],
    ['a truth as text', 'True', /"True"/],
    ['two numbers', '1 2', /"1 2"/],
    ['NaN', Number.NaN, /is NaN/],
    ['infinity', Number.POSITIVE_INFINITY, /is Infinity/],
    ['a whole number that is not exact', 2n ** 53n, /9007199254740992, and whole numbers are exact/],
    ['the same as text', '9007199254740993', /9007199254740993/],
    ['nothing', null, /is null/],
    ['what is missing', undefined, /undefined/],
    ['a list', [1], /object/],
  ])('%s', (_, label, reason) => {
    expect(() => labelNumbers('eval', [0, label])).toThrow(
      expect.objectContaining({ code: 'data-label', message: expect.stringMatching(reason) }),
    )
    expect(() => labelNumbers('eval', [0, label])).toThrow(/example 1/)
  })
})
